import { t } from '@vscode/l10n'
import type { AstNode } from 'langium'
import type { Cadence, SitedDate } from '../../plan/elements/elements.js'
import { exact, multiply, negate } from '../../plan/quantity/exact.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import type { Exact, Grain, Measurement, Span, Unit, WrittenUnit } from '../../plan/quantity/quantity.js'
import { parseUnit, plainUnit } from '../../plan/quantity/units.js'
import { suggestions } from '../../plan/text/distance.js'
import type { Place } from '../../plan/text/place.js'
import type { Cadence as CadenceNode, DateSpan, UnitText, Value } from '../generated/ast.js'
import { type Expected, fitsClause } from './amounts.js'
import type { Maybe, Reading } from './reading.js'

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year']

/** Reads `month`, also `months`; anything else is a fault. */
export function readGrain(reading: Reading, word: Maybe<string>, place: Place): Grain | undefined {
  if (word === undefined) return undefined
  const found = grains.find((grain) => grain === word || `${grain}s` === word)
  if (!found) {
    const near = suggestions(word, grains)[0]
    reading.fault('plan/syntax', place, t('`{word}` is no period of time. Use day, week, month, quarter or year.', { word }), {
      fixes: near ? [{ title: t('Use `{near}`', { near }), isSafe: false, changes: [{ type: 'replace', place, text: near }] }] : [],
    })
  }
  return found
}

