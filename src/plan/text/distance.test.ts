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

  it('equals the textbook recurrence, cut off beyond the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(textbookDistance(a, b), limit + 1))
      }),
    )
  })
})

function textbookDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [restA, restB] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return textbookDistance(restA, restB)
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
  return (
    1 +
    Math.min(
      textbookDistance(restA, b),
      textbookDistance(a, restB),
      textbookDistance(restA, restB),
      isSwap ? textbookDistance(a.slice(2), b.slice(2)) : Number.POSITIVE_INFINITY,
    )
  )
}

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
