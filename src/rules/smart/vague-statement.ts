import { t } from '@vscode/l10n'
import { suggestedMeasurable } from '../../plan/goals/suggestions.js'
import { vagueWordsIn } from '../../plan/words/vague.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { inTicks } from '../wording/wording.js'
import { livingGoals } from './smart.js'

export const vagueStatement = rule({
  code: 'smart/vague-statement',
  levels: levels('I', 'W', 'W'),
  summary: 'A vague word in a goal is made exact by a metric with a target.',
  why: '“Better” and “efficient” mean what each reader wants, so a goal that rests on them is always reached and never.',
  fix: 'Add `measurable` with a metric and a target, or say in plain words what will be different.',
  bad: exampleGoal({
    title: 'Improve our newsletter',
    measurable: '',
    guard: 'watch      email_churn',
    more: 'ignore "smart/metric-missing" because "The number is agreed in February"',
  }),
  good: exampleGoal({ title: 'Improve our newsletter' }),
  inBrief: (count) => t('{count} goals can be read in many ways', { count }),
  options: { words: [] as readonly string[] },
  check(plan, report, { words }) {
    const measurable = suggestedMeasurable(plan)
    for (const { goal, statement, aims } of livingGoals(plan)) {
      if (aims.some(({ aim, isHold }) => aim.target || aim.change || (isHold && aim.baseline))) continue
      const vague = vagueWordsIn(statement, words)
      if (vague.length === 0 || goal.clauses.some((clause) => clause.keyword === 'measurable' && !clause.readable)) continue
      report(
        goal.title ?? goal.specific ?? goal,
        t('{words} can be read in many ways, and `{goal}` has no metric with a target. Add `measurable`, which makes the wording exact.', {
          words: inTicks(vague, 3),
          goal: goal.name,
        }),
        { about: goal, fixes: measurable && aims.length === 0 ? [insertClauses(goal, [measurable])] : [] },
      )
    }
  },
})
