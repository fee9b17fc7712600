import { expect, test } from 'vitest'
import { Enclosing } from './enclosing.js'
import type { Place } from './place.js'

const at = (start: number, end: number): Place => ({ file: 'plan.mops', start, end })

function holding(members: readonly Place[], place: Place): string[] {
  return [...new Enclosing(members, (member) => member).holding(place)].map(({ start, end }) => `${start}-${end}`)
}

test('what holds a place is found from within to without, whatever lies beside it', () => {
  const members = [at(0, 100), at(10, 40), at(12, 15), at(50, 90), at(120, 130)]

  expect(holding(members, at(20, 22))).toEqual(['10-40', '0-100'])
  expect(holding(members, at(12, 15))).toEqual(['12-15', '10-40', '0-100'])
  expect(holding(members, at(95, 96))).toEqual(['0-100'])
  expect(holding(members, at(38, 52))).toEqual(['0-100'])
  expect(holding(members, at(110, 111))).toEqual([])
  expect(holding([], at(1, 2))).toEqual([])
})

test('a look-up behind many siblings asks few of them', () => {
  let asked = 0
  const siblings = Array.from({ length: 10_000 }, (_, index) => at(2 * index + 1, 2 * index + 2))
  const enclosing = new Enclosing([at(0, 30_000), ...siblings], (member) => {
    asked++
    return member
  })
  asked = 0

  expect([...enclosing.holding(at(25_000, 25_001))]).toHaveLength(1)
  expect(asked).toBeLessThan(50)
})