/** Reads one of a few words; anything else is a fault that names them all. */
export function readChoice<const T extends string>(
  reading: Reading,
  word: Maybe<string>,
  place: Place,
  clause: string,
  choices: readonly T[],
): T | undefined {
  if (word === undefined) return undefined
  const found = choices.find((choice) => choice === word)
  if (found === undefined) {
    const near = suggestions(word, choices)[0]
    reading.fault(
      'plan/syntax',
      place,
      t('`{word}` cannot stand behind `{clause}`. It takes {choices}.', { word, clause, choices: listed(choices) }),
      {
        fixes: near ? [{ title: t('Use `{near}`', { near }), isSafe: false, changes: [{ type: 'replace', place, text: near }] }] : [],
      },
    )
  }
  return found
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : t('{first} or {last}', { first: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' })
}

/** Reads a calendar date; a month, quarter, week or year in its place is a fault. */
export function readDate(reading: Reading, text: Maybe<string>, place: Place): SitedDate | undefined {
  if (text === undefined) return undefined
  const period = readPeriod(reading, text, place)
  if (!period) return undefined
  if (period.grain === 'day') return { date: period.start, place }
  reading.fault(
    'plan/syntax',
    place,
    t('`{text}` is a {grain}, and a day is needed here. Write a date such as `{date}`.', { text, grain: period.grain, date: period.end }),
    {
      fixes: [{ title: t('Use `{date}`', { date: period.end }), isSafe: false, changes: [{ type: 'replace', place, text: period.end }] }],
    },
  )
  return undefined
}

function readPeriod(reading: Reading, text: string, place: Place): Maybe<{ start: string; end: string; grain: Grain }> {
  const period = parsePeriod(text)
  if (period.ok) return period
  const { nearest } = period
  const message = nearest
    ? t('`{text}` does not exist: {reason}. Write `{nearest}`, or the date you meant.', { text, reason: period.reason, nearest })
    : t('`{text}` does not exist: {reason}. Write a date such as `2027-03-31`.', { text, reason: period.reason })
  reading.fault('plan/invalid-date', place, message, {
    fixes: nearest
      ? [{ title: t('Use `{nearest}`', { nearest }), isSafe: false, changes: [{ type: 'replace', place, text: nearest }] }]
      : [],
  })
  return undefined
}

/** Reads a period or a date, or `A .. B` of two; the ends are included. */
export function readSpan(reading: Reading, node: Maybe<DateSpan>, mustGrow = false): Span | undefined {
  const first = node?.first
  if (!node || first === undefined) return undefined
  const place = reading.placeOf(node)
  const start = readPeriod(reading, first, reading.placeIn(node, 'first'))
  if (!start) return undefined
  const last = node.last
  if (last === undefined) return { start: start.start, end: start.end, grain: start.grain, text: first, place }
  const end = readPeriod(reading, last, reading.placeIn(node, 'last'))
  if (!end) return undefined
  if (end.end < start.start || (mustGrow && end.end === start.start)) {
    const details = { end: last, start: first }
    const message =
      end.end === start.start
        ? t('The period ends on {end}, the day on which it begins. Give it a later end.', details)
        : t('The period ends on {end}, before it begins on {start}. Swap the two dates.', details)
    reading.fault('plan/period-reversed', place, message, {
      fixes:
        end.end === start.start
          ? []
          : [{ title: t('Swap the two dates'), isSafe: true, changes: [{ type: 'replace', place, text: `${last} .. ${first}` }] }],
    })
    return undefined
  }
  return { start: start.start, end: end.end, grain: undefined, text: `${first} .. ${last}`, place }
}

/** Reads `every [n] GRAIN [until D]`. */
export function readCadence(reading: Reading, node: Maybe<CadenceNode>): Cadence | undefined {
  if (!node) return undefined
  const word = node.grain ?? node.unit
  const grain = readGrain(reading, word, reading.placeIn(node, node.grain === undefined ? 'unit' : 'grain'))
  if (!grain) return undefined
  const count = node.count === undefined ? 1 : Number(node.count.replaceAll('_', ''))
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    reading.fault(
      'plan/syntax',
      reading.placeIn(node, 'count'),
      t('`every {count}` is no cadence. Use a whole number from 1 to 1000.', { count: node.count ?? '' }),
    )
    return undefined
  }
  return { count, grain, until: readDate(reading, node.until, reading.placeIn(node, 'until')), place: reading.placeOf(node) }
}

/** Longer numbers are no plan's; they would only make arithmetic slow. */
const mostDigits = 30

/** What the letter behind digits multiplies them by: `10k` is ten thousand, `1.5M` one and a half million. */
const magnitudes: Readonly<Record<string, string>> = { k: '1000', K: '1000', M: '1000000' }

/** Reads the digits of a number: `12_000`, `3.5`, `10k`; a decimal comma is understood and reported. */
export function readNumber(reading: Reading, text: Maybe<string>, place: Place): Maybe<{ amount: Exact; decimals: number }> {
  if (text === undefined) return undefined
  const [, digits = text, letter = ''] = /^(.*?)([kKM]?)$/.exec(text) ?? []
  const plain = (digits.includes(',') ? withoutComma(reading, digits, letter, place) : digits).replaceAll('_', '')
  if (plain.length > mostDigits) {
    reading.fault(
      'plan/syntax',
      place,
      t('This number has {count} digits, and {most} are the most. Use a larger unit, or fewer decimals.', {
        count: plain.length,
        most: mostDigits,
      }),
    )
    return undefined
  }
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
  const magnitude = magnitudes[letter]
  if (magnitude === undefined) return { amount: exact(plain), decimals }
  return { amount: multiply(exact(plain), magnitude), decimals: decimals - (magnitude.length - 1) }
}

/** Says which readings of a comma there are, and takes the likeliest: three digits behind it are thousands. */
function withoutComma(reading: Reading, text: string, letter: string, place: Place): string {
  const plain = text.replace(',', '.')
  const grouped = text.replace(',', '_')
  const small = plain.replace(/\.?0+$/, '')
  const mayGroup = letter === '' && /^[1-9][0-9]{0,2},[0-9]{3}$/.test(text)
  const replaceBy = (title: string, by: string) => ({
    title,
    isSafe: false,
    changes: [{ type: 'replace' as const, place, text: by + letter }],
  })
  const details = { text: text + letter, grouped, plain: plain + letter, small }
  reading.fault(
    'plan/typographic-character',
    place,
    mayGroup
      ? t(
          '`{text}` has a comma. Plans use a point as decimal mark and `_` to group digits, so that they read the same everywhere. Write `{grouped}` for thousands, or `{small}` for decimals.',
          details,
        )
      : t('`{text}` uses a comma as decimal mark. Plans use a point, so that they read the same everywhere. Write `{plain}`.', details),
    {
      fixes: mayGroup
        ? [replaceBy(t('Use `{grouped}` (thousands)', details), grouped), replaceBy(t('Use `{small}` (decimals)', details), small)]
        : [replaceBy(t('Use `{by}`', { by: plain + letter }), plain)],
    },
  )
  return mayGroup ? grouped : plain
}

/** Reads a number with sign, unit and counts. An amount of another kind than the clause expects is a fault, and undefined. */
export function readValue(reading: Reading, node: Maybe<Value>, expected: Expected): Measurement | undefined {
  const value = readAnyValue(reading, node)
  return value && fitsClause(reading, value, expected) ? value : undefined
}

function readAnyValue(reading: Reading, node: Maybe<Value>): Measurement | undefined {
  if (!node) return undefined
  const place = reading.placeOf(node)
  const number = readNumber(reading, node.number, reading.placeIn(node, 'number'))
  if (!number) return undefined
  const isNegative = readSign(reading, node, node.sign)
  const counts = readCounts(reading, node)
  const unit = readUnitBehind(reading, node, node.unit)
  if (!unit) return undefined
  return {
    amount: isNegative ? negate(number.amount) : number.amount,
    decimals: number.decimals,
    unit,
    unitPlace: node.unit === undefined ? undefined : reading.placeIn(node, 'unit'),
    counts,
    text: reading.source.slice(place.start, counts ? counts.place.start : place.end).trimEnd(),
    place,
  }
}

/** True for a minus; a dash in its place is reported, U+2212 is remarked on. */
export function readSign(reading: Reading, node: AstNode, sign: Maybe<string>, property = 'sign'): boolean {
  if (sign === undefined || sign === '+') return false
  if (sign === '-') return true
  const place = reading.placeIn(node, property)
  const changes = [{ type: 'replace' as const, place, text: '-' }]
  if (sign === '−') {
    reading.fault(
      'formula/typographic-operator',
      place,
      t('`−` is understood as `-`. Plain signs can be typed and searched by everyone.'),
      {
        fixes: [{ title: t('Use `-`'), isSafe: true, changes }],
      },
    )
  } else {
    reading.fault(
      'plan/typographic-character',
      place,
      t('`{sign}` is a dash and no minus. Plans use the plain sign, so that they can be typed and searched. Write `-`.', { sign }),
      {
        fixes: [{ title: t('Use `-`'), isSafe: true, changes }],
      },
    )
  }
  return true
}

function readCounts(reading: Reading, node: Value): Measurement['counts'] {
  const counts = node.counts
  if (!counts) return undefined
  const part = readNumber(reading, counts.part, reading.placeIn(counts, 'part'))
  const whole = readNumber(reading, counts.whole, reading.placeIn(counts, 'whole'))
  return part && whole ? { part: part.amount, whole: whole.amount, place: reading.placeOf(counts) } : undefined
}

const currencySigns: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }

