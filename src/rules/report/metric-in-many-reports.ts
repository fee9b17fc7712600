import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { reportsByNumber } from './report.js'

const most = 2

export const metricInManyReports = rule({
  code: 'report/metric-in-many-reports',
  levels: levels('-', 'I', 'I'),
  summary: 'A number is kept in one or two reports.',
  why: 'A number that is kept in several places is read on several days, and the places drift apart.',
  fix: 'Keep the number in one report and send that to everybody who needs it.',
  bad: `report weekly_note "Weekly note" to marketers every week shows email_churn owner ben via email
report board_page "Page for the board" to leadership every quarter shows email_churn owner ben via email`,
  good: 'report board_page "Page for the board" to leadership every quarter shows email_churn owner ben via email',
  check(plan, report) {
    for (const [name, uses] of reportsByNumber(plan)) {
      const number = plan.find({ name }, 'measure', 'metric')
      if (uses.length <= most || (number?.kind !== 'measure' && number?.kind !== 'metric')) continue
      report(number, t('`{name}` stands in {count} reports. Numbers kept in several places drift apart.', { name, count: uses.length }), {
        related: uses.map((use) => ({ place: use.ref.place, message: t('Shown in `{report}`', { report: use.report.name }) })),
      })
    }
  },
})
