import { everyGoal, type GoalFacts } from '../goals/goals.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type GuardJudgement, judgeGuard } from './guard.js'
import { type Health, judgeTarget, type Standing, type TargetJudgement } from './target.js'

/** Where a goal stands: the worst of its targets, and its guards. */
export interface GoalJudgement {
  readonly facts: GoalFacts
  readonly targets: readonly TargetJudgement[]
  readonly guards: readonly GuardJudgement[]
  /** The target that decides; undefined for a goal that measures nothing. */
  readonly worst: TargetJudgement | undefined
  readonly standing: Standing
  readonly health: Health
  /** Its tasks that are not cancelled, and those of them that are done. */
  readonly tasksAll: number
  readonly tasksDone: number
}

/** The worst first. Off track is worse than unknown, and that than what is known to hold. */
const healthsFromWorst: readonly Health[] = ['off track', 'missed', 'unknown', 'at risk', 'on track', 'met']
const standingsFromWorst: readonly Standing[] = ['behind', 'unknown', 'on', 'ahead', 'met']

/** The graver of two healths: `off track`, `missed`, `unknown`, `at risk`, `on track`, `met`. */
export function compareHealth(a: Health, b: Health): number {
  return healthsFromWorst.indexOf(a) - healthsFromWorst.indexOf(b)
}

/** Every goal that is not dropped, in the order of the plan. */
export const judgedGoals = once((plan: Plan): readonly GoalJudgement[] =>
  everyGoal(plan)
    .filter((facts) => !facts.isDropped)
    .map((facts) => judgeGoal(plan, facts)),
)

/** The judgement of each goal by its name; of two goals with one name the first. */
export const judgedGoalByName = once((plan: Plan): ReadonlyMap<string, GoalJudgement> => {
  const byName = new Map<string, GoalJudgement>()
  for (const one of judgedGoals(plan)) if (!byName.has(one.facts.goal.name)) byName.set(one.facts.goal.name, one)
  return byName
})

function judgeGoal(plan: Plan, facts: GoalFacts): GoalJudgement {
  const targets = facts.aims.map((aim) => judgeTarget(plan, facts, aim))
  const guards = facts.goal.guards.map((guard) => judgeGuard(plan, facts, guard))
  const worst = targets.toSorted(
    (a, b) => compareHealth(a.health, b.health) || standingsFromWorst.indexOf(a.standing) - standingsFromWorst.indexOf(b.standing),
  )[0]
  return {
    facts,
    targets,
    guards,
    worst,
    standing: standingOf(facts, targets),
    health: healthOf(facts, worst?.health, guards),
    tasksAll: facts.tasks.length,
    tasksDone: facts.tasks.filter((task) => task.mark === 'done').length,
  }
}

function standingOf({ goal }: GoalFacts, targets: readonly TargetJudgement[]): Standing {
  if (goal.outcome?.outcome === 'met') return 'met'
  if (goal.outcome?.outcome === 'missed') return 'behind'
  return standingsFromWorst.find((standing) => targets.some((target) => target.standing === standing)) ?? 'unknown'
}

function healthOf({ goal }: GoalFacts, worst: Health | undefined, guards: readonly GuardJudgement[]): Health {
  if (goal.outcome?.outcome === 'met') return 'met'
  if (goal.outcome?.outcome === 'missed') return 'missed'
  const health = worst ?? 'unknown'
  const isBroken = guards.some(({ state }) => state === 'broken')
  return isBroken && (health === 'on track' || health === 'met') ? 'at risk' : health
}
