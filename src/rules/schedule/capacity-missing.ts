import { t } from '@vscode/l10n'
import type { Worker } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { effortOf } from '../../plan/people/effort.js'
import { everyWorker } from '../../plan/people/people.js'
import { multiply } from '../../plan/quantity/exact.js'
import type { Rational } from '../../plan/quantity/rational.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { personName } from '../wording/person-name.js'
import { inHours, openTasks } from './schedule.js'

export const capacityMissing = rule({
  code: 'schedule/capacity-missing',
  levels: levels('-', '-', 'I'),
  summary: 'Who has work has weekly hours.',
  why: 'Without weekly hours nobody can see whether a person has too much to do.',
  fix: 'Add `works` with the hours per week that the plan may count on.',
  bad: `person nora "Nora Lind" skills testing
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @nora 8h start 2027-03-08 due 2027-03-12 after build_format`,
  good: `person nora "Nora Lind" works 16h per week skills testing
[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @nora 8h start 2027-03-08 due 2027-03-12 after build_format`,
  check(plan, report) {
    const unknown = everyWorker(plan).filter((person) => !isGiven(person, 'works'))
    if (unknown.length === 0) return
    const hours = new Map<Worker, Rational>()
    for (const task of openTasks(plan)) {
      for (const [person, share] of effortOf(plan, task).shares) hours.set(person, share.add(hours.get(person) ?? 0))
    }
    const week = multiply(plan.calendar.hoursPerDay, String(plan.calendar.workdays.length))
    for (const person of unknown) {
      const sum = hours.get(person)
      if (!sum || sum.compare(0) <= 0) continue
      report(
        person,
        t(
          '{person} has {hours} of work and no weekly hours, so the load cannot be judged. Add `works`, for example `works 24h per week`.',
          {
            person: personName(person),
            hours: inHours(sum),
          },
        ),
        { fixes: week.includes('/') ? [] : [insertClauses(person, [`works ${week}h per week`])] },
      )
    }
  },
})
