import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import { everyGoal } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { valueIn } from '../../plan/numbers/actuals.js'
import { type AimFacts, satisfies } from '../../plan/numbers/aims.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { formatMeasurement } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

const goal = (outcome: string) => `goal less_churn "Fewer people leave" {
  specific   "The whole list" scope hubrunner
  measurable email_churn decrease from 0.90% in 2026-11 to at most 0.70% in 2027-01
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-01-29
  owner      ben
  guard      complaint_rate at most 0.10%
  outcome    ${outcome} on 2027-02-01
}
[x] task count_leavers "Count who leaves" for less_churn @chidi 2h start 2027-01-04 due 2027-01-05 done 2027-01-05 expects email_churn down`

export const outcomeContradictsActuals = rule({
  code: 'report/outcome-contradicts-actuals',
  levels: levels('-', 'W', 'E'),
  summary: 'The outcome of a goal agrees with its numbers.',
  why: 'Lessons are drawn from outcomes, and a wrong one teaches the wrong thing.',
  fix: 'Correct the outcome, or the actual if that is wrong.',
  bad: goal('met'),
  good: goal('missed'),
  check(plan, report) {
    for (const { goal: element, aims } of everyGoal(plan)) {
      const { outcome } = element
      if (outcome?.outcome !== 'met' && outcome?.outcome !== 'missed') continue
      const results = aims.map((aim) => resultOf(plan, aim))
      const failed = results.find((result) => result?.isReached === false)
      const allReached = results.length > 0 && results.every((result) => result?.isReached === true)
      const telling = outcome.outcome === 'met' ? failed : allReached ? results[0] : undefined
      if (!telling) continue
      const parts = {
        goal: element.name,
        outcome: outcome.outcome,
        number: telling.aim.aim.number.name,
        value: telling.text,
        period: telling.period,
        target: targetText(telling.aim),
      }
      report(
        outcome,
        t(
          '`{goal}` is marked {outcome}, and `{number}` was {value} in {period} with a target of {target}. Correct the outcome or the actual.',
          parts,
        ),
        {
          about: element,
          related: [{ place: telling.aim.aim.target?.place ?? telling.aim.aim.place, message: t('The target of `{number}`', parts) }],
          fixes: [replaceBy(outcome, changedOutcome(outcome), t('Change the outcome to `{other}`', { other: otherOf(outcome.outcome) }))],
        },
      )
    }
  },
})

interface Result {
  readonly aim: AimFacts
  readonly isReached: boolean
  readonly text: string
  readonly period: string
}

function resultOf(plan: Plan, aim: AimFacts): Result | undefined {
  const { number, targetWindow, unit } = aim
  if (!number || !targetWindow || !unit) return undefined
  const value: Exact | undefined = valueIn(plan, number.name, targetWindow)
  const isReached = value === undefined ? undefined : satisfies(aim, value)
  if (value === undefined || isReached === undefined) return undefined
  const period = aim.aim.target?.window?.text ?? `${targetWindow.start} .. ${targetWindow.end}`
  return { aim, isReached, text: formatMeasurement(value, unit), period }
}

function targetText(facts: AimFacts): string {
  const { metFrom, unit } = facts
  const target = wished(facts)
  return metFrom !== undefined && unit ? t('{target}, met from {value}', { target, value: formatMeasurement(metFrom, unit) }) : target
}

function wished({ aim, target, unit }: AimFacts): string {
  const { target: to } = aim
  if (!to) return target !== undefined && unit ? formatMeasurement(target, unit) : ''
  if (to.bound === 'at most') return t('at most {value}', { value: to.value.text })
  return to.bound === 'at least' ? t('at least {value}', { value: to.value.text }) : to.value.text
}

function otherOf(outcome: 'met' | 'missed' | 'dropped'): string {
  return outcome === 'met' ? 'missed' : 'met'
}

function changedOutcome({ outcome, on }: NonNullable<Goal['outcome']>): string {
  return `outcome ${otherOf(outcome)}${on ? ` on ${on.date}` : ''}`
}
