import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { defaultAudience } from './report.js'

export const audienceMissing = rule({
  code: 'report/audience-missing',
  levels: levels('I', 'W', 'E'),
  summary: 'A report says who reads it.',
  why: 'A report for nobody is prepared and not read.',
  fix: 'Add `to` with a stakeholder, team or person.',
  bad: 'report open_questions "Open questions" every month shows guideline_hit_rate owner ben via email',
  good: 'report open_questions "Open questions" to marketers every month shows guideline_hit_rate owner ben via email',
  check(plan, report) {
    for (const element of plan.all('report')) {
      if (isGiven(element, 'to')) continue
      const audience = defaultAudience(plan)
      report(
        element,
        t('`{name}` goes to nobody. Add `to` with a stakeholder, team or person.', { name: element.name }),
        audience === undefined ? {} : { fixes: [insertClauses(element, [`to ${audience}`])] },
      )
    }
  },
})
