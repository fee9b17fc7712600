import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses, quoted } from '../fixes/fixes.js'
import { livingGoals, targetShown } from './smart.js'

export const statementMissing = rule({
  code: 'smart/statement-missing',
  levels: levels('W', 'W', 'W'),
  summary: 'A goal says in words what is to be reached.',
  why: 'A name alone means something else to every reader, and nobody can agree to it.',
  fix: 'Write the result in one sentence behind the name, and its limits in `specific`.',
  bad: exampleGoal({ title: 'Keepable mail', specific: '' }),
  good: exampleGoal({ specific: '' }),
  inBrief: (count) => t('{count} goals do not say yet what is to be reached', { count }),
  check(plan, report) {
    for (const { goal, aims } of livingGoals(plan)) {
      if (
        goal.specific?.text.trim() ||
        hasOwnTitle(goal) ||
        goal.clauses.some((clause) => clause.keyword === 'specific' && !clause.readable)
      )
        continue
      const [first] = aims
      if (first?.aim.target && first.target === undefined) continue // what is to be reached is open until the value fits
      const result = resultInWords(aims)
      const message = result
        ? t('`{goal}` has a number and no words. It lacks what is to be different: write for example “{result}” behind the name.', {
            goal: goal.name,
            result,
          })
        : t(
            '`{goal}` does not say what is to be reached. Write the result in one sentence behind the name, and its limits in `specific`.',
            {
              goal: goal.name,
            },
          )
      const words = result ?? t('What will be different, and what is left out')
      report(goal, message, { fixes: goal.specific ? [] : [insertClauses(goal, [`specific ${quoted(words)}`])] })
    }
  },
})

/** The first measurable in words: “Increase units sold to 900 units”. Undefined where it does not say which way its number goes. */
function resultInWords(aims: readonly AimFacts[]): string | undefined {
  const [first] = aims
  if (!first?.direction || first.target === undefined) return undefined
  const parts = { number: first.number?.title?.text ?? first.aim.number.name, target: targetShown(first) }
  return first.direction > 0 ? t('Increase {number} to {target}', parts) : t('Decrease {number} to {target}', parts)
}

function hasOwnTitle(goal: Goal): boolean {
  const title = plain(goal.title?.text ?? '')
  return title !== '' && title !== plain(goal.name)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_]/g, '')
}
