import { type Goal, isStep, type PlanElement, type Step, type Worker, waitedKinds } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { accountableFor, peopleOf } from '../../plan/people/answering.js'
import { effortOf } from '../../plan/people/effort.js'
import { toExact } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { type StepDates, schedule, stepsOf } from '../../plan/schedule/schedule.js'

/** A step with what other tools want to know of it. */
export interface WorkItem {
  readonly step: Step
  readonly title: string
  readonly phase: PlanElement | undefined
  /** Undefined for what is cancelled. */
  readonly dates: StepDates | undefined
  readonly people: readonly Worker[]
  readonly accountable: PlanElement | undefined
  readonly goals: readonly Goal[]
  /** Exact hours; undefined when the text does not say. */
  readonly hours: Exact | undefined
  readonly hoursOf: ReadonlyMap<Worker, Exact>
  /** 0 to 1. */
  readonly progress: Exact | undefined
  /** The steps that it waits for, phases resolved to what they hold. */
  readonly after: readonly Step[]
}

/** The steps of a plan in its order. */
export function workItems(plan: Plan): readonly WorkItem[] {
  return plan.elements.flatMap((element) => (isStep(element) ? workItem(plan, element) : []))
}

/** Those that count: without what is cancelled. */
export function livingItems(plan: Plan): readonly WorkItem[] {
  return workItems(plan).filter(({ step }) => step.mark !== 'cancelled')
}

function workItem(plan: Plan, step: Step): WorkItem {
  const effort = step.kind === 'task' ? effortOf(plan, step) : undefined
  return {
    step,
    title: titleOf(step),
    phase: step.phase === undefined ? undefined : plan.byName(step.phase),
    dates: schedule(plan).of(step),
    people: peopleOf(plan, step),
    accountable: accountableFor(plan, step),
    goals: plan.findAll(step.for, 'goal'),
    hours: effort?.total && toExact(effort.total),
    hoursOf: new Map([...(effort?.shares ?? [])].map(([person, hours]) => [person, toExact(hours)])),
    progress: step.kind === 'task' ? progressOf(step) : undefined,
    after: plan.findAll(step.after, ...waitedKinds).flatMap((one) => (one.kind === 'phase' ? stepsOf(plan, one) : [one])),
  }
}

/** The title of an element; its name where it has none or a blank one. */
export function titleOf(element: PlanElement): string {
  const title = element.title?.text ?? ''
  return title.trim() === '' ? element.name : title
}

/** What other tools know a person by: the address, else the title. */
export function addressOf(person: Worker): string {
  return emailOf(person) ?? titleOf(person)
}

/** The contact of a person where it is a mail address. */
export function emailOf(person: Worker): string | undefined {
  const contact = (person.kind === 'person' && person.contact?.text) || ''
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact) ? contact : undefined
}
