import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, suggestions } from './distance.js'

describe('edit distance', () => {
  it.each([
    ['recipients', 'recipients', 0],
    ['recipents', 'recipients', 1],
    ['recipinets', 'recipients', 1],
    ['chidy', 'chidi', 1],
    ['größe', 'grösse', 2],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
    ['abcdef', 'fedcba', 3],
  ])('takes %s to %s in %i edits, or reports that it takes more than two', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(Math.min(edits, 3))
  })

  it('is the same in both directions', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), maxLength: 8 })
    fc.assert(fc.property(word, word, fc.nat(4), (a, b, limit) => editDistance(a, b, limit) === editDistance(b, a, limit)))
  })

  it('gives the full distance within any limit that is large enough', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => editDistance(a, b, limit) === Math.min(editDistance(a, b, 20), limit + 1)),
    )
  })
})

describe('suggestions', () => {
  it('offer the nearest names first', () => {
    expect(suggestions('recipents', ['recipient', 'sessions', 'recipients'])).toEqual(['recipients', 'recipient'])
  })

  it('break ties by code units, whatever order the candidates come in', () => {
    expect(suggestions('clickx', ['clicky', 'clicka', 'clickZ'])).toEqual(['clickZ', 'clicka'])
    expect(suggestions('clickx', ['clickZ', 'clicka', 'clicky'])).toEqual(['clickZ', 'clicka'])
  })

  it('allow one edit only in names under five letters', () => {
    expect(suggestions('opns', ['opens', 'plans'])).toEqual(['opens'])
    expect(suggestions('bne', ['ben', 'dana'])).toEqual(['ben'])
    expect(suggestions('xy', ['ben'])).toEqual([])
  })

  it('stop at the number asked for, and never repeat a name or offer the name itself', () => {
    expect(suggestions('leads', ['lead', 'lead', 'leads', 'loads', 'heads'], 3)).toEqual(['heads', 'lead', 'loads'])
    expect(suggestions('leads', ['lead', 'heads', 'loads'], 1)).toEqual(['heads'])
  })
})
