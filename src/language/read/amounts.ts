import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import { compare, formatExact, multiply } from '../../plan/quantity/exact.js'
import type { Grain, Measurement, Unit } from '../../plan/quantity/quantity.js'
import { isDuration, isFullTime, isMoney, toBase } from '../../plan/quantity/units.js'
import { beginning, type Place, stretch } from '../../plan/text/place.js'
import type { AmountKind } from '../table/amounts.js'
import type { ClauseEntry } from '../table/clause.js'
import { currencies } from '../table/habit-values.js'
import type { Reading } from './reading.js'

/** What a value is read for. */
export interface Expected {
  readonly amount: AmountKind
  readonly clause: ClauseEntry
  /** For weekly work: the `per week` behind the value, and the whole clause. */
  readonly per?: { readonly grain: Grain; readonly whole: Place } | undefined
}

interface Problem {
  readonly message: string
  readonly fixes: readonly Fix[]
}

/** True when the amount is of the kind that its clause expects; anything else is an error at the value. */
export function fitsClause(reading: Reading, value: Measurement, expected: Expected): boolean {
  const problem = problemOf(value, expected)
  if (problem) reading.valueFault('formula/value-unit-mismatch', value.place, problem.message, problem.fixes)
  else remarkOnPoint(reading, value, expected.amount)
  return problem === undefined
}

function problemOf(value: Measurement, expected: Expected): Problem | undefined {
  const { amount, per } = expected
  const { unit } = value
  switch (amount) {
    case 'effort':
    case 'length':
      return isDuration(unit) ? negative(value, expected) : misfit(value, expected)
    case 'weekly work':
      if (isFullTime(unit) || unit.symbol === '%') return shareOfWork(value, expected)
      if (!isDuration(unit)) return misfit(value, expected)
      return compare(toBase(value), mostHours[per?.grain ?? 'week']) > 0 ? tooMuchWork(value) : negative(value, expected)
    case 'money':
      return unit.nature === 'plain' || isMoney(unit) ? undefined : misfit(value, expected)
    case 'money or share':
      if (unit.symbol === '%') return outsideWhole(value, expected)
      return unit.nature === 'plain' || isMoney(unit) ? undefined : misfit(value, expected)
    case 'share':
      return unit.nature === 'ratio' && unit.symbol !== 'x' ? outsideWhole(value, expected) : misfit(value, expected)
    case 'points':
    case 'people':
      return unit.nature === 'plain' || unit.nature === 'score' ? undefined : misfit(value, expected)
    case 'quantity':
      return unit.nature === 'ratio' || unit.nature === 'points' ? misfit(value, expected) : undefined
    case 'number': // held against the unit of its number, which may stand in another file
    case 'any':
    case 'periods':
      return undefined
  }
}

/** All hours that a period has. */
const mostHours: Readonly<Record<Grain, string>> = { day: '24', week: '168', month: '744', quarter: '2208', year: '8784' }
/** 168 hours beside a workweek of 40. */
const mostPosts = '4.2'

function negative(value: Measurement, expected: Expected): Problem | undefined {
  if (compare(value.amount, '0') >= 0) return undefined
  return { message: t('`{value}` is less than nothing. Write for example `{usage}`.', detailsOf(value, expected)), fixes: [] }
}

function shareOfWork(value: Measurement, expected: Expected): Problem | undefined {
  const { per } = expected
  if (!per) return compare(toBase(value), mostPosts) > 0 ? tooMuchWork(value) : negative(value, expected)
  const details = { value: value.text, grain: per.grain }
  return {
    message: t('`{value}` is a share of the workweek and takes no `per {grain}`. Write `{value}` alone, or hours per {grain}.', details),
    fixes: [fixed(stretch([value.place, 'start'], [per.whole, 'end']), value.text)],
  }
}

function tooMuchWork(value: Measurement): Problem {
  return { message: t('`{value}` is more than there is: a week has 168 hours.', { value: value.text }), fixes: [] }
}

function outsideWhole(value: Measurement, expected: Expected): Problem | undefined {
  const amount = toBase(value)
  if (compare(amount, '0') >= 0 && compare(amount, '1') <= 0) return undefined
  return { message: t('`{value}` is no share of a whole, and {subject} wants 0% to 100%.', detailsOf(value, expected)), fixes: [] }
}

function misfit(value: Measurement, expected: Expected): Problem {
  const corrected = correctedTexts(value, expected.amount)
  const details = { ...detailsOf(value, expected), found: foundText(value.unit), wanted: wantedText(expected.amount) }
  const [first, second] = corrected
  const fixes = corrected.map((text) => fixed(value.place, text))
  if (value.unit.symbol === 'm' && first && second)
    return { message: t('`{value}` could be minutes or months. Write `{first}` or `{second}`.', { ...details, first, second }), fixes }
  return {
    message: first
      ? t('`{value}` is {found}, and {subject} wants {wanted}. Did you mean `{first}`?', { ...details, first })
      : t('`{value}` is {found}, and {subject} wants {wanted}. Write for example `{usage}`.', details),
    fixes,
  }
}

