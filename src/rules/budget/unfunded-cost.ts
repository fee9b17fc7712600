import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { type Cost, currencyOf, livingCosts, money } from '../../plan/money/money.js'
import { compare, signOf, subtract } from '../../plan/quantity/exact.js'
import { contingencyWordIn } from '../../plan/words/contingency.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo } from '../fixes/fixes.js'
import { formatMoney } from './budget.js'

export const unfundedCost = rule({
  code: 'budget/unfunded-cost',
  levels: levels('I', 'W', 'E'),
  summary: 'Every cost of a task or a new tool is paid from a budget line.',
  why: 'Work that nobody pays for stops when the bill comes.',
  fix: 'Add `from` with the line that pays, and a budget when there is none.',
  bad: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  300 USD
}`,
  good: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  300 USD from design
}`,
  check(plan, report) {
    const hasBudget = plan.all('budget').length > 0
    for (const cost of livingCosts(plan)) {
      const { element, clause } = cost
      const isNew = element.kind === 'task' || element.decision?.decision === 'adopt'
      if (!isNew || clause.from || signOf(clause.value.amount) <= 0) continue
      const parts = { name: element.name, amount: formatMoney(clause.value.amount, currencyOf(clause.value)) }
      const line = payingLine(plan, cost)
      const what = hasBudget
        ? t('`{name}` costs {amount}, and no budget line pays for it.', parts)
        : t('`{name}` costs {amount}, and the plan has no budget.', parts)
      const advice = !hasBudget
        ? t('Add a `budget` with a line for it.')
        : line === undefined
          ? t('Add `from` with a line that has room for it.')
          : t('Add `from {line}`.', { line })
      const fixes: Fix[] = line === undefined ? [] : [appendTo(clause, ` from ${line}`)]
      report(clause, `${what} ${advice}`, { about: element, fixes })
    }
  },
})

/** The first line that still has room for the cost, contingency last. */
function payingLine(plan: Plan, { amount: cost }: Cost): string | undefined {
  if (cost === undefined) return undefined
  const fitting = money(plan)
    .budgets.flatMap(({ lines }) => lines)
    .filter(({ amount, need }) => amount !== undefined && need !== undefined && compare(subtract(amount, need), cost) >= 0)
    .map(({ line }) => line)
  const isReserve = (line: (typeof fitting)[number]) => contingencyWordIn(`${line.name} ${line.title?.text ?? ''}`) !== undefined
  return (fitting.find((line) => !isReserve(line)) ?? fitting[0])?.name
}
