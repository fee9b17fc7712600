import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksAfter, chunksOf } from '../../src/language/read/chunks.js'
import { readTolerantly } from '../../src/language/read/file-reader.js'
import { readAsMeant } from '../../src/language/read/read-as-meant.js'
import { readPlanText } from '../../src/language/read/read-file.js'
import { regionsOf } from '../../src/language/read/regions.js'
import { changeOf } from '../../src/language/read/text-change.js'
import type { ReadFile } from '../../src/plan/elements/source.js'
import { broken, brokenEdit, standingFaults } from '../broken-edits.js'

const plan = readFileSync(path.resolve(import.meta.dirname, '../../examples/campaign-client.mops'), 'utf8')
const read = (text: string) => readPlanText('plan.mops', text)

/** The regions of a text, as texts. */
function regionsIn(text: string): string[] {
  let end = 0
  return regionsOf(chunksOf(text)).map(({ chunks }) => {
    const start = end
    for (const { length } of chunks) end += length
    return text.slice(start, end)
  })
}

/** Kinds, names and places of what was read, and all that was said of it. */
function content({ elements, faults, refs, unread }: ReadFile): unknown {
  return [
    elements.map(({ kind, path: names, extent, clauses }) => [kind, names, extent.start, extent.end, clauses.length]),
    faults.map(({ code, message, place }) => [code, message, place.start, place.end]),
    refs.map(({ ref }) => [ref.name, ref.place.start]),
    unread.map(({ word }) => word),
  ]
}

describe('the regions of a text', () => {
  it('are its top-level elements with the comments in front of them', () => {
    const parts = [
      '// Head\n\nimport "a.mops"\n',
      '/** What for */\ngoal a "A" {\n  note "x"\n}\n',
      '\n[x] task t "T" due 2027-01-01\n',
      '  goal b\n',
    ]
    expect(regionsIn(parts.join(''))).toEqual(parts)
  })

  it('hold elements in the braces of others, however they are indented', () => {
    const phase = 'phase p "P" {\ntask a "A"\n  task b "B" {\n}\n}\n'
    expect(regionsIn(`${phase}goal g\n`)).toEqual([phase, 'goal g\n'])
  })

  it('end in front of what stands no further to the right, where a brace has no end', () => {
    const open = 'phase p "P" {\n  task a "A" {\n    due 2027-01-01\n  task b "B" {\n  }\n'
    expect(regionsIn(`${open}goal g {\n}\n`)).toEqual([open, 'goal g {\n}\n'])
  })

  it('are not cut where a word may be a name, or a comment beside one element could document the next', () => {
    for (const text of [
      'goal a owner ben,\ngoal\n',
      'goal a /** of b */\ngoal b\n',
      'goal a /*\n*/ goal b\n',
      'goal a note """\ngoal b\n"""\n',
    ])
      expect(regionsIn(text)).toEqual([text])
  })

  it('of a text that was edited are those of the text, whatever the edits', () => {
    fc.assert(
      fc.property(fc.array(brokenEdit, { minLength: 1, maxLength: 12 }), (edits) => {
        let text = plan
        let chunks = chunksOf(text)
        for (const edit of edits) {
          const next = broken(text, edit)
          chunks = chunksAfter(chunks, next, changeOf(text, next))
          text = next
          expect(chunks).toEqual(chunksOf(text))
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** The whole text by the tolerant parser alone. */
function asWhole(text: string): ReadFile {
  const readWhole = (spelled: string) => readTolerantly('plan.mops', spelled)
  return readAsMeant(readWhole(text), text, text, readWhole).file
}

describe('a text read region by region', () => {
  it('reads as the tolerant parser reads the whole, whatever is broken, as long as its braces match', () => {
    fc.assert(
      fc.property(fc.array(brokenEdit, { minLength: 1, maxLength: 2 }), (edits) => {
        const text = edits.reduce(broken, plan)
        fc.pre(regionsOf(chunksOf(text)).every(({ isOpen }) => !isOpen))
        expect(content(read(text))).toEqual(content(asWhole(text)))
      }),
      { numRuns: 60 },
    )
  })

  it.each(Object.entries(standingFaults))('loses nothing but the region of %s', (_, fault) => {
    const at = plan.indexOf('\ncampaign ') + 1
    const faulty = read(plan.slice(0, at) + fault + plan.slice(at))
    const isOutside = (start: number) => start < at || start >= at + fault.length
    const placed = ({ elements }: ReadFile) => elements.map(({ path: names, extent }) => [names, extent.start])
    expect(placed(faulty).filter(([, start]) => isOutside(Number(start)))).toEqual(
      placed(read(plan)).map(([names, start]) => [names, Number(start) < at ? start : Number(start) + fault.length]),
    )
    expect(faulty.faults.length).toBeGreaterThan(0)
    expect(faulty.faults.filter(({ place }) => isOutside(place.start))).toEqual([])
  })

  it('says of a brace without an end where its element ends, and puts one there', () => {
    const { faults, elements } = read('goal a "A" {\n  owner ben\n\n// The next one\ngoal b "B" {\n}\n')
    expect(elements.map(({ path: names }) => names)).toEqual([['a'], ['b']])
    expect(faults).toMatchObject([
      {
        message: 'A `}` is missing: the element above the next one is not closed. Add `}` where it ends.',
        place: { start: 21, end: 24 },
        fixes: [{ changes: [{ type: 'append', place: { start: 21, end: 24 } }] }],
      },
    ])
  })

  it('keeps what follows a region that is nested too deeply', () => {
    const nested = Array.from({ length: 100 }, (_, index) => `${' '.repeat(index)}phase p_${index} {\n`)
    const { elements, faults } = read(`${nested.join('')}goal b "B"\n`)
    expect(elements.map(({ name }) => name)).toContain('b')
    expect(faults.map(({ message }) => message).join()).toContain('nested too deeply')
  })
})
