import { t } from '@vscode/l10n'
import type { Sla } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const partyMissing = rule({
  code: 'sla/party-missing',
  levels: levels('W', 'E', 'E'),
  inLibraries: true,
  summary: 'A promise names who gives it and who is served.',
  why: 'A promise without one of its two sides binds nobody.',
  fix: 'Add `from` with who promises and `to` with who is served.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  good: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      const missing = (['from', 'to'] as const).filter((part) => !isGiven(sla, part))
      if (missing.length === 0) continue
      const clauses = missing.flatMap((part) => candidate(plan, sla, part) ?? [])
      report(sla, message(sla.name, missing), { fixes: clauses.length > 0 ? [insertClauses(sla, clauses)] : [] })
    }
  },
})

function message(name: string, missing: readonly ('from' | 'to')[]): string {
  if (missing.length === 2)
    return t('`{name}` says neither who promises nor who is served. Add `from` and `to` with a stakeholder, team or person.', { name })
  return missing[0] === 'from'
    ? t('`{name}` does not say who promises. Add `from` with a stakeholder, team or person.', { name })
    : t('`{name}` does not say who is served. Add `to` with a stakeholder, team or person.', { name })
}

/** A team promises and a stakeholder is served, unless the other side is taken by it already. */
function candidate(plan: Plan, sla: Sla, part: 'from' | 'to'): string | undefined {
  const other = (part === 'from' ? sla.to : sla.from)?.name
  const order = part === 'from' ? (['team', 'person', 'stakeholder'] as const) : (['stakeholder', 'team', 'person'] as const)
  const found = order.flatMap((kind) => plan.all(kind)).find((element) => element.name !== other)
  return found && `${part} ${found.name}`
}
