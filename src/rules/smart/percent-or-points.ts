import { t } from '@vscode/l10n'
import { absolute, compare } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { appendTo, replaceBy } from '../fixes/fixes.js'
import { livingAims, shown, shownIn, writtenIn } from './smart.js'

export const percentOrPoints = rule({
  code: 'smart/percent-or-points',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A change of a percentage says whether it means percent or points.',
  why: '“2% more” on a rate of 4% is 4.08% to one reader and 6% to the next.',
  fix: 'Write `pp` for percentage points, or add the target with `to`.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 by 25%' }),
  good: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 by 25% to at most 0.60% in 2027-03' }),
  inBrief: (count) => t('{count} changes can be read as percent or as points', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { baseline, change, target, number } = aim.aim
      const { unit, computedTarget } = aim
      if (!change || target || unit?.symbol !== '%' || !aim.isChangeRelative || compare(absolute(change.value.amount), '100') >= 0) continue
      const names = { change: change.value.text, number: number.name, points: change.value.text.replace(/\s*%$/, 'pp') }
      const computed =
        baseline && computedTarget !== undefined ? { from: shown(baseline.value), to: shownIn(unit, computedTarget) } : undefined
      report(
        change,
        computed
          ? t('`by {change}` on `{number}` is read as relative: {from} becomes {to}. For percentage points write `by {points}`.', {
              ...names,
              ...computed,
            })
          : t('`by {change}` on `{number}` is read as relative to the baseline. For percentage points write `by {points}`.', names),
        {
          about: facts.goal,
          other: number.name,
          fixes: [
            ...(change.value.unitPlace ? [replaceBy({ place: change.value.unitPlace }, 'pp', t('Write `by {points}`', names))] : []),
            ...(computedTarget === undefined ? [] : [appendTo(change, ` to ${writtenIn(unit, computedTarget)}`)]),
          ],
        },
      )
    }
  },
})
