import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Communication } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson } from '../../plan/model/defaults.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { series } from '../wording/wording.js'
import { firstMedium } from './communication.js'

type Part = 'to' | 'owner' | 'via' | 'on'

export const incomplete = rule({
  code: 'communication/incomplete',
  levels: levels('-', 'W', 'W'),
  summary: 'A communication has an audience, a sender, a medium and a date.',
  why: 'A message of which one of these is open is the message that nobody sends.',
  fix: 'Add `to`, `owner`, `via`, and `on` or `every`.',
  bad: `communication calendar_news "The new calendar" to marketers expect "Free slots can be seen" via email`,
  good: `communication calendar_news "The new calendar" to marketers expect "Free slots can be seen" via email on 2027-02-19 owner dana`,
  inBrief: (count) => t('{count} communications are not complete yet', { count }),
  check(plan, report) {
    for (const communication of plan.all('communication')) {
      const missing = partsMissing(communication)
      if (missing.length === 0) continue
      report(
        communication,
        t('`{name}` has {parts}. Add {clauses}.', {
          name: communication.name,
          parts: series(missing.map(lack)),
          clauses: series(missing.map((part) => `\`${part}\``)),
        }),
        { fixes: complete(plan, communication, missing) },
      )
    }
  },
})

function partsMissing(communication: Communication): readonly Part[] {
  const parts: readonly Part[] = ['to', 'owner', 'via', 'on']
  return parts.filter((part) => !isGiven(communication, part) && !(part === 'on' && isGiven(communication, 'every')))
}

function lack(part: Part): string {
  return { to: t('no audience'), owner: t('no sender'), via: t('no medium'), on: t('no date') }[part]
}

function complete(plan: Plan, communication: Communication, missing: readonly Part[]): readonly Fix[] {
  const rows = coverage(plan).stakeholders.filter((row) => !row.isExempt)
  const audience = (rows.find((row) => row.isAffected && row.communications.length === 0) ?? rows[0])?.stakeholder.name
  const [reached] = plan.findAll(communication.to, 'stakeholder')
  const sender = (reached && answeringPerson(plan, reached.contacts)?.name) ?? defaultPerson(plan)
  const values: Record<Part, string | undefined> = {
    to: audience,
    owner: sender,
    via: firstMedium(plan),
    on: plan.strategy?.period?.start,
  }
  const clauses = missing.flatMap((part) => (values[part] === undefined ? [] : [`${part} ${values[part]}`]))
  return clauses.length > 0 ? [insertClauses(communication, clauses)] : []
}
