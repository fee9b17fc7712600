import { type Step, stepKinds } from '../../plan/elements/elements.js'
import { everyGoal } from '../../plan/goals/goals.js'
import { smartLetters } from '../../plan/goals/smart-letters.js'
import { judgedGoalByName } from '../../plan/judgement/goal.js'
import { healthWord } from '../../plan/judgement/words.js'
import { isOpen } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import type { OutlinedGoal, OutlinedStep, PlanOutline } from '../protocol.js'

/**
 * The goals of a plan with the work that is left for each, in the order of the text; of two goals with one name the first. Cost: linear in
 * the size of the plan.
 */
export function outlineOf(plan: Plan): PlanOutline {
  const letters = smartLetters(plan)
  const goals = new Map<string, OutlinedGoal & { readonly open: OutlinedStep[] }>()
  for (const { goal, tasks } of everyGoal(plan)) {
    if (goals.has(goal.name)) continue
    const judged = judgedGoalByName(plan).get(goal.name)
    goals.set(goal.name, {
      name: goal.name,
      title: goal.title?.text || goal.name,
      letters: (letters.get(goal.name)?.letters ?? []).map(({ letter, state }) => ({ letter, state })),
      health: judged ? healthWord(judged.health) : '',
      tasks: tasks.length,
      done: judged?.tasksDone ?? 0,
      open: [],
    })
  }
  const loose: OutlinedStep[] = []
  for (const step of stepKinds.flatMap((kind) => plan.all(kind))) {
    if (!isOpen(step)) continue
    const served = new Set(step.for.map(({ name }) => goals.get(name)).filter((goal) => goal !== undefined))
    for (const goal of served) goal.open.push(outlined(step))
    if (served.size === 0) loose.push(outlined(step))
  }
  return { goals: [...goals.values()], loose }
}

function outlined(step: Step): OutlinedStep {
  return { name: step.name, title: step.title?.text || step.name, due: step.due?.date, isBlocked: step.mark === 'blocked' }
}