function fixed(place: Place, text: string): Fix {
  return { title: t('Use `{by}`', { by: text }), isSafe: false, changes: [{ type: 'replace', place, text }] }
}

function detailsOf(value: Measurement, { clause }: Expected) {
  const subject = clause.keyword === 'row' ? t('a row here') : clause.writtenAs ? t('this place') : `\`${clause.keyword}\``
  return { value: value.text, subject, usage: clause.usage }
}

function foundText(unit: Unit): string {
  if (unit.nature === 'plain') return t('a number without a unit')
  if (unit.nature === 'points') return t('a difference of percentages')
  if (unit.nature === 'score') return t('a number of points')
  if (unit.nature === 'ratio') return unit.symbol === 'x' ? t('a multiple') : t('a share')
  if (isDuration(unit)) return t('a time')
  return isMoney(unit) ? t('an amount of money') : t('an amount of `{unit}`', { unit: unit.symbol })
}

function wantedText(amount: AmountKind): string {
  switch (amount) {
    case 'effort':
      return t('working time such as `8h`')
    case 'weekly work':
      return t('hours such as `24h per week`, or a share of the workweek such as `50%` or `0.5 fte`')
    case 'length':
      return t('a length of time such as `10wd`, `2w` or `6mo`')
    case 'money':
      return t('money such as `3_500 EUR`')
    case 'money or share':
      return t('money such as `3_500 EUR`, or a share of the total such as `40%`')
    case 'share':
      return t('a share such as `40%`')
    case 'quantity':
      return t('an amount such as `180 leads`')
    case 'people':
      return t('a number of people such as `2 people`')
    default:
      return t('a number without a unit')
  }
}

/** Units of time as people write them elsewhere, with those of the language that may be meant. */
const timeHabits: Readonly<Record<string, readonly string[]>> = {
  m: ['min', 'mo'],
  M: ['mo', 'min'],
  mth: ['mo'],
  mths: ['mo'],
  wk: ['w'],
  wks: ['w'],
  hr: ['h'],
  Std: ['h'],
  std: ['h'],
  yr: ['y'],
  yrs: ['y'],
  dys: ['d'],
}

/** What the value was probably meant to be. */
function correctedTexts(value: Measurement, amount: AmountKind): readonly string[] {
  const { unit, text } = value
  const number = text.slice(0, text.length - unit.symbol.length).trimEnd()
  const isPlain = unit.nature === 'plain'
  switch (amount) {
    case 'effort':
    case 'weekly work':
      return isPlain ? [`${number}h`] : (timeHabits[unit.symbol] ?? []).map((symbol) => `${number}${symbol}`)
    case 'length':
      return isPlain ? [`${number}d`, `${number}wd`] : (timeHabits[unit.symbol] ?? []).map((symbol) => `${number}${symbol}`)
    case 'share': {
      const isFraction = compare(value.amount, '0') > 0 && compare(value.amount, '1') < 0
      return isPlain ? [isFraction ? `${formatExact(multiply(value.amount, '100'))}%` : `${number}%`] : []
    }
    case 'money or share':
    case 'money': {
      const code = currencies.get(unit.symbol.toLowerCase())
      return code ? [`${number} ${code}`] : []
    }
    default:
      return []
  }
}

/** Money or things counted with exactly three digits behind the point read like thousands to half of the world. */
function remarkOnPoint(reading: Reading, value: Measurement, amount: AmountKind): void {
  const isCounted =
    amount === 'money' ||
    (amount === 'money or share' && value.unit.symbol !== '%') ||
    ((amount === 'number' || amount === 'quantity') && value.unit.bases.length === 1 && !isDuration(value.unit))
  const [number, whole, decimals] = /^[-+]?([1-9][0-9]{0,2})\.([0-9]{3})(?![0-9_kKM])/.exec(value.text) ?? []
  if (!isCounted || number === undefined || whole === undefined || decimals === undefined) return
  const rest = value.text.slice(number.length)
  const sign = /^[-+]/.exec(number)?.[0] ?? ''
  const thousands = `${sign}${whole}_${decimals}${rest}`
  const asDecimals = `${sign}${`${whole}.${decimals}`.replace(/\.?0+$/, '')}${rest}`
  const place = beginning(value.place, value.text.length)
  const isRound = decimals === '000'
  reading.valueFault(
    'formula/thousands-or-decimals',
    value.place,
    isRound
      ? t('`{value}` is {small}, since a point stands in front of decimals. For thousands write `{thousands}`, else `{small}`.', {
          value: value.text,
          small: asDecimals,
          thousands,
        })
      : t(
          '`{value}` is less than {above}, since a point stands in front of decimals. For thousands write `{thousands}`, else two decimals or none.',
          {
            value: value.text,
            above: `${Number(whole) + 1}${rest}`,
            thousands,
          },
        ),
    [fixed(place, thousands), ...(isRound || asDecimals !== value.text ? [fixed(place, asDecimals)] : [])],
  )
}
