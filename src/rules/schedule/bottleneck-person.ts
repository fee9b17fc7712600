import { t } from '@vscode/l10n'
import type { Worker } from '../../plan/elements/elements.js'
import { effortOf } from '../../plan/people/effort.js'
import { rational } from '../../plan/quantity/exact.js'
import { Rational } from '../../plan/quantity/rational.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { levels, rule } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'
import { openTasks } from './schedule.js'

export const bottleneckPerson = rule({
  code: 'schedule/bottleneck-person',
  levels: levels('-', 'I', 'I'),
  summary: 'No single person carries most of the remaining work.',
  why: 'If that person is away, most of the plan stops.',
  fix: 'Share the work, or plan who steps in.',
  bad: `[ ] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @ben 60h start 2027-03-08 due 2027-03-26 after build_format
[~] task daily_mail "Send and answer the day-to-day mail" housekeeping owner summer @chidi 30h @summer 30h @dana 15h start 2027-02-08 due 2027-04-09`,
  good: `[ ] task migrate_lists "Migrate the lists" for keepable_mail expects email_churn down @ben 30h @dana 30h start 2027-03-08 due 2027-03-26 after build_format
[~] task daily_mail "Send and answer the day-to-day mail" housekeeping owner summer @chidi 30h @summer 30h @dana 15h start 2027-02-08 due 2027-04-09`,
  check(plan, report) {
    const people = plan.all('person')
    if (people.length < 3) return
    const left = new Map<Worker, Rational>()
    let all = Rational.zero
    for (const task of openTasks(plan)) {
      const progress = progressOf(task)
      for (const [person, hours] of effortOf(plan, task).shares) {
        const open = progress === undefined ? hours : hours.mul(Rational.one.sub(rational(progress)))
        left.set(person, left.get(person)?.add(open) ?? open)
        all = all.add(open)
      }
    }
    if (all.compare(0) <= 0) return
    for (const person of people) {
      const share = left.get(person)?.div(all)
      if (!share || share.mul(5).compare(2) <= 0) continue
      const percent = share.mul(100).round().valueOf()
      report(
        person,
        t('{person} carries {percent}% of the remaining work. Without {person} most of it stops. Share it, or plan who steps in.', {
          person: personName(person),
          percent,
        }),
      )
    }
  },
})
