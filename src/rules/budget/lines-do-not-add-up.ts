import { t } from '@vscode/l10n'
import type { BudgetLine } from '../../plan/elements/elements.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import { freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { type BudgetMoney, type LineMoney, money } from '../../plan/money/money.js'
import { halfDigit } from '../../plan/numbers/aims.js'
import { absolute, compare, isZero, multiply, subtract, sum } from '../../plan/quantity/exact.js'
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
      for (const { line, amount } of entry.lines)
        if (line.share && amount === undefined && !entry.budget.total)
          report(
            line.share,
            t('`{line}` is {share} of a total that `{budget}` does not have. Write `total` with an amount in the budget.', {
              line: line.name,
              share: line.share.text,
              budget: entry.budget.name,
            }),
            { about: line },
          )
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
  if (isRounding(subtract(total, sumOfLines), [...looseness(budget.lines, total), ...roundHalf(budget.total)])) return []
  const parts = { budget: budget.name, ...amounts(sumOfLines, total, currency) }
  const message =
    compare(sumOfLines, total) < 0
      ? t('The lines of `{budget}` add up to {found}, {difference} less than the total of {stated}', parts)
      : t('The lines of `{budget}` add up to {found}, {difference} more than the total of {stated}', parts)
  return [{ place: budget.total.place, message }]
}

function lineMismatches({ lines, currency }: BudgetMoney): Mismatch[] {
  return lines.flatMap(({ line, amount }: LineMoney) => {
    const stated = line.amount ?? line.share
    if (!stated || amount === undefined || line.rows.length === 0) return []
    const found = sum(line.rows.map((row) => row.value.amount))
    if (
      isRounding(
        subtract(found, amount),
        line.rows.map((row) => halfDigit(row.value)),
      )
    )
      return []
    const parts = { line: line.name, ...amounts(found, amount, currency) }
    return [{ place: stated.place, message: t('the periods of `{line}` add up to {found} and not to {stated}', parts) }]
  })
}

function periodMismatches({ budget, total, sumOfLines, periods, currency }: BudgetMoney): Mismatch[] {
  const columns = periods.flatMap(({ row, amount, inLines }) => {
    if (amount === undefined || inLines === undefined || isRounding(subtract(amount, inLines), looseness(budget.lines, total))) return []
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
      periods.map(({ row }) => halfDigit(row.value)),
    )
  )
    return columns
  const parts = amounts(found, stated, currency)
  return [...columns, { place: first.row.value.place, message: t('all periods together add up to {found} and not to {stated}', parts) }]
}

/** What rounding leaves open in a sum of lines: half of the last written digit of each line's amount or share, else of its rows. */
function looseness(lines: readonly BudgetLine[], total: Exact | undefined): readonly Exact[] {
  return lines.flatMap(({ amount, share, rows }) => {
    if (share) return multiply(halfDigit(share), total ?? '0')
    return amount ? [halfDigit(amount)] : rows.map((row) => halfDigit(row.value))
  })
}

/** What a stated sum such as `1.5M` leaves open; one written to its last unit is meant so. */
function roundHalf(stated: Measurement): readonly Exact[] {
  return stated.decimals < 0 ? [halfDigit(stated)] : []
}

/** True for no difference, and for one that rounding explains. */
function isRounding(difference: Exact, halves: readonly Exact[]): boolean {
  return isZero(difference) || compare(absolute(difference), sum(halves)) <= 0
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
