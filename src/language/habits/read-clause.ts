import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import { statusWords, tagWords, titleWords } from '../table/habit-clauses.js'
import { grainWords } from '../table/habit-values.js'
import { clauseOf } from '../table/vocabulary.js'
import { amountAt, comparisonAt } from './habit-amounts.js'
import { habitDateAt } from './habit-dates.js'
import { readDate, readSpans } from './habit-days.js'
import { readStatus, readTags, readTarget, readTitle } from './habit-moves.js'
import { type HabitToken, plainWord } from './habit-tokens.js'
import { readValue } from './habit-values.js'
import type { HabitWalk } from './habit-walk.js'
import { clauseOfWord, shapeOf } from './habit-words.js'

/** Reads a clause whose word stands here, maybe in another spelling; false where the words are none. */
export function readClause(walk: HabitWalk, text: string, end: number, count: number): boolean {
  const { element, token } = walk
  if (!element || !token) return false
  const plain = plainWord(text)
  const { kind } = element
  const { line } = token
  if (!token.isFirst && readInner(walk)) return true
  const isSigned = /^(?::|=|->|=>|:=|→)$/.test(walk.on(line, count)?.text ?? '')
  if (statusWords.has(plain) && kind !== 'strategy' && readStatus(walk, count)) return true
  if (titleWords.has(plain) && (isSigned || token.isFirst) && readTitle(walk, plain, count)) return true
  if (tagWords.has(plain)) return readTags(walk, count)
  const means = waitsFor(walk, count) ? 'after' : clauseOfWord(kind, plain)
  if (!means) return false
  if ((means === 'to' || means === 'from') && kind === 'goal' && readTarget(walk, means, count)) return true
  if (means === '@' && kind === 'item') return false
  const start = token.start
  walk.index += count
  if (token.type === 'text' || (means !== text && !(means.split(' ')[0] === text && clauseOf(kind, means))))
    walk.replace(
      start,
      end,
      means,
      t('`{written}` is written `{right}` in {kind}.', { written: text.replace(/["']/g, ''), right: means, kind: aKind(kind) }),
      line,
      {
        isClauseWord: true,
      },
    )
  else if (means.includes(' ')) walk.index += means.split(' ').length - count
  walk.clause = { keyword: means, line }
  const behind = walk.on(line)
  const isVerb =
    behind?.type === 'word' && /^(?:is|are|ist|sind|è|sono)$/.test(behind.text) && means !== 'is' && walk.on(line, 1) !== undefined
  if (behind && (isVerb || (behind.type === 'sign' && /^(?::|=|->|=>|:=|→|==)$/.test(behind.text) && (means !== '=' || text !== '=')))) {
    walk.removeToken(behind, t('Words stand one behind the other, without `{sign}` between them.', { sign: behind.text }))
    walk.index++
  }
  const stars = walk.on(line)
  if (stars?.text === '**') {
    walk.replaceToken(stars, '', t('A plan has no Markdown: `{sign}` means nothing.', { sign: stars.text }))
    walk.index++
  }
  if (means === '@' && walk.source.slice(start, start + 1) !== '@') {
    // The word becomes a sign, which stands directly in front of its name.
    const bracket = /^[[(]$/.test(walk.on(line)?.text ?? '') ? 1 : 0
    const name = walk.on(line, bracket) ?? bulletBelow(walk, line)
    if (name && (walk.isFaultyAt(line) || walk.isFaultyAt(name.line))) {
      const last = walk.edits.at(-1)
      while (walk.edits.at(-1) && (walk.edits.at(-1)?.start ?? 0) >= start) walk.edits.pop()
      const why = last?.why ?? ''
      walk.replace(
        start,
        name.text === '@' ? name.end : name.start,
        '@',
        t('`{written}` is written `{right}` in {kind}.', { written: text, right: '@', kind: aKind(kind) }) || why,
        line,
        { isClauseWord: true },
      )
      walk.skipTo(name.text === '@' ? name.end : name.start)
      readValue(walk, 'actors', '@', start, true)
      return true
    }
  }
  readValue(walk, shapeOf(kind, means), means, start)
  return true
}

/** `needs prep` in a task: people are counted, and steps are waited for. */
function waitsFor(walk: HabitWalk, count: number): boolean {
  const { token, element } = walk
  if (element?.kind !== 'task' || token?.text.toLowerCase() !== 'needs') return false
  const isSigned = /^[:=]$/.test(walk.on(token.line, count)?.text ?? '')
  const value = walk.on(token.line, isSigned ? count + 1 : count)
  return value?.type === 'word' && walk.isFaultyAt(token.line) && walk.isDeclared(value.text)
}

/** The first name of a list on bullets below the clause word. */
function bulletBelow(walk: HabitWalk, line: number): HabitToken | undefined {
  const [bullet, name] = [walk.at(0), walk.at(1)]
  if (!bullet || !name || bullet.line !== line + 1 || name.line !== bullet.line || !/^[-*•–]$/.test(bullet.text)) return undefined
  return name.type === 'word' || name.type === 'text' || name.text === '@' ? name : undefined
}

/** The path of an import needs quotes. */
export function importPath(walk: HabitWalk): void {
  const { token } = walk
  const path = token && walk.on(token.line, 1)
  if (path && path.type !== 'text') {
    const end = walk.endOfWords(path.end)
    const written = walk.source.slice(path.start, end)
    const named = written.replace(/^[<'"]|[>'";]+$/g, '')
    const plain = /^[\p{L}\p{N}_-]+$/u.test(named) ? `${named}.mops` : named
    walk.replace(path.start, end, `"${plain}"`, t('The path of an import stands in quotes.'), path.line)
  }
  walk.skipLine()
}

const clauseOfAmount: Partial<Record<ElementKind, Readonly<Partial<Record<'money' | 'time', string>>>>> = {
  person: { time: 'works' },
  task: { time: 'effort', money: 'costs' },
  budget: { money: 'total' },
  tool: { money: 'costs' },
}

/** An amount without the word of its clause, where only one clause takes such an amount. */
export function bareAmount(walk: HabitWalk): boolean {
  const { token, element, source } = walk
  if (!token || !element || !walk.isFaultyAt(token.line)) return false
  if (walk.clause?.line === token.line && (walk.clause.keyword === 'returns' || walk.clause.keyword === 'row')) return false
  const amount = amountAt(source, token.start)?.text ?? source.slice(token.start, token.start + 40)
  const nature = /^[\d_.]+ ?(?:EUR|USD|GBP|CHF|JPY)\b/.test(amount)
    ? 'money'
    : /^[\d.]+ ?(?:h|hours?|wd|wh|min)\b/.test(amount)
      ? 'time'
      : undefined
  const keyword = nature && clauseOfAmount[element.kind]?.[nature]
  if (!keyword) return false
  const why = t('The word of the clause is missing in front of `{value}`.', { value: /^[^\s]+(?: [A-Z]{3})?/.exec(amount)?.[0] ?? '' })
  walk.replace(token.start, token.start, `${keyword} `, why, token.line)
  readValue(walk, 'value', keyword, token.start)
  return true
}

const clauseOfDate: Partial<Record<ElementKind, string>> = {
  task: 'due',
  milestone: 'due',
  campaign: 'period',
  strategy: 'period',
  communication: 'on',
  report: 'on',
  review: 'on',
}

/** A date without the word of its clause, behind the head of an element, or where only one clause takes such a date. */
export function bareDate(walk: HabitWalk): boolean {
  const { token, element, source } = walk
  if (!token || !element || !walk.isFaultyAt(token.line)) return false
  const keyword = clauseOfDate[element.kind]
  const before = walk.at(-1)
  const isHere = token.isFirst ? element.isOpen : before?.end === element.headEnd || before?.type === 'text' || walk.at(-2)?.text === '@'
  const isDate = token.type === 'date' ? parsePeriod(token.text).ok : habitDateAt(source, token.start, false) !== undefined
  if (!keyword || !isHere || !isDate) return false
  const [value = ''] = /^[^\s]+/.exec(source.slice(token.start)) ?? []
  walk.replace(
    token.start,
    token.start,
    `${keyword} `,
    t('The word of the clause is missing in front of `{value}`.', { value }),
    token.line,
  )
  if (keyword === 'period') readSpans(walk, keyword, token.start, token.line)
  else readDate(walk, keyword, token.start, token.line)
  return true
}

/** `monthly` alone. */
export function bareRhythm(walk: HabitWalk): boolean {
  const { token, element } = walk
  if (!token || !element || !walk.isFaultyAt(token.line)) return false
  const grain = grainWords.get(token.text.toLowerCase())
  const keyword = clauseOf(element.kind, 'every') ? 'every' : clauseOf(element.kind, 'per') ? 'per' : undefined
  if (!grain || !keyword || !/(?:ly|lich|ale|weise)$/.test(token.text.toLowerCase())) return false
  walk.replaceToken(token, `${keyword} ${grain}`, t('A rhythm is written `every {text}`.', { text: grain }))
  walk.index++
  return true
}

const reasons = new Set(['because', 'weil', 'perché', 'since', 'denn', 'poiché'])

/** Words inside a clause, by its word. */
const inside: Readonly<Record<string, readonly string[]>> = {
  ignore: ['because', 'until'],
  ask: ['at', 'until', 'for'],
  solution: ['by'],
  response: ['by'],
  costs: ['per', 'from'],
  'escalate to': ['after'],
  'routes to': ['using'],
  every: ['until'],
  check: ['every'],
  checkpoint: ['at'],
  changed: ['because'],
  outcome: ['on'],
  approval: ['until', 'given'],
  decided: ['on', 'because'],
  attitude: ['to'],
}

/** A word of the clause that stands on this line, and no other clause. */
function readInner(walk: HabitWalk): boolean {
  const { token, clause } = walk
  if (!token || clause?.line !== token.line || !inside[clause.keyword]?.includes(token.text)) return false
  walk.index++
  if (token.text === 'because' || (clause.keyword === 'ask' && token.text === 'at')) readValue(walk, 'text', 'because', token.start)
  else if (token.text === 'until' || token.text === 'on' || token.text === 'given') readValue(walk, 'date', token.text, token.start)
  else if (token.text === 'by' || token.text === 'using' || token.text === 'for' || token.text === 'from')
    readValue(walk, 'names', token.text, token.start)
  else if (token.text === 'every') readValue(walk, 'cadence', token.text, token.start)
  return true
}

/** `because TEXT` inside a clause. */
export function readReason(walk: HabitWalk): boolean {
  const token = walk.token
  if (!token || !walk.element) return false
  const plain = token.text.toLowerCase()
  if (reasons.has(plain)) {
    if (token.text !== 'because')
      walk.replaceToken(token, 'because', t('`{written}` is written `{right}` here.', { written: token.text, right: 'because' }))
    walk.index++
    readValue(walk, 'text', 'because', token.start)
    return true
  }
  return false
}

/** `until DATE` and `on DATE` inside a clause. */
export function readLastDay(walk: HabitWalk): boolean {
  const { token } = walk
  if (!token || (token.text !== 'until' && token.text !== 'on')) return false
  walk.index++
  readValue(walk, 'date', token.text, token.start)
  return true
}

/** A date, an amount or a comparison in another spelling, wherever it stands. */
export function looseValue(walk: HabitWalk): void {
  const { token, source } = walk
  if (!token || token.type === 'text' || token.type === 'date') return
  const date = habitDateAt(source, token.start, false)
  const [reading, other] = date?.readings ?? []
  if (date && reading) {
    const shown = ([first, last]: readonly [string, string]) => (first === last ? first : `${first} .. ${last}`)
    walk.replace(
      token.start,
      date.end,
      shown(reading),
      t('Dates are written year first.'),
      token.line,
      other ? { other: shown(other) } : {},
    )
    walk.skipTo(date.end)
    return
  }
  const compared = comparisonAt(source, token.start)
  const isCompared = compared && /^\s*[\d$€£+-]/.test(source.slice(compared.end, compared.end + 4))
  const amount = amountAt(source, token.start) ?? (isCompared ? compared : undefined)
  if (!amount) return
  walk.replace(token.start, amount.end, amount.text, t('Amounts are a number with its unit behind it.'), token.line)
  walk.skipTo(amount.end)
}
