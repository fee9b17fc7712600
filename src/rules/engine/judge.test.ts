import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'

/** The related places of the one finding about a week that holds so many tasks. */
function relatedTo(tasks: number): readonly string[] {
  const more = Array.from({ length: tasks }, (_, index) => `[ ] task small_${index} "Small" @nora 2h start 2027-03-08 due 2027-03-12`)
  const { findings } = judgeExample(['person nora "Nora Lind" works 20h per week', ...more].join('\n'))
  const [found] = findings.filter(({ code, message }) => code === 'schedule/over-capacity' && message.startsWith('Nora'))
  return found?.related.map(({ message }) => message) ?? []
}

describe('a finding with many related places', () => {
  it('shows twenty of them in the order of the text, and says behind the last how many more there are', () => {
    expect(relatedTo(20)).toHaveLength(20)
    expect(relatedTo(20).at(-1)).toBe('`small_19` takes 2 h of week 2027-W10.')
    const related = relatedTo(25)
    expect(related).toHaveLength(20)
    expect(related.slice(0, -1)).toEqual(Array.from({ length: 19 }, (_, index) => `\`small_${index}\` takes 2 h of week 2027-W10.`))
    expect(related.at(-1)).toMatch(/ And 5 more\.$/)
  })
})
