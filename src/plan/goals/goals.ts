import type { Campaign, Goal, PlanElement, Problem, Stakeholder, Task } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { activeTasks } from '../model/active.js'
import { isGiven } from '../model/given-clauses.js'
import { once, onceWhileSame, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { actualsOf } from '../numbers/actuals.js'
import { type AimFacts, aimFacts } from '../numbers/aims.js'
import { type GoalTime, goalTime } from '../numbers/goal-time.js'

/** What a goal says, with all that follows from it and from what points at it. */
export interface GoalFacts extends GoalTime {
  readonly goal: Goal
  /** Title and `specific`, read together. */
  readonly statement: string
  /** It has an `outcome`. */
  readonly isSettled: boolean
  readonly isDropped: boolean
  readonly aims: readonly AimFacts[]
  /** Tasks `for` the goal that are not cancelled. */
  readonly tasks: readonly Task[]
  readonly campaigns: readonly Campaign[]
  /** Problems with a `solution … by` the goal. */
  readonly problems: readonly Problem[]
  /** The stakeholders in `relevant to`. */
  readonly serves: readonly Stakeholder[]
  /** `achievable` with text, or `given` something that shows it. */
  readonly hasEvidence: boolean
}

/** The facts of every goal, in order. What points at a goal is looked for when somebody asks, since few do. */
export const everyGoal = once((plan: Plan): readonly GoalFacts[] =>
  plan.all('goal').map((goal) => ({
    ...ownFactsOf(plan, goal),
    get tasks() {
      return tasksOf(plan).get(goal) ?? []
    },
    get campaigns() {
      return campaignsOf(plan).get(goal) ?? []
    },
    get problems() {
      return problemsOf(plan).get(goal) ?? []
    },
  })),
)

/** What a goal says by itself. */
export type OwnFacts = Omit<GoalFacts, 'tasks' | 'campaigns' | 'problems'>

const ownFacts = values<Goal, OwnFacts>()

/** What a goal says, without what points at it. */
export function ownFactsOf(plan: Plan, goal: Goal): OwnFacts {
  return ownFacts(plan).of(goal, () => computeOwnFacts(plan, goal))
}

function computeOwnFacts(plan: Plan, goal: Goal): OwnFacts {
  const time = goalTime(plan, goal)
  return {
    goal,
    ...time,
    statement: [goal.title?.text, goal.specific?.text].filter(Boolean).join('. '),
    isSettled: goal.outcome !== undefined,
    isDropped: goal.outcome?.outcome === 'dropped',
    aims: aimsOf(plan, goal, time),
    serves: plan.findAll(goal.relevantTo, 'stakeholder'),
    hasEvidence: hasEvidence(plan, goal),
  }
}

const tasksOf = onceWhileSame((plan: Plan) => byGoal(plan, activeTasks(plan), (task) => task.for))

const campaignsOf = onceWhileSame((plan: Plan) => byGoal(plan, plan.all('campaign'), (campaign) => campaign.for))

const problemsOf = onceWhileSame((plan: Plan) =>
  byGoal(plan, plan.all('problem'), (problem) => problem.solutions.flatMap((solution) => solution.by)),
)

function aimsOf(plan: Plan, goal: Goal, time: GoalTime): AimFacts[] {
  const starts = goal.clauses.map((clause) => clause.place.start).sort((a, b) => a - b)
  const next = new Map(starts.map((start, at) => [start, starts[at + 1]]))
  const broken = new Set(goal.clauses.filter((clause) => !clause.readable).map((clause) => clause.place.start))
  return goal.aims.map((aim) => {
    const end = next.get(aim.place.start) ?? goal.extent.end
    return aimFacts(plan, goal, aim, time, broken.has(aim.place.start) ? end : end - 1)
  })
}

/** The facts of each goal by its name; of two goals with one name the first. */
export const goalFacts = once((plan: Plan): ReadonlyMap<string, GoalFacts> => {
  const byName = new Map<string, GoalFacts>()
  for (const facts of everyGoal(plan)) if (!byName.has(facts.goal.name)) byName.set(facts.goal.name, facts)
  return byName
})

function byGoal<E extends PlanElement>(
  plan: Plan,
  elements: readonly E[],
  refsOf: (element: E) => readonly Ref[],
): ReadonlyMap<Goal, readonly E[]> {
  const found = new Map<Goal, E[]>()
  for (const element of elements) {
    for (const ref of refsOf(element)) {
      const goal = plan.find(ref, 'goal')
      const known = goal && found.get(goal)
      if (!goal || known?.at(-1) === element) continue
      if (known) known.push(element)
      else found.set(goal, [element])
    }
  }
  return found
}

function hasEvidence(plan: Plan, goal: Goal): boolean {
  if (goal.achievable?.text.trim()) return true
  if (!goal.achievable && isGiven(goal, 'achievable') && goal.given.length === 0) return true // it could not be read
  return goal.given.some((ref) => !plan.isKnown(ref) || showsSomething(plan, plan.byName(ref.name)))
}

function showsSomething(plan: Plan, element: PlanElement | undefined): boolean {
  switch (element?.kind) {
    case 'benchmark':
    case 'review':
      return true
    case 'task':
      return element.mark === 'done'
    case 'measure':
    case 'metric':
      return actualsOf(plan, element.name).length > 0
    default:
      return false
  }
}

/** The deadline is on or before the start, or not after the period of a baseline. */
export function isDeadlineBeforeStart({ start, deadline, aims }: GoalFacts): boolean {
  if (deadline === undefined) return false
  if (start !== undefined && deadline <= start) return true
  return aims.some(({ baselineWindow }) => baselineWindow !== undefined && deadline <= baselineWindow.end)
}

/** Where the deadline lies against the strategy's period; undefined when one of the two is unknown. */
export function deadlineAgainstPlan(plan: Plan, { deadline }: GoalFacts): 'before' | 'inside' | 'after' | undefined {
  const period = plan.strategy?.period
  if (!period || deadline === undefined) return undefined
  return deadline < period.start ? 'before' : deadline > period.end ? 'after' : 'inside'
}
