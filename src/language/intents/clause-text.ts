import type { ElementKind } from '../../plan/elements/elements.js'
import type { Argument } from '../table/arguments.js'
import type { ClauseEntry } from '../table/clause.js'
import { vocabulary, wordsOf } from '../table/vocabulary.js'

/** A text as it stands in a plan. */
export function quoted(text: string): string {
  return `"${text.trim().replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`
}

/** True for a value that is written with its quotes. */
function isQuoted(value: string): boolean {
  return value.startsWith('"')
}

/** The whole clause with a value as the user said it: words and quotes that the clause needs, and that were left out, are added. */
export function clauseText(entry: ClauseEntry, value: string): string {
  const said = value.trim()
  const written = completed(entry.arguments, said)
  if (entry.writtenAs) return entry.writtenAs.includes(said) ? [said, ...fixedWords(entry.arguments)].join(' ') : written
  if (entry.keyword === '@' || entry.keyword === '#') return `${entry.keyword}${written.replace(/^[@#]/, '')}`
  return written === '' ? entry.keyword : `${entry.keyword} ${written}`
}

/** Words that stand behind whatever was chosen, such as `is better`. */
function fixedWords(list: readonly Argument[]): readonly string[] {
  return list.flatMap((one) => (one.type === 'words' ? one.words : []))
}

/** A value with the quotes of a text in front, and with the `because` that opens a reason. */
function completed(list: readonly Argument[], value: string): string {
  const [first] = list
  if (value === '' || !first || isQuoted(value)) return first && isReason(first) && isQuoted(value) ? `because ${value}` : value
  if (first.type === 'text') return quoted(value)
  return isReason(first) && !/^because\b/.test(value) ? `because ${quoted(value)}` : value
}

/** `[because "…"]`, which is all that the clause takes. */
function isReason(argument: Argument): boolean {
  return argument.type === 'optional' && argument.parts[0]?.type === 'words' && argument.parts[0].words[0] === 'because'
}

/** A complete clause, taken apart into its word and what stands behind it. */
export function clauseWritten(kind: ElementKind, text: string): { readonly clause: string; readonly value: string } {
  const written = text.trim()
  const entry = vocabulary[kind].clauses.find((one) => {
    const words = wordsOf(one)
    return words.some((word) => (/^\W$/.test(word) ? written.startsWith(word) : written === word || written.startsWith(`${word} `)))
  })
  const word = entry?.keyword ?? written.split(/\s/, 1)[0] ?? written
  return { clause: word, value: entry?.writtenAs ? written : written.slice(word.length).trim() }
}
