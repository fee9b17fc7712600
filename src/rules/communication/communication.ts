import { t } from '@vscode/l10n'
import type { StakeholderCoverage } from '../../plan/coverage/coverage.js'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import { inNameOrder } from '../../plan/model/name-order.js'
import type { Plan } from '../../plan/model/plan.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { insertElement } from '../fixes/fixes.js'
import { lastOf } from '../fixes/new-element.js'

/** What a stakeholder who is not told anything needs: a communication with all its parts, as far as the plan can name them. */
export function newCommunication(plan: Plan, row: StakeholderCoverage): readonly Fix[] {
  const after = lastOf(plan, 'communication', 'task')
  if (!after) return []
  const { name } = row.stakeholder
  const sender = answeringPerson(plan, row.stakeholder.contacts)?.name ?? defaultPerson(plan)
  const medium = firstMedium(plan)
  const start = plan.strategy?.period?.start
  const clauses = [
    'expect "What changes for them"',
    'ask "Tell us what you think"',
    ...(start ? [`on ${start}`] : []),
    'every month',
    ...(medium ? [`via ${medium}`] : []),
    ...(sender ? [`owner ${sender}`] : []),
  ]
  const text = `communication ${freeName(plan, `news_for_${name}`)} "News for ${titleOf(row)}" to ${name} {\n${clauses.map((clause) => `  ${clause}\n`).join('')}}`
  return [insertElement(after, text, t('Add a communication to `{name}`', { name }))]
}

/** The medium that a new clause may name: the first channel, else the first tool. */
export function firstMedium(plan: Plan): string | undefined {
  return (inNameOrder(plan, 'channel')[0] ?? inNameOrder(plan, 'tool')[0])?.name
}

function titleOf(row: StakeholderCoverage): string {
  const { title, name } = row.stakeholder
  return (title?.text ?? name).replace(/["\\\n]/g, ' ')
}
