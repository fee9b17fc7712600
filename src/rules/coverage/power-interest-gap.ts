import { t } from '@vscode/l10n'
import { coverage, type StakeholderCoverage } from '../../plan/coverage/coverage.js'
import { type TreatmentGap, treatmentOf } from '../../plan/coverage/treatment.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { newCommunication } from '../communication/communication.js'
import { levels, rule } from '../engine/rule.js'
import { addName } from '../fixes/add-name.js'
import { series } from '../wording/wording.js'

export const powerInterestGap = rule({
  code: 'coverage/power-interest-gap',
  levels: levels('-', 'W', 'W'),
  summary: 'Stakeholders are treated as their power and interest ask for.',
  why: 'Key players who are only informed decide against the plan, and people who are only interested are lost when nobody tells them anything.',
  fix: 'Tell high power and high interest every month and let them work or advise; tell high power every quarter what to expect; tell high interest every month or give them a report.',
  bad: `stakeholder marketers "Marketers" kind employee power low interest high contact dana needs "An easier way to send"
communication guideline "The new email guideline" to marketers { expect "The guideline is easier to follow" ask "Tell us how" on 2027-01-12 every quarter via email owner dana }
report churn_report "Churn report" to leadership, customers every month shows email_churn, complaint_rate owner ben via email`,
  good: `stakeholder marketers "Marketers" kind employee power low interest high contact dana needs "An easier way to send"
communication guideline "The new email guideline" to marketers { expect "The guideline is easier to follow" ask "Tell us how" on 2027-01-12 every week via email owner dana }
report churn_report "Churn report" to leadership, customers every month shows email_churn, complaint_rate owner ben via email`,
  inBrief: (count) => t('{count} stakeholders are not treated yet as their power and interest ask for', { count }),
  check(plan, report) {
    for (const row of coverage(plan).stakeholders) {
      const found = treatmentOf(plan, row)
      if (!found || found.gaps.length === 0) continue
      const isTooMuch = found.gaps.includes('too often')
      report(row.stakeholder, message(row, found.gaps), {
        fixes: isTooMuch ? [] : fixes(plan, row, found.gaps),
        ...(isTooMuch && { levels: levels('-', 'H', 'H') }),
      })
    }
  },
})

function message(row: StakeholderCoverage, gaps: readonly TreatmentGap[]): string {
  const { name, power, interest } = row.stakeholder
  if (gaps.includes('too often')) {
    return t('`{name}` have little power and little interest, and hear from the plan every week or more often. Less would be enough.', {
      name,
    })
  }
  const values = { name, gaps: series(gaps.map((gap) => gapText(gap, power?.level === 'high' && interest?.level !== 'high'))) }
  if (power?.level !== 'high') {
    return t(
      '`{name}` have high interest and little power, and there is {gaps}. Interested people need word at least monthly, or a report.',
      values,
    )
  }
  return interest?.level === 'high'
    ? t(
        '`{name}` have high power and high interest, and there is {gaps}. Key players need contact at least monthly, a goal, and work or advice to give.',
        values,
      )
    : t(
        '`{name}` have high power and little interest, and there is {gaps}. Tell them at least once a quarter what they can expect.',
        values,
      )
}

function gapText(gap: TreatmentGap, isQuarterly: boolean): string {
  switch (gap) {
    case 'goal':
      return t('no goal that serves them')
    case 'part':
      return t('no task on which they work or advise')
    case 'expectation':
      return t('no communication that says what they can expect')
    default:
      return isQuarterly ? t('no contact every quarter') : t('no contact every month')
  }
}

function fixes(plan: Plan, row: StakeholderCoverage, gaps: readonly TreatmentGap[]): readonly Fix[] {
  const { name } = row.stakeholder
  const task = row.affectedBy[0]?.element ?? plan.all('task').find((one) => one.mark === 'todo' || one.mark === 'doing')
  const changes = task && gaps.includes('part') ? addName(task, 'consults', task.consults, name) : []
  return [
    ...(gaps.includes('contact') || gaps.includes('expectation') ? newCommunication(plan, row) : []),
    ...(task && changes.length > 0
      ? [{ title: t('Consult `{name}` on `{task}`', { name, task: task.name }), changes, isSafe: false }]
      : []),
  ]
}
