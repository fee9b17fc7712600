import { t } from '@vscode/l10n'
import type { IToken } from 'chevrotain'
import type { ParseResult } from 'langium'
import type { Fix } from '../../plan/elements/finding.js'
import type { Place } from '../../plan/text/place.js'
import type { File } from '../generated/ast.js'
import { vocabulary } from '../table/vocabulary.js'
import type { Reading } from './reading.js'
import { unknownWord } from './unknown-clauses.js'

/** What the tolerant parser makes of a text, or of a part of one with the word behind it. */
export interface Parsed extends ParseResult<File> {
  readonly isFileEnd: boolean
}

type ParserError = Parsed['parserErrors'][number] & { readonly previousToken?: IToken } // Chevrotain adds it to most errors

/** Says in plain words what the parser and the lexer could not read. */
export function reportParserFaults(reading: Reading, parsed: Parsed): void {
  for (const error of parsed.lexerErrors) lexerFault(reading, error)
  for (const error of parsed.parserErrors) if (!isBehind(reading, error)) parserFault(reading, error, parsed.isFileEnd)
}

/** True for what only the word behind the text lacks. */
function isBehind(reading: Reading, { token, previousToken: before }: ParserError): boolean {
  return (before?.startOffset ?? token.startOffset) >= reading.source.length
}

function lexerFault(reading: Reading, error: Parsed['lexerErrors'][number]): void {
  const isLong = error.message === 'nesting' || error.message === 'formula'
  const place = reading.place(error.offset, error.offset + (isLong ? 1 : error.length))
  if (error.message === 'formula') {
    reading.fault(
      'plan/syntax',
      place,
      t('This formula is longer than anybody can read, and the rest of the line was not. Split it into metrics that rest on each other.'),
    )
    return
  }
  if (error.message === 'nesting') {
    reading.fault(
      'plan/syntax',
      place,
      t(
        'Braces or parentheses are nested too deeply here, and what they hold was not read. Close what is open, or remove the surplus ones.',
      ),
    )
    return
  }
  const character = reading.source.slice(error.offset, error.offset + error.length)
  const shown = /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character
  const message =
    character === '['
      ? t('`[` begins a check mark: `[ ]` to do, `[~]` in progress, `[x]` done, `[!]` blocked, `[-]` cancelled.')
      : character === ':' || character === ';'
        ? t('`{shown}` has no meaning in a plan. A clause is a word with what belongs to it, for example `owner ben`.', { shown })
        : /\p{Sc}/u.test(character)
          ? t('`{shown}` has no meaning here. A currency stands behind its amount, in three capitals: `5_000 USD`.', { shown })
          : t('`{shown}` has no meaning here. Remove it, or put it into a text in quotes.', { shown })
  reading.fault('plan/syntax', place, message, {
    fixes: [{ title: t('Remove `{shown}`', { shown }), isSafe: false, changes: [{ type: 'remove', place }] }],
  })
}

const usages: ReadonlyMap<string, string> = new Map(
  [...Object.values(vocabulary).flatMap((kind) => kind.clauses), { keyword: 'import', usage: 'import "people.mops"' }].map((clause) => [
    clause.keyword.split(' ')[0] ?? '',
    clause.usage,
  ]),
)

