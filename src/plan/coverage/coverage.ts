import type { Communication, Goal, Person, Report, Sla, Stakeholder, Task } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { activeGoals, activeTasks, isActive } from '../model/active.js'
import { isGiven } from '../model/given-clauses.js'
import { once, onceWhileSame, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { actorKinds, areOfKinds, areReadable, isCertain, readerKinds } from '../model/readable-clauses.js'
import { areAssigneesKnown, membersOf, personsBehind } from '../people/people.js'
import type { Place } from '../text/place.js'
import { type ContactInterval, contactInterval } from './contact-interval.js'

/** An element that makes a relation true, with the place of the name that says so. */
export interface Evidence<E> {
  readonly element: E
  readonly place: Place
}

/** What the plan does for one stakeholder. */
export interface StakeholderCoverage {
  readonly stakeholder: Stakeholder
  /** Kind `employee` or `leadership`. */
  readonly isInternal: boolean
  /** `monitor because`: nothing is owed to them. */
  readonly isExempt: boolean
  readonly members: readonly Person[]
  /** Goals that serve it, dropped ones left out. */
  readonly goals: readonly Evidence<Goal>[]
  /** Tasks that affect it, cancelled ones left out. */
  readonly affectedBy: readonly Evidence<Task>[]
  /** Affected by a task, or internal and served. */
  readonly isAffected: boolean
  /** Tasks that it, or a member, is accountable for, works on, is consulted or informed about. */
  readonly takesPartIn: readonly Evidence<Task>[]
  /** The same without those about which it is only informed. */
  readonly worksOrAdvisesOn: readonly Evidence<Task>[]
  /** Tasks that consult it or a member. */
  readonly consultedOn: readonly Evidence<Task>[]
  readonly communications: readonly Evidence<Communication>[]
  readonly reports: readonly Evidence<Report>[]
  readonly slas: readonly Evidence<Sla>[]
  readonly contactInterval: ContactInterval
}

/** Who is served, told, asked and involved, and where the text leaves that open. */
export interface Coverage {
  /** Per stakeholder in order of position, those that are only monitored last. */
  readonly stakeholders: readonly StakeholderCoverage[]
  readonly of: (stakeholder: string) => StakeholderCoverage | undefined
  /** False when some goal names an unknown stakeholder: it may be any of them. */
  readonly isServiceCertain: boolean
  /** False when some communication, or some report, is addressed to an unknown name. */
  readonly isTellingCertain: boolean
  readonly isReportingCertain: boolean
  /** Tasks that name unknown people. */
  readonly uncertainTasks: ReadonlySet<string>
  /** The stakeholders that an audience or actor stands for: itself, or the groups that one of its persons belongs to. */
  readonly stakeholdersBehind: (ref: Ref) => readonly string[]
}

interface Gathered {
  readonly goals: Evidence<Goal>[]
  readonly affectedBy: Evidence<Task>[]
  readonly takesPartIn: Evidence<Task>[]
  readonly worksOrAdvisesOn: Evidence<Task>[]
  readonly consultedOn: Evidence<Task>[]
  readonly communications: Evidence<Communication>[]
  readonly reports: Evidence<Report>[]
  readonly slas: Evidence<Sla>[]
}

/** The relations between stakeholders and the rest of the plan; computed once. */
export const coverage = once((plan: Plan): Coverage => {
  const gathered = new Map<string, Gathered>(plan.all('stakeholder').map((stakeholder) => [stakeholder.name, nothing()]))
  const add = <K extends keyof Gathered>(relation: K, ref: Ref, element: Gathered[K][number]['element']) => {
    for (const name of stakeholdersBehind(plan, ref)) {
      const list = gathered.get(name)?.[relation] as Evidence<typeof element>[] | undefined // the key ties the list to its evidence
      if (list && list.at(-1)?.element !== element) list.push({ element, place: ref.place })
    }
  }

  for (const goal of activeGoals(plan)) {
    for (const ref of goal.relevantTo) if (plan.find(ref, 'stakeholder')) add('goals', ref, goal)
  }
  const uncertainTasks = new Set<string>()
  for (const task of activeTasks(plan)) {
    const { parts, isUncertain } = partsIn(plan, task)
    for (const { relation, stakeholder, evidence } of parts) gathered.get(stakeholder)?.[relation].push(evidence)
    if (isUncertain) uncertainTasks.add(task.name)
  }
  for (const communication of plan.all('communication')) for (const ref of communication.to) add('communications', ref, communication)
  for (const report of plan.all('report')) for (const ref of report.to) add('reports', ref, report)
  for (const sla of plan.all('sla')) for (const ref of [sla.from, sla.to]) if (ref) add('slas', ref, sla)

  const rows = plan.all('stakeholder').map((stakeholder) => row(plan, stakeholder, gathered.get(stakeholder.name) ?? nothing()))
  const byName = new Map(rows.map((one) => [one.stakeholder.name, one]))
  return {
    stakeholders: [...rows.filter((one) => !one.isExempt), ...rows.filter((one) => one.isExempt)],
    of: (name) => byName.get(name),
    isServiceCertain: plan
      .all('goal')
      .every((goal) => !isActive(goal) || isCertain(plan, goal, 'relevant', goal.relevantTo, ['stakeholder'])),
    isTellingCertain: plan.all('communication').every((one) => isCertain(plan, one, 'to', one.to, actorKinds)),
    isReportingCertain: plan.all('report').every((one) => isCertain(plan, one, 'to', one.to, readerKinds)),
    uncertainTasks,
    stakeholdersBehind: (ref) => stakeholdersBehind(plan, ref),
  }
})

/** The part that a stakeholder has in a task. */
interface Part {
  readonly relation: 'affectedBy' | 'takesPartIn' | 'worksOrAdvisesOn' | 'consultedOn'
  readonly stakeholder: string
  readonly evidence: Evidence<Task>
}

interface TaskParts {
  /** Each once, with the first name that says so. */
  readonly parts: readonly Part[]
  readonly isUncertain: boolean
}

const noParts: TaskParts = { parts: [], isUncertain: false }
const known = values<Task, TaskParts>()

function partsIn(plan: Plan, task: Task): TaskParts {
  return known(plan).of(task, () => computeParts(plan, task))
}

function computeParts(plan: Plan, task: Task): TaskParts {
  const parts: Part[] = []
  const add = (relation: Part['relation'], { place }: Ref, stakeholder: string) => {
    if (parts.some((part) => part.relation === relation && part.stakeholder === stakeholder)) return
    parts.push({ relation, stakeholder, evidence: { element: task, place } })
  }
  const addWork = (ref: Ref) => {
    for (const stakeholder of stakeholdersBehind(plan, ref)) {
      add('worksOrAdvisesOn', ref, stakeholder)
      add('takesPartIn', ref, stakeholder)
    }
  }
  const goal = goalAnswering(plan, task)
  for (const ref of task.affects) if (plan.find(ref, 'stakeholder')) add('affectedBy', ref, ref.name)
  for (const ref of goal?.owners ?? task.owners) addWork(ref)
  for (const { actor } of task.assignments) addWork(actor)
  for (const ref of task.consults) {
    for (const stakeholder of stakeholdersBehind(plan, ref)) add('consultedOn', ref, stakeholder)
    addWork(ref)
  }
  for (const ref of task.informs) for (const stakeholder of stakeholdersBehind(plan, ref)) add('takesPartIn', ref, stakeholder)
  const isUncertain = (goal !== undefined && !areOwnersKnown(plan, goal)) || !namesKnownPeople(plan, task)
  return parts.length > 0 || isUncertain ? { parts, isUncertain } : noParts
}

const owned = values<Goal, boolean>()

function areOwnersKnown(plan: Plan, goal: Goal): boolean {
  return owned(plan).of(goal, () => isCertain(plan, goal, 'owner', goal.owners, actorKinds))
}

/** The goal whose owner answers for a task without `owner`: its first. */
function goalAnswering(plan: Plan, task: Task): Goal | undefined {
  return task.owners.length > 0 ? undefined : plan.find(task.for[0], 'goal')
}

function row(plan: Plan, stakeholder: Stakeholder, found: Gathered): StakeholderCoverage {
  const isInternal = stakeholder.is?.word === 'employee' || stakeholder.is?.word === 'leadership'
  return {
    ...found,
    stakeholder,
    isInternal,
    isExempt: stakeholder.monitor?.because !== undefined || (!stakeholder.monitor && isGiven(stakeholder, 'monitor')),
    members: membersOf(plan, stakeholder),
    isAffected: found.affectedBy.length > 0 || (isInternal && found.goals.length > 0),
    contactInterval: contactInterval(
      plan,
      found.communications.map((one) => one.element),
      found.reports.map((one) => one.element),
    ),
  }
}

/** The stakeholders that each person belongs to. */
const groups = onceWhileSame((plan: Plan): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const stakeholder of plan.all('stakeholder')) {
    for (const person of membersOf(plan, stakeholder)) {
      const names = found.get(person.name)
      if (names) names.push(stakeholder.name)
      else found.set(person.name, [stakeholder.name])
    }
  }
  return found
})

