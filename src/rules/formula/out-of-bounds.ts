import { t } from '@vscode/l10n'
import type { Goal, Metric } from '../../plan/elements/elements.js'
import { ownFactsOf } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { amountOn } from '../../plan/numbers/aims.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { brokenLimit, statedIn, stating } from '../../plan/numbers/stated-values.js'
import { compare } from '../../plan/quantity/exact.js'
import { formatMeasurement, plainUnit } from '../../plan/quantity/units.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { statedName, valueText } from './formula.js'

export const outOfBounds = elementRule({
  code: 'formula/out-of-bounds',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Every value of a number lies within its bounds.',
  why: 'A value that cannot occur is a slip, and a target that cannot occur is never reached.',
  fix: 'Correct the value, or the `bounds` of the metric.',
  bad: 'benchmark worst_complaints "Our worst month of 2025" of complaint_rate is 120% in 2025-09',
  good: 'benchmark worst_complaints "Our worst month of 2025" of complaint_rate is 0.12% in 2025-09',
  kinds: stating,
  checkEach(plan, element, report) {
    if (element.kind === 'metric') reportReversed(plan, element, report)
    for (const stated of statedIn(plan, element)) {
      const { facts, amount, value, role } = stated
      const broken = stated.fit === 'fits' && amount !== undefined && role !== 'bound' ? brokenLimit(facts, amount) : undefined
      if (!broken) continue
      const parts = {
        subject: statedName(stated),
        value: valueText(value),
        number: facts.name,
        limit: formatMeasurement(broken.limit, facts.unit ?? plainUnit),
      }
      const message = broken.isOfUnit
        ? t('{subject} is {value}, and `{number}` cannot fall below 0. Correct the value.', parts)
        : broken.side === 'low'
          ? t('{subject} is {value}, and the lowest possible value of `{number}` is {limit}. Correct the value or the bounds.', parts)
          : t('{subject} is {value}, and the highest possible value of `{number}` is {limit}. Correct the value or the bounds.', parts)
      report(value, message, { about: element, other: facts.name })
    }
    if (element.kind === 'goal') reportComputedTargets(plan, element, report)
  },
})

function reportReversed(plan: Plan, metric: Metric, report: ReportFinding): void {
  const { bounds } = metric
  const unit = numbers(plan).get(metric.name)?.unit
  const low = bounds && amountOn(unit, bounds.low)
  const high = bounds && amountOn(unit, bounds.high)
  if (!bounds || low === undefined || high === undefined || compare(low, high) < 0) return
  const parts = { metric: metric.name, low: valueText(bounds.low), high: valueText(bounds.high) }
  report(bounds, t('The lower bound {low} of `{metric}` is not below the upper bound {high}. Swap or correct them.', parts), {
    about: metric,
  })
}

/** Targets that follow from baseline and change. */
function reportComputedTargets(plan: Plan, goal: Goal, report: ReportFinding): void {
  for (const { aim, facts, unit, computedTarget } of ownFactsOf(plan, goal).aims) {
    if (!aim.change || aim.target || !facts || !unit || computedTarget === undefined) continue
    const broken = brokenLimit(facts, computedTarget)
    if (!broken) continue
    const parts = { change: valueText(aim.change.value), number: facts.name, limit: formatMeasurement(broken.limit, unit) }
    const message =
      broken.side === 'low'
        ? t('A change by {change} takes `{number}` below {limit}, its lowest possible value. Correct the change.', parts)
        : t('A change by {change} takes `{number}` above {limit}, its highest possible value. Correct the change.', parts)
    report(aim.change, message, { about: goal, other: facts.name })
  }
}
