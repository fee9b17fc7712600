import { describe, expect, it } from 'vitest'
import { slotsIn } from '../../src/language/lsp/clause-slots.js'
import { cursorContext } from '../../src/language/lsp/cursor-context.js'
import { withoutTabStops } from '../../src/language/lsp/element-snippets.js'
import { readPlanText } from '../../src/language/read/read-file.js'
import { insideOf, vocabulary } from '../../src/language/table/vocabulary.js'
import { elementKinds } from '../../src/plan/elements/elements.js'

/** An element of a kind that holds a text in its braces, in what it needs around it. */
function inside(kind: (typeof elementKinds)[number], text: string): string {
  const head: Partial<Record<typeof kind, string>> = { actuals: 'actuals clicks', send: 'send 2027-03-09 "Mail"', score: 'score "Page"' }
  const own = kind === 'item' ? `[ ] "Item" ${text}` : `${head[kind] ?? `${kind} x "X"`} {\n${text}\n}`
  const outer = insideOf(kind)
  return outer ? `${outer} around "Around" {\n${own}\n}` : own
}

const clauses = elementKinds.flatMap((kind) => vocabulary[kind].clauses.map((clause) => ({ kind, clause, keyword: clause.keyword })))
const withWords = clauses.filter(({ clause }) => clause.writtenAs?.length !== 0 && clause.keyword !== '#')

describe('every clause of the language table', () => {
  it.each(clauses)('$keyword of $kind has an example that is read without a fault', ({ kind, clause }) => {
    const file = readPlanText('plan.mops', inside(kind, clause.usage))
    expect(file.faults).toEqual([])
  })

  it.each(withWords)('$keyword of $kind has an example that its arguments describe to the end', ({ kind, clause, keyword }) => {
    const text = inside(kind, `${clause.usage} `)
    const { clause: found } = cursorContext(text, 0, text.indexOf(clause.usage) + clause.usage.length + 1)
    if (!found) throw new Error('No clause stands in front of the cursor.')
    expect(found.keyword).toBe(clause.keyword)
    expect(slotsIn(kind, found.keyword, found.rest)).toContainEqual({ type: 'end' })
    if (clause.arguments.length > 0 && keyword !== '=') expect(slotsIn(kind, found.keyword, [...found.rest, ...found.rest])).toEqual([])
  })
})

describe('every kind of the language table', () => {
  it.each(elementKinds)('%s has an example that is read without a fault', (kind) => {
    const outer = insideOf(kind)
    const { example } = vocabulary[kind]
    const file = readPlanText('plan.mops', outer ? `${outer} around "Around" {\n${example}\n}` : example)
    expect(file.faults).toEqual([])
  })

  it.each(elementKinds)('%s has a snippet that is read without a fault when its places are filled', (kind) => {
    const outer = insideOf(kind)
    const filled = withoutTabStops(vocabulary[kind].snippet)
      .replace(/⟨before⟩|⟨last⟩/g, '2027-01')
      .replace(/⟨value⟩/g, '5%')
      .replace(/⟨\w+⟩/g, '2027-01-04')
      .replace('2027-01-04 .. 2027-01-04', '2027-01-04 .. 2027-01-05')
    expect(readPlanText('plan.mops', outer ? `${outer} around "Around" {\n${filled}\n}` : filled).faults).toEqual([])
  })
})
