import type { ElementKind } from '../../plan/elements/elements.js'
import type { Clause, ElementNode, StageClause } from '../generated/ast.js'
import { firstLine, lastLine } from '../parse/sites.js'
import { clauseOf, insideOf } from '../table/vocabulary.js'
import { keywordOf } from './clause-words.js'

/** What an element consists of. */
export interface Parts {
  readonly clauses: Clause[]
  readonly children: ElementNode[]
  readonly stages: StageClause[]
  readonly items: ElementNode[]
}

/** The clauses and nested elements of an element, each with the one that it belongs to. */
export function collect(node: ElementNode, kind: ElementKind): Parts {
  const parts: Parts = { clauses: [], children: [], stages: [], items: [] }
  const addClause = (clause: Clause) => {
    if (clause.$type === 'StageClause' && kind === 'journey') {
      parts.stages.push(clause)
      return
    }
    parts.clauses.push(clause)
    if (clause.$type === 'StageClause') parts.clauses.push(...clause.common)
  }
  for (const clause of node.parts) addClause(clause)
  for (const entry of bodyOf(node)?.parts ?? []) {
    if (entry.$type === 'ElementNode' && isItem(entry)) parts.items.push(entry)
    else if (entry.$type === 'ElementNode') {
      parts.children.push(entry)
      for (const clause of liftedFrom(entry, kind)) addClause(clause)
    } else addClause(entry)
  }
  return parts
}

/** A line of a checklist has a text and no kind; one whose mark is missing reads as an item too, and is reported. */
export function isItem(node: ElementNode): boolean {
  return (node.kind as string | undefined) === undefined
}

/** The element's braces, also when a misspelled clause stands in front of them. */
function bodyOf(node: ElementNode): ElementNode['body'] {
  return node.body ?? node.parts.flatMap((clause) => (clause.$type === 'UnknownClause' ? (clause.body ?? []) : [])).at(-1)
}

/**
 * The clauses behind a nested element without braces that belong to the element around it: those that only the outer one has, and those
 * that both have when they begin a new line.
 */
function liftedFrom(child: ElementNode, outer: ElementKind): Clause[] {
  const kind = child.kind as ElementKind
  if (child.body || insideOf(kind) === undefined) return []
  let line = firstLine(child.title ?? child) ?? 0
  const lifted = child.parts.filter((clause) => {
    const keyword = keywordOf(clause)
    const start = firstLine(clause) ?? line
    const isNewLine = start > line
    line = lastLine(clause) ?? line
    if (clauseOf(outer, keyword) === undefined) return false
    return clauseOf(kind, keyword) === undefined || isNewLine
  })
  if (lifted.length > 0) child.parts = child.parts.filter((clause) => !lifted.includes(clause))
  return lifted
}
