import { type Argument, amount, because, date, names, optional, takesOf, text, word } from './arguments.js'
import { actor, person, stakeholder, type Takes } from './references.js'

/** One clause of one kind of element. */
export interface ClauseEntry {
  /** How the clause is called; for `@`, `=`, `#`, a row and an amount a sign or a word of its own. */
  readonly keyword: string
  readonly isMany: boolean
  /** What stands behind the word. */
  readonly arguments: readonly Argument[]
  readonly takes: Takes | undefined
  /** A complete clause, for messages, completion and hover. */
  readonly usage: string
  readonly about: string
  /** The words that it begins with in a text, where those are not the keyword; none for values alone. */
  readonly writtenAs: readonly string[] | undefined
}

/** Behind `*` the clause may be given many times. */
export function clause(
  keyword: string,
  list: readonly Argument[],
  usage: string,
  about: string,
  writtenAs?: readonly string[],
): ClauseEntry {
  const isMany = keyword.endsWith('*')
  return { keyword: isMany ? keyword.slice(0, -1) : keyword, isMany, arguments: list, takes: takesOf(list), usage, about, writtenAs }
}

export const owner = clause('owner', [names(actor, person)], 'owner ben', 'The one person who answers for it.')

export const relevant = clause(
  'relevant',
  [optional(word('to'), names(stakeholder)), because],
  'relevant to customers because "They ask for fewer mails"',
  'Whom it serves, and why.',
)

export const aspirational = clause(
  'aspirational',
  [optional(amount('share', ['70%', '60%']))],
  'aspirational 60%',
  'It counts as met from this share of the way from baseline to target; from 70% where none is given.',
)

export const approval = clause(
  'approval*',
  [names(actor, person), optional(word('until'), date), optional(word('given'), date)],
  'approval ben, chidi until 2027-02-10 given 2027-02-08',
  'Who signs it off, by when, and the day on which they did.',
)

/** The clauses that every element may have. */
export const commonClauses: readonly ClauseEntry[] = [
  clause('note*', [text], 'note "What else is worth knowing"', 'A remark for the reader.'),
  clause('link*', [text], 'link "https://example.org/page"', 'An address with more about it.'),
  clause('#*', [], '#campaign_2027', 'A tag.'),
  clause(
    'ignore*',
    [text, optional(word('because'), text), optional(word('until'), date)],
    'ignore "schedule/over-capacity" because "Agreed with Ben" until 2027-06-30',
    'Silences one rule here, with a reason.',
  ),
]
