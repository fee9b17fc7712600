import { t } from '@vscode/l10n'
import type { BudgetLine } from '../../plan/elements/elements.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import { freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { type BudgetMoney, type LineMoney, money } from '../../plan/money/money.js'
import { halfDigit } from '../../plan/numbers/aims.js'
import { absolute, compare, isZero, subtract, sum } from '../../plan/quantity/exact.js'
import type { Exact, Measurement } from '../../plan/quantity/quantity.js'
import type { Place } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, quoted, replaceBy } from '../fixes/fixes.js'
import { formatMoney, writtenMoney } from './budget.js'

/** One row or column of a budget whose parts do not make its sum. */
interface Mismatch {
  /** Of the stated amount. */
  readonly place: Place
  readonly message: string
}

export const linesDoNotAddUp = rule({
  code: 'budget/lines-do-not-add-up',
  levels: levels('W', 'E', 'E'),
  inLibraries: true,
  summary: 'The lines and periods of a budget make up its total.',
  why: 'A difference is money that nobody planned for, or money that is planned twice.',
  fix: 'Correct the line, the period or the total that is wrong, or add a line for the rest.',
  bad: `budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 3_300 USD
  line cleaning    "List cleaning"   1_800 USD
  line contingency "Contingency"       700 USD
}`,
  good: `budget q1_money "Quarter one" total 6_000 USD owner summer {
  line design      "Template design" 3_500 USD
  line cleaning    "List cleaning"   1_800 USD { 2027-01 900  2027-02 900 }
  line contingency "Contingency"       700 USD
}`,
  check(plan, report) {
    for (const entry of money(plan).budgets) {
      const byTotal = totalMismatch(entry)
      const all = [...byTotal, ...lineMismatches(entry), ...periodMismatches(entry)]
      const [first, ...others] = all
      if (!first) continue
      const related: Related[] = others.map(({ place, message }) => ({ place, message }))
      const mismatches = all.map(({ message }) => message).join('; ')
      const what = byTotal.length > 0 ? mismatches : t('In `{budget}` {mismatches}', { budget: entry.budget.name, mismatches })
      report(first.place, `${what}. ${adviceFor(byTotal.length > 0)}`, {
        about: entry.budget,
        related,
        fixes: byTotal.length > 0 ? fixesOf(plan, entry) : [],
      })
    }
  },
})

function adviceFor(isTotal: boolean): string {
  return isTotal ? t('Correct a line, or add one for the rest.') : t('Correct the amount that is wrong.')
}

function totalMismatch({ budget, total, sumOfLines, currency }: BudgetMoney): Mismatch[] {
  if (!budget.total || total === undefined || sumOfLines === undefined) return []
  if (isRounding(subtract(total, sumOfLines), partsOf(budget.lines))) return []
  const parts = { budget: budget.name, ...amounts(sumOfLines, total, currency) }
  const message =
    compare(sumOfLines, total) < 0
      ? t('The lines of `{budget}` add up to {found}, {difference} less than the total of {stated}', parts)
      : t('The lines of `{budget}` add up to {found}, {difference} more than the total of {stated}', parts)
  return [{ place: budget.total.place, message }]
}

function lineMismatches({ lines, currency }: BudgetMoney): Mismatch[] {
  return lines.flatMap(({ line, amount }: LineMoney) => {
    if (!line.amount || amount === undefined || line.rows.length === 0) return []
    const found = sum(line.rows.map((row) => row.value.amount))
    if (
      isRounding(
        subtract(found, amount),
        line.rows.map((row) => row.value),
      )
    )
      return []
    const parts = { line: line.name, ...amounts(found, amount, currency) }
    return [{ place: line.amount.place, message: t('the periods of `{line}` add up to {found} and not to {stated}', parts) }]
  })
}

function periodMismatches({ budget, total, sumOfLines, periods, currency }: BudgetMoney): Mismatch[] {
  const columns = periods.flatMap(({ row, amount, inLines }) => {
    if (amount === undefined || inLines === undefined || isRounding(subtract(amount, inLines), partsOf(budget.lines))) return []
    const parts = { period: row.period.text, ...amounts(inLines, amount, currency) }
    return [{ place: row.value.place, message: t('the lines hold {found} for {period} and not {stated}', parts) }]
  })
  const stated = total ?? sumOfLines
  const known = periods.map(({ amount }) => amount).filter((amount) => amount !== undefined)
  const [first] = periods
  if (!first || stated === undefined || known.length < periods.length) return columns
  const found = sum(known)
  if (
    isRounding(
      subtract(found, stated),
      periods.map(({ row }) => row.value),
    )
  )
    return columns
  const parts = amounts(found, stated, currency)
  return [...columns, { place: first.row.value.place, message: t('all periods together add up to {found} and not to {stated}', parts) }]
}

/** The written amounts behind a sum of lines: each line's own, else its rows. */
function partsOf(lines: readonly BudgetLine[]): readonly Measurement[] {
  return lines.flatMap((line) => (line.amount ? [line.amount] : line.rows.map((row) => row.value)))
}

/** True for no difference, and for one that rounding explains: half of the last written digit of each part. */
function isRounding(difference: Exact, parts: readonly Measurement[]): boolean {
  if (isZero(difference)) return true
  return compare(absolute(difference), sum(parts.map(halfDigit))) <= 0
}

function amounts(found: Exact, stated: Exact, currency: string | undefined) {
  return {
    found: formatMoney(found, currency),
    stated: formatMoney(stated, currency),
    difference: formatMoney(absolute(subtract(found, stated)), currency),
  }
}

function fixesOf(plan: Plan, { budget, total, sumOfLines, currency }: BudgetMoney): readonly Fix[] {
  if (!budget.total || total === undefined || sumOfLines === undefined) return []
  const written = writtenMoney(sumOfLines, currency)
  const setTotal = replaceBy(budget.total, written, t('Set the total to {amount}', { amount: formatMoney(sumOfLines, currency) }))
  const rest = subtract(total, sumOfLines)
  if (compare(rest, '0') <= 0) return [setTotal]
  const line = `line ${freeName(plan, 'rest')} ${quoted(t('Rest'))} ${writtenMoney(rest, currency)}`
  return [setTotal, insertClauses(budget, [line], t('Add a line for {amount}', { amount: formatMoney(rest, currency) }))]
}
