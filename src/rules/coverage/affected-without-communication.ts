import { t } from '@vscode/l10n'
import { coverage, type StakeholderCoverage } from '../../plan/coverage/coverage.js'
import { byName } from '../../plan/model/name-order.js'
import type { Plan } from '../../plan/model/plan.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { newCommunication } from '../communication/communication.js'
import { levels, rule } from '../engine/rule.js'

export const affectedWithoutCommunication = rule({
  code: 'coverage/affected-without-communication',
  levels: levels('I', 'W', 'E'),
  summary: 'Whoever is affected is told.',
  why: 'A change that reaches people before any word about it meets resistance that one message would have spared.',
  fix: 'Add a `communication` to the group, with what they can expect and how they can answer.',
  bad: `stakeholder sales "Sales" kind employee monitor because "The hand-off is planned for the next quarter"
[ ] task move_lists "Move the lists" for keepable_mail @ben 8h start 2027-03-08 due 2027-03-12 consults sales affects sales expects email_churn down`,
  good: `stakeholder sales "Sales" kind employee monitor because "The hand-off is planned for the next quarter"
[ ] task move_lists "Move the lists" for keepable_mail @ben 8h start 2027-03-08 due 2027-03-12 consults sales affects sales expects email_churn down
communication lists_move "The lists move" to sales expect "Old links stop working" ask "Which ones do you need?" on 2027-02-26 via email owner ben`,
  inBrief: (count) => t('{count} stakeholders are affected, and nobody tells them yet', { count }),
  check(plan, report) {
    const { stakeholders, isTellingCertain, isReportingCertain } = coverage(plan)
    if (!isTellingCertain) return
    for (const row of stakeholders) {
      if (row.communications.length > 0) continue
      const isAffectedByWork = row.affectedBy.length > 0
      if (!isAffectedByWork && (row.isExempt || !row.isAffected || row.reports.length > 0 || !isReportingCertain)) continue
      report(row.stakeholder, isAffectedByWork ? affectedMessage(plan, row) : servedMessage(row), {
        related: row.affectedBy.map((one) => ({ place: one.place, message: t('`{task}` affects them.', { task: one.element.name }) })),
        fixes: newCommunication(plan, row),
      })
    }
  },
})

function affectedMessage(plan: Plan, row: StakeholderCoverage): string {
  const { name } = row.stakeholder
  const starts = byName(row.affectedBy.map((one) => one.element)).map((element) => ({
    task: element.name,
    start: schedule(plan).of(element.name)?.start,
  }))
  const first = starts.reduce((best, one) => (one.start && (!best.start || one.start < best.start) ? one : best))
  return first.start
    ? t('`{name}` are affected by `{task}` from {start} on, and nobody tells them. Add a `communication` to them.', {
        name,
        task: first.task,
        start: first.start,
      })
    : t('`{name}` are affected by `{task}`, and nobody tells them. Add a `communication` to them.', { name, task: first.task })
}

function servedMessage(row: StakeholderCoverage): string {
  return t('`{goal}` is for `{name}`, who work here, and nobody tells them. Add a `communication` to them.', {
    name: row.stakeholder.name,
    goal: byName(row.goals.map((one) => one.element))[0]?.name ?? '',
  })
}
