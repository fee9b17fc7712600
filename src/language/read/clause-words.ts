import type { AstNode } from 'langium'
import type { Clause } from '../generated/ast.js'
import { keywordWritten } from '../table/vocabulary.js'

/** The canonical word of a clause, as the vocabulary has it. */
export function keywordOf(clause: Clause): string {
  switch (clause.$type) {
    case 'ActorClause':
      return '@'
    case 'TagClause':
      return '#'
    case 'RowClause':
      return 'row'
    case 'AmountClause':
      return clause.second ? 'row' : 'amount'
    case 'UnknownClause':
      return clause.word
    case 'FlagClause':
      return keywordWritten(clause.keyword) ?? clause.keyword
    case 'BetterClause':
      return 'better'
    case 'PartClause':
      return 'part of'
    case 'AtClause':
      return clause.bound === 'most' ? 'at most' : 'at least'
    case 'MeasuredClause':
      return 'measured by'
    case 'EscalateClause':
      return 'escalate to'
    case 'RoutesClause':
      return 'routes to'
    case 'RefsClause':
      return clause.keyword === 'belongs' ? 'belongs to' : clause.keyword
    default:
      return clause.keyword
  }
}

/** The first name in a clause, or what tells rows of one word apart. */
export function firstNameOf(clause: Clause): string | undefined {
  switch (clause.$type) {
    case 'ActorClause':
      return nameIn(clause.actor?.ref)
    case 'RowClause':
      return clause.span?.first
    case 'AmountClause':
      return clause.second ? clause.first?.number : undefined
    case 'IgnoreClause':
      return clause.code?.value
    case 'WordsClause':
      return clause.words[0]?.value
    case 'CheckpointClause':
      return clause.date
    case 'TagClause':
      return clause.tag
    default:
      if ('refs' in clause) return nameIn(clause.refs[0])
      return 'ref' in clause ? nameIn(clause.ref) : undefined
  }
}

function nameIn(ref: (AstNode & { target?: { $refText: string } }) | undefined): string | undefined {
  return ref?.target?.$refText
}
