import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { areSkillsOpen, hasSkill, whoCan } from './skills.js'

const role = 'role editor "Editor" duties "Edits" skills Proofs\n'
const planOf = (text: string) => judgeExample({ text: `${role}${text}` }).plan
const ben = (clauses: string) => `person ben "Ben Cole" works 24h per week ${clauses}`

describe('skills', () => {
  it('are a person’s own and those of the roles, whatever their capitals', () => {
    const plan = planOf(ben('skills Email fills editor'))
    expect(whoCan(plan, 'email').map(({ name }) => name)).toEqual(['ben'])
    expect(whoCan(plan, 'PROOFS').map(({ name }) => name)).toEqual(['ben'])
    expect(whoCan(plan, 'juggling')).toEqual([])
    const person = plan.find({ name: 'ben' }, 'person')
    expect(person && [hasSkill(plan, person, 'Proofs'), hasSkill(plan, person, 'writing')]).toEqual([true, false])
  })

  it('are open where somebody fills a role that nobody knows', () => {
    expect(areSkillsOpen(planOf(ben('skills email fills editor')))).toBe(false)
    expect(areSkillsOpen(planOf(ben('skills email fills editr')))).toBe(true)
  })
})
