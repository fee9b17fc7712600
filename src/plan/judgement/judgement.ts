import type { Stage } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { satisfies } from '../numbers/aims.js'
import { type DecisionNeeded, decisionsNeeded } from './decisions.js'
import { compareHealth, type GoalJudgement, judgedGoals } from './goal.js'
import type { Health, TargetJudgement, UnknownBecause } from './target.js'
import { judgedWork, type WorkJudgement } from './work.js'

/** What the plan as a whole comes to on its status date: the one judgement that every view, report and command reads. */
export interface PlanJudgement {
  readonly stage: Stage
  /** Off track if a goal is; else unknown if a goal is; else that of the worst goal. Unknown before the plan runs and without goals. */
  readonly health: Health
  /** In the order of the plan. */
  readonly goals: readonly GoalJudgement[]
  /** The same, the worst first; of one health by deadline. */
  readonly worstFirst: readonly GoalJudgement[]
  readonly work: WorkJudgement
  readonly decisions: readonly DecisionNeeded[]
  readonly verdict: Verdict
}

/** The numbers of the verdict's sentence; `verdictText` puts them into words. */
export type Verdict =
  | { readonly type: 'no goal' }
  | { readonly type: 'closed'; readonly met: number; readonly of: number }
  /** Nothing of it can be judged: how many targets want for what, and how many goals have no target. */
  | { readonly type: 'unknown'; readonly missing: ReadonlyMap<UnknownBecause, number>; readonly withoutTarget: number }
  | {
      readonly type: 'judged'
      readonly targets: number
      /** Reached at today's pace, and with every effect that is promised. */
      readonly atPace: number
      readonly withEffects: number
      readonly unjudged: number
      readonly late: number
    }

export const judgement = once((plan: Plan): PlanJudgement => {
  const goals = judgedGoals(plan)
  const work = judgedWork(plan)
  return {
    stage: plan.stage,
    health: healthOf(plan, goals),
    goals,
    worstFirst: goals.toSorted((a, b) => compareHealth(a.health, b.health) || compareDeadlines(a, b)),
    work,
    decisions: decisionsNeeded(plan),
    verdict: verdictOf(plan, goals, work),
  }
})

function compareDeadlines(a: GoalJudgement, b: GoalJudgement): number {
  const [first, second] = [a.facts.deadline ?? '9999', b.facts.deadline ?? '9999']
  return first < second ? -1 : first > second ? 1 : 0
}

function healthOf(plan: Plan, goals: readonly GoalJudgement[]): Health {
  if (plan.stage === 'draft' || goals.length === 0) return 'unknown'
  return goals.map(({ health }) => health).toSorted(compareHealth)[0] ?? 'unknown'
}

function verdictOf(plan: Plan, goals: readonly GoalJudgement[], work: WorkJudgement): Verdict {
  if (goals.length === 0) return { type: 'no goal' }
  if (plan.stage === 'closed') return { type: 'closed', met: goals.filter(({ health }) => health === 'met').length, of: goals.length }
  const targets = goals.flatMap((goal) => (goal.facts.isSettled ? [] : goal.targets))
  const judged = targets.filter(({ health }) => health !== 'unknown')
  const settled = goals.filter(({ facts }) => facts.isSettled)
  if (judged.length === 0 && settled.length === 0) return unknownVerdict(goals, targets)
  const met = settled.filter(({ health }) => health === 'met').length
  return {
    type: 'judged',
    targets: targets.length + settled.length,
    atPace: judged.filter(({ health }) => health === 'met' || health === 'on track').length + met,
    withEffects: judged.filter((one) => one.health === 'met' || one.health === 'on track' || isReachedWithEffects(one)).length + met,
    unjudged: targets.length - judged.length,
    late: work.late,
  }
}

function isReachedWithEffects({ aim, withEffects }: TargetJudgement): boolean {
  return withEffects !== undefined && satisfies(aim, withEffects) === true
}

function unknownVerdict(goals: readonly GoalJudgement[], targets: readonly TargetJudgement[]): Verdict {
  const missing = new Map<UnknownBecause, number>()
  for (const { because } of targets) if (because !== undefined) missing.set(because, (missing.get(because) ?? 0) + 1)
  return { type: 'unknown', missing, withoutTarget: goals.filter((goal) => goal.targets.length === 0).length }
}
