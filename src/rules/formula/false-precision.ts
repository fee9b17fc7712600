import { t } from '@vscode/l10n'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import { lastDigit, type StatedValue, statedIn } from '../../plan/numbers/stated-values.js'
import { compare, divide, formatExact, isWhole, multiply, round } from '../../plan/quantity/exact.js'
import type { Exact, Measurement } from '../../plan/quantity/quantity.js'
import { formatMeasurement } from '../../plan/quantity/units.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { numberPlace, valueText, writtenAmount } from './formula.js'

export const falsePrecision = elementRule({
  code: 'formula/false-precision',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A target is no more precise than the counts behind it.',
  why: 'With 400 recipients one click is 0.25%. A target of 2.8371% then cannot be told from 2.75%, and pretends that it can.',
  fix: 'Round the target.',
  bad: `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60417% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
}`,
  good: `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.604% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
}`,
  kinds: ['goal'],
  checkEach(plan, goal, report) {
    const all = statedIn(plan, goal)
    const baselines = new Map<string, Measurement>()
    for (const { role, value, facts } of all) if (role === 'baseline') baselines.set(facts.name, value)
    for (const stated of all) {
      if (stated.role !== 'target' || stated.fit !== 'fits' || stated.value.unit.nature !== 'ratio') continue
      const whole = wholeBehind(plan, stated, baselines)
      const oneCase = whole === undefined ? undefined : divide('1', whole)
      if (whole === undefined || oneCase === undefined || compare(lastDigit(stated.value), multiply(oneCase, '0.1')) >= 0) continue
      if (isWhole(multiply(stated.amount ?? '0', whole))) continue // a whole number of cases can be reached exactly
      const { value, element, facts } = stated
      const rounded = writtenAmount(stated.amount ?? '0', value.unit, usefulDecimals(value, oneCase))
      const message = t(
        'With about {whole} cases one case is {one}, so {value} is more exact than `{number}` can be. Round it to {rounded}.',
        {
          whole: formatExact(whole),
          one: formatMeasurement(oneCase, value.unit),
          value: valueText(value),
          number: facts.name,
          rounded: rounded.replaceAll('_', ' '),
        },
      )
      report(value, message, { about: element, other: facts.name, fixes: [replaceBy({ place: numberPlace(value) }, rounded)] })
    }
  },
})

/** The counts behind the goal's baseline, else behind the latest actual. */
function wholeBehind(plan: Plan, { facts }: StatedValue, baselines: ReadonlyMap<string, Measurement>): Exact | undefined {
  const latest = actualsOf(plan, facts.name).at(-1)
  const counts = baselines.get(facts.name)?.counts ?? latest?.value.counts
  return counts && compare(counts.whole, '0') > 0 ? counts.whole : undefined
}

/** As many digits as leave the last one at a tenth of a case or above. */
function usefulDecimals(value: Measurement, oneCase: Exact): number {
  const step = divide(multiply(oneCase, '0.1'), value.unit.scale) ?? '1'
  for (let decimals = 0; decimals < value.decimals; decimals++) {
    if (compare(round(`1/${10n ** BigInt(decimals + 1)}`, 30), step) < 0) return decimals
  }
  return value.decimals
}
