import { t } from '@vscode/l10n'
import type { Task, Tool } from '../../plan/elements.js'
import { compare, signOf, subtract } from '../../plan/exact.js'
import type { Fix } from '../../plan/finding.js'
import { currencyOf, money, toolCost } from '../../plan/money.js'
import type { Plan } from '../../plan/plan.js'
import { contingencyWordIn } from '../../plan/words/contingency.js'
import { formatMoney } from '../budget.js'
import { appendTo } from '../fixes.js'
import { levels, rule } from '../rule.js'

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
    const tasks = plan.all('task').filter((task) => task.mark !== 'cancelled')
    const tools = plan.all('tool').filter((tool) => tool.decision?.decision === 'adopt')
    for (const element of [...tasks, ...tools]) {
      const { costs } = element
      if (!costs || costs.from || signOf(costs.value.amount) <= 0) continue
      const parts = { name: element.name, amount: formatMoney(costs.value.amount, currencyOf(costs.value)) }
      const line = payingLine(plan, element)
      const what = hasBudget
        ? t('`{name}` costs {amount}, and no budget line pays for it.', parts)
        : t('`{name}` costs {amount}, and the plan has no budget.', parts)
      const advice = hasBudget ? t('Add `from {line}`.', { line: line ?? t('and a line') }) : t('Add a `budget` with a line for it.')
      const fixes: Fix[] = line === undefined ? [] : [appendTo(costs, ` from ${line}`)]
      report(costs, `${what} ${advice}`, { about: element, fixes })
    }
  },
})

/** The first line that still has room for the cost, contingency last. */
function payingLine(plan: Plan, element: Task | Tool): string | undefined {
  const cost = element.kind === 'task' ? element.costs?.value.amount : toolCost(plan, element)
  if (cost === undefined) return undefined
  const fitting = money(plan)
    .budgets.flatMap(({ lines }) => lines)
    .filter(({ amount, need }) => amount !== undefined && need !== undefined && compare(subtract(amount, need), cost) >= 0)
    .map(({ line }) => line)
  const isReserve = (line: (typeof fitting)[number]) => contingencyWordIn(`${line.name} ${line.title?.text ?? ''}`) !== undefined
  return (fitting.find((line) => !isReserve(line)) ?? fitting[0])?.name
}
