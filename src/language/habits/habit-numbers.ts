import { t } from '@vscode/l10n'
import { numberWords } from '../table/habit-values.js'
import { clauseOf } from '../table/vocabulary.js'
import { amountAt } from './habit-amounts.js'
import { readPer } from './habit-rhythms.js'
import { type HabitWalk, innerText } from './habit-walk.js'

/** A number with its unit, and the period behind it. */
export function readAmount(walk: HabitWalk, keyword: string): void {
  const { token, source } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!token || token.line !== line) return
  const inner = token.type === 'text' ? innerText(token.text) : ''
  if (token.type === 'text' && /^[\d$€£+-]/.test(inner)) {
    walk.replaceToken(token, amountAt(inner, 0)?.text ?? inner, t('An amount stands without quotes.'))
    walk.index++
  } else {
    const sign = /^[~≈+-]$/.test(token.text) || /^(?:about|approx|ca|circa|around|etwa|rund)$/i.test(token.text) ? token : undefined
    if (sign && !/^[+-]$/.test(sign.text)) {
      walk.removeToken(sign, t('An amount is a number with its unit, without `{sign}`.', { sign: sign.text }))
      walk.index++
      if (walk.isSign('.')) walk.index++
    } else if (sign) walk.index++
    const here = walk.on(line)
    if (!here) return
    if (rangeOrWord(walk, line)) return
    const amount = amountAt(source, here.start)
    if (amount) {
      walk.replace(here.start, amount.end, amount.text, t('Amounts are a number with its unit behind it.'), line)
      walk.skipTo(amount.end)
    } else if (here.type === 'number') {
      walk.index++
      const unit = walk.on(line)
      const hasUnit = unit?.text === '%' || (unit?.type === 'word' && !(walk.element && clauseOf(walk.element.kind, unit.text)))
      if (keyword === 'progress' && unit?.text !== '%') walk.replace(here.end, here.end, '%', t('Progress is a share in percent.'), line)
      else if (keyword === 'effort' && !hasUnit) walk.replace(here.end, here.end, 'h', t('Working time has a unit, such as `8h`.'), line)
      if (hasUnit) walk.index++
    }
  }
  readPer(walk)
}

/** `two weeks`, and `2-3 weeks`, which is one or the other. */
function rangeOrWord(walk: HabitWalk, line: number): boolean {
  const [first, sign, second] = [walk.on(line), walk.on(line, 1), walk.on(line, 2)]
  if (!first) return false
  const count = numberWords.get(first.text.toLowerCase())
  if (first.type === 'word' && count !== undefined && sign?.type === 'word') {
    walk.replaceToken(first, String(count), t('A number is written in digits.'))
    walk.index += 2
    return true
  }
  const isRange = first.type === 'number' && second?.type === 'number' && /^(?:[-–—/]|to|or|bis|oder|o|a)$/.test(sign?.text ?? '')
  if (!isRange) return false
  const why = t('An amount is one number and no range: `{first}` or `{second}`.', { first: first.text, second: second.text })
  walk.replace(first.start, second.end, second.text, why, line, { other: first.text })
  walk.index += walk.on(line, 3)?.type === 'word' ? 4 : 3
  return true
}
