import { expect, test } from 'vitest'
import { midPlan, smallPlan, textOf } from '../../test/example-files.js'
import { viewOf } from '../../test/preview/example-view.js'
import type { PlanView } from './model.js'
import { isPatch, type Patch, patchBetween, patched } from './patch.js'

/** As it travels. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}

/** As the preview reads it. */
function received(change: Patch | undefined): Patch {
  const value: unknown = sent(change)
  if (!isPatch(value)) throw new Error('This is no patch.')
  return value
}

/** Without places: they stay with the server. */
function view(example: string, text?: string): PlanView {
  return { ...viewOf(example, text === undefined ? {} : { [example]: text }), places: [] }
}

test('nothing is sent where nothing is said differently', () => {
  expect(patchBetween(view(smallPlan), view(smallPlan))).toBeUndefined()
  expect(patchBetween(view(smallPlan), view(smallPlan, `// only places move\n${textOf(smallPlan)}`))).toBeUndefined()
  expect(patchBetween({ a: undefined, b: 1 }, { b: 1 })).toBeUndefined()
})

test('a renamed task is a small patch, and all other steps are the same objects', () => {
  const before = view(smallPlan)
  const now = view(smallPlan, textOf(smallPlan).replace('"Write the simpler email guideline"', '"Write the guideline"'))
  const change = patchBetween(before, now)
  expect(JSON.stringify(change).length).toBeLessThan(1000)
  const after = patched(before, received(change)) as PlanView
  expect(sent(after)).toEqual(sent(now))
  const same = after.steps.filter((step) => before.steps.includes(step))
  expect(same.length).toBe(before.steps.length - 1)
  expect(after.goals).toBe(before.goals)
})

test('any plan can become any other', () => {
  const plans = [view(midPlan), view(smallPlan), view(smallPlan, textOf(smallPlan).replace(/\n\[x\] task[\s\S]*?\n\}/, ''))]
  for (const before of plans)
    for (const now of plans) {
      const change = patchBetween(before, now)
      expect(sent(change ? patched(sent(before), received(change)) : before)).toEqual(sent(now))
    }
})

test('items come and go in the middle of a list', () => {
  const change = patchBetween(['a', 'b', 'c'], ['a', 'x', 'y', 'b', 'c'])
  expect(change).toEqual({ from: 1, remove: 0, insert: ['x', 'y'] })
  expect(patched(['a', 'b', 'c'], change ?? { set: 0 })).toEqual(['a', 'x', 'y', 'b', 'c'])
  expect(patchBetween(['a', 'a', 'b'], ['a', 'b'])).toEqual({ from: 1, remove: 1, insert: [] })
})

test('a field named like one that every object has is only data', () => {
  const now = JSON.parse('{"__proto__": {"polluted": 1}, "a": 2}')
  const change = received(patchBetween({ a: 1 }, now))
  patched({ a: 1 }, change)
  expect('polluted' in {}).toBe(false)
})

test('what is no patch is refused', () => {
  for (const wrong of [{}, { items: [[-1, { set: 1 }]] }, { from: 0, remove: 'all', insert: [] }, { fields: { a: 1 }, gone: [] }])
    expect(isPatch(wrong)).toBe(false)
  expect(() => patched('text', { items: [] })).toThrow('another value')
})
