import { t } from '@vscode/l10n'
import { activeTasks } from '../../plan/model/active.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'

export const categoryMissing = rule({
  code: 'hygiene/category-missing',
  levels: levels('-', 'I', 'I'),
  summary: 'When tasks are sorted into categories, every task is.',
  why: 'Sums by category leave out the tasks that have none, without saying so.',
  fix: 'Give each of the named tasks a `category`.',
  bad: `[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects email_churn down category process
[~] task daily_mail "Send and answer the day-to-day mail" housekeeping owner summer category communication
  @chidi 60h @summer 60h @dana 30h start 2027-02-08 due 2027-04-09`,
  good: `[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects email_churn down category process
[~] task daily_mail "Send and answer the day-to-day mail" housekeeping owner summer category communication
  @chidi 60h @summer 60h @dana 30h start 2027-02-08 due 2027-04-09
[ ] task build_format "Build the new email format" for keepable_mail {
  @ben 20h
  @dana 20h
  start    2027-02-16
  due      2027-03-05
  after    audit_workflows
  requires email
  expects  email_churn down by 0.08pp
  affects  marketers
  consults marketers
  using    hubrunner
  category content
}`,
  check(plan, report) {
    const { strategy } = plan
    if (!strategy) return
    const tasks = activeTasks(plan)
    const without = tasks.filter((task) => !task.category && !isGiven(task, 'category'))
    if (without.length === 0 || without.length * 2 > tasks.length) return
    const parts = { count: without.length, all: tasks.length }
    report(
      strategy,
      without.length === 1
        ? t('1 of {all} tasks has no category, so sums by category are incomplete.', parts)
        : t('{count} of {all} tasks have no category, so sums by category are incomplete.', parts),
      { related: without.map((task) => ({ place: task.place, message: t('`{name}` has no category', { name: task.name }) })) },
    )
  },
})
