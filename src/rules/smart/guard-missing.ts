import { t } from '@vscode/l10n'
import { suggestedRate } from '../../plan/goals/suggestions.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Unit } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleTask } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

function answersGoal(guard: string): string {
  return `${exampleReport('answers_in_time')}
${exampleTask({ goal: 'more_answers', expects: 'expects answers_in_time up' })}
${exampleGoal({ title: 'Answer what marketers ask', measurable: 'measurable answers_in_time increase from 60 in 2026-Q4 to at least 70 in 2027-Q1', guard }, 'more_answers')}`
}

export const guardMissing = rule({
  code: 'smart/guard-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'Where a goal pushes an amount, something guards what must not suffer.',
  why: 'More, faster and cheaper can each be reached at the cost of something that nobody looked at.',
  fix: 'Add `guard` with the number that must not get worse, or `watch` one.',
  bad: answersGoal(''),
  good: answersGoal('guard      guideline_hit_rate at least 80%'),
  inBrief: (count) => t('{count} goals push an amount and guard nothing', { count }),
  check(plan, report) {
    for (const { goal, aims } of livingGoals(plan)) {
      const pushed = aims.find(({ unit }) => unit && isAmount(unit))
      if (!pushed || isGiven(goal, 'guard') || isGiven(goal, 'watch')) continue
      const example = suggestedRate(plan, [...new Set(aims.map(({ aim }) => aim.number.name))])
      const names = { goal: goal.name, number: pushed.aim.number.name, example: example ?? '' }
      report(
        goal,
        example
          ? t(
              '`{goal}` pushes `{number}` and guards nothing. Add a `guard` for what must not suffer, or watch it, such as `{example}`.',
              names,
            )
          : t('`{goal}` pushes `{number}` and guards nothing. Add a `guard` for what must not suffer.', names),
        { fixes: example ? [insertClauses(goal, [`watch ${example}`])] : [] },
      )
    }
  },
})

/** Counted things, time or money by themselves, not a price or a rate. */
function isAmount(unit: Unit): boolean {
  return unit.nature === 'quantity' && unit.bases.length === 1 && unit.bases[0]?.exponent === 1
}
