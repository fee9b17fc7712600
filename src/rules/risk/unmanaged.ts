import { t } from '@vscode/l10n'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const unmanaged = rule({
  code: 'risk/unmanaged',
  levels: levels('-', 'I', 'W'),
  summary: 'Every risk has an owner and a response.',
  why: 'A risk that is only named comes as a surprise all the same.',
  fix: 'Add `response` with what is done if it happens, and `owner` with who does it.',
  bad: `risk outage "Vendor outage in March" likelihood low impact high owner ben check every month`,
  good: `risk outage "Vendor outage in March" likelihood low impact high owner ben response "Send in two halves" check every month`,
  check(plan, report) {
    for (const risk of plan.all('risk')) {
      const lacksOwner = !isGiven(risk, 'owner')
      const lacksResponse = !isGiven(risk, 'response') || risk.response?.text.text.trim() === ''
      if (!lacksOwner && !lacksResponse) continue
      const person = defaultPerson(plan)
      const clauses = [
        ...(lacksOwner && person ? [`owner ${person}`] : []),
        ...(lacksResponse && !risk.response ? ['response "What is done if it happens"'] : []),
      ]
      report(risk, message(risk.name, lacksOwner, lacksResponse), { fixes: clauses.length > 0 ? [insertClauses(risk, clauses)] : [] })
    }
  },
})

function message(name: string, lacksOwner: boolean, lacksResponse: boolean): string {
  if (lacksOwner && lacksResponse)
    return t('`{name}` has neither an owner nor a response. Say what is done if it happens, and by whom.', { name })
  return lacksOwner
    ? t('`{name}` has no owner. Say who watches it and acts if it happens.', { name })
    : t('`{name}` has no response. Say what is done if it happens, and by whom.', { name })
}
