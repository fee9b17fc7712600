import { describe, expect, it } from 'vitest'
import type { Change } from '../../plan/elements/finding.js'
import { applyEdits, editsOfChange } from './text-edits.js'

const file = 'plan.mops'

/** Applies a change whose place is what stands between « and ». */
function changed(marked: string, make: (place: { file: string; start: number; end: number }) => Change): string {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const source = marked.replace('«', '').replace('»', '')
  const edits = editsOfChange(make({ file, start, end }), { text: () => source, plan: undefined })
  return applyEdits(source, edits).text
}

describe('inserting a clause', () => {
  const insert = (marked: string, text: string) => changed(marked, (into) => ({ type: 'insert-clause', into, text }))

  it('puts it behind the last clause of an element without braces', () => {
    expect(insert('«goal more "More"» // why', 'owner ben')).toBe('goal more "More" owner ben // why')
  })

  it('puts it on a line of its own in braces, in the column of the others', () => {
    expect(insert('«goal more {\n  scope      email\n  supports   retention // yes\n}»\n', 'owner ben')).toBe(
      'goal more {\n  scope      email\n  supports   retention // yes\n  owner      ben\n}\n',
    )
  })

  it('puts it in front of elements that the element holds', () => {
    expect(insert('«budget b {\n  line a "A" 3 EUR\n}»', 'owner ben')).toBe('budget b {\n  owner ben\n  line a "A" 3 EUR\n}')
  })

  it('keeps one line on one line', () => {
    expect(insert('«journey buying { stage a "{A" }»', 'note "x"')).toBe('journey buying { stage a "{A" note "x" }')
    expect(insert('«phase build {}»', 'note "x"')).toBe('phase build { note "x" }')
  })

  it('opens braces for what can only stand in them', () => {
    expect(insert('«budget b total 3 EUR»', 'line rest "Rest" 3 EUR')).toBe('budget b total 3 EUR {\n  line rest "Rest" 3 EUR\n}')
  })

  it('keeps carriage returns', () => {
    expect(insert('«goal more {\r\n  scope email\r\n}»\r\n', 'owner ben')).toBe('goal more {\r\n  scope email\r\n  owner ben\r\n}\r\n')
  })
})

describe('removing', () => {
  it('takes the line with it when nothing else stands there', () => {
    expect(changed('a {\n  «owner ben»\n  b c\n}', (place) => ({ type: 'remove', place }))).toBe('a {\n  b c\n}')
  })

  it('leaves a comment on the line', () => {
    expect(changed('a {\n  «owner ben» // he is away\n}', (place) => ({ type: 'remove', place }))).toBe('a {\n  // he is away\n}')
  })

  it('takes the comma of a name', () => {
    const remove = (marked: string, clause: { start: number; end: number }) =>
      changed(marked, (place) => ({ type: 'remove-name', place, clause: { file, ...clause } }))
    expect(remove('after «a», b', { start: 0, end: 10 })).toBe('after b')
    expect(remove('after a, «b»', { start: 0, end: 10 })).toBe('after a')
    expect(remove('x after «a»', { start: 2, end: 9 })).toBe('x')
  })
})

describe('inserting an element', () => {
  it('puts it behind the other one with its indentation', () => {
    expect(changed('phase p {\n  «task a "A"» // first\n}', (after) => ({ type: 'insert-element', after, text: 'task b "B"' }))).toBe(
      'phase p {\n  task a "A" // first\n  task b "B"\n}',
    )
  })
})

describe('setting a mark', () => {
  it('replaces the mark, or puts one in front', () => {
    expect(changed('«[ ]» task a', (markPlace) => ({ type: 'set-mark', markPlace, mark: 'done' }))).toBe('[x] task a')
    expect(changed('«»task a', (markPlace) => ({ type: 'set-mark', markPlace, mark: 'doing' }))).toBe('[~] task a')
  })
})
