import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { answererBehind, isUnfilled } from '../../plan/people/answering.js'
import { personsBehind } from '../../plan/people/people.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { replaceBy } from '../fixes/fixes.js'
import { inTicks } from '../wording/wording.js'
import { livingGoals } from './smart.js'

export const ownerNotOnePerson = rule({
  code: 'smart/owner-not-one-person',
  levels: levels('I', 'W', 'W'),
  summary: 'A goal is owned by exactly one person.',
  why: 'A team shares the work; with several owners each can wait for the other.',
  fix: 'Name one person, and let the others be assigned or consulted.',
  bad: exampleGoal({ owner: 'owner      mops_team' }),
  good: exampleGoal({ owner: 'owner      ben' }),
  inBrief: (count) => t('{count} goals are not owned by one person', { count }),
  check(plan, report) {
    for (const { goal } of livingGoals(plan)) {
      const [first, ...more] = goal.owners
      if (!first || !goal.owners.every((ref) => plan.isKnown(ref))) continue
      const answering = new Set(goal.owners.map((ref) => answererBehind(plan, ref)))
      if (answering.size === 1 && [...answering].some((one) => one?.kind === 'person' || isUnfilled(plan, one))) continue
      const owners = goal.owners.map((ref) => ref.name)
      report(
        first,
        more.length > 0
          ? t('{owners} own `{goal}`. With several owners each can wait for the other. Keep one of them.', {
              owners: inTicks(owners),
              goal: goal.name,
            })
          : t('`{owner}` owns `{goal}`. A group shares the work, one person answers for it. Name one of its people.', {
              owner: first.name,
              goal: goal.name,
            }),
        { about: goal, other: owners.join(' '), fixes: onePerson(plan, goal) },
      )
    }
  },
})

function onePerson(plan: Plan, goal: Goal): Fix[] {
  const person = goal.owners.flatMap((ref) => personsBehind(plan, ref))[0]
  const [clause] = clausesOf(goal, 'owner')
  return person && clause ? [replaceBy(clause, `owner ${person.name}`)] : []
}
