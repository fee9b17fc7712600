import { describe, expect, it } from 'vitest'
import { readPlanText } from '../../src/language/read/read-file.js'
import { reread } from '../../src/language/read/reread.js'

function faultsOf(text: string): readonly string[] {
  return readPlanText('plan.mops', text).faults.map(({ message }) => message)
}

describe('a text of nothing but faults', () => {
  it('is told its first twenty thousand, and that there are more', () => {
    const faults = faultsOf('}\n'.repeat(30_000))
    expect(faults.length).toBeLessThanOrEqual(20_001)
    expect(faults.some((message) => message.includes('more than 20000 faults'))).toBe(true)
  })

  it('keeps what can be read', () => {
    const { elements } = readPlanText('plan.mops', `${'}\n'.repeat(3_000)}person ann "Ann"\n`)
    expect(elements.map(({ name }) => name)).toEqual(['ann'])
  })

  it('is not read where it has a fault and is too long to look for it', () => {
    const faults = faultsOf(`goal g {\n${'  owner ann\n'.repeat(100_000)}  %\n}\n`)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('too long to look for it')
  })

  const broken = (count: number) => `${'goal g { owner %\n'.repeat(count)}person ann "Ann"\n`

  it('is read up to its thousandth stretch with a fault, and sound ones behind that too', () => {
    const { faults, elements } = readPlanText('plan.mops', broken(1_200))
    expect(faults.some(({ message }) => message.includes('more than 1000 places'))).toBe(true)
    expect(elements.some(({ name }) => name === 'ann')).toBe(true)
  })

  it.each([
    ['the limit is passed', 1_000, 1_001],
    ['the limit is reached again', 1_001, 1_000],
    ['much stands behind it', 1_200, 1_201],
  ])('reads after an edit as from the start where %s', (_, before, after) => {
    const [old, text] = [broken(before), broken(after)]
    const edited = reread(readPlanText('plan.mops', old), old, text)
    expect(edited.faults).toEqual(readPlanText('plan.mops', text).faults)
  })
})