function parserFault(reading: Reading, error: ParserError, isFileEnd: boolean): void {
  const { token } = error
  const isEnd = !(token.startOffset >= 0) || token.image === ''
  const before = error.previousToken
  const place = isEnd ? endOf(reading, before) : reading.place(token.startOffset, (token.endOffset ?? token.startOffset) + 1)
  const isLineEnd = isEnd ? !isFileEnd : startsNextLine(before, token)
  const found = isLineEnd ? t('the line ends') : isEnd ? t('the file ends') : described(token)
  const stack = rulesAround(error)
  if (isEnd && (stack.includes('Body') || missingBrace(error))) {
    const message = isFileEnd
      ? t('A `}` is missing: the last element is not closed. Add `}` where it ends.')
      : t('A `}` is missing: the element above the next one is not closed. Add `}` where it ends.')
    reading.fault('plan/syntax', place, message, {
      fixes: [{ title: t('Insert `}`'), isSafe: false, changes: [{ type: 'append', place, text: '\n}\n' }] }],
    })
    return
  }
  if (before?.tokenType.name === 'MARK' && token.tokenType.name === 'WORD') {
    unknownWord(reading, token.image, place)
    return
  }
  const keyword = clauseWordBefore(reading, error)
  const usage = keyword ? usages.get(keyword) : undefined
  const at = startsNextLine(before, token) ? endOf(reading, before) : place
  if (token.image === ')' && keyword === '=' && isSurplus(reading, token)) {
    reading.fault('plan/syntax', place, t('This `)` closes nothing. Remove it, or look for a missing `(` before it.'), {
      fixes: [{ title: t('Remove `)`'), isSafe: false, changes: [{ type: 'remove', place }] }],
    })
    return
  }
  if (expectedToken(error) === ')' && keyword === '=') {
    reading.fault('plan/syntax', at, t('A `)` is missing: the parenthesis is not closed. Add it where it ends.'), {
      fixes: insertion(reading, error, at),
    })
    return
  }
  const isCut = isEnd || token.image === '}' || startsNextLine(before, token)
  const wanted = expectedWords(error)
  const subject = keyword === 'row' ? t('This row') : `\`${keyword}\``
  const parts = { subject, found, expected: wanted ?? '', usage: usage ?? '' }
  const message =
    token.image === ',' && !wanted
      ? t('A comma separates the names of one list. Clauses stand one behind the other without it; remove it.')
      : usage && isCut
        ? wanted
          ? t('{subject} is not finished: {expected} is missing. Write for example `{usage}`.', parts)
          : t('{subject} is not finished. Write for example `{usage}`.', parts)
        : usage
          ? wanted
            ? t('{subject} cannot be read: {found} where {expected} was expected. Write for example `{usage}`.', parts)
            : t('{subject} cannot be read: {found} in the wrong place. Write for example `{usage}`.', parts)
          : t(
              '{Found} where an element or a clause was expected. An element is written `kind name "Title"`, a clause is a word with what belongs to it.',
              { Found: found.charAt(0).toUpperCase() + found.slice(1) },
            )
  reading.fault('plan/syntax', at, message, { fixes: insertion(reading, error, at) })
}

/** True for a `)` of a formula in front of which no parenthesis is open. */
function isSurplus(reading: Reading, token: IToken): boolean {
  const formula = reading.source.slice(reading.source.lastIndexOf('=', token.startOffset), token.startOffset)
  return formula.split('(').length <= formula.split(')').length
}

function missingBrace(error: ParserError): boolean {
  return expectedToken(error) === '}'
}

/** The token that the parser wanted, where it wanted exactly one. */
function expectedToken(error: ParserError): string | undefined {
  return (
    /type '([^']+)'|but found: '.*'$/.exec(error.message)?.[1] ??
    /Expecting: one of these possible Token sequences:\s+1\. \[([^\]]+)\]$/.exec(error.message)?.[1]
  )
}

/** Where one sign repairs the text. */
function insertion(reading: Reading, error: ParserError, place: Place): Fix[] {
  const expected = expectedToken(error)
  if (expected !== ')' && expected !== ']' && expected !== '}') return []
  return [
    {
      title: t('Insert `{sign}`', { sign: expected }),
      isSafe: false,
      changes: [{ type: 'replace', place: reading.place(place.start, place.start), text: expected }],
    },
  ]
}

function endOf(reading: Reading, token: IToken | undefined): Place {
  if (token && !Number.isNaN(token.startOffset)) return reading.place(token.startOffset, (token.endOffset ?? token.startOffset) + 1)
  const end = reading.source.trimEnd().length
  return reading.place(Math.max(0, end - 1), end)
}

