import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf } from './text-change.js'

describe('the stretch in which two texts differ', () => {
  it('is empty for the same text', () => {
    expect(changeOf('abc', 'abc')).toEqual({ start: 3, oldEnd: 3, delta: 0 })
  })

  it('is what was typed, though its neighbours look alike', () => {
    expect(changeOf('aab', 'aaab')).toEqual({ start: 2, oldEnd: 2, delta: 1 })
    expect(changeOf('2027-01-04', '2027-11-04')).toEqual({ start: 5, oldEnd: 6, delta: 0 })
  })

  it('turns the old text into the new one, and no shorter one does', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 8 })
    const long = fc.nat(3).map((times) => 'task '.repeat(times * 4000))
    fc.assert(
      fc.property(long, part, part, part, long, (front, head, before, after, back) => {
        const oldText = front + head + before + back
        const text = front + head + after + back
        const { start, oldEnd, delta } = changeOf(oldText, text)
        expect(oldText.slice(0, start) + text.slice(start, oldEnd + delta) + oldText.slice(oldEnd)).toBe(text)
        const isEmpty = start === oldEnd || start === oldEnd + delta
        expect(isEmpty || oldText[start] !== text[start]).toBe(true)
        expect(isEmpty || oldText[oldEnd - 1] !== text[oldEnd + delta - 1]).toBe(true)
      }),
    )
  })
})
