import { describe, expect, it } from 'vitest'
import { choice, didYouMean, inTicks, series } from './wording.js'

describe('names in a sentence', () => {
  it('are joined with commas and "and"', () => {
    expect(inTicks(['a', 'b', 'c'])).toBe('`a`, `b` and `c`')
    expect(series(['one'])).toBe('one')
  })

  it('are counted beyond the most that are shown', () => {
    expect(inTicks(['a', 'b', 'c', 'd', 'e'], 3)).toBe('`a`, `b`, `c` and 2 more')
  })

  it('are offered with "or"', () => {
    expect(choice(['a', 'b'])).toBe('a or b')
    expect(didYouMean(['recipients'])).toBe(' Did you mean `recipients`?')
    expect(didYouMean([])).toBe('')
  })
})
