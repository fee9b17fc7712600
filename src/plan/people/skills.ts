import type { Person } from '../elements/elements.js'
import { onceWhileSame } from '../model/once.js'
import type { Plan } from '../model/plan.js'

/** The skills of every person, their own and those of the roles that they fill, in small letters. */
const skillsOf = onceWhileSame(
  (plan: Plan): ReadonlyMap<Person, ReadonlySet<string>> =>
    new Map(
      plan.all('person').map((person) => {
        const words = [person, ...plan.findAll(person.fills, 'role')].flatMap((element) => element.skills)
        return [person, new Set(words.map(({ word }) => word.toLowerCase()))]
      }),
    ),
)

const peopleWith = onceWhileSame((plan: Plan): ReadonlyMap<string, readonly Person[]> => {
  const people = new Map<string, Person[]>()
  for (const [person, skills] of skillsOf(plan)) {
    for (const skill of skills) {
      const known = people.get(skill)
      if (known) known.push(person)
      else people.set(skill, [person])
    }
  }
  return people
})

/** True when the person has the skill, alone or by a role. Capitals make no difference. */
export function hasSkill(plan: Plan, person: Person, skill: string): boolean {
  return skillsOf(plan).get(person)?.has(skill.toLowerCase()) ?? false
}

/** Everybody with a skill, in order of the plan. */
export function whoCan(plan: Plan, skill: string): readonly Person[] {
  return peopleWith(plan).get(skill.toLowerCase()) ?? []
}

/** True when somebody fills a role that is unknown, or has skills that could not be read: then who lacks a skill is unknown as well. */
export const areSkillsOpen = onceWhileSame((plan: Plan): boolean =>
  plan
    .all('person')
    .some(
      (person) =>
        person.fills.some((ref) => plan.find(ref, 'role') === undefined) ||
        person.clauses.some((clause) => (clause.keyword === 'skills' || clause.keyword === 'fills') && !clause.readable),
    ),
)
