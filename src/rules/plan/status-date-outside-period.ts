import { t } from '@vscode/l10n'
import { daysBetween } from '../../plan/dates.js'
import { clausesOf } from '../../plan/given.js'
import { replaceBy } from '../fixes.js'
import { levels, rule } from '../rule.js'

const tolerance = 31

export const statusDateOutsidePeriod = rule({
  code: 'plan/status-date-outside-period',
  levels: levels('-', '-', 'I'),
  isDated: true,
  summary: 'A running plan is checked on a date of its period.',
  why: 'Far outside the period, everything looks late or not begun, and no message about it helps.',
  fix: 'Correct `asof`, or set the stage to `closed` when the plan is over.',
  bad: { text: 'channel web "Website" owner ben', today: '2028-02-12' },
  good: 'channel web "Website" owner ben',
  check(plan, report) {
    const { strategy, statusDate } = plan
    if (!strategy?.period || plan.stage !== 'running') return
    const { start, end } = strategy.period
    const [late, early] = [daysBetween(end, statusDate.date), daysBetween(statusDate.date, start)]
    const at = statusDate.origin === 'asof' ? (clausesOf(strategy, 'asof')[0] ?? strategy) : strategy
    if (late > tolerance) {
      const stage = clausesOf(strategy, 'stage')[0]
      report(
        at,
        t("The status date {date} lies {count} days after the plan's end {end}. Check `asof`, or set the stage to `closed`.", {
          date: statusDate.date,
          count: late,
          end,
        }),
        { about: strategy, fixes: stage ? [replaceBy(stage, 'stage closed', t('Set the stage to `closed`'))] : [] },
      )
    } else if (early > tolerance) {
      report(
        at,
        t("The status date {date} lies {count} days before the plan's start {start}. Check `asof`, or go back to the stage `approved`.", {
          date: statusDate.date,
          count: early,
          start,
        }),
        { about: strategy },
      )
    }
  },
})
