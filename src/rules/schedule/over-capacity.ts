import { t } from '@vscode/l10n'
import type { Worker } from '../../plan/elements/elements.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { everyWorker } from '../../plan/people/people.js'
import { compare, formatExact, round, subtract, sum } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { load, type WeekLoad } from '../../plan/schedule/load.js'
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
    for (const person of everyWorker(plan)) {
      const impossible = impossibleTasks(plan).get(person)
      const isFull = (week: WeekLoad) => week.isOver && (!impossible || isOverWithout(week, impossible))
      const over = load(plan).of(person.name)?.weeks.filter(isFull) ?? []
      const [first] = over
      if (!first) continue
      const worst = over.reduce((most, week) => (compare(week.excess, most.excess) > 0 ? week : most), first)
      const held = worst.parts
      const parts = held.toSorted((a, b) => compare(b.hours, a.hours) || (a.task < b.task ? -1 : 1))
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
          related: held.flatMap((part) => {
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

/** The names of the tasks of each person that cannot be done in their time even without other tasks. */
const impossibleTasks = once((plan: Plan): ReadonlyMap<Worker, ReadonlySet<string>> => {
  const found = new Map<Worker, Set<string>>()
  for (const task of plan.all('task'))
    for (const { person } of impossibleShares(plan, task)) {
      const known = found.get(person)
      if (known) known.add(task.name)
      else found.set(person, new Set([task.name]))
    }
  return found
})

/** False when only tasks that cannot be done in their time at all make the week too full; those have findings of their own. */
function isOverWithout(week: WeekLoad, impossible: ReadonlySet<string>): boolean {
  const { parts } = week
  const possible = parts.filter((part) => !impossible.has(part.task))
  if (possible.length === parts.length || week.capacity === undefined) return true
  return compare(subtract(sum(possible.map((part) => part.hours)), week.capacity), '0') > 0
}
