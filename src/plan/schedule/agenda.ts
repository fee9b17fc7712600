import { isStep, type Level, type PlanElement, type Step, type Worker, waitedKinds } from '../elements/elements.js'
import { isOpen } from '../model/active.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { accountableFor, peopleOf } from '../people/answering.js'
import { workingDays } from '../quantity/calendar.js'
import { addDays } from '../quantity/days.js'
import type { Exact, PlainDate } from '../quantity/quantity.js'
import { progressOf } from './progress.js'
import { schedule, stepsOf } from './schedule.js'

/** A step that is still to be done. */
export interface AgendaStep {
  readonly step: Step
  readonly start: PlainDate | undefined
  readonly end: PlainDate | undefined
  readonly people: readonly Worker[]
  readonly accountable: PlanElement | undefined
  /** 0 to 1; undefined when unknown. */
  readonly progress: Exact | undefined
  /** Working days since its end; 0 where that is not over. */
  readonly daysLate: number
  readonly isBlocked: boolean
  readonly isCritical: boolean
  /** Names of the steps that it waits for and that are not done. */
  readonly waitsFor: readonly string[]
}

/** What is still to be done: by the end, what has none last; of one day the higher priority first, then in the order of the plan. */
export const agenda = once((plan: Plan): readonly AgendaStep[] =>
  plan.elements
    .filter(isStep)
    .filter(isOpen)
    .map((step) => agendaStep(plan, step))
    .sort((a, b) => compareDates(a.end, b.end) || rankOf(a) - rankOf(b)),
)

function agendaStep(plan: Plan, step: Step): AgendaStep {
  const dates = schedule(plan).of(step)
  const today = plan.statusDate.date
  const end = dates?.end
  return {
    step,
    start: dates?.start,
    end,
    people: peopleOf(plan, step),
    accountable: accountableFor(plan, step),
    progress: step.kind === 'task' ? progressOf(step) : undefined,
    daysLate: end !== undefined && end < today ? workingDays(plan.calendar, addDays(end, 1), today) : 0,
    isBlocked: step.mark === 'blocked',
    isCritical: dates?.isCritical === true,
    waitsFor: plan
      .findAll(step.after, ...waitedKinds)
      .flatMap((before) => (before.kind === 'phase' ? stepsOf(plan, before) : [before]))
      .filter(isOpen)
      .map((before) => before.name),
  }
}

const ranks: Readonly<Record<Level, number>> = { high: 0, medium: 1, low: 3 }

/** Where a step stands among those of one day; one without a priority comes between medium and low. */
function rankOf({ step }: AgendaStep): number {
  return step.kind === 'task' && step.priority ? ranks[step.priority.level] : 2
}

function compareDates(a: PlainDate | undefined, b: PlainDate | undefined): number {
  if (a === b) return 0
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  return a < b ? -1 : 1
}
