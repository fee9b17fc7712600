import { t } from '@vscode/l10n'
import { type AimFacts, halfDigit } from '../../plan/numbers/aims.js'
import { absolute, compare, subtract } from '../../plan/quantity/exact.js'
import { type Sited, stretch } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { replaceBy } from '../fixes/fixes.js'
import { livingAims, shown, shownIn, writtenIn } from './smart.js'

export const changeAndTargetDisagree = rule({
  code: 'smart/change-and-target-disagree',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Where a change and a target both stand, they agree.',
  why: 'With two different targets in one line, the goal is met and missed by the same value.',
  fix: 'Keep one of the two, or correct the target.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 by -0.20pp to at most 0.50% in 2027-03' }),
  good: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 by -0.20pp to at most 0.60% in 2027-03' }),
  inBrief: (count) => t('{count} targets do not agree with their change', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { baseline, change, target, number } = aim.aim
      const { computedTarget, unit } = aim
      if (!baseline || !change || !target || !unit || computedTarget === undefined || !disagrees(aim)) continue
      const computed = shownIn(unit, computedTarget)
      report(
        target,
        t('{change} from {baseline} gives {computed}, and the target of `{number}` is {target}. Keep one of the two.', {
          change: change.value.text,
          baseline: shown(baseline.value),
          computed,
          target: shown(target.value),
          number: number.name,
        }),
        {
          about: facts.goal,
          other: number.name,
          related: [{ place: change.place, message: t('The change gives {computed}.', { computed }) }],
          fixes: [
            replaceBy(target.value, writtenIn(unit, computedTarget)),
            replaceBy(between(baseline, change), '', t('Remove `by {change}`', { change: change.value.text })),
            replaceBy(between(change, target), '', t('Remove the target {target}', { target: shown(target.value) })),
          ],
        },
      )
    }
  },
})

/** By more than half of the last digit that the target is written with. */
function disagrees({ aim, computedTarget, target, isContradictory }: AimFacts): boolean {
  if (isContradictory || computedTarget === undefined || target === undefined || !aim.target) return false
  return compare(absolute(subtract(computedTarget, target)), halfDigit(aim.target.value)) > 0
}

/** From the end of one part of a clause to the end of the next, the word between them included. */
function between(before: Sited, after: Sited): Sited {
  return { place: stretch([before.place, 'end'], [after.place, 'end']) }
}
