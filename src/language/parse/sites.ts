import type { IToken } from 'chevrotain'
import type { AstNode } from 'langium'

/** A token as far as it tells a place: offsets, the last one included, and lines. */
export type Mark = Pick<IToken, 'startOffset' | 'endOffset' | 'startLine' | 'endLine'>

/** A node as both parsers make it: with its first and last token, and under `@p` the token of a property `p` that takes one. */
export interface Sited {
  $first?: Mark
  $last?: Mark
  [property: `@${string}`]: Mark | undefined
}

/** The line on which a node begins; undefined for one without any token. */
export function firstLine(node: AstNode): number | undefined {
  return (node as AstNode & Sited).$first?.startLine
}

/** The line on which a node ends; undefined for one without any token. */
export function lastLine(node: AstNode): number | undefined {
  return (node as AstNode & Sited).$last?.endLine
}

/** Where the first token of a node begins; undefined for one without any. */
export function firstOffset(node: AstNode): number | undefined {
  return (node as AstNode & Sited).$first?.startOffset
}

/** Where the last character of a node stands; undefined for one without any token. */
export function lastOffset(node: AstNode): number | undefined {
  return (node as AstNode & Sited).$last?.endOffset
}
