import { t } from '@vscode/l10n'
import type { Assumption, Risk } from '../../plan/elements/elements.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { Sited } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'

export const checkOverdue = rule({
  code: 'risk/check-overdue',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  summary: 'Risks and assumptions are checked when they were to be.',
  why: 'What was true when the plan was written may have changed, and the plan still rests on it.',
  fix: 'Check it, and add `check` with the next date or with a cadence.',
  bad: `risk outage "Vendor outage in March" likelihood low impact high owner ben response "Send in two halves" check 2027-02-05`,
  good: `risk outage "Vendor outage in March" likelihood low impact high owner ben response "Send in two halves" check 2027-02-05 check 2027-02-26`,
  check(plan, report) {
    for (const element of [...plan.all('risk'), ...plan.all('assumption')]) {
      const last = lastCheck(element)
      if (!last || last.date >= plan.statusDate.date) continue
      report(
        last.at,
        t('`{name}` was to be checked on {date}. Check it, and set the next date.', { name: element.name, date: last.date }),
        { about: element },
      )
    }
  },
})

/** The latest day on which a check is planned; undefined without one, and where a cadence goes on without end. */
function lastCheck(element: Risk | Assumption): { readonly at: Sited; readonly date: PlainDate } | undefined {
  if (element.clauses.some((clause) => clause.keyword === 'check' && !clause.readable)) return undefined
  let last: { at: Sited; date: PlainDate } | undefined
  for (const check of element.checks) {
    const date = 'date' in check ? check.date : check.every.until
    if (!date) return undefined
    if (!last || date.date > last.date) last = { at: date, date: date.date }
  }
  return last
}
