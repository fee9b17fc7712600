import { t } from '@vscode/l10n'
import type { Cadence, Metric } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import { addDays, addMonths } from '../../plan/quantity/days.js'
import { nextPeriod, periodAt } from '../../plan/quantity/periods.js'
import type { Grain, PlainDate } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, insertElement } from '../fixes/fixes.js'

const metric = (
  every: string,
) => `metric email_churn "Email churn rate" in % per month lower is better bounds 0% .. 100% kpi observe every ${every}
  note "Contacts lost in a month, of all contacts who got a mail in that month"
  = unsubscribed_contacts / unique_recipients else none`

export const observationOverdue = rule({
  code: 'report/observation-overdue',
  levels: levels('-', '-', 'W'),
  isDated: true,
  summary: 'Numbers are recorded as often as the plan promises.',
  why: 'A value that is missing for weeks hides whether the work helps, and is hard to reconstruct.',
  fix: 'Add the missing value to the `actuals` of the number, or observe it less often.',
  bad: metric('week'),
  good: metric('month'),
  check(plan, report) {
    for (const element of plan.all('metric')) {
      const { observe } = element
      if (!observe) continue
      const latest = latestActual(plan, element.name, plan.statusDate.date)
      const since = latest?.period.end ?? plan.strategy?.period?.start
      if (since === undefined || plan.statusDate.date <= oneAndAHalf(observe, since)) continue
      const grain = element.per?.grain ?? latest?.period.grain ?? observe.grain
      const due = latest ? nextPeriod({ grain, end: latest.period.end }) : periodAt(grain, since)
      const parts = { name: element.name, cadence: cadenceText(observe), latest: latest?.period.text ?? '', due: due.text }
      report(
        observe,
        latest
          ? t('`{name}` should be observed {cadence}, and its latest value is of {latest}. Add the actual of {due}.', parts)
          : t('`{name}` should be observed {cadence}, and it has no value yet. Add the actual of {due}.', parts),
        { about: element, fixes: [newRow(plan, element, due.text)] },
      )
    }
  },
})

const monthsOf: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 }

/** The date one and a half times the cadence later; half a month counts 15 days. */
function oneAndAHalf({ count, grain }: Cadence, from: PlainDate): PlainDate {
  const months = monthsOf[grain]
  if (months === undefined) return addDays(from, Math.floor(1.5 * count * (grain === 'week' ? 7 : 1)))
  const halves = months * count * 3
  return addDays(addMonths(from, Math.floor(halves / 2)), halves % 2 === 0 ? 0 : 15)
}

function cadenceText({ count, grain }: Cadence): string {
  return count === 1 ? t('every {grain}', { grain }) : t('every {count} {grain}s', { count, grain })
}

function newRow(plan: Plan, metric: Metric, period: string): Fix {
  const row = `${period} 0${metric.in ? ` ${metric.in.text}` : ''}`
  const title = t('Add a row for {period}', { period })
  const block = plan.all('actuals').find((candidate) => candidate.of?.name === metric.name)
  return block ? insertClauses(block, [row], title) : insertElement(metric, `actuals ${metric.name} { ${row} }`, title)
}
