import { expect, test } from 'vitest'
import { keptEqual } from './kept-equal.js'

test('what is equal is the same object again', () => {
  const before = { steps: [{ name: 'a', after: ['b'] }], title: 'Plan' }
  expect(keptEqual(before, structuredClone(before))).toBe(before)
})

test('what differs is new, and all beside it is the same', () => {
  const before = { steps: [{ name: 'a' }, { name: 'b' }], goals: [{ name: 'c' }] }
  const now = keptEqual(before, { steps: [{ name: 'a' }, { name: 'b', mark: 'done' }], goals: [{ name: 'c' }] })
  expect(now).toEqual({ steps: [{ name: 'a' }, { name: 'b', mark: 'done' }], goals: [{ name: 'c' }] })
  expect(now.steps[0]).toBe(before.steps[0])
  expect(now.steps[1]).not.toBe(before.steps[1])
  expect(now.goals).toBe(before.goals)
})

test('items with a name are found again where others come or go before them', () => {
  const before = [{ name: 'a' }, { name: 'b' }]
  const now = keptEqual(before, [{ name: 'new' }, { name: 'a' }, { name: 'b' }])
  expect([now[1], now[2]]).toEqual(before)
  expect(now[1]).toBe(before[0])
  expect(now[2]).toBe(before[1])
  expect(keptEqual(before, [{ name: 'b' }])[0]).toBe(before[1])
})

test('a field that is gone or undefined makes a difference', () => {
  const before = { a: 1, b: undefined as number | undefined }
  expect(keptEqual(before, { a: 1, b: undefined })).toBe(before)
  expect(keptEqual<object>(before, { a: 1 })).toEqual({ a: 1 })
  expect(keptEqual<object>({ a: 1 }, { a: 1, b: undefined })).not.toBe(before)
  expect(keptEqual<unknown>([1], { 0: 1 })).toEqual({ 0: 1 })
})
