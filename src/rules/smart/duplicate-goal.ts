import { t } from '@vscode/l10n'
import { claimPairs } from '../../plan/goals/conflicts.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { spanText } from './smart.js'

const lessChurn = `[ ] task shorten_mails "Shorten the mails" for less_churn @dana 6h start 2027-02-16 due 2027-03-03 after audit_workflows expects email_churn down`

export const duplicateGoal = rule({
  code: 'smart/duplicate-goal',
  levels: levels('W', 'W', 'E'),
  summary: 'One number, scope and time belong to one goal.',
  why: 'Two goals on the same number share its result: nobody can tell whose work it was, and their targets drift apart.',
  fix: 'Merge the two goals, or give them different scopes.',
  bad: `${exampleGoal({ title: 'Lose fewer readers' }, 'less_churn')}\n${lessChurn}`,
  good: `channel newsletter "Newsletter" owner ben\n${exampleGoal({ title: 'Lose fewer readers', scope: 'scope      newsletter' }, 'less_churn')}\n${lessChurn}`,
  inBrief: (count) => t('{count} goals target a number that another goal targets, too', { count }),
  check(plan, report) {
    const conflicts = new Set(
      claimPairs(plan)
        .filter((pair) => pair.isConflict)
        .map(({ first, second }) => `${first.goal.name} ${second.goal.name}`),
    )
    const reported = new Set<unknown>()
    for (const { number, first, second } of claimPairs(plan)) {
      if (!first.aim || !second.aim || first.goal === second.goal || reported.has(second.aim)) continue
      if (conflicts.has(`${first.goal.name} ${second.goal.name}`) || conflicts.has(`${second.goal.name} ${first.goal.name}`)) continue
      reported.add(second.aim)
      report(
        second.aim.aim.number,
        t('`{first}` and `{second}` both target `{number}` for {window}. Merge them, or give them different scopes.', {
          first: first.goal.name,
          second: second.goal.name,
          number,
          window: spanText(second.window),
        }),
        {
          about: second.goal,
          other: first.goal.name,
          related: [{ place: first.aim.aim.number.place, message: t('`{goal}` targets it here.', { goal: first.goal.name }) }],
        },
      )
    }
  },
})
