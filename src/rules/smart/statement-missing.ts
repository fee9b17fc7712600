import { t } from '@vscode/l10n'
import type { Goal } from '../../plan/elements/elements.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

export const statementMissing = rule({
  code: 'smart/statement-missing',
  levels: levels('W', 'E', 'E'),
  summary: 'A goal says in words what is to be reached.',
  why: 'A name alone means something else to every reader, and nobody can agree to it.',
  fix: 'Write the result in one sentence behind the name, and its limits in `specific`.',
  bad: exampleGoal({ title: 'Keepable mail', specific: '' }),
  good: exampleGoal({ specific: '' }),
  inBrief: (count) => t('{count} goals do not say yet what is to be reached', { count }),
  check(plan, report) {
    for (const { goal } of livingGoals(plan)) {
      if (
        goal.specific?.text.trim() ||
        hasOwnTitle(goal) ||
        goal.clauses.some((clause) => clause.keyword === 'specific' && !clause.readable)
      )
        continue
      report(
        goal,
        t('`{goal}` does not say what is to be reached. Write the result in one sentence behind the name, and its limits in `specific`.', {
          goal: goal.name,
        }),
        { fixes: goal.specific ? [] : [insertClauses(goal, [`specific "${t('What will be different, and what is left out')}"`])] },
      )
    }
  },
})

function hasOwnTitle(goal: Goal): boolean {
  const title = plain(goal.title?.text ?? '')
  return title !== '' && title !== plain(goal.name)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_]/g, '')
}
