import { t } from '@vscode/l10n'
import { clauseOf } from '../table/vocabulary.js'
import { amountAt, comparisonAt } from './habit-amounts.js'
import { habitDateAt } from './habit-dates.js'
import { readNames } from './habit-names.js'
import { plainWord } from './habit-tokens.js'
import type { HabitWalk } from './habit-walk.js'

/** Words for the direction of a change. */
export const verbs: Readonly<Record<string, string>> = {
  increase: 'increase', increases: 'increase', grow: 'increase', raise: 'increase', up: 'increase', erhöhen: 'increase', steigern: 'increase', aumentare: 'increase', aumenta: 'increase',
  decrease: 'decrease', decreases: 'decrease', reduce: 'decrease', lower: 'decrease', cut: 'decrease', down: 'decrease', senken: 'decrease', reduzieren: 'decrease', ridurre: 'decrease', riduci: 'decrease',
  hold: 'hold', keep: 'hold', maintain: 'hold', halten: 'hold', mantenere: 'hold',
} // biome-ignore format: a row a meaning
const joints: Readonly<Record<string, string>> = {
  from: 'from', von: 'from', da: 'from', dal: 'from', to: 'to', auf: 'to', bis: 'to', a: 'to', al: 'to', zu: 'to', '->': 'to', '→': 'to', '=>': 'to', target: 'to', by: 'by', um: 'by', di: 'by', ':': 'to', '=': 'to',
} // biome-ignore format: a row a meaning

/** `measurable NAME increase from A to B`, in the words of other tools. */
export function readAim(walk: HabitWalk, isNamed = false): void {
  const line = walk.at(-1)?.line ?? 0
  const first = walk.on(line)
  if (!first) return
  const why = t('A number of a goal is written `measurable NAME from VALUE to VALUE`.')
  const verb = verbs[plainWord(first.text)]
  const second = walk.on(line, 1)
  if (isNamed) walk.index++
  else if (verb && second?.type === 'word' && !joints[second.text]) {
    walk.replace(first.start, second.end, `${second.text} ${verb}`, why, line)
    walk.index += 2
  } else {
    readName(walk)
    const next = walk.on(line)
    const meant = next && verbs[plainWord(next.text)]
    if (next && meant) {
      if (meant !== next.text)
        walk.replaceToken(next, meant, t('`{written}` is written `{right}` here.', { written: next.text, right: meant }))
      walk.index++
    }
  }
  let isStated = false
  const aim = { end: walk.at(-1)?.end ?? first.end, hasFrom: false, hasTo: false }
  walk.aim = aim
  for (let turn = 0; turn < 6; turn++) {
    aim.end = walk.at(-1)?.end ?? aim.end
    aim.hasTo = isStated
    const token = walk.on(line)
    if (!token) return
    if (isStated && /^(?:by|until|bis|entro|before|in|on|im|nel)$/.test(token.text) && window(walk, line)) continue
    const joint = isStated && token.text === 'a' ? undefined : joints[token.text.toLowerCase()]
    const number = walk.on(line, 1)
    if (joint && number && isValue(walk, number.start, number.type)) {
      const blank = /\s/.test(walk.source[token.start - 1] ?? ' ') ? '' : ' '
      if (joint !== token.text) walk.replaceToken(token, blank + joint, why)
      walk.index++
      if (joint === 'to') isStated = true
      if (joint === 'from') aim.hasFrom = true
      value(walk, line, joint === 'to')
      continue
    }
    if (!isStated && /^[+-]$/.test(token.text) && /^\d[\d.,]*\s?(?:%|pp)/.test(walk.source.slice(token.end, token.end + 12))) {
      walk.replaceToken(token, token.text === '+' ? 'increase by ' : 'decrease by ', why)
      walk.index++
      isStated = true
      value(walk, line, false)
      continue
    }
    if (isValue(walk, token.start, token.type)) {
      const behind = valueEnd(walk)
      const isFirstOfTwo =
        joints[walk.tokens.find(({ start, line: own }) => start >= behind && own === line)?.text.toLowerCase() ?? ''] === 'to'
      if (!isStated) walk.replace(token.start, token.start, isFirstOfTwo ? 'from ' : 'to ', why, line)
      if (isFirstOfTwo) aim.hasFrom = true
      else isStated = true
      value(walk, line, true)
      continue
    }
    return
  }
}

/** The period of a target: `by Q2 2027` becomes `in 2027-Q2`. */
function window(walk: HabitWalk, line: number): boolean {
  const token = walk.on(line)
  const next = walk.on(line, 1)
  if (!token || !next) return false
  const date = next.type === 'date' ? undefined : habitDateAt(walk.source, next.start, false)
  if (next.type !== 'date' && !date) return false
  const text = date?.readings[0]?.[1] ?? next.text
  const joint = /^\d{4}-\d\d-\d\d$/.test(text) ? 'on' : 'in'
  const why = t('When a target is to be reached is written `in PERIOD` or `on DATE`.')
  if (token.text !== joint) walk.replaceToken(token, joint, why)
  if (date) walk.replace(next.start, date.end, text, t('Dates are written year first.'), line)
  walk.skipTo(date?.end ?? next.end)
  return true
}

