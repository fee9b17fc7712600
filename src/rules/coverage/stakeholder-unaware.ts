import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { levels, rule } from '../engine/rule.js'

export const stakeholderUnaware = rule({
  code: 'coverage/stakeholder-unaware',
  levels: levels('-', '-', '-', { running: 'W' }),
  summary: 'Once a plan runs, nobody in it is unaware of it.',
  why: 'People who learn of a running plan by accident were forgotten, or the file was.',
  fix: 'Tell them and update `attitude`, or update it when they were told already.',
  bad: `stakeholder marketers "Marketers" kind employee power low interest high contact dana needs "An easier way to send" attitude unaware to supportive`,
  good: `stakeholder marketers "Marketers" kind employee power low interest high contact dana needs "An easier way to send" attitude neutral to supportive`,
  inBrief: (count) => t('{count} stakeholders are still marked `unaware`', { count }),
  check(plan, report) {
    if (plan.stage !== 'running') return
    for (const { stakeholder, isExempt } of coverage(plan).stakeholders) {
      if (isExempt || stakeholder.attitude?.from !== 'unaware') continue
      report(
        stakeholder.attitude,
        t('The plan is running and `{name}` are still marked `unaware`. Update the attitude, or tell them.', { name: stakeholder.name }),
        { about: stakeholder },
      )
    }
  },
})
