import { t } from '@vscode/l10n'
import { stepKinds } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

export const doneInFuture = elementRule({
  code: 'schedule/done-in-future',
  levels: levels('-', 'I', 'W'),
  isDated: true,
  speaksWhenClosed: true,
  summary: 'Nothing was done on a day that is still to come.',
  why: 'The date is a slip, or the status date of the plan is behind.',
  fix: 'Correct the date, or the `asof` of the strategy.',
  bad: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-22',
  good: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-12',
  kinds: stepKinds,
  checkEach(plan, step, report) {
    const today = plan.statusDate.date
    if (!isActive(step)) return
    if (step.mark !== 'done' || !step.done || step.done.date <= today) return
    report(
      step.done,
      t('`{step}` is marked done on {done}, which is after the status date {today}. Correct one of the two.', {
        step: step.name,
        done: step.done.date,
        today,
      }),
      { about: step, fixes: [replaceBy(step.done, today)] },
    )
  },
})
