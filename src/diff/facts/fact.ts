import { t } from '@vscode/l10n'
import type { Cadence, Level, SitedDate } from '../../plan/elements/elements.js'
import type { Ref } from '../../plan/elements/ref.js'
import { dayNumber } from '../../plan/quantity/days.js'
import { divide, exact, formatExact, multiply, negate } from '../../plan/quantity/exact.js'
import type { Exact, Grain, Measurement, Span } from '../../plan/quantity/quantity.js'
import { formatMeasurement, hoursIn, toBase } from '../../plan/quantity/units.js'
import type { Sited, Text, Word } from '../../plan/text/place.js'
import type { Aspect } from '../taxonomy.js'

/** One thing that an element states. Two facts of one aspect and item are equal when their keys are. */
export interface Fact {
  readonly aspect: Aspect
  /** Tells facts of one aspect apart: a name, a text, a period; empty for what is given once. */
  readonly item: string
  /** What people read. */
  readonly shown: string
  readonly key: string
  /** Where it stands on the aspect's scale; undefined when that is not known. */
  readonly rank: Exact | undefined
  /** For dates, the day that moves. */
  readonly day?: string | undefined
}

interface FactDetails {
  readonly item?: string
  readonly key?: string
  readonly rank?: Exact | undefined
  readonly day?: string | undefined
}

export function fact(aspect: Aspect, shown: string, { item = '', key = shown, rank, day }: FactDetails = {}): Fact {
  return { aspect, item, shown, key, rank, day }
}

export function textFact(aspect: Aspect, text: Text | undefined): Fact[] {
  return text ? [fact(aspect, text.text)] : []
}

/** Each text by itself. */
export function textFacts(aspect: Aspect, texts: readonly Text[]): Fact[] {
  return texts.map(({ text }) => fact(aspect, text, { item: text }))
}

/** Each name by itself. */
export function nameFacts(aspect: Aspect, refs: readonly Ref[]): Fact[] {
  return refs.map(({ name }) => fact(aspect, name, { item: name }))
}

export function nameFact(aspect: Aspect, ref: Ref | undefined): Fact[] {
  return ref ? [fact(aspect, ref.name)] : []
}

/** Several names that answer one question together, as owners do. */
export function namesFact(aspect: Aspect, refs: readonly Ref[]): Fact[] {
  return refs.length > 0 ? [fact(aspect, namesText(refs))] : []
}

export function namesText(refs: readonly Ref[]): string {
  return refs.map(({ name }) => name).join(', ')
}

/** What shall be done, and by what. */
export function doneByText({ text }: Text, by: readonly Ref[]): string {
  return by.length > 0 ? t('{text} by {names}', { text, names: namesText(by) }) : text
}

export function wordFacts(aspect: Aspect, words: readonly Word[]): Fact[] {
  return words.map(({ word }) => fact(aspect, word, { item: word }))
}

export function wordFact(aspect: Aspect, word: Word | undefined): Fact[] {
  return word ? [fact(aspect, word.word)] : []
}

/** A flag shows nothing: that it is there is all that it says. */
export function flagFact(aspect: Aspect, flag: Sited | undefined): Fact[] {
  return flag ? [fact(aspect, '', { key: 'set' })] : []
}

/** One of several words in a fixed order. */
export function choiceFact<W extends string>(aspect: Aspect, word: W | undefined, order: readonly W[]): Fact[] {
  return word === undefined ? [] : [fact(aspect, word, { rank: exact(order.indexOf(word)) })]
}

const levels: readonly Level[] = ['low', 'medium', 'high']

export function levelFact(aspect: Aspect, level: Level | undefined): Fact[] {
  return choiceFact(aspect, level, levels)
}

export function amountFact(aspect: Aspect, value: Measurement | undefined, item = ''): Fact[] {
  return value ? [fact(aspect, valueText(value), { item, key: valueKey(value), rank: toBase(value) })] : []
}

export function dateFact(aspect: Aspect, date: SitedDate | undefined): Fact[] {
  return date ? [fact(aspect, date.date, { rank: exact(dayNumber(date.date)), day: date.date })] : []
}

/** A stretch of days; it moves with its end. */
export function spanFact(aspect: Aspect, span: Span | undefined): Fact[] {
  return span ? [fact(aspect, span.text, { key: `${span.start} ${span.end}`, rank: spanRank(span.start, span.end), day: span.end })] : []
}

export function spanFacts(aspect: Aspect, spans: readonly Span[]): Fact[] {
  return spans.map(({ text }) => fact(aspect, text, { item: text }))
}

/** By the end, and for equal ends by the start. */
export function spanRank(start: string, end: string): Exact {
  return exact(dayNumber(end) * 1_000_000 + dayNumber(start))
}

/** How often; more often is up. */
export function cadenceFact(aspect: Aspect, cadence: Cadence | undefined): Fact[] {
  return cadence ? [fact(aspect, cadenceText(cadence), { rank: negate(multiply(hoursIn(cadence.grain), exact(cadence.count))) })] : []
}

/** `every 2 week`, as the plan has it. */
export function cadenceText({ count, grain, until }: Cadence): string {
  const every = count === 1 ? `every ${grain}` : `every ${count} ${grain}`
  return until ? `${every} until ${until.date}` : every
}

/** A value as people read it: `75%`, `72 000 EUR`, `0.8% (400 of 50 000)`. */
export function valueText(value: Measurement): string {
  const text = formatMeasurement(toBase(value), value.unit)
  return value.counts ? `${text} (${formatExact(value.counts.part)} of ${formatExact(value.counts.whole)})` : text
}

export function valueKey({ amount, unit, counts }: Measurement): string {
  return `${exact(amount)} ${unit.symbol} ${counts ? `${exact(counts.part)}/${exact(counts.whole)}` : ''}`
}

/** `180 leads per month`. */
export function ratedText(value: Measurement, per: Grain | undefined): string {
  return per ? `${valueText(value)} per ${per}` : valueText(value)
}

/** So much, or so much in a time. */
export function ratedFact(aspect: Aspect, rated: { readonly value: Measurement; readonly per: Grain | undefined } | undefined): Fact[] {
  return rated ? [fact(aspect, ratedText(rated.value, rated.per), { rank: ratedRank(rated.value, rated.per) })] : []
}

/** What a rated amount comes to in an hour, so that grains compare. */
export function ratedRank(value: Measurement, per: Grain | undefined): Exact {
  return per ? (divide(toBase(value), hoursIn(per)) ?? '0') : toBase(value)
}
