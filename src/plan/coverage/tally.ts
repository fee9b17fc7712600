import type { PlanElement } from '../elements/elements.js'
import { activeGoals, activeTasks } from '../model/active.js'
import { isGiven } from '../model/given-clauses.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { foundationOf, trace } from '../numbers/trace.js'
import { personsBehind } from '../people/people.js'
import { coverage } from './coverage.js'

/** What a kind of element needs, and which elements lack it. */
export interface Tally {
  readonly kind: 'stakeholder' | 'goal' | 'task' | 'metric' | 'problem'
  readonly need: 'goal' | 'communication' | 'metric' | 'task' | 'owner' | 'assignee' | 'source' | 'solution'
  readonly covered: number
  readonly needed: number
  /** The names of those that lack it, in order of the plan. */
  readonly missing: readonly string[]
}

/** Covered of needed, per kind; computed once. */
export const coverageTally = once((plan: Plan): readonly Tally[] => {
  const rows = plan.all('stakeholder').flatMap((one) => coverage(plan).of(one.name) ?? [])
  const owed = rows.filter((row) => !row.isExempt)
  const affected = rows.filter((row) => row.affectedBy.length > 0 || (row.isAffected && !row.isExempt))
  const goals = activeGoals(plan)
  const tasks = activeTasks(plan)
  const links = trace(plan)
  const isLinked = (name: string, relation: string) => links.from(name).some((link) => link.relation === relation)
  return [
    tally(
      'stakeholder',
      'goal',
      owed,
      (row) => row.goals.length > 0,
      (row) => row.stakeholder,
    ),
    tally(
      'stakeholder',
      'communication',
      affected,
      (row) => row.communications.length > 0,
      (row) => row.stakeholder,
    ),
    tally('goal', 'metric', goals, (goal) => goal.aims.length > 0, itself),
    tally('goal', 'task', goals, (goal) => isLinked(goal.name, 'worked on by'), itself),
    tally('goal', 'owner', goals, (goal) => goal.owners.length > 0, itself),
    tally(
      'task',
      'goal',
      tasks.filter((task) => !task.housekeeping),
      (task) => task.for.length > 0,
      itself,
    ),
    tally('task', 'assignee', tasks, (task) => task.assignments.some(({ actor }) => personsBehind(plan, actor).length > 0), itself),
    tally('metric', 'source', plan.all('metric'), (metric) => hasSource(plan, metric.name), itself),
    tally('problem', 'solution', plan.all('problem'), (problem) => isLinked(problem.name, 'solved by'), itself),
  ]
})

function tally<T>(
  kind: Tally['kind'],
  need: Tally['need'],
  needing: readonly T[],
  isCovered: (one: T) => boolean,
  element: (one: T) => PlanElement,
): Tally {
  const missing = needing.filter((one) => !isCovered(one)).map((one) => element(one).name)
  return { kind, need, covered: needing.length - missing.length, needed: needing.length, missing }
}

function itself<E extends PlanElement>(element: E): E {
  return element
}

/** True when the metric has a formula and every measure under it has a source. */
function hasSource(plan: Plan, metric: string): boolean {
  const foundation = foundationOf(plan, metric)
  const measures = [...foundation.names].flatMap((name) => plan.find({ name }, 'measure') ?? [])
  return foundation.isCertain && measures.length > 0 && measures.every((measure) => isGiven(measure, 'from'))
}
