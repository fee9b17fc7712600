import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type { Attitude } from '../../plan/elements/elements.js'
import { levels, rule } from '../engine/rule.js'

const order: readonly Attitude[] = ['unaware', 'resistant', 'neutral', 'supportive', 'leading']

export const attitudeGap = rule({
  code: 'coverage/attitude-gap',
  levels: levels('-', 'I', 'W'),
  summary: 'Whoever is to change their mind is spoken to.',
  why: 'An attitude does not move by itself; somebody has to tell these people something or ask them for advice.',
  fix: 'Add a communication to them, or a task that affects or consults them.',
  bad: `stakeholder customers "Customers" kind customer power low interest low contact ben needs "Fewer unwanted mails" attitude neutral to supportive`,
  good: `stakeholder marketers "Marketers" kind employee power low interest high contact dana needs "An easier way to send" attitude neutral to supportive`,
  inBrief: (count) => t('{count} stakeholders should change their attitude, and nothing addresses them yet', { count }),
  check(plan, report) {
    const { stakeholders, isTellingCertain, uncertainTasks } = coverage(plan)
    if (!isTellingCertain || uncertainTasks.size > 0) return
    for (const row of stakeholders) {
      const { attitude, name } = row.stakeholder
      if (row.isExempt || !attitude?.to || order.indexOf(attitude.to) <= order.indexOf(attitude.from)) continue
      if (row.communications.length + row.affectedBy.length + row.consultedOn.length > 0) continue
      report(
        attitude,
        t('`{name}` should move from {from} to {to}, and nothing in the plan addresses them. Add a communication or a task.', {
          name,
          from: attitude.from,
          to: attitude.to,
        }),
        { about: row.stakeholder },
      )
    }
  },
})
