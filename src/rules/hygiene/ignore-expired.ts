import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { removeIgnore } from './ignore-without-effect.js'

export const ignoreExpired = rule({
  code: 'hygiene/ignore-expired',
  levels: levels('I', 'W', 'W'),
  isDated: true,
  speaksWhenClosed: true,
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'No `ignore` is past its date.',
  why: 'The exception was granted until a day, and that day is over.',
  fix: 'Solve what was ignored and remove the line, or renew the date with a new reason.',
  bad: 'channel web "Website" owner ben ignore "schedule/over-capacity" because "Ben has help" until 2027-01-31',
  good: 'channel web "Website" owner ben',
  check(plan, report) {
    for (const element of plan.elements) {
      for (const ignore of element.ignores) {
        if (!ignore.until || ignore.until.date >= plan.statusDate.date) continue
        report(
          ignore,
          t('This `ignore` ended on {date}, and the finding is shown again. Solve it, or renew the date with a new reason.', {
            date: ignore.until.date,
          }),
          { about: element, other: ignore.code.text, fixes: [removeIgnore(ignore, false)] },
        )
      }
    }
  },
})