const audiences = values<string, readonly string[]>()

function stakeholdersBehind(plan: Plan, ref: Ref): readonly string[] {
  return audiences(plan).of(ref.name, () => {
    const stakeholder = plan.find(ref, 'stakeholder')
    if (stakeholder) return [stakeholder.name]
    return [...new Set(personsBehind(plan, ref).flatMap((person) => groups(plan).get(person.name) ?? []))]
  })
}

const peopleWords = ['owner', 'consults', 'informs']
const peopleWordsWithoutOwner = [...peopleWords, 'for']

/** True when all people of a task are known; whether the owners of its goal are is another question. */
function namesKnownPeople(plan: Plan, task: Task): boolean {
  const isOwned = task.owners.length > 0
  return (
    areReadable(task, isOwned ? peopleWords : peopleWordsWithoutOwner) &&
    areOfKinds(plan, task.owners, actorKinds) &&
    areAssigneesKnown(plan, task) &&
    areOfKinds(plan, task.consults, actorKinds) &&
    areOfKinds(plan, task.informs, actorKinds) &&
    (isOwned || areOfKinds(plan, task.for, ['goal']))
  )
}

function nothing(): Gathered {
  return {
    goals: [],
    affectedBy: [],
    takesPartIn: [],
    worksOrAdvisesOn: [],
    consultedOn: [],
    communications: [],
    reports: [],
    slas: [],
  }
}
