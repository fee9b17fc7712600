import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import { previousWorkingDay } from '../../plan/quantity/calendar.js'
import { earliestStart } from '../../plan/schedule/earliest-start.js'
import { levels, rule } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'

export const toldTooLate = rule({
  code: 'communication/told-too-late',
  levels: levels('-', 'I', 'W'),
  summary: 'People are told before their work changes.',
  why: 'Word that comes after the change explains nothing any more and costs trust.',
  fix: 'Move `on` before the first task that affects these people, or move the task.',
  bad: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Tell us how" at "https://forms.brightleaf.example/email" until 2027-02-22
  on     2027-02-20
  every  month
  via    email
  owner  dana
}`,
  good: `communication guideline "The new email guideline" to marketers {
  expect "The guideline is easier to follow"
  ask    "Tell us how" at "https://forms.brightleaf.example/email" until 2027-02-22
  on     2027-02-12
  every  month
  via    email
  owner  dana
}`,
  inBrief: (count) => t('{count} stakeholders are told after the work that affects them has begun', { count }),
  check(plan, report) {
    const { stakeholders, isTellingCertain } = coverage(plan)
    if (!isTellingCertain) return
    for (const row of stakeholders) {
      const dated = row.communications.flatMap(({ element }) => (element.on ? [{ communication: element, on: element.on }] : []))
      const [first] = dated
      if (!first || dated.length < row.communications.length) continue
      const earliest = dated.reduce((best, one) => (one.on.date < best.on.date ? one : best), first)
      const work = earliestStart(
        plan,
        row.affectedBy.map((one) => one.element),
      )
      if (!work || earliest.on.date < work.start) continue
      const { name } = row.stakeholder
      report(
        earliest.on,
        earliest.on.date === work.start
          ? t('`{name}` hear of it on {on}, the day on which `{task}` begins. Tell people before their work changes.', {
              name,
              on: earliest.on.date,
              task: work.task.name,
            })
          : t('`{name}` hear of it on {on}, after `{task}` began on {start}. Tell people before their work changes.', {
              name,
              on: earliest.on.date,
              task: work.task.name,
              start: work.start,
            }),
        {
          about: earliest.communication,
          other: name,
          related: [
            {
              place: work.task.start?.place ?? work.task.place,
              message: t('`{task}` begins on {start}.', { task: work.task.name, start: work.start }),
            },
          ],
          fixes: [replaceBy(earliest.on, previousWorkingDay(plan.calendar, work.start))],
        },
      )
    }
  },
})
