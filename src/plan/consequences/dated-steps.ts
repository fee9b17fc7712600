import { isMoment, type Step, stepKinds } from '../elements/elements.js'
import { isActive, isOpen } from '../model/active.js'
import type { Plan } from '../model/plan.js'
import { dayNumber } from '../quantity/days.js'
import type { PlainDate } from '../quantity/quantity.js'
import { schedule } from '../schedule/schedule.js'
import type { DatedStep } from './pushed.js'

/** The steps of a plan as far as their days go. Cancelled ones count for nothing. */
export function datedSteps(plan: Plan): readonly DatedStep[] {
  return plan
    .allOf(...stepKinds)
    .filter(isActive)
    .map((step) => datedStep(plan, step))
}

function datedStep(plan: Plan, step: Step): DatedStep {
  const dates = schedule(plan).of(step)
  return {
    name: step.name,
    isMoment: isMoment(step),
    isOpen: isOpen(step),
    start: day(dates?.start),
    end: day(dates?.end),
    after: step.after.map(({ name }) => name),
    phase: step.phase,
    isStartWritten: writtenStart(step),
    isEndWritten: step.due !== undefined,
  }
}

/** True for a first day that stands in the text as a date. */
export function writtenStart(step: Step): boolean {
  return step.kind === 'task' && step.start !== undefined
}

function day(date: PlainDate | undefined): number | undefined {
  return date === undefined ? undefined : dayNumber(date)
}
