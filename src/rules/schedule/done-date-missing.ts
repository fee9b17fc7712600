import { t } from '@vscode/l10n'
import { type Decision, stepKinds } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { elementRule, levels, type ReportFinding } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const doneDateMissing = elementRule({
  code: 'schedule/done-date-missing',
  levels: levels('I', 'I', 'W'),
  summary: 'What is done says when.',
  why: 'Without the day nobody can learn from the plan how long things took.',
  fix: 'Add `done` with the day.',
  bad: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12',
  good: '[x] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due 2027-02-12 done 2027-02-12',
  kinds: stepKinds,
  checkEach(plan, step, report) {
    if (!isActive(step)) return
    if (step.kind === 'decision') {
      judgeDecision(plan, step, report)
      return
    }
    if (step.mark !== 'done' || isGiven(step, 'done')) return
    report(
      step,
      step.due
        ? t('`{step}` is done without a date. Add the day, for example `done {date}`.', { step: step.name, date: step.due.date })
        : t('`{step}` is done without a date. Add `done` with the day.', { step: step.name }),
      { fixes: [insertClauses(step, [`done ${plan.statusDate.date}`])] },
    )
  },
})

/** A check mark says neither what was decided nor when. */
function judgeDecision(plan: Plan, { name, decided, done, markedDone }: Decision, report: ReportFinding): void {
  const { date } = plan.statusDate
  if (markedDone) {
    report(
      markedDone,
      t('`{step}` is marked as done and does not say what was decided, so it is open. Add `decided "…" on {date}`.', { step: name, date }),
    )
  } else if (decided && !done) {
    report(decided, t('`{step}` does not say when it was decided. Add the day: `on {date}`.', { step: name, date }), {
      fixes: [
        {
          title: t('Add `on {date}`', { date }),
          changes: [{ type: 'append', place: decided.text.place, text: ` on ${date}` }],
          isSafe: false,
        },
      ],
    })
  }
}
