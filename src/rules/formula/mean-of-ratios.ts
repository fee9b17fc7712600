import { t } from '@vscode/l10n'
import type { Formula } from '../../plan/elements/formula.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import { bare } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import type { Grain } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { partText, problemsOf } from './formula.js'

export const meanOfRatios = rule({
  code: 'formula/mean-of-ratios',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A rate of a longer span is the ratio of the sums, not the mean of the rates.',
  why: 'In a mean of monthly rates a month with ten clicks weighs as much as one with ten thousand.',
  fix: 'Divide the sum of the numerator by the sum of the denominator.',
  bad: 'metric complaints_in_quarter "Complaints in the quarter" in % per quarter kpi = average(complaint_rate over quarter)',
  good: 'metric complaints_in_quarter "Complaints in the quarter" in % per quarter kpi = sum(spam_complaints over quarter) / sum(delivered over quarter)',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/mean-of-ratios')) {
      const { call, arg } = problem
      const rewritten = call.args.length === 1 ? ratioOfSums(plan, arg, call.over) : undefined
      const parts = { call: formulaText(call), arg: partText(arg), rewritten: rewritten ?? '' }
      const message = rewritten
        ? t(
            'The mean of the values of `{arg}` is not the rate of the whole: small periods weigh as much as large ones. Use `{rewritten}`.',
            parts,
          )
        : t(
            'The mean of the values of `{arg}` is not the rate of the whole: small ones weigh as much as large ones. Divide the sums instead.',
            parts,
          )
      report(call.namePlace, message, { about: facts.element, other: parts.arg, fixes: rewritten ? [replaceBy(call, rewritten)] : [] })
    }
  },
})

/** The quotient of the sums, where the argument is a quotient of two numbers that add up, or a metric which is one. */
function ratioOfSums(plan: Plan, arg: Formula, over: Grain | undefined): string | undefined {
  const node = bare(arg)
  if (node.type === 'name') {
    const metric = plan.find(node.ref, 'metric')
    return metric?.formula && isQuotient(metric.formula.expression) ? ratioOfSums(plan, metric.formula.expression, over) : undefined
  }
  if (node.type !== 'binary' || node.operator !== '/') return undefined
  const [left, right] = [sumOf(plan, node.left, over), sumOf(plan, node.right, over)]
  return left && right && `${left} / ${right}`
}

function isQuotient(formula: Formula): boolean {
  const node = bare(formula)
  return node.type === 'binary' && node.operator === '/'
}

function sumOf(plan: Plan, formula: Formula, over: Grain | undefined): string | undefined {
  const node = bare(formula)
  if (node.type !== 'name' || numbers(plan).get(node.ref.name)?.additivity !== 'additive') return undefined
  return `sum(${node.ref.name}${over ? ` over ${over}` : ''})`
}
