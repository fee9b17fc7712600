import { t } from '@vscode/l10n'
import type { Person, Role, Stakeholder, Team } from '../../plan/elements/elements.js'
import { aspect } from '../taxonomy.js'
import { ownerFact } from './common.js'
import { amountFact, type Fact, fact, flagFact, levelFact, nameFacts, namesFact, spanFacts, textFact, wordFact, wordFacts } from './fact.js'

const fills = aspect('person/fills', 'people', () => t('the role filled'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
})
const works = aspect('person/works', 'people', () => t('the weekly working time'), {
  added: 'S',
  dropped: 'R',
  up: 'S',
  down: 'R',
  changed: 'N',
  scale: 'amount',
  brief: true,
})
const away = aspect('person/away', 'people', () => t('the absence'), { added: 'R', dropped: 'S' })
const skill = aspect('person/skill', 'people', () => t('the skill'), { added: 'S', dropped: 'R', changed: 'R' })
const address = aspect('person/contact', 'people', () => t('the address'), { added: 'N', dropped: 'N', changed: 'N' })
const belongs = aspect('person/belongs-to', 'people', () => t('the group'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const duties = aspect('role/duties', 'people', () => t('the list of duties'), { added: 'N', dropped: 'R', changed: 'N' })
const roleSkill = aspect('role/skill', 'people', () => t('the skill required'), { added: 'N', dropped: 'R', changed: 'R' })
const required = aspect('role/required', 'people', () => t('that the plan needs it'), { added: 'S', dropped: 'W' })
const member = aspect('team/member', 'people', () => t('the member'), { added: 'S', dropped: 'R', changed: 'R', followsElements: true })
const external = aspect('team/external', 'people', () => t('that it is no part of us'), { added: 'N', dropped: 'N' })
const kind = aspect('stakeholder/kind', 'people', () => t('the kind'), { added: 'N', dropped: 'R', changed: 'R' })
const needs = aspect('stakeholder/needs', 'people', () => t('the need'), { added: 'S', dropped: 'R', changed: 'N' })
const power = aspect('stakeholder/power', 'people', () => t('the power'), { added: 'N', dropped: 'R', up: 'N', down: 'R', scale: 'amount' })
const interest = aspect('stakeholder/interest', 'people', () => t('the interest'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'R',
  scale: 'amount',
})
const attitude = aspect('stakeholder/attitude', 'people', () => t('the attitude'), { added: 'N', dropped: 'R', changed: 'N' })
const contact = aspect('stakeholder/contact', 'people', () => t('the contact'), { added: 'S', dropped: 'W', changed: 'N' })
const monitor = aspect('stakeholder/monitored-only', 'people', () => t('the reason why nothing is owed to them'), {
  added: 'W',
  dropped: 'S',
  changed: 'N',
})

export const peopleAspects = [
  fills,
  works,
  away,
  skill,
  address,
  belongs,
  duties,
  roleSkill,
  required,
  member,
  external,
  kind,
  needs,
  power,
  interest,
  attitude,
  contact,
  monitor,
]

export function factsOfPerson(person: Person): Fact[] {
  return [
    ...nameFacts(fills, person.fills),
    ...amountFact(works, person.works),
    ...spanFacts(away, person.away),
    ...wordFacts(skill, person.skills),
    ...textFact(address, person.contact),
    ...nameFacts(belongs, person.belongsTo),
  ]
}

export function factsOfRole(role: Role): Fact[] {
  return [...textFact(duties, role.duties), ...wordFacts(roleSkill, role.skills), ...flagFact(required, role.required)]
}

export function factsOfTeam(team: Team): Fact[] {
  return [
    ...nameFacts(member, team.members),
    ...ownerFact(team.owners),
    ...flagFact(external, team.external),
    ...amountFact(works, team.works),
    ...namesFact(contact, team.contacts),
  ]
}

export function factsOfStakeholder(stakeholder: Stakeholder): Fact[] {
  const { attitude: stance, contacts, monitor: only } = stakeholder
  return [
    ...wordFact(kind, stakeholder.is),
    ...textFact(needs, stakeholder.needs),
    ...levelFact(power, stakeholder.power?.level),
    ...levelFact(interest, stakeholder.interest?.level),
    ...(stance ? [fact(attitude, stance.to ? t('{from} to {to}', { from: stance.from, to: stance.to }) : stance.from)] : []),
    ...namesFact(contact, contacts),
    ...(only ? [fact(monitor, only.because?.text ?? '')] : []),
  ]
}
