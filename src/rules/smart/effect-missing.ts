import { t } from '@vscode/l10n'
import type { Task } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { GoalFacts } from '../../plan/goals/goals.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleSecondGoal, exampleTask } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const effectMissing = rule({
  code: 'smart/effect-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'A task says what it changes.',
  why: 'A task without an expected effect cannot be weighed against the next one, and its result cannot be looked up later.',
  fix: 'Add `expects` with the number that should move, and its direction.',
  bad: `${exampleSecondGoal({})}\n${exampleTask({ expects: '' })}`,
  good: `${exampleSecondGoal({})}\n${exampleTask()}`,
  inBrief: (count) => t('The tasks of {count} goals do not say what they change', { count }),
  check(plan, report) {
    for (const facts of livingGoals(plan)) {
      const { goal } = facts
      const silent = facts.tasks.filter((task) => task.expects.length === 0 && !isGiven(task, 'expects') && !task.wrapup)
      if (silent.length === 0) continue
      const clause = suggestedEffect(facts)
      const names = { count: silent.length, task: silent[0]?.name ?? '', goal: goal.name, clause: clause ?? 'expects' }
      report(
        goal,
        silent.length === 1
          ? t('`{task}`, a task of `{goal}`, does not say what it changes. Add `{clause}` if that is what it is for.', names)
          : t('{count} tasks of `{goal}` do not say what they change. Add `{clause}` where you can.', names),
        {
          related: silent.map((task) => ({ place: task.place, message: t('`{task}` has no `expects`.', { task: task.name }) })),
          fixes: clause ? silent.slice(0, 3).map((task) => fix(task, clause)) : [],
        },
      )
    }
  },
})

function suggestedEffect({ aims }: GoalFacts): string | undefined {
  const aim = aims.find((candidate) => candidate.number && candidate.direction)
  return aim && `expects ${aim.aim.number.name} ${aim.direction === 1 ? 'up' : 'down'}`
}

function fix(task: Task, clause: string): Fix {
  return insertClauses(task, [clause], t('Add `{clause}` to `{task}`', { clause, task: task.name }))
}
