import { t } from '@vscode/l10n'
import { stepKinds } from '../../plan/elements/elements.js'
import { activeSteps, isActive, isOpen } from '../../plan/model/active.js'
import { levels, rule } from '../engine/rule.js'
import { dropAfter } from './schedule.js'

export const waitsForCancelled = rule({
  code: 'schedule/waits-for-cancelled',
  levels: levels('W', 'W', 'E'),
  summary: 'No open task waits for one that was cancelled.',
  why: 'What was cancelled never ends, so the task would wait for ever, or it waits for something else in fact.',
  fix: 'Drop the `after`, or replace it by what the task waits for now.',
  bad: `[-] task choose_vendor "Choose a vendor" for keepable_mail expects email_churn down @ben 4h due 2027-02-19
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after choose_vendor`,
  good: `[x] task choose_vendor "Choose a vendor" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-12
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after choose_vendor`,
  check(plan, report) {
    const cancelled = new Set(plan.allOf(...stepKinds).flatMap((step) => (isActive(step) ? [] : [step.name])))
    if (cancelled.size === 0) return
    for (const step of activeSteps(plan)) {
      if (!isOpen(step)) continue
      for (const ref of step.after.filter(({ name }) => cancelled.has(name))) {
        const before = plan.find(ref, ...stepKinds)
        if (before?.mark !== 'cancelled') continue
        report(
          ref,
          t('`{step}` waits for `{before}`, which was cancelled. Drop the `after`, or replace it.', {
            step: step.name,
            before: before.name,
          }),
          {
            about: step,
            other: before.name,
            related: [{ place: before.place, message: t('`{before}` is cancelled.', { before: before.name }) }],
            fixes: dropAfter(step, ref),
          },
        )
      }
    }
  },
})
