import type { Budget, BudgetLine, MoneyRow, Task, Tool } from '../elements/elements.js'
import type { Ref } from '../elements/ref.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { add, compare, divide, isZero, maximum, multiply, round, subtract, sum } from '../quantity/exact.js'
import type { Exact, Grain, Measurement } from '../quantity/quantity.js'
import { toBase } from '../quantity/units.js'
import type { Place, Sited } from '../text/place.js'
import { minorDigits } from '../words/currencies.js'

/** What a task or tool takes from a budget line in the strategy's period. */
export interface Draw {
  readonly by: string
  /** Of the `costs` clause. */
  readonly place: Place
  /** Undefined where the text does not say enough: another currency, or a recurring cost in a plan without period. */
  readonly amount: Exact | undefined
}

/** The money of one budget line. Undefined amounts are not known. */
export interface LineMoney {
  readonly line: BudgetLine
  /** The written amount, else its share of the total, else the sum of the line's periods. */
  readonly amount: Exact | undefined
  readonly draws: readonly Draw[]
  readonly need: Exact | undefined
  /** 0 where none is written. */
  readonly spent: Exact | undefined
  /** What is needed and not spent yet, never below 0. */
  readonly committed: Exact | undefined
}

/** A period row of a budget beside what its lines hold for the same days. */
export interface PeriodMoney {
  readonly row: MoneyRow
  readonly amount: Exact | undefined
  /** Undefined unless every line is split into periods that fit. */
  readonly inLines: Exact | undefined
}

/** The money of one budget. Undefined amounts are not known. */
export interface BudgetMoney {
  readonly budget: Budget
  readonly currency: string | undefined
  /** The written total, else the sum of the lines. */
  readonly total: Exact | undefined
  readonly lines: readonly LineMoney[]
  readonly sumOfLines: Exact | undefined
  readonly periods: readonly PeriodMoney[]
  readonly need: Exact | undefined
  readonly spent: Exact | undefined
  readonly committed: Exact | undefined
  readonly returns: Exact | undefined
  /** Return on marketing investment, (returns − total) ÷ total, as a ratio. */
  readonly romi: Exact | undefined
}

export interface Money {
  readonly budgets: readonly BudgetMoney[]
  /** By the line's name. */
  readonly lines: ReadonlyMap<string, LineMoney>
}

/** The money of the plan: totals, needs, what is spent and committed, and the return. */
export const money: (plan: Plan) => Money = once((plan) => {
  const draws = drawsByLine(plan)
  const budgets = plan.all('budget').map((budget) => budgetMoney(plan, budget, draws))
  const lines = new Map<string, LineMoney>()
  for (const { lines: own } of budgets) for (const line of own) if (!lines.has(line.line.name)) lines.set(line.line.name, line)
  return { budgets, lines }
})

/** The currency code that an amount is written in; undefined where none is written, and for what is no money. */
export function currencyOf(value: Measurement): string | undefined {
  const [base, ...more] = value.unit.bases
  return base?.kind === 'money' && base.exponent === 1 && more.length === 0 ? base.name : undefined
}

/** The currency that an element's amounts must have: the strategy's, else that of the budget's total. */
export function budgetCurrency(plan: Plan, budget: Budget | undefined): string | undefined {
  return plan.strategy?.currency?.currency ?? (budget?.total && currencyOf(budget.total))
}

/** Every amount of a budget in the order of the text: total, returns, rows, and its lines' amounts, spendings and rows. */
export function amountsOf(budget: Budget): readonly Measurement[] {
  const inLines = budget.lines.flatMap((line) => [line.amount, line.spent, ...line.rows.map((row) => row.value)])
  const own = [budget.total, ...budget.returns.map((entry) => entry.value), ...budget.rows.map((row) => row.value)]
  return [...own, ...inLines].filter((value) => value !== undefined)
}

