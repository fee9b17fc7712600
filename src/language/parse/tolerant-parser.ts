import { type AstNode, AstUtils, GrammarUtils, type LangiumCoreServices, type ParseResult } from 'langium'
import type { File } from '../generated/ast.js'
import { createReadingServices } from './module.js'
import type { Mark, Sited } from './sites.js'

let services: LangiumCoreServices | undefined

/** Parses any text: what is wrong with it is reported, and all around that is read. */
export function parseTolerantly(source: string): ParseResult<File> {
  const ready = services ?? createReadingServices()
  services = undefined // a parser that an overflow of the stack has left is no use any more
  const parsed = ready.parser.LangiumParser.parse<File>(source)
  services = ready
  for (const node of AstUtils.streamAst(parsed.value)) site(node)
  return parsed
}

function site(plain: AstNode): void {
  const node = plain as AstNode & Sited
  const cst = node.$cstNode
  if (!cst) return
  const whole = markOf(cst)
  node.$first = whole
  node.$last = whole
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$') || property.startsWith('@') || (typeof value !== 'string' && !isReference(value))) continue
    const own = GrammarUtils.findNodeForProperty(cst, property)
    if (own) node[`@${property}`] = markOf(own)
  }
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$refText' in value
}

function markOf({ offset, end, range }: NonNullable<AstNode['$cstNode']>): Mark {
  return { startOffset: offset, endOffset: end - 1, startLine: range.start.line + 1, endLine: range.end.line + 1 }
}
