import { t } from '@vscode/l10n'
import type { Review } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import { activeTasks } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { nextWorkingDay } from '../../plan/quantity/calendar.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { setDate } from './schedule.js'

export const evaluatedBeforeData = rule({
  code: 'schedule/evaluated-before-data',
  levels: levels('I', 'W', 'W'),
  summary: 'Numbers are evaluated after the period that they belong to.',
  why: 'On the last day of a period its last numbers are not there yet.',
  fix: 'Move the task or the review behind the end of the period.',
  bad: '[ ] task measure_churn "Measure the churn of March" for keepable_mail expects email_churn down wrapup evaluates 2027-03 @ben 4h start 2027-03-29 due 2027-03-31 after build_format',
  good: '[ ] task measure_churn "Measure the churn of March" for keepable_mail expects email_churn down wrapup evaluates 2027-03 @ben 4h start 2027-04-01 due 2027-04-02 after build_format',
  check(plan, report) {
    for (const task of activeTasks(plan)) {
      const end = task.due?.date ?? schedule(plan).of(task)?.end
      if (!task.evaluates || end === undefined || schedule(plan).of(task)?.isStuck || end > task.evaluates.end) continue
      const last = task.evaluates.end
      const words = { name: task.name, period: task.evaluates.text, end, last, next: nextWorkingDay(plan.calendar, last) }
      report(
        task.due ?? task.evaluates,
        end === last
          ? t(
              '`{name}` evaluates {period} and is due on {end}, the day on which that ends: the last numbers will be missing. Move it to {next} or later.',
              words,
            )
          : t(
              '`{name}` evaluates {period} and is due on {end}, before that ends on {last}: numbers will be missing. Move it to {next} or later.',
              words,
            ),
        { about: task, fixes: [setDate(task, 'due', words.next)] },
      )
    }
    for (const [goal, review] of lastReviews(plan)) {
      const windows =
        goalFacts(plan)
          .get(goal)
          ?.goal.aims.map((aim) => aim.target?.window?.end ?? '') ?? []
      const last = windows.sort().at(-1) ?? ''
      if (!review.on || last === '' || review.on.date > last || goalFacts(plan).get(goal)?.isDropped) continue
      const words = { review: review.name, goal, date: review.on.date, last, next: nextWorkingDay(plan.calendar, last) }
      report(
        review.on,
        t(
          '`{review}`, the last review of `{goal}`, is on {date}, and the target of the goal is measured until {last}: its last numbers will be missing. Move it to {next} or later.',
          words,
        ),
        { about: review, other: goal, fixes: [replaceBy(review.on, words.next)] },
      )
    }
  },
})

/** The latest dated review about each goal. */
function lastReviews(plan: Plan): ReadonlyMap<string, Review> {
  const last = new Map<string, Review>()
  const dateOf = (review: Review | undefined): PlainDate => review?.on?.date ?? ''
  for (const review of plan.all('review')) {
    for (const goal of plan.findAll(review.about, 'goal')) {
      if (review.on && dateOf(review) > dateOf(last.get(goal.name))) last.set(goal.name, review)
    }
  }
  return last
}