function readName(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  const name = walk.on(line)
  if (name?.type === 'word' && walk.on(line, 1)?.type !== 'word') walk.index++
  else if (name?.type === 'word' && (verbs[plainWord(walk.on(line, 1)?.text ?? '')] || joints[walk.on(line, 1)?.text.toLowerCase() ?? '']))
    walk.index++
  else if (name?.type === 'word' && walk.on(line, 1)?.text === 'at') walk.index++
  else readNames(walk, 'measurable')
}

function isValue(walk: HabitWalk, start: number, type: string): boolean {
  return (
    type === 'number' ||
    /^[+-]\d/.test(walk.source.slice(start, start + 2)) ||
    comparisonAt(walk.source, start) !== undefined ||
    /^(?:[$€£]|at (?:least|most))/.test(walk.source.slice(start, start + 8))
  )
}

function valueEnd(walk: HabitWalk): number {
  const { token, source } = walk
  if (!token) return 0
  const amount = amountAt(source, token.start)
  if (amount) return amount.end
  return token.end + (/^\s?[\p{L}%]+/u.exec(source.slice(token.end, token.end + 20))?.[0]?.match(/^\s?%|^\p{L}+/u)?.[0]?.length ?? 0)
}

/** A value with `at least` or `at most` in front. */
function value(walk: HabitWalk, line: number, isBounded: boolean): void {
  const { source } = walk
  const token = walk.on(line)
  if (!token) return
  const compared = comparisonAt(source, token.start)
  if (compared && isBounded) {
    const end = compared.end + (/^\s+(?=\d)/.exec(source.slice(compared.end, compared.end + 4))?.[0].length ?? 0)
    walk.replace(
      token.start,
      end,
      `${compared.text} `,
      t('`{written}` is written `{right}`.', { written: source.slice(token.start, compared.end), right: compared.text }),
      line,
    )
    walk.skipTo(compared.end)
  } else if (token.text === 'at') walk.index += 2
  const here = walk.on(line)
  if (!here) return
  const amount = amountAt(source, here.start)
  if (amount) {
    walk.replace(here.start, amount.end, amount.text, t('Amounts are a number with its unit behind it.'), line)
    walk.skipTo(amount.end)
    return
  }
  if (/^[+-]$/.test(here.text)) walk.index++
  walk.index++
  const unit = walk.on(line)
  if (
    unit &&
    (unit.text === '%' ||
      (unit.type === 'word' &&
        !joints[unit.text] &&
        !clauseOf('goal', unit.text) &&
        !/^(?:until|bis|entro|before|nel|im)$/.test(unit.text) &&
        unit.text !== 'in' &&
        unit.text !== 'on' &&
        unit.start - (walk.at(-1)?.end ?? 0) <= 1))
  )
    walk.index++
}

/** `guard NAME at most VALUE`, with a sign of comparison. */
export function readGuard(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  readName(walk)
  const token = walk.on(line)
  if (!token) return
  const sign = token.text === ':' || token.text === '=' ? token : undefined
  if (sign) {
    walk.removeToken(sign, t('Words stand one behind the other, without `{sign}` between them.', { sign: sign.text }))
    walk.index++
  }
  value(walk, line, true)
}

/** `expects NAME up by VALUE`, in other words for the direction. */
export function readEffect(walk: HabitWalk): void {
  const line = walk.at(-1)?.line ?? 0
  if (walk.on(line)?.type !== 'word') return
  walk.index++
  const direction = walk.on(line)
  if (!direction) return
  const verb = verbs[plainWord(direction.text)]
  const meant = verb === 'increase' ? 'up' : verb === 'decrease' ? 'down' : undefined
  if (meant) {
    if (meant !== direction.text)
      walk.replaceToken(direction, meant, t('`{written}` is written `{right}` here.', { written: direction.text, right: meant }))
    walk.index++
  }
  const by = walk.on(line)
  if (by && joints[by.text.toLowerCase()] === 'by') {
    if (by.text !== 'by') walk.replaceToken(by, 'by', t('`{written}` is written `{right}` here.', { written: by.text, right: 'by' }))
    walk.index++
    value(walk, line, false)
  } else if (by && meant && isValue(walk, by.start, by.type)) {
    walk.replace(by.start, by.start, 'by ', t('An effect is written `expects NAME up by VALUE`.'), line)
    value(walk, line, false)
  }
}
