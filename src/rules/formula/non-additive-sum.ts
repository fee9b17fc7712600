import { t } from '@vscode/l10n'
import { formulaText } from '../../plan/formula/formula-text.js'
import type { ProblemOf } from '../../plan/formula/problem.js'
import type { NumberFacts } from '../../plan/numbers/numbers.js'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf } from './formula.js'

export const nonAdditiveSum = rule({
  code: 'formula/non-additive-sum',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Only what adds up over time is summed over time.',
  why: 'Three months’ unique recipients added up count most people three times; a sum of rates or of end-of-month levels means nothing.',
  fix: 'Measure the longer span directly. For a rate, divide the sums of its parts.',
  bad: 'metric recipients_in_quarter "Recipients in the quarter" in contacts per quarter kpi = sum(unique_recipients over quarter)',
  good: 'metric leavers_in_quarter "Contacts lost in the quarter" in contacts per quarter kpi = sum(unsubscribed_contacts over quarter)',
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/non-additive-sum')) {
      report(problem.arg, messageFor(facts, problem), {
        about: facts.element,
        other: partText(problem.arg),
        ...(problem.isOverGroups && { levels: levels('W', 'W', 'W') }),
      })
    }
  },
})

function messageFor(facts: NumberFacts, { call, arg, isDistinct, isOverGroups }: ProblemOf<'formula/non-additive-sum'>): string {
  const parts = { arg: partText(arg), call: formulaText(call), grain: facts.grain ?? '', over: call.over ?? '' }
  if (isOverGroups)
    return t(
      '`{call}` counts whoever is in two of the groups twice, because `{arg}` is a distinct count. Measure the whole directly.',
      parts,
    )
  if (!isDistinct)
    return t(
      '`{arg}` does not add up over time: it is a level, a rate or an average. Take its last value, or compute it from the sums of its parts.',
      parts,
    )
  return call.over
    ? t(
        'Summing `{arg}` over the {over} counts a person once in every part of it. Distinct counts cannot be added up. Measure the {over} directly.',
        parts,
      )
    : t(
        'Summing `{arg}` over time counts a person once in every period. Distinct counts cannot be added up. Measure the whole span directly.',
        parts,
      )
}
