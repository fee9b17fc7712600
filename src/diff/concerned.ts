import type { Approval, PlanElement } from '../plan/elements/elements.js'
import { isStep } from '../plan/elements/elements.js'
import type { Ref } from '../plan/elements/ref.js'
import type { Plan } from '../plan/model/plan.js'
import { accountableFor, answererBehind } from '../plan/people/answering.js'
import { assigneesOf } from '../plan/people/people.js'
import type { Change } from './changes.js'

/** How a person is concerned, the most binding first. */
export const concerns = ['approves', 'owns', 'supervises', 'works on', 'speaks for'] as const
export type Concern = (typeof concerns)[number]

/** Why a change concerns somebody. */
export interface Reason {
  readonly concern: Concern
  /** What they approve, own or work on; the stakeholder that they speak for. */
  readonly about: PlanElement
  /** The element that changed; undefined where the whole plan is meant. */
  readonly changed: PlanElement | undefined
}

/** A person, or a team, role or stakeholder behind which stands nobody, with all reasons. */
export interface Concerned {
  readonly who: PlanElement
  readonly reasons: readonly Reason[]
}

/** Whom the changes from one plan to another concern: those who approve first, then by their names in the order of the plan. */
export function concernedBy(changes: readonly Change[], before: Plan | undefined, after: Plan | undefined): readonly Concerned[] {
  const found = new Collection()
  for (const { before: old, after: now } of changes) {
    const [plan, subject] = after && now ? [after, now] : [before, old]
    const element = subject && plan?.elements.find((one) => one.name === subject.name && one.place.start === subject.place.start)
    const changed = element ?? (subject && plan?.byName(subject.name))
    if (plan && changed) collect(found, plan, changed)
  }
  return found.sorted()
}

/** Who answers for a whole plan. */
export function answeringFor(plan: Plan): readonly Concerned[] {
  const found = new Collection()
  for (const element of plan.elements) approvals(found, plan, element, undefined)
  if (plan.strategy) frame(found, plan, undefined)
  for (const goal of plan.all('goal')) owners(found, plan, goal, undefined)
  return found.sorted()
}

function collect(found: Collection, plan: Plan, changed: PlanElement): void {
  frame(found, plan, changed)
  const goals = 'for' in changed && Array.isArray(changed.for) ? plan.findAll(changed.for as readonly Ref[], 'goal') : []
  for (const element of [changed, ...around(plan, changed), ...goals]) {
    approvals(found, plan, element, changed)
    owners(found, plan, element, changed)
  }
  if (isStep(changed)) {
    const accountable = accountableFor(plan, changed)
    if (accountable) found.add(accountable, { concern: 'owns', about: changed, changed })
    for (const person of assigneesOf(plan, changed)) found.add(person, { concern: 'works on', about: changed, changed })
  }
  for (const stakeholder of stakeholdersOf(plan, changed)) {
    const speaker = answererBehind(plan, stakeholder.contacts[0]) ?? stakeholder
    found.add(speaker, { concern: 'speaks for', about: stakeholder, changed })
  }
}

/** The elements in whose braces an element stands, the strategy left out. */
function around(plan: Plan, element: PlanElement): readonly PlanElement[] {
  const { extent } = element
  return plan.elements.filter(
    (one) =>
      one !== element &&
      one.kind !== 'strategy' &&
      one.extent.file === extent.file &&
      one.extent.start <= extent.start &&
      extent.end <= one.extent.end,
  )
}

function frame(found: Collection, plan: Plan, changed: PlanElement | undefined): void {
  const { strategy } = plan
  if (!strategy) return
  approvals(found, plan, strategy, changed)
  owners(found, plan, strategy, changed)
  const supervisor = answererBehind(plan, strategy.supervisor)
  if (supervisor) found.add(supervisor, { concern: 'supervises', about: strategy, changed })
}

function approvals(found: Collection, plan: Plan, element: PlanElement, changed: PlanElement | undefined): void {
  const given: readonly Approval[] = 'approvals' in element ? element.approvals : []
  for (const { by } of given)
    for (const ref of by) {
      const who = answererBehind(plan, ref)
      if (who) found.add(who, { concern: 'approves', about: element, changed })
    }
}

function owners(found: Collection, plan: Plan, element: PlanElement, changed: PlanElement | undefined): void {
  const refs: readonly Ref[] = 'owners' in element ? element.owners : []
  for (const ref of refs) {
    const who = answererBehind(plan, ref)
    if (who) found.add(who, { concern: 'owns', about: element, changed })
  }
}

/** The stakeholders that an element serves, affects or addresses, and a stakeholder itself. */
function stakeholdersOf(plan: Plan, element: PlanElement) {
  if (element.kind === 'stakeholder') return [element]
  const refs = [
    ...('relevantTo' in element ? element.relevantTo : []),
    ...('affects' in element ? element.affects : []),
    ...(element.kind === 'communication' || element.kind === 'report' ? element.to : []),
  ]
  return plan.findAll(refs, 'stakeholder')
}

class Collection {
  private readonly reasons = new Map<PlanElement, Map<string, Reason>>()

  add(who: PlanElement, reason: Reason): void {
    const own = this.reasons.get(who) ?? new Map<string, Reason>()
    this.reasons.set(who, own)
    const key = `${reason.concern} ${reason.about.place.file} ${reason.about.place.start}`
    if (!own.has(key)) own.set(key, reason)
  }

  sorted(): readonly Concerned[] {
    const rank = ({ concern }: Reason) => concerns.indexOf(concern)
    const all = [...this.reasons].map(([who, reasons]) => ({ who, reasons: [...reasons.values()].toSorted((a, b) => rank(a) - rank(b)) }))
    const first = ({ reasons }: Concerned) => Math.min(...reasons.map(rank))
    return all.toSorted((a, b) => first(a) - first(b) || (a.who.name < b.who.name ? -1 : a.who.name > b.who.name ? 1 : 0))
  }
}
