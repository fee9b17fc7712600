import { t } from '@vscode/l10n'
import type { Person } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement } from '../fixes/fixes.js'
import { defaultAudience, newReport } from './report.js'

export const noStatusReport = rule({
  code: 'report/no-status-report',
  levels: levels('-', 'I', 'I'),
  summary: 'Somebody who supervises the plan gets a regular report, unless it is `standing`.',
  why: 'Without one, trouble is noticed when it can no longer be mended.',
  fix: 'Add a report with `every` to the supervisor, to leadership or to the client.',
  bad: 'report churn_report "Churn report" to marketers every month shows email_churn, complaint_rate owner ben via email',
  good: 'report churn_report "Churn report" to marketers, leadership every month shows email_churn, complaint_rate owner ben via email',
  check(plan, report) {
    const { strategy } = plan
    if (!strategy || strategy.standing) return
    const regular = plan.all('report').filter((candidate) => candidate.every)
    const overseers = namesOfOverseers(plan)
    const isCovered = regular.some((candidate) => candidate.to.some((ref) => overseers.has(ref.name) || !plan.isKnown(ref)))
    if (isCovered) return
    const to = supervisorOf(plan)?.name ?? defaultAudience(plan)
    const fixes: Fix[] = to === undefined ? [] : [insertElement(strategy, newReport(plan, to), t('Add a monthly report to `{to}`', { to }))]
    report(strategy, t('Nobody who supervises this plan gets a regular report. Add one with `every month`.'), { fixes })
  },
})

function supervisorOf(plan: Plan): Person | undefined {
  const written = plan.strategy?.supervisor
  return written && answeringPerson(plan, [written])
}

/** The supervisor, the groups that they belong to, and the stakeholders who lead or pay. */
function namesOfOverseers(plan: Plan): ReadonlySet<string> {
  const names = new Set<string>()
  const written = plan.strategy?.supervisor
  if (written) names.add(written.name)
  const supervisor = supervisorOf(plan)
  if (supervisor) {
    names.add(supervisor.name)
    for (const group of [...supervisor.fills, ...supervisor.belongsTo]) names.add(group.name)
    for (const team of plan.all('team')) if (team.members.some((member) => member.name === supervisor.name)) names.add(team.name)
  }
  for (const stakeholder of plan.all('stakeholder')) {
    if (stakeholder.is?.word === 'leadership' || stakeholder.is?.word === 'client') names.add(stakeholder.name)
  }
  return names
}
