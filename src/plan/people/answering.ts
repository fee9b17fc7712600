import type { Goal, Person, PlanElement, Role, Step, Worker } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { onceWhileSame, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { actorKinds, isCertain } from '../model/readable-clauses.js'
import { assigneesOf, personsOf } from './people.js'

/** Whom a name means: a role that exactly one person fills is that person; everything else is itself. */
export function meantBy<E extends PlanElement>(plan: Plan, element: E): E | Person {
  if (element.kind !== 'role') return element
  const [person, another] = personsOf(plan, element)
  return person && !another ? person : element
}

/**
 * Who answers where a name stands as owner, supervisor, contact and the like: the person, the only one who fills the role, or whoever
 * answers for a team with one owner. What nobody answers for stands for itself. Undefined for an unknown name.
 */
export function answererBehind(plan: Plan, ref: Ref | undefined): PlanElement | undefined {
  let element: PlanElement | undefined = plan.find(ref, ...actorKinds)
  const seen = new Set<PlanElement>()
  while (element?.kind === 'team' && element.owners.length === 1 && !seen.has(element)) {
    seen.add(element)
    const next: PlanElement | undefined = plan.find(element.owners[0], ...actorKinds)
    if (!next || isUnfilled(plan, next)) break
    element = next
  }
  return element && meantBy(plan, element)
}

/** The first person who answers where some names stand. */
export function answeringPerson(plan: Plan, refs: readonly Ref[]): Person | undefined {
  for (const ref of refs) {
    const found = answererBehind(plan, ref)
    if (found?.kind === 'person') return found
  }
  return undefined
}

/** Who is to do something about a step: those who work on it, for a decision whoever takes it. */
export function peopleOf(plan: Plan, step: Step): readonly Worker[] {
  if (step.kind !== 'decision') return assigneesOf(plan, step)
  const person = answeringPerson(plan, step.owners)
  return person ? [person] : []
}

/** True for a role that nobody fills. It is reported at the role, so that what names it needs no finding of its own. */
export function isUnfilled(plan: Plan, element: PlanElement | undefined): element is Role {
  return element?.kind === 'role' && personsOf(plan, element).length === 0
}

/** True when it is known which roles every person fills. */
export const areFillsKnown = onceWhileSame((plan: Plan): boolean =>
  plan.all('person').every((person) => isCertain(plan, person, 'fills', person.fills, ['role'])),
)

/** Who answers for a task or milestone: its owner, else the owner of its first goal. Undefined when nobody known does. */
export function accountableFor(plan: Plan, step: Step): PlanElement | undefined {
  return accountables(plan).of(step, () => firstAnswerer(plan, step) ?? firstAnswerer(plan, plan.findAll(step.for, 'goal')[0]))
}

const accountables = values<Step, PlanElement | undefined>()

function firstAnswerer(plan: Plan, element: Step | Goal | undefined): PlanElement | undefined {
  for (const ref of element?.owners ?? []) {
    const found = answererBehind(plan, ref)
    if (found) return found
  }
  return undefined
}
