import { applyEdits, editsOfChange } from '../src/language/edits/text-edits.js'
import { readPlanText } from '../src/language/read/read-file.js'
import type { Actuals, Aim, Goal, Mark, Metric, PlanElement, Task } from '../src/plan/elements/elements.js'
import type { Change } from '../src/plan/elements/finding.js'
import { dateOf, dayNumber } from '../src/plan/quantity/days.js'
import { toNumber } from '../src/plan/quantity/exact.js'
import { parsePeriod, periodAt } from '../src/plan/quantity/periods.js'
import type { PlainDate } from '../src/plan/quantity/quantity.js'

type Files = Readonly<Record<string, string>>

/**
 * The files of a plan as its team would have written them on a date: marks, progress, `done` dates, outcomes and checks follow the plan's
 * own dates, and every number that is observed has a value on the straight line to its target for each period that has ended.
 */
export function planOn(date: PlainDate, files: Files, options: { readonly isClosed?: boolean } = {}): Files {
  return inserted(removed(files, date), date, options.isClosed === true)
}

function elementsOf(files: Files): readonly PlanElement[] {
  return Object.entries(files).flatMap(([path, text]) => readPlanText(path, text).elements)
}

function changed(files: Files, changes: readonly Change[]): Files {
  const edits = changes.flatMap((change) => editsOfChange(change, { text: (file) => files[file], plan: undefined }))
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter((edit) => edit.file === path),
      ).text,
    ]),
  )
}

function markOn(task: Task, date: PlainDate): Mark {
  if (task.due && task.due.date <= date) return 'done'
  return task.start && task.start.date <= date ? 'doing' : 'todo'
}

/** Takes away what has not happened yet, and sets the marks. */
function removed(files: Files, date: PlainDate): Files {
  return changed(
    files,
    elementsOf(files).flatMap((element): Change[] => {
      switch (element.kind) {
        case 'task': {
          const mark = markOn(element, date)
          return [
            { type: 'set-mark', markPlace: element.markPlace, mark },
            ...element.clauses
              .filter(({ keyword }) => keyword === 'done' || keyword === 'progress')
              .map(({ place }): Change => ({ type: 'remove', place })),
            ...element.items.map(
              ({ markPlace }, index): Change => ({
                type: 'set-mark',
                markPlace,
                mark: mark === 'done' || (mark === 'doing' && index === 0) ? 'done' : 'todo',
              }),
            ),
          ]
        }
        case 'goal':
          return element.outcome ? [{ type: 'remove', place: element.outcome.place }] : []
        case 'actuals':
          return element.rows.filter(({ period }) => period.start > date).map(({ place }): Change => ({ type: 'remove', place }))
        case 'risk':
        case 'assumption':
          return element.checks.flatMap((check): Change[] =>
            'date' in check && check.date.date < date ? [{ type: 'replace', place: check.date.place, text: date }] : [],
          )
        default:
          return []
      }
    }),
  )
}

/** Adds what has happened by the date. */
function inserted(files: Files, date: PlainDate, isClosed: boolean): Files {
  const elements = elementsOf(files)
  const goals = elements.filter((element): element is Goal => element.kind === 'goal')
  const into = ({ extent }: PlanElement, text: string): Change => ({ type: 'insert-clause', into: extent, text })
  const changes = elements.flatMap((element): Change[] => {
    if (element.kind === 'task') {
      const mark = markOn(element, date)
      if (mark === 'done' && element.due) return [into(element, `done ${element.due.date}`)]
      return mark === 'doing' ? [into(element, `progress ${elapsed(element, date)}%`)] : []
    }
    if (element.kind !== 'goal') return []
    const { end } = horizon(element)
    return end < date || isClosed ? [into(element, `outcome met on ${end}`)] : []
  })
  const result = changed(files, [...changes, ...observations(elements, goals, date)])
  const [root = ''] = Object.keys(result)
  const review = goals.map(({ name }) => `review ${name}_review "What we learned" on ${date} about ${name} lesson "It works"`).join('\n')
  return isClosed ? { ...result, [root]: `${result[root]}\n${review}\n` } : result
}

function elapsed({ start, due }: Task, date: PlainDate): number {
  if (!start || !due) return 0
  return Math.floor((100 * (dayNumber(date) - dayNumber(start.date))) / (dayNumber(due.date) - dayNumber(start.date) + 1))
}

function horizon({ timebound }: Goal): { readonly start: PlainDate; readonly end: PlainDate } {
  if (!timebound || !('period' in timebound)) throw new Error('The goals of these plans are bound by a period.')
  return timebound.period
}

/** Values of the numbers that are observed, up to the last period that has ended. */
function observations(elements: readonly PlanElement[], goals: readonly Goal[], date: PlainDate): Change[] {
  return elements.flatMap((element): Change[] => {
    if (element.kind !== 'metric' || !element.observe || !element.per) return []
    const rows = elements.find((one): one is Actuals => one.kind === 'actuals' && one.of?.name === element.name)
    const goal = goals.find(({ aims }) => aims.some((aim) => aim.number.name === element.name))
    const aim = goal?.aims.find((one) => one.number.name === element.name)
    if (!goal || !aim) return []
    const known = rows?.rows.filter(({ period }) => period.start <= date) ?? []
    const first = known.at(-1)?.period.end ?? dateOf(dayNumber(horizon(goal).start) - 1)
    const texts = endedPeriods(element, first, date).map(({ text, end }) => `${text} ${valueOn(aim, goal, end)}%`)
    if (texts.length === 0) return []
    if (!rows || known.length === 0)
      return [{ type: 'insert-element', after: element.extent, text: `actuals ${element.name} { ${texts.join('  ')} }` }]
    return [{ type: 'append', place: known.at(-1)?.place ?? rows.extent, text: `  ${texts.join('  ')}` }]
  })
}

function endedPeriods({ per }: Metric, after: PlainDate, date: PlainDate): readonly { readonly text: string; readonly end: PlainDate }[] {
  const periods: { text: string; end: PlainDate }[] = []
  if (!per) return periods
  for (let day = dateOf(dayNumber(after) + 1); ; ) {
    const period = periodAt(per.grain, day)
    const { end } = period
    if (end > date) return periods
    periods.push({ text: period.text, end })
    day = dateOf(dayNumber(end) + 1)
  }
}

function valueOn({ baseline, target }: Aim, goal: Goal, date: PlainDate): string {
  const { start, end } = horizon(goal)
  const [from, to] = [baseline, target].map((side) => toNumber(side?.value.amount ?? '0'))
  const share = Math.min(1, (dayNumber(date) - dayNumber(start)) / (dayNumber(end) - dayNumber(start)))
  return ((from ?? 0) + ((to ?? 0) - (from ?? 0)) * share).toFixed(2)
}

/** The first, the middle and the last day of a period. */
export function daysOf(text: string): readonly PlainDate[] {
  const [from = '', to = ''] = text.split(' .. ')
  const [start, end] = [parsePeriod(from), parsePeriod(to)]
  if (!start.ok || !end.ok) throw new Error(`${text} is no period.`)
  return [start.start, dateOf(Math.floor((dayNumber(start.start) + dayNumber(end.end)) / 2)), end.end]
}
