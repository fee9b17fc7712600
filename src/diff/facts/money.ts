import { t } from '@vscode/l10n'
import type { Budget, BudgetLine, MoneyRow, Tool } from '../../plan/elements/elements.js'
import { type Aspect, aspect } from '../taxonomy.js'
import { approvalFacts, ownerFact } from './common.js'
import { amountFact, type Fact, fact, nameFact, nameFacts, ratedFact, wordFact } from './fact.js'

const total = aspect('budget/total', 'money', () => t('the total'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'R',
  changed: 'R',
  scale: 'amount',
  brief: true,
})
const purpose = aspect('budget/for', 'money', () => t('what it pays for'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const returns = aspect('budget/returns', 'money', () => t('the return'), {
  added: 'S',
  dropped: 'R',
  up: 'S',
  down: 'R',
  changed: 'R',
  scale: 'amount',
})
const period = aspect('budget/period', 'money', () => t('the amount of the period'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'R',
  changed: 'R',
  scale: 'amount',
})
const amount = aspect('line/amount', 'money', () => t('the amount'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'R',
  changed: 'R',
  scale: 'amount',
  brief: true,
})
const lineShare = aspect('line/share', 'money', () => t('the share of the total'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'R',
  changed: 'R',
  scale: 'amount',
  brief: true,
})
const spent = aspect('line/spent', 'money', () => t('what is spent'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
})
const via = aspect('line/via', 'money', () => t('the channel'), { added: 'N', dropped: 'N', changed: 'N', followsElements: true })
const category = aspect('line/category', 'money', () => t('the category'), { added: 'N', dropped: 'N', changed: 'N' })
const toolKind = aspect('tool/kind', 'money', () => t('the kind'), { added: 'N', dropped: 'N', changed: 'N' })
const toolCosts = aspect('tool/costs', 'money', () => t('the price'), {
  added: 'R',
  dropped: 'R',
  up: 'R',
  down: 'N',
  changed: 'R',
  scale: 'amount',
})
const paidFrom = aspect('tool/paid-from', 'money', () => t('the budget line that pays'), { added: 'N', dropped: 'R', changed: 'N' })
const connects = aspect('tool/connects', 'money', () => t('the connection'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const decision = aspect('tool/decision', 'money', () => t('the decision'), { added: 'N', dropped: 'R', changed: 'R', brief: true })

export const moneyAspects = [
  total,
  purpose,
  returns,
  period,
  amount,
  lineShare,
  spent,
  via,
  category,
  toolKind,
  toolCosts,
  paidFrom,
  connects,
  decision,
]

export function factsOfBudget(budget: Budget): Fact[] {
  return [
    ...amountFact(total, budget.total),
    ...nameFacts(purpose, budget.for),
    ...ownerFact(budget.owners),
    ...approvalFacts(budget.approvals),
    ...budget.returns.flatMap(({ text, value }) => amountFact(returns, value, text.text)),
    ...rowFacts(period, budget.rows),
  ]
}

export function factsOfLine(line: BudgetLine): Fact[] {
  return [
    ...amountFact(amount, line.amount),
    ...amountFact(lineShare, line.share),
    ...amountFact(spent, line.spent),
    ...nameFacts(via, line.via),
    ...wordFact(category, line.category),
    ...rowFacts(period, line.rows),
  ]
}

function rowFacts(of: Aspect, rows: readonly MoneyRow[]): Fact[] {
  return rows.flatMap(({ period: span, value }) => amountFact(of, value, span.text))
}

export function factsOfTool(tool: Tool): Fact[] {
  const { costs } = tool
  return [
    ...wordFact(toolKind, tool.is),
    ...ratedFact(toolCosts, costs),
    ...nameFact(paidFrom, costs?.from),
    ...ownerFact(tool.owners),
    ...nameFacts(connects, tool.connects),
    ...(tool.decision ? [fact(decision, tool.decision.decision)] : []),
  ]
}
