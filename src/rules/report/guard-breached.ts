import { t } from '@vscode/l10n'
import type { Goal, Guard } from '../../plan/elements/elements.js'
import { everyGoal } from '../../plan/goals/goals.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import { amountOn } from '../../plan/numbers/aims.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { type SumWithin, sumWithin } from '../../plan/numbers/sum-within.js'
import { compare } from '../../plan/quantity/exact.js'
import { formatMeasurement } from '../../plan/quantity/units.js'
import { levels, type ReportFinding, rule } from '../engine/rule.js'

export const guardBreached = rule({
  code: 'report/guard-breached',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  summary: 'What a goal protects has not become worse.',
  why: 'A goal that is reached at the cost of what its guard protects is not a success.',
  fix: 'Look at what the tasks did to the number, and change them or the guard.',
  bad: 'actuals complaint_rate { 2027-01 0.14% }',
  good: 'actuals complaint_rate { 2027-01 0.08% }',
  check(plan, report) {
    for (const { goal, isDropped, start, horizon } of everyGoal(plan)) {
      if (isDropped) continue
      for (const guard of goal.guards) {
        const number = plan.find(guard.number, 'measure', 'metric')
        const facts = number && numbers(plan).get(number.name)
        const latest = number && latestActual(plan, number.name, plan.statusDate.date)
        if (!facts || facts.isInLoop || facts.hasError || !latest) continue
        if (start !== undefined && latest.period.end < start) continue
        if (guard.per && latest.period.grain !== guard.per) continue
        if (!guard.per && facts.additivity === 'additive') {
          const sum = horizon && sumWithin(plan, facts, horizon)
          if (sum) judgeSum(goal, guard, sum, report)
          continue
        }
        const [value, limit] = [amountOn(facts.unit, latest.value), amountOn(facts.unit, guard.value)]
        if (value === undefined || limit === undefined) continue
        const against = compare(value, limit)
        if (guard.bound === 'at most' ? against <= 0 : against >= 0) continue
        const parts = {
          number: number.name,
          value: latest.value.text,
          period: latest.period.text,
          goal: goal.name,
          limit: guard.value.text,
        }
        report(
          guard,
          guard.bound === 'at most'
            ? t('`{number}` was at {value} in {period}, and `{goal}` allows at most {limit}. Look at what the tasks did to it.', parts)
            : t('`{number}` was at {value} in {period}, and `{goal}` asks for at least {limit}. Look at what the tasks did to it.', parts),
          { about: goal, other: number.name, related: [{ place: latest.place, message: t('The actual of {period}', parts) }] },
        )
      }
    }
  },
})

/** A limit on what adds up, without `per`, is one on the sum over the goal's time: what there is, and what can still come. */
function judgeSum(goal: Goal, guard: Guard, { unit, sumSoFar, most, last }: SumWithin, report: ReportFinding): void {
  const limit = amountOn(unit, guard.value)
  if (limit === undefined) return
  const parts = {
    number: guard.number.name,
    sum: formatMeasurement(sumSoFar, unit),
    most: formatMeasurement(most, unit),
    period: last.period.text,
    goal: goal.name,
    limit: formatMeasurement(limit, unit),
  }
  const details = { about: goal, other: guard.number.name, related: [{ place: last.place, message: t('The actual of {period}', parts) }] }
  if (guard.bound === 'at most' && compare(sumSoFar, limit) > 0)
    report(guard, t('`{number}` has come to {sum} up to {period}, and `{goal}` allows at most {limit} in all.', parts), details)
  else if (guard.bound === 'at least' && compare(most, limit) < 0)
    report(
      guard,
      t(
        '`{number}` has come to {sum} up to {period}. At its best pace it comes to {most}, and `{goal}` asks for at least {limit} in all.',
        parts,
      ),
      details,
    )
}