/** Calendar months that the strategy's period touches; undefined without a period. */
function monthsOfPlan(plan: Plan): number | undefined {
  const period = plan.strategy?.period
  return period && monthIndex(period.end) - monthIndex(period.start) + 1
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

const monthsPerGrain: Record<Grain, Exact> = { day: '12/365', week: '12/52', month: '1', quarter: '3', year: '12' }

/** What a tool costs in the strategy's period, rounded to the minor unit. */
function toolCost(plan: Plan, tool: Tool): Exact | undefined {
  const { costs } = tool
  if (!costs) return undefined
  const grain = costs.per ?? costs.value.unit.grain
  if (!grain) return costs.value.amount
  const months = monthsOfPlan(plan)
  const perMonth = divide(costs.value.amount, monthsPerGrain[grain])
  if (months === undefined || perMonth === undefined) return undefined
  return round(multiply(perMonth, String(months)), minorDigits(currencyOf(costs.value) ?? ''))
}

/** One `costs` clause. */
export interface Cost {
  readonly element: Task | Tool
  readonly clause: Sited & { readonly value: Measurement; readonly from: Ref | undefined }
  /** In the strategy's period; undefined for a recurring cost in a plan without period. */
  readonly amount: Exact | undefined
}

/** Every cost of tasks and tools in the order of the plan, those of cancelled tasks and retired tools left out. */
export const livingCosts: (plan: Plan) => readonly Cost[] = once((plan) => allCosts(plan).filter(({ element }) => isPaid(element)))

/** Every cost that is written for a task or tool. */
export function allCosts(plan: Plan): readonly Cost[] {
  const ofTasks = plan.all('task').flatMap((element) => element.costs.map((clause) => ({ element, clause, amount: clause.value.amount })))
  const ofTools = plan
    .all('tool')
    .flatMap((element) => (element.costs ? [{ element, clause: element.costs, amount: toolCost(plan, element) }] : []))
  return [...ofTasks, ...ofTools]
}

function isPaid(element: Task | Tool): boolean {
  return element.kind === 'task' ? element.mark !== 'cancelled' : element.decision?.decision !== 'retire'
}

/** The currency that a cost is held against: the strategy's, else that of the budget whose line pays for it. */
export function costCurrency(plan: Plan, { clause }: Cost): string | undefined {
  const line = plan.find(clause.from, 'line')
  return budgetCurrency(plan, line && plan.find({ name: line.budget }, 'budget'))
}

function drawsByLine(plan: Plan): ReadonlyMap<string, readonly Draw[]> {
  const draws = new Map<string, Draw[]>()
  for (const cost of livingCosts(plan)) {
    const line = plan.find(cost.clause.from, 'line')
    if (!line) continue
    const isInCurrency = inCurrency(cost.clause.value, costCurrency(plan, cost)) !== undefined
    const draw = { by: cost.element.name, place: cost.clause.place, amount: isInCurrency ? cost.amount : undefined }
    const others = draws.get(line.name)
    if (others) others.push(draw)
    else draws.set(line.name, [draw])
  }
  return draws
}

function budgetMoney(plan: Plan, budget: Budget, draws: ReadonlyMap<string, readonly Draw[]>): BudgetMoney {
  const currency = budgetCurrency(plan, budget)
  const whole = budget.total && inCurrency(budget.total, currency)
  const lines = budget.lines.map((line) => lineMoney(line, currency, whole, draws.get(line.name) ?? []))
  const sumOfLines = lines.length > 0 ? sumOf(lines.map((line) => line.amount)) : undefined
  const total = budget.total ? whole : sumOfLines
  const returns = budget.returns.length > 0 ? sumOf(budget.returns.map((entry) => inCurrency(entry.value, currency))) : undefined
  return {
    budget,
    currency,
    total,
    lines,
    sumOfLines,
    periods: budget.rows.map((row) => periodMoney(row, budget.lines, currency)),
    need: sumOf(lines.map((line) => line.need)),
    spent: sumOf(lines.map((line) => line.spent)),
    committed: sumOf(lines.map((line) => line.committed)),
    returns,
    romi: returns !== undefined && total !== undefined && !isZero(total) ? divide(subtract(returns, total), total) : undefined,
  }
}

function lineMoney(line: BudgetLine, currency: string | undefined, total: Exact | undefined, draws: readonly Draw[]): LineMoney {
  const rows = line.rows.length > 0 ? sumOf(line.rows.map((row) => inCurrency(row.value, currency))) : undefined
  const need = sumOf(draws.map((draw) => draw.amount))
  const spent = line.spent ? inCurrency(line.spent, currency) : '0'
  return {
    line,
    amount: line.share ? shareOf(total, line.share) : line.amount ? inCurrency(line.amount, currency) : rows,
    draws,
    need,
    spent,
    committed: need === undefined || spent === undefined ? undefined : maximum(['0', subtract(need, spent)]),
  }
}

function shareOf(total: Exact | undefined, share: Measurement): Exact | undefined {
  return total === undefined ? undefined : multiply(total, toBase(share))
}

function periodMoney(row: MoneyRow, lines: readonly BudgetLine[], currency: string | undefined): PeriodMoney {
  return { row, amount: inCurrency(row.value, currency), inLines: heldByLines(row, lines, currency) }
}

function heldByLines(row: MoneyRow, lines: readonly BudgetLine[], currency: string | undefined): Exact | undefined {
  if (lines.length === 0) return undefined
  let held: Exact | undefined = '0'
  for (const line of lines) {
    if (line.rows.length === 0 && !(line.amount && isZero(line.amount.amount))) return undefined
    for (const part of line.rows) {
      if (part.period.end < row.period.start || part.period.start > row.period.end) continue
      const fits = part.period.start >= row.period.start && part.period.end <= row.period.end
      const amount = inCurrency(part.value, currency)
      if (!fits || amount === undefined) return undefined
      held = add(held, amount)
    }
  }
  return held
}

/** The amount when it is money of that currency, or when no currency is written. */
function inCurrency(value: Measurement, currency: string | undefined): Exact | undefined {
  if (value.unit.nature === 'plain') return value.amount
  const own = currencyOf(value)
  return own !== undefined && (currency === undefined || own === currency) ? value.amount : undefined
}

function sumOf(amounts: readonly (Exact | undefined)[]): Exact | undefined {
  const known = amounts.filter((amount) => amount !== undefined)
  return known.length === amounts.length ? sum(known) : undefined
}

/** True when the first amount is known to be larger. */
export function exceeds(amount: Exact | undefined, limit: Exact | undefined): boolean {
  return amount !== undefined && limit !== undefined && compare(amount, limit) > 0
}
