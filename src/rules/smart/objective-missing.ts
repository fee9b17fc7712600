import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { inNameOrder } from '../../plan/model/name-order.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

const objective = 'objective retention "Keep the customers we have" owner summer'

export const objectiveMissing = rule({
  code: 'smart/objective-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'Where a plan has objectives or problems, each goal belongs to one.',
  why: 'A goal beside the objectives competes with them for the same people.',
  fix: 'Add `supports` with an objective, or name the goal in the `solution` of a problem.',
  bad: `${objective}\n${exampleGoal({})}`,
  good: `${objective}\n${exampleGoal({ more: 'supports   retention' })}`,
  inBrief: (count) => t('{count} goals support no objective and solve no problem', { count }),
  check(plan, report) {
    const objective = inNameOrder(plan, 'objective')[0]
    if (!objective && plan.all('problem').length === 0) return
    for (const { goal, problems } of livingGoals(plan)) {
      if (problems.length > 0 || goal.supports.some((ref) => !plan.isKnown(ref) || plan.find(ref, 'objective', 'problem'))) continue
      const names = { goal: goal.name, objective: objective?.name ?? '' }
      report(
        goal,
        objective
          ? t('`{goal}` supports none of the plan’s objectives. If `{objective}` is its aim, add `supports {objective}`.', names)
          : t('`{goal}` solves none of the plan’s problems. If one of them is its reason, name the goal in its `solution`.', names),
        { fixes: objective && !isGiven(goal, 'supports') ? [insertClauses(goal, [`supports ${objective.name}`])] : [] },
      )
    }
  },
})