function startsNextLine(before: IToken | undefined, token: IToken): boolean {
  return before?.endLine !== undefined && token.startLine !== undefined && token.startLine > before.endLine
}

function described(token: IToken): string {
  const { image } = token
  switch (token.tokenType.name) {
    case 'TEXT':
    case 'LONGTEXT':
    case 'SMARTTEXT':
    case 'OPENTEXT':
      return t('a text stands')
    case 'NUMBER':
    case 'COMMANUMBER':
      return t('the number `{image}` stands', { image })
    case 'DATELIKE':
      return t('the date `{image}` stands', { image })
    case 'MARK':
      return t('the check mark `{image}` stands', { image })
    default:
      return t('`{image}` stands', { image: image.length > 40 ? `${image.slice(0, 40)}…` : image })
  }
}

/** The names of the grammar's rules around an error, outermost first; Langium marks them with an invisible character. */
function rulesAround(error: ParserError): string[] {
  return (error.context?.ruleStack ?? []).map((name) => name.replace('\u200b', ''))
}

/** Clauses that have a rule of their own in the grammar, by its name. */
const ownRules: Readonly<Record<string, string>> = {
  AimClause: 'measurable',
  SpecificClause: 'specific',
  RelevantClause: 'relevant',
  TimeboundClause: 'timebound',
  GuardClause: 'guard',
  CheckpointClause: 'checkpoint',
  OutcomeClause: 'outcome',
  AspirationalClause: 'aspirational',
  ChangedClause: 'changed',
  EffectClause: 'expects',
  CostsClause: 'costs',
  AskClause: 'ask',
  EscalateClause: 'escalate',
  MeasuredClause: 'measured',
  CheckClause: 'check',
  RoutesClause: 'routes',
  ApprovalClause: 'approval',
  OptionsClause: 'options',
  DecidedClause: 'decided',
  BoundsClause: 'bounds',
  WhereClause: 'where',
  Listed: 'where',
  FileClause: 'file',
  UtmClause: 'utm',
  TableClause: 'table',
  WorkweekClause: 'workweek',
  FormulaClause: '=',
  StageClause: 'stage',
  RowClause: 'row',
  AttitudeClause: 'attitude',
  IgnoreClause: 'ignore',
}

/** The word of the clause that breaks off: by the parser's rule, else the last clause word in front of the token. */
function clauseWordBefore(reading: Reading, error: ParserError): string | undefined {
  const rule = rulesAround(error).findLast((name) => ownRules[name] !== undefined)
  if (rule) return ownRules[rule]
  const { token, previousToken: before } = error
  const end = token.startOffset >= 0 ? token.startOffset : reading.source.trimEnd().length // the end of the file has no place
  const anchor = before && !Number.isNaN(before.startOffset) ? before.startOffset : end
  const from = reading.source.lastIndexOf('\n', anchor) + 1
  const words = reading.source.slice(Math.max(from, end - 400), end).match(/[\p{L}_][\p{L}\p{M}\p{N}_]*|[@=]/gu) ?? []
  return words.reverse().find((word) => usages.has(word))
}

/** What the parser wanted, in plain words, where it wanted one kind of thing. */
function expectedWords(error: ParserError): string | undefined {
  const wanted = new Set(
    [...error.message.matchAll(/\b(ID|WORD|DATELIKE|NUMBER|COMMANUMBER|TEXT|LONGTEXT|UNIT)\b/g)].map(([, type = '']) => plainTypes[type]),
  )
  const [only] = wanted
  if (wanted.size !== 1) return undefined
  return only === 'name'
    ? t('a name')
    : only === 'date'
      ? t('a date')
      : only === 'number'
        ? t('a number')
        : only === 'text'
          ? t('a text')
          : t('a unit')
}

const plainTypes: Readonly<Record<string, string>> = {
  ID: 'name',
  WORD: 'name',
  DATELIKE: 'date',
  NUMBER: 'number',
  COMMANUMBER: 'number',
  TEXT: 'text',
  LONGTEXT: 'text',
  UNIT: 'unit',
}
