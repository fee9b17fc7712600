import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuickly } from '../../src/language/parse/quick-parse.js'
import { readQuickly, readTolerantly } from '../../src/language/read/file-reader.js'
import { mergeMarker } from '../../src/language/read/unresolved-merge.js'
import type { Example } from '../../src/rules/engine/rule.js'
import { basePlan } from '../../src/rules/examples/base-plan.mops.js'
import { rules } from '../../src/rules/generated/registry.js'
import { texts } from '../example-files.js'
import { allForms } from './all-forms.js'

function textsOf(example: Example): string[] {
  if (typeof example === 'string') return [example]
  const { text, files = {}, earlier = '' } = example
  return [text, earlier, ...Object.entries(files).flatMap(([path, content]) => (path.endsWith('.mops') ? [content] : []))]
}

/** Nothing is read of a file with merge conflicts, whichever parser there is. */
const known = [
  basePlan,
  ...Object.values(allForms),
  ...texts.values(),
  ...rules.flatMap(({ bad, good }) => [...textsOf(bad), ...textsOf(good)]),
].filter((text) => mergeMarker(text) === undefined)

const isQuick = (text: string) => parseQuickly(text, () => {})

describe('the parser for texts without a fault', () => {
  it.each([...texts])('takes the example %s', (_, text) => {
    expect(isQuick(text)).toBe(true)
  })

  it.each(Object.entries(allForms))('takes every form of %s', (_, text) => {
    expect(isQuick(text)).toBe(true)
    expect(readQuickly('plan.mops', text)?.faults).toEqual([])
  })

  it('reads what the tolerant parser reads, in examples and in the examples of rules', () => {
    for (const text of known) expect(readQuickly('plan.mops', text)).toEqual(readTolerantly('plan.mops', text))
  })

  it('leaves a text with a fault of syntax to the tolerant parser', () => {
    for (const text of ['goal g {', 'task t due {}', 'metric m = (a + b', 'owner', '§']) expect(isQuick(text)).toBe(false)
  })

  it('reads what the tolerant parser reads, whatever line or word is missing, doubled or moved', () => {
    const piece = fc.constantFrom(...known).chain((text) => {
      const parts = text.split(/(?<=\n)|(?<= )/)
      const index = fc.nat(Math.max(0, parts.length - 1))
      return fc.tuple(fc.constant(parts), index, index, fc.constantFrom('drop', 'double', 'move'))
    })
    fc.assert(
      fc.property(piece, ([parts, from, to, what]) => {
        const changed = [...parts]
        const [part = ''] = what === 'double' ? changed.slice(from, from + 1) : changed.splice(from, 1)
        if (what !== 'drop') changed.splice(to, 0, part)
        const text = changed.join('')
        if (isQuick(text)) expect(readQuickly('plan.mops', text)).toEqual(readTolerantly('plan.mops', text))
      }),
      { numRuns: 300 },
    )
  })
})
