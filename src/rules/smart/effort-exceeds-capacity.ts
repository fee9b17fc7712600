import { t } from '@vscode/l10n'
import { shortfallOf } from '../../plan/goals/work.js'
import { byName } from '../../plan/model/name-order.js'
import { formatExact } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { series } from '../wording/wording.js'
import { livingGoals } from './smart.js'

function formatTask(hours: string): string {
  return `[~] task build_format "Build the new email format" for keepable_mail @ben ${hours} @dana ${hours} start 2027-02-16 due 2027-03-30
  after audit_workflows affects marketers consults marketers using hubrunner expects email_churn down by 0.08pp`
}

export const effortExceedsCapacity = rule({
  code: 'smart/effort-exceeds-capacity',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  summary: 'The people of a goal have the time for what is left.',
  why: 'Where the remaining work is more than the remaining hours, the deadline is missed however the weeks are arranged.',
  fix: 'Cut the scope, add people, or move the deadline. Where work is done already, say so with `progress`.',
  bad: { text: formatTask('30h'), today: '2027-03-24' },
  good: { text: formatTask('30h').replace('start', 'progress 75% start'), today: '2027-03-24' },
  inBrief: (count) => t('{count} goals need more hours than their people have', { count }),
  check(plan, report) {
    for (const facts of livingGoals(plan)) {
      const { goal, deadline, isSettled } = facts
      const shortfall = isSettled ? undefined : shortfallOf(plan, facts)
      if (!shortfall || !deadline) continue
      report(
        goal,
        t(
          '`{goal}` needs {needed} h more, and {people} can give it {available} h until {deadline}. Cut scope, add people or move the deadline.',
          {
            goal: goal.name,
            needed: formatExact(shortfall.needed),
            available: formatExact(shortfall.available),
            people: series(byName(shortfall.people).map((person) => person.title?.text ?? person.name)),
            deadline,
          },
        ),
      )
    }
  },
})
