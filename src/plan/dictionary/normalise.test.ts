import { describe, expect, it } from 'vitest'
import { normalised } from './normalise.js'

describe('a name as it is compared', () => {
  it('has the same words whether or not it stays within western characters', () => {
    const punctuation = Array.from({ length: 0x70 }, (_, index) => 0x2000 + index)
    const arrows = Array.from({ length: 0x70 }, (_, index) => 0x2190 + index)
    const latin = Array.from({ length: 0x100 }, (_, index) => index)
    for (const code of [...latin, ...punctuation, ...arrows]) {
      const text = `a${String.fromCharCode(code)}b`
      expect(normalised(`${text} ж`), `U+${code.toString(16)}`).toBe(`${normalised(text)} ж`)
    }
  })

  it('makes nothing of case, underscores, hyphens and arrows', () => {
    expect(normalised('MQL→SQL-Rate')).toBe('mql sql rate')
    expect(normalised('öffnungs_rate (%)')).toBe('öffnungs rate %')
  })
})
