import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Report } from '../../plan/elements/elements.js'
import { activeGoals } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { isCertain, readerKinds } from '../../plan/model/readable-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { addName } from '../fixes/add-name.js'
import { inTicks } from '../wording/wording.js'

export const resultNotShared = rule({
  code: 'coverage/result-not-shared',
  levels: levels('-', 'I', 'W'),
  summary: 'The result of a goal is reported to somebody whom the goal is for.',
  why: 'People who were promised something should see whether it comes about, and they notice first when the number does not tell the truth.',
  fix: 'Add one of the stakeholders in `relevant to` to the report that shows the number.',
  bad: `report churn_report "Churn report" to leadership every month shows email_churn, complaint_rate owner ben via email`,
  good: `report churn_report "Churn report" to leadership, customers every month shows email_churn, complaint_rate owner ben via email`,
  inBrief: (count) => t('{count} results are not reported to those whom their goals are for yet', { count }),
  check(plan, report) {
    const { of, isServiceCertain } = coverage(plan)
    if (!isServiceCertain) return
    const reportsOf = reportsByNumber(plan)
    const readBy = new Map(
      plan.all('stakeholder').map((one) => [one.name, new Set(of(one.name)?.reports.map((evidence) => evidence.element))]),
    )
    const reaches = (stakeholder: string, shown: Report) => readBy.get(stakeholder)?.has(shown) ?? false
    for (const goal of activeGoals(plan)) {
      const all = plan.findAll(goal.relevantTo, 'stakeholder')
      const served = all.filter((one) => !of(one.name)?.isExempt)
      if (served.length === 0) continue
      for (const aim of goal.aims.filter((one, index) => goal.aims.findIndex((other) => other.number.name === one.number.name) === index)) {
        const reports = reportsOf.get(aim.number.name) ?? []
        if (reports.length === 0 || reports.some((one) => one.to.length === 0 || !isCertain(plan, one, 'to', one.to, readerKinds))) continue
        if (all.some((one) => reports.some((shown) => reaches(one.name, shown)))) continue
        const [first] = reports
        const [audience] = served
        const changes = first && audience ? addName(first, 'to', first.to, audience.name) : []
        report(
          aim.number,
          t('`{number}` is reported to {readers} only; {served}, for whom `{goal}` is, do not see it. Add one of them to the report.', {
            number: aim.number.name,
            readers: inTicks([...new Set(reports.flatMap((one) => one.to.map((ref) => ref.name)))].sort(), 3),
            served: inTicks(
              served.map((one) => one.name),
              3,
            ),
            goal: goal.name,
          }),
          {
            about: goal,
            related: reports.map((one) => ({ place: one.place, message: t('`{report}` shows it.', { report: one.name }) })),
            fixes:
              first && audience && changes.length > 0
                ? [{ title: t('Send `{report}` to `{name}` as well', { report: first.name, name: audience.name }), changes, isSafe: false }]
                : [],
          },
        )
      }
    }
  },
})

function reportsByNumber(plan: Plan): ReadonlyMap<string, readonly Report[]> {
  const reports = new Map<string, Report[]>()
  for (const report of plan.all('report')) {
    for (const name of new Set(report.shows.map((ref) => ref.name))) {
      const list = reports.get(name)
      if (list) list.push(report)
      else reports.set(name, [report])
    }
  }
  return reports
}