/** The unit behind a number; none is the plain unit. An unreadable one is a fault. */
export function readUnitBehind(reading: Reading, node: AstNode, text: Maybe<string>): Unit | undefined {
  if (text === undefined) return plainUnit
  return readUnit(reading, text, reading.placeIn(node, 'unit'))
}

function readUnit(reading: Reading, text: string, place: Place): Unit | undefined {
  const unit = parseUnit(text)
  if (unit) return unit
  const code = currencySigns[text]
  reading.fault(
    'plan/syntax',
    place,
    code
      ? t('`{text}` is a sign, and currencies are written as three capitals. Write `{code}`.', { text, code })
      : t(
          '`{text}` is no unit. Use a counted thing such as `leads`, a currency such as `EUR`, a time such as `h` or `wd`, `%`, `x`, or a quotient such as `EUR/lead`.',
          { text },
        ),
    { fixes: code ? [{ title: t('Use `{code}`', { code }), isSafe: false, changes: [{ type: 'replace', place, text: ` ${code}` }] }] : [] },
  )
  return undefined
}

/** Reads the unit of `in UNIT`. */
export function readWrittenUnit(reading: Reading, node: Maybe<UnitText>): WrittenUnit | undefined {
  const text = node?.value
  if (!node || !text) return undefined
  const place = reading.placeOf(node)
  const unit = readUnit(reading, text.replaceAll(' ', ''), place)
  if (!unit) return undefined
  for (const base of unit.bases)
    if (base.kind === 'count') reading.words.push({ word: text.includes('/') ? base.word : text, place, role: 'unit' })
  return { unit, text, place }
}
