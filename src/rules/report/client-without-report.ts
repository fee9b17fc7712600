import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo } from '../fixes/fixes.js'

const client = 'stakeholder brightleaf "Brightleaf Supply" kind client monitor because "The report is what they ordered"'

export const clientWithoutReport = rule({
  code: 'report/client-without-report',
  levels: levels('-', 'W', 'W'),
  summary: 'Every client gets a report.',
  why: 'Who pays for the work wants to see what came of it.',
  fix: "Add the client to a report's `to`.",
  bad: client,
  good: `${client}
report churn_report "Churn report" to leadership, marketers, brightleaf every month shows email_churn, complaint_rate owner ben via email`,
  check(plan, report) {
    const { stakeholders, isReportingCertain } = coverage(plan)
    if (!isReportingCertain) return
    for (const { stakeholder, reports } of stakeholders) {
      if (stakeholder.is?.word !== 'client' || reports.length > 0) continue
      const target = plan.all('report').find((candidate) => candidate.to.length > 0)
      const last = target?.to.at(-1)
      const { name } = stakeholder
      report(stakeholder, t('The client `{name}` gets no report. Add them to one.', { name }), {
        fixes: target && last ? [appendTo(last, `, ${name}`, t('Add `{name}` to `{report}`', { name, report: target.name }))] : [],
      })
    }
  },
})
