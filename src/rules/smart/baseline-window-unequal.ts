import { t } from '@vscode/l10n'
import { daysIn } from '../../plan/numbers/goal-time.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport } from '../examples/smart-example.js'
import { livingAims } from './smart.js'

const watched = { guard: 'watch      email_churn' }

export const baselineWindowUnequal = rule({
  code: 'smart/baseline-window-unequal',
  levels: levels('W', 'W', 'W'),
  summary: 'What adds up is compared over spans of equal length.',
  why: 'Twelve months hold more than three. With unequal spans the target is reached, or missed, without any change.',
  fix: 'Take a baseline as long as the target’s span, or use a rate.',
  bad: `${exampleReport('delivered')}
${exampleGoal({ ...watched, measurable: 'measurable delivered increase from 130_000 in 2026-12 to at least 400_000 in 2027-Q1' })}`,
  good: `${exampleReport('delivered')}
${exampleGoal({ ...watched, measurable: 'measurable delivered increase from 380_000 in 2026-Q4 to at least 400_000 in 2027-Q1' })}`,
  inBrief: (count) => t('{count} measurables compare spans of unequal length', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { baselineWindow, targetWindow } = aim
      if (aim.facts?.additivity !== 'additive' || !baselineWindow || !targetWindow) continue
      const [before, after] = [daysIn(baselineWindow), daysIn(targetWindow)]
      if (Math.abs(before - after) * 10 <= Math.max(before, after)) continue
      report(
        aim.aim.baseline?.window ?? aim.aim,
        t(
          'The baseline of `{number}` covers {before} days and the target {after}, so the two differ without any change. Compare equal spans, or use a rate.',
          {
            number: aim.aim.number.name,
            before,
            after,
          },
        ),
        {
          about: facts.goal,
          other: aim.aim.number.name,
          related: aim.aim.target?.window
            ? [{ place: aim.aim.target.window.place, message: t('The target covers {after} days.', { after }) }]
            : [],
        },
      )
    }
  },
})
