import type { Person, PlanElement, Stakeholder, Task, Team, Worker } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { onceWhileSame, values } from '../model/once.js'
import type { Plan } from '../model/plan.js'

/** The persons of every role, team and stakeholder of the plan, in order of the plan. */
const groups = onceWhileSame((plan: Plan): ReadonlyMap<PlanElement, readonly Person[]> => {
  const persons = new Map<PlanElement, Set<Person>>()
  const put = (group: PlanElement, person: Person): void => {
    const known = persons.get(group)
    if (known) known.add(person)
    else persons.set(group, new Set([person]))
  }
  for (const team of plan.all('team')) for (const person of plan.findAll(team.members, 'person')) put(team, person)
  for (const person of plan.all('person')) {
    for (const role of plan.findAll(person.fills, 'role')) put(role, person)
    for (const group of plan.findAll(person.belongsTo, 'team', 'stakeholder')) put(group, person)
  }
  return new Map([...persons].map(([group, members]) => [group, [...members]]))
})

/** The persons that an element stands for: itself, the members of a team or stakeholder, those who fill a role. */
export function personsOf(plan: Plan, actor: PlanElement | undefined): readonly Person[] {
  if (!actor) return []
  return actor.kind === 'person' ? [actor] : (groups(plan).get(actor) ?? [])
}

/** The persons behind a name: the person, the members of the team or stakeholder, those who fill the role. Empty for an unknown name. */
export function personsBehind(plan: Plan, ref: Ref): readonly Person[] {
  return personsOf(plan, plan.find(ref, 'person', 'team', 'role', 'stakeholder'))
}

/** A group of more people than this shares no work out: what each of them does of a task is unknown. */
export const mostSharers = 50

/** The team, role or stakeholder behind a name, where it has too many people to share work out among them. */
export function crowdBehind(plan: Plan, ref: Ref): { readonly group: PlanElement; readonly people: number } | undefined {
  const group = plan.find(ref, 'person', 'team', 'role', 'stakeholder')
  const people = personsOf(plan, group).length
  return group && people > mostSharers ? { group, people } : undefined
}

/** Who shares the work that a name is given: the persons behind it, a team that is planned as one itself, nobody for a crowd. */
export function workersBehind(plan: Plan, ref: Ref): readonly Worker[] {
  const team = plan.find(ref, 'team')
  if (team && isWorker(plan, team)) return [team]
  const persons = personsBehind(plan, ref)
  return persons.length > mostSharers ? [] : persons
}

/** A team with hours of its own is planned as one, and so is an external one without members. */
function isWorker(plan: Plan, team: Team): boolean {
  return team.works !== undefined || (team.external !== undefined && personsOf(plan, team).length === 0)
}

/** Everybody of the plan who can have work: all persons, then the teams that are planned as one. */
export const everyWorker = onceWhileSame((plan: Plan): readonly Worker[] => [
  ...plan.all('person'),
  ...plan.all('team').filter((team) => isWorker(plan, team)),
])

/** Who works on a task, each once, in the order in which the task names them. */
export function assigneesOf(plan: Plan, task: Pick<Task, 'assignments'>): readonly Worker[] {
  return [...new Set(task.assignments.flatMap((assignment) => workersBehind(plan, assignment.actor)))]
}

/** The persons that belong to a stakeholder. */
export function membersOf(plan: Plan, stakeholder: Stakeholder): readonly Person[] {
  return personsOf(plan, stakeholder)
}

/**
 * True when every name behind `@` is an element of the plan that a person can be behind, and no crowd; else who works on the task is unknown.
 */
export function areAssigneesKnown(plan: Plan, task: Task): boolean {
  return !unknowns(plan).of(task, () => hasUnknown(plan, task))
}

const unknowns = values<Task, boolean>()

function hasUnknown(plan: Plan, task: Task): boolean {
  for (const { actor } of task.assignments) {
    if (!plan.find(actor, 'person', 'team', 'role', 'stakeholder') || crowdBehind(plan, actor)) return true
  }
  for (const clause of task.clauses) if (!clause.readable && clause.keyword === '@') return true
  return false
}
