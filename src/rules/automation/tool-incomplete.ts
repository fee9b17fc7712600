import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const toolIncomplete = rule({
  code: 'automation/tool-incomplete',
  levels: levels('-', 'I', 'W'),
  inLibraries: true,
  summary: 'A tool has an owner and a cost.',
  why: 'Somebody should decide about each tool, and nobody can decide without knowing what it costs.',
  fix: 'Add `owner`, and `costs`. `costs 0 USD` counts.',
  bad: 'tool sendfox "SendFox" kind email_sending costs 0 USD per year keep',
  good: 'tool sendfox "SendFox" kind email_sending costs 0 USD per year owner ben keep',
  check(plan, report) {
    for (const tool of plan.all('tool')) {
      const lacks = { owner: !isGiven(tool, 'owner'), costs: !isGiven(tool, 'costs') }
      if (!lacks.owner && !lacks.costs) continue
      const { name } = tool
      const person = lacks.owner ? defaultPerson(plan) : undefined
      const currency = plan.strategy?.currency?.currency
      const clauses = [
        ...(person === undefined ? [] : [`owner ${person}`]),
        ...(lacks.costs && currency !== undefined ? [`costs 0 ${currency} per year`] : []),
      ]
      const fixes: Fix[] = clauses.length > 0 ? [insertClauses(tool, clauses)] : []
      const message =
        lacks.owner && lacks.costs
          ? t('`{name}` has no owner and no cost. Somebody should decide about it, knowing what it costs; add `owner` and `costs`.', {
              name,
            })
          : lacks.owner
            ? t('`{name}` has no owner. Somebody should decide about it; add `owner`.', { name })
            : t('What `{name}` costs is not said. Add `costs`, even when it is nothing.', { name })
      report(tool, message, { fixes })
    }
  },
})
