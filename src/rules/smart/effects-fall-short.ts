import { t } from '@vscode/l10n'
import { promisedEffects } from '../../plan/goals/effects.js'
import { absolute, compare, signOf, subtract } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleTask } from '../examples/smart-example.js'
import { livingAims, shownChange, shownIn } from './smart.js'

function deliveredGoal(effect: string): string {
  return `${exampleReport('delivered')}
${exampleTask({ goal: 'more_delivered', expects: `expects delivered up by ${effect}` })}
${exampleGoal({ title: 'Bring more mails to their readers', measurable: 'measurable delivered increase from 380_000 in 2026-Q4 to at least 400_000 in 2027-Q1' }, 'more_delivered')}`
}

export const effectsFallShort = rule({
  code: 'smart/effects-fall-short',
  levels: levels('W', 'W', 'W'),
  summary: 'The tasks of a goal promise what it needs.',
  why: 'Where even the promised effects do not reach the target, the goal is missed though every task is done.',
  fix: 'Add work for the rest, or lower the target.',
  bad: deliveredGoal('12_000'),
  good: deliveredGoal('20_000'),
  inBrief: (count) => t('The tasks of {count} goals promise less than is needed', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const { neededChange, unit } = aim
      if (aim.facts?.additivity !== 'additive' || aim.isContradictory || neededChange === undefined || !unit || signOf(neededChange) === 0)
        continue
      const { total, effects } = promisedEffects(facts, aim)
      if (effects.length === 0 || total === undefined) continue
      const missing = subtract(neededChange, total)
      if (compare(missing, '0') !== signOf(neededChange)) continue
      report(
        aim.aim.target ?? aim.aim.change ?? aim.aim,
        t(
          'The tasks of `{goal}` promise {promised} for `{number}`, and {needed} are needed. Add work for the missing {missing}, or lower the target.',
          {
            goal: facts.goal.name,
            promised: shownChange(unit, total),
            number: aim.aim.number.name,
            needed: shownChange(unit, neededChange),
            missing: shownIn(unit, absolute(missing)),
          },
        ),
        {
          about: facts.goal,
          other: aim.aim.number.name,
          related: effects.map(({ task, effect }) => ({
            place: effect.place,
            message: t('`{task}` promises this much.', { task: task.name }),
          })),
        },
      )
    }
  },
})
