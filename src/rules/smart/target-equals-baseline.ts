import { t } from '@vscode/l10n'
import { compare } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo, replaceBy } from '../fixes/fixes.js'
import { livingAims, targetShown } from './smart.js'

export const targetEqualsBaseline = rule({
  code: 'smart/target-equals-baseline',
  levels: levels('W', 'E', 'E'),
  inLibraries: true,
  summary: 'A target differs from its baseline, or the goal says `hold`.',
  why: 'A goal whose target is where it stands today asks for no change, and it is rarely meant so.',
  fix: 'Correct one of the two values, or write `hold` where the number should stay where it is.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.70% in 2026-12 to 0.70% in 2027-03' }),
  good: exampleGoal({ measurable: 'measurable email_churn hold from 0.70% in 2026-12 to at most 0.70% in 2027-03' }),
  inBrief: (count) => t('{count} targets equal their baseline', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { baseline, target, unit, isHold, isContradictory } = aim
      const { number, verb, target: to, change } = aim.aim
      if (baseline === undefined || target === undefined || !unit || isHold || isContradictory) continue
      if (compare(baseline, target) !== 0 || (to?.bound && !verb)) continue
      report(
        to ?? change ?? aim.aim,
        t('Baseline and target of `{number}` are both {value} in `{goal}`. If it should stay where it is, write `hold`.', {
          number: number.name,
          value: targetShown(aim),
          goal: facts.goal.name,
        }),
        { about: facts.goal, other: number.name, fixes: [verb ? replaceBy(verb, 'hold') : appendTo(number, ' hold')] },
      )
    }
  },
})
