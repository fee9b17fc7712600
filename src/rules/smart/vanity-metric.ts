import { t } from '@vscode/l10n'
import type { NumberElement } from '../../plan/elements/elements.js'
import { suggestedRate } from '../../plan/goals/suggestions.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { isVolumeName, isVolumeUnit } from '../../plan/words/volume.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleTask } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { inTicks } from '../wording/wording.js'
import { livingGoals } from './smart.js'

const followers = `measure followers "Followers" in contacts per month last from email_platform
measure impressions "Impressions" in views per month sum from email_platform
${exampleReport('followers')}
${exampleTask({ goal: 'more_followers', expects: 'expects followers up' })}`
const measurable = 'measurable followers increase from 12_000 in 2026-12 to at least 13_000 in 2027-03'

export const vanityMetric = rule({
  code: 'smart/vanity-metric',
  levels: levels('-', 'I', 'I'),
  summary: 'A bare volume has a rate, money or an outcome beside it.',
  why: 'Views, followers and clicks can rise without any benefit. Beside a rate they say something.',
  fix: 'Watch a rate beside the volume, or measure what the volume is meant to bring.',
  bad: `${followers}\n${exampleGoal({ title: 'Reach more people', measurable, guard: 'watch      impressions' }, 'more_followers')}`,
  good: `${followers}\n${exampleGoal({ title: 'Reach more people', measurable, guard: 'watch      impressions, email_churn' }, 'more_followers')}`,
  inBrief: (count) => t('{count} goals rest on a bare volume', { count }),
  check(plan, report) {
    for (const { goal, aims } of livingGoals(plan)) {
      const first = aims[0]
      if (!first || !aims.every(({ number }) => isVolume(plan, number))) continue
      const others = [...goal.watches, ...goal.guards.map((guard) => guard.number)]
      if (others.some((ref) => !isVolume(plan, plan.find(ref, 'measure', 'metric')))) continue
      const volumes = [...new Set(aims.map(({ aim }) => aim.number.name))]
      const rate = suggestedRate(plan, volumes)
      const names = { goal: goal.name, numbers: inTicks(volumes), rate: rate ?? '' }
      report(
        first.aim.number,
        rate
          ? t('`{goal}` rests on {numbers} alone, which can rise without any benefit. Watch a rate beside it, such as `{rate}`.', names)
          : t('`{goal}` rests on {numbers} alone, which can rise without any benefit. Watch a rate beside it.', names),
        { about: goal, fixes: rate && goal.watches.length === 0 ? [insertClauses(goal, [`watch ${rate}`])] : [] },
      )
    }
  },
})

function isVolume(plan: Plan, number: NumberElement | undefined): boolean {
  const unit = number && numbers(plan).get(number.name)?.unit
  if (!unit || !isBareCount(unit)) return false
  return isVolumeUnit(unit.symbol) || isVolumeName(number.name) || isVolumeName(number.title?.text ?? '')
}
