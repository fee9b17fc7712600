import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/diff/facts-of.js'
import { format } from '../../src/language/format/format.js'
import { hoverAt } from '../../src/language/lsp/hover.js'
import { commonClauses } from '../../src/language/table/clause.js'
import { insideOf, vocabulary } from '../../src/language/table/vocabulary.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { type ElementKind, elementKinds, type PlanElement } from '../../src/plan/elements/elements.js'
import { plainElement } from '../../src/report/plan-export/plain-element.js'
import type { ExportedPlan } from '../../src/report/plan-export/plan-schema.js'
import { at } from '../lsp/kit.js'

/** Does not compile when a kind of element is in no schema of the export. */
const withoutSchema: Record<Exclude<PlanElement['kind'], ExportedPlan['elements'][number]['kind'] | 'line' | 'stage' | 'send'>, never> = {}

const common = new Set(commonClauses.map(({ keyword }) => keyword))
const clauses = elementKinds.flatMap((kind) =>
  vocabulary[kind].clauses.filter(({ keyword }) => !common.has(keyword)).map(({ keyword, usage }) => ({ kind, keyword, usage })),
)

/** An element with a clause or without, in what it stands in, and the kind that it is a part of in the plan. */
function textWith(kind: ElementKind, clause: string): string {
  const heads: Partial<Record<ElementKind, string>> = { actuals: 'actuals clicks', send: 'send 2027-03-09 "Mail"', score: 'score "Page"' }
  const own = kind === 'item' ? `[ ] "Item" ${clause}` : `${heads[kind] ?? `${kind} x "X"`} {\n  ${clause}\n}`
  const outer = insideOf(kind)
  return outer ? `${outer} around "Around" {\n${own}\n}\n` : `${own}\n`
}

function read(text: string) {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  if (!plan) throw new Error('There is no plan.')
  const { elements } = plan
  const noPlace = { line: 1, column: 1 }
  const json = elements.map((element) => JSON.stringify(plainElement(element, () => ({ file: '', start: noPlace, end: noPlace }))))
  return { elements, json, facts: elements.map((element) => JSON.stringify(factsOf(element, plan))) }
}

describe.each(clauses)('$keyword of $kind', ({ kind, keyword, usage }) => {
  const text = textWith(kind, usage)
  const bare = textWith(kind, '')

  it('is seen in the plan, in the export and in a comparison', () => {
    const [given, without] = [read(text), read(bare)]
    expect(given.json, 'export').not.toEqual(without.json)
    expect(given.facts, 'comparison').not.toEqual(without.facts)
  })

  it('stays when the file is formatted', () => {
    expect(read(format(text)).json).toEqual(read(text).json)
  })

  // a row, an amount and a sign have no word to point at
  if (['row', 'amount', '@', '='].includes(keyword)) return

  it('is explained where it stands', async () => {
    const offset = text.indexOf(usage)
    const { view } = await at(`${text.slice(0, offset)}│${text.slice(offset)}`)
    expect(JSON.stringify(hoverAt(view, offset))).toContain(
      JSON.stringify(vocabulary[kind].clauses.find((one) => one.keyword === keyword)?.about).slice(1, -1),
    )
  })
})

it('every kind has a schema in the export', () => {
  expect(withoutSchema).toEqual({})
})
