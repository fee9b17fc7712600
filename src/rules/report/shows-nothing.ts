import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { measuredNumbers } from './report.js'

export const showsNothing = rule({
  code: 'report/shows-nothing',
  levels: levels('I', 'W', 'W'),
  summary: 'A report shows at least one number of the plan.',
  why: 'Without numbers a report tells opinions, and nobody can see whether a goal is near.',
  fix: 'Add `shows` with the numbers that its readers care about.',
  bad: 'report open_questions "Open questions" to marketers every month owner ben via email',
  good: 'report open_questions "Open questions" to marketers every month shows guideline_hit_rate owner ben via email',
  check(plan, report) {
    for (const element of plan.all('report')) {
      if (isGiven(element, 'shows')) continue
      const readers = new Set(element.to.flatMap((ref) => coverage(plan).stakeholdersBehind(ref)))
      const numbers = measuredNumbers(plan, readers)
      const clause = `shows ${numbers.map((number) => number.name).join(', ')}`
      const what = t('`{name}` shows no metric.', { name: element.name })
      if (numbers.length > 0) report(element, `${what} ${t('Add `{clause}`.', { clause })}`, { fixes: [insertClauses(element, [clause])] })
      else report(element, `${what} ${t('Add `shows` with what its readers care about.')}`)
    }
  },
})
