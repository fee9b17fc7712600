import { t } from '@vscode/l10n'
import { reachedValues } from '../../plan/goals/results.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { series } from '../wording/wording.js'
import { livingGoals, shownIn } from './smart.js'

export const alreadyMet = rule({
  code: 'smart/already-met',
  levels: levels('-', 'I', 'I'),
  isDated: true,
  summary: 'A goal that is met is settled, or asks for more.',
  why: 'A target that is reached already moves nobody.',
  fix: 'Settle the goal with `outcome met`, or raise its target.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.78% in 2027-03' }),
  good: exampleGoal({}),
  inBrief: (count) => t('{count} goals are met already', { count }),
  check(plan, report) {
    const today = plan.statusDate.date
    for (const facts of livingGoals(plan)) {
      const { goal } = facts
      const values = isGiven(goal, 'outcome') ? undefined : reachedValues(plan, facts)
      if (!values) continue
      const said = values.map(({ aim, value }) =>
        t('`{number}` is at {value}', { number: aim.aim.number.name, value: aim.unit ? shownIn(aim.unit, value) : value }),
      )
      report(
        goal,
        t('{values}, so `{goal}` is already met. Settle it with `outcome met`, or ask for more.', {
          values: series(said),
          goal: goal.name,
        }),
        { fixes: [insertClauses(goal, [`outcome met on ${today}`])] },
      )
    }
  },
})
