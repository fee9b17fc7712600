import { t } from '@vscode/l10n'
import { lacksValueByDeadline } from '../../plan/goals/grain.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleTask } from '../examples/smart-example.js'
import { livingAims } from './smart.js'

function brandGoal(grain: string, baseline: string): string {
  return `measure brand_score "Brand score" in score per ${grain} average from email_platform
${exampleReport('brand_score')}
${exampleTask({ goal: 'known_brand', expects: 'expects brand_score up' })}
${exampleGoal({ title: 'Be known for mail worth reading', measurable: `measurable brand_score increase from 55 in ${baseline} to at least 60` }, 'known_brand')}`
}

export const grainLongerThanHorizon = rule({
  code: 'smart/grain-longer-than-horizon',
  levels: levels('I', 'W', 'E'),
  summary: 'A goal runs long enough for its number to be measured.',
  why: 'A yearly number has no value by the end of a quarter, so the goal can neither be reached nor missed.',
  fix: 'Use a metric with a finer grain, or give the goal more time.',
  bad: brandGoal('year', '2026'),
  good: brandGoal('month', '2026-12'),
  inBrief: (count) => t('{count} numbers are measured too rarely for their goal', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const grain = aim.facts?.grain
      if (!grain || !facts.deadline || !lacksValueByDeadline(plan, facts, aim)) continue
      report(
        aim.aim.number,
        t(
          '`{number}` is measured per {grain}, and `{goal}` runs until {deadline}: no value will exist by then. Use a metric with a finer grain.',
          {
            number: aim.aim.number.name,
            grain,
            goal: facts.goal.name,
            deadline: facts.deadline,
          },
        ),
        { about: facts.goal, other: aim.aim.number.name },
      )
    }
  },
})
