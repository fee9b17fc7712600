import { t } from '@vscode/l10n'
import type { Person } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { compare, formatExact, round, subtract, sum } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { type LoadPart, load, type WeekLoad } from '../../plan/schedule/load.js'
import { impossibleShares } from '../../plan/schedule/strained-work.js'
import { levels, rule } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'
import { series } from '../wording/wording.js'

export const overCapacity = rule({
  code: 'schedule/over-capacity',
  levels: levels('I', 'W', 'W', { closed: '-' }),
  summary: 'Nobody has more work in a week than hours.',
  why: 'What does not fit into the week moves into the next one, and with it everything that waits for it.',
  fix: 'Move one of the tasks, or share the hours.',
  bad: `[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @ben 20h start 2027-02-22 due 2027-02-26`,
  good: `[ ] task train_marketers "Train the marketers" for keepable_mail expects email_churn down @ben 16h start 2027-02-22 due 2027-02-26`,
  check(plan, report) {
    for (const person of plan.all('person')) {
      const over =
        load(plan)
          .of(person.name)
          ?.weeks.filter((week) => week.isOver && isOverWithout(plan, week, person)) ?? []
      const [first] = over
      if (!first) continue
      const worst = over.reduce((most, week) => (compare(week.excess, most.excess) > 0 ? week : most), first)
      const parts = worst.parts.toSorted((a, b) => compare(b.hours, a.hours) || (a.task < b.task ? -1 : 1))
      const others = over.filter((week) => week !== worst).map((week) => week.week)
      const words = {
        person: personName(person),
        hours: inHours(worst.hours),
        week: worst.week,
        capacity: inHours(worst.capacity ?? '0'),
        tasks: series(
          parts
            .slice(0, 5)
            .map((part) => `\`${part.task}\` (${inHours(part.hours)})`)
            .concat(parts.length > 5 ? [t('{count} more', { count: parts.length - 5 })] : []),
        ),
      }
      report(
        person,
        t('{person} has {hours} in week {week} and can work {capacity}. The week holds {tasks}.', words) +
          alsoOver(others) +
          t(' Move one of them or share the hours.'),
        {
          related: worst.parts.flatMap((part) => {
            const task = plan.find({ name: part.task }, 'task')
            return task
              ? [
                  {
                    place: task.place,
                    message: t('`{task}` takes {hours} of week {week}.', { task: part.task, hours: inHours(part.hours), week: worst.week }),
                  },
                ]
              : []
          }),
        },
      )
    }
  },
})

function inHours(hours: Exact): string {
  return `${formatExact(round(hours, 1))} h`
}

function alsoOver(weeks: readonly string[]): string {
  const shown = weeks.slice(0, 6)
  if (weeks.length === 0) return ''
  if (weeks.length === 1) return t(' Week {week} is over as well.', { week: weeks[0] ?? '' })
  const named = weeks.length > shown.length ? [...shown, t('{count} more', { count: weeks.length - shown.length })] : shown
  return t(' Weeks {weeks} are over as well.', { weeks: series(named) })
}

/** False when only tasks that cannot be done in their time at all make the week too full; those have findings of their own. */
function isOverWithout(plan: Plan, week: WeekLoad, person: Person): boolean {
  const possible = week.parts.filter((part) => !isImpossible(plan, part, person))
  if (possible.length === week.parts.length || week.capacity === undefined) return true
  const left = sum(possible.map((part) => part.hours))
  return compare(subtract(left, week.capacity), '0') > 0
}

function isImpossible(plan: Plan, part: LoadPart, person: Person): boolean {
  const task = plan.find({ name: part.task }, 'task')
  return task !== undefined && impossibleShares(plan, task).some((share) => share.person === person)
}
