import { t } from '@vscode/l10n'
import { isDeadlineBeforeStart } from '../../plan/goals/goals.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals, spanText } from './smart.js'

export const deadlineBeforeStart = rule({
  code: 'smart/deadline-before-start',
  levels: levels('E', 'E', 'E'),
  summary: 'A deadline lies after the start and after the baseline.',
  why: 'With no time between the two there is nothing that could change.',
  fix: 'Correct the deadline, the start or the period of the baseline.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2027-03 to at most 0.60% in 2027-03' }),
  good: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03' }),
  inBrief: (count) => t('{count} deadlines leave no time', { count }),
  check(plan, report) {
    for (const facts of livingGoals(plan)) {
      const { goal, deadline, start } = facts
      if (!goal.timebound || !deadline || !isDeadlineBeforeStart(facts)) continue
      const baseline = facts.aims.find(({ baselineWindow }) => baselineWindow && deadline <= baselineWindow.end)?.aim.baseline
      const names = { goal: goal.name, deadline, start: start ?? '', window: baseline?.window ? spanText(baseline.window) : '' }
      report(
        goal.timebound,
        start !== undefined && deadline <= start
          ? t('The deadline {deadline} of `{goal}` is not after its start {start}. There would be no time for a change.', names)
          : t(
              'The deadline {deadline} of `{goal}` is not after the baseline’s period {window}. There would be no time for a change.',
              names,
            ),
        { about: goal, related: baseline ? [{ place: baseline.place, message: t('The baseline is of {window}.', names) }] : [] },
      )
    }
  },
})
