import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const sourceMissing = rule({
  code: 'formula/source-missing',
  levels: levels('I', 'I', 'W'),
  inLibraries: true,
  summary: 'A measure says where its values come from.',
  why: 'A number without a source cannot be looked up again, and two people who look will find two numbers.',
  fix: 'Add `from` with a source or a tool.',
  bad: 'measure spam_complaints "Messages reported as spam" in messages per month sum',
  good: 'measure spam_complaints "Messages reported as spam" in messages per month sum from email_platform',
  check(plan, report) {
    const usual = usualOrigin(plan)
    for (const measure of plan.all('measure')) {
      if (isGiven(measure, 'from')) continue
      const message = t('Nobody can look up `{measure}`: it has no source. Add `from` with a source or a tool.', { measure: measure.name })
      report(measure, message, { fixes: usual === undefined ? [] : [insertClauses(measure, [`from ${usual}`])] })
    }
  },
})

/** Where most measures come from, else the first source or tool of the plan. */
function usualOrigin(plan: Plan): string | undefined {
  const counts = new Map<string, number>()
  for (const { from } of plan.all('measure')) {
    const origin = plan.find(from?.origin, 'source', 'tool')
    if (origin) counts.set(origin.name, (counts.get(origin.name) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? plan.all('source')[0]?.name ?? plan.all('tool')[0]?.name
}
