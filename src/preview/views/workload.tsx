import { t } from '@vscode/l10n'
import { daysBetween } from '../../plan/quantity/days.js'
import type { PlanView, WorkloadView } from '../model.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { Empty, Name } from '../parts/text.js'
import { dayMonth, monthName } from '../parts/words.js'

type Week = WorkloadView['weeks'][number]

/** People against weeks: hours of work over hours that they have. */
export function Workload({ plan }: { readonly plan: PlanView }) {
  const { isLive } = useHost()
  const { state } = useReader()
  const weeks = weeksOf(plan)
  if (weeks.length === 0)
    return <Empty title={t('No hours planned')}>{t('Tasks with people, hours and dates add up to the load of every week.')}</Empty>
  const thisWeek = plan.workload
    .flatMap((one) => one.weeks)
    .find((week) => week.start <= plan.statusDate && plan.statusDate < nextStart(weeks, week.start))
  const gaps = weeksAfterGap(weeks)
  const worksOf = new Map(plan.people.map((person) => [person.name, person.works]))
  const chosen = plan.workload.find((one) => one.person.name === state.cell?.person)
  const chosenWeek = chosen?.weeks.find((week) => week.week === state.cell?.week)
  return (
    <div class="stack">
      <p class="quiet">
        {t('Hours of work per person and week. The fill is the share of the hours that the person has; a red frame is more than that.')}
      </p>
      <div class="scroll">
        <table class="grid load">
          <caption class="unseen">{t('Hours of work per person and week')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Person')}</th>
              {weeks.map((start) => (
                <th
                  key={start}
                  scope="col"
                  class={
                    [start === thisWeek?.start && 'is-now', gaps.includes(start) && 'is-after-gap'].filter(Boolean).join(' ') || undefined
                  }
                  title={gaps.includes(start) ? t('No work is planned in the weeks before.') : undefined}
                >
                  <WeekStart date={start} />
                </th>
              ))}
              <th scope="col" class="right">
                {t('Total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.workload.map((row) => (
              <PersonRow
                key={row.person.name}
                row={row}
                works={worksOf.get(row.person.name)}
                weeks={weeks}
                gaps={gaps}
                chosen={row === chosen ? chosenWeek?.week : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isLive && chosen && chosenWeek && <Behind person={chosen} week={chosenWeek} />}
      {!isLive && <OverFull plan={plan} />}
    </div>
  )
}

/** The day above the month, so that many weeks stand side by side. */
function WeekStart({ date }: { readonly date: string }) {
  return (
    <>
      {Number(date.slice(8))} <span class="block">{monthName(date)}</span>
    </>
  )
}

function weeksOf(plan: PlanView): readonly string[] {
  const starts = new Set(plan.workload.flatMap((one) => one.weeks.map((week) => week.start)))
  return [...starts].sort()
}

/** Weeks without work are left out; the next one is set off. */
function weeksAfterGap(weeks: readonly string[]): readonly string[] {
  return weeks.filter((start, index) => index > 0 && daysBetween(weeks[index - 1] ?? start, start) > 7)
}

function nextStart(weeks: readonly string[], start: string): string {
  return weeks[weeks.indexOf(start) + 1] ?? '9999-12-31'
}

interface CellProps {
  readonly row: WorkloadView
  readonly week: Week
  readonly isChosen: boolean
}

interface PersonRowProps {
  /** The week of the chosen cell, when it is in this row. */
  readonly chosen: string | undefined
  readonly row: WorkloadView
  readonly works: string | undefined
  readonly weeks: readonly string[]
  readonly gaps: readonly string[]
}

const PersonRow = memo(function PersonRow({ row, works, weeks, gaps, chosen }: PersonRowProps) {
  const byStart = new Map(row.weeks.map((week) => [week.start, week]))
  return (
    <tr>
      <th scope="row">
        <Name of={row.person} />
        {works !== undefined && <span class="quiet block">{t('{hours} a week', { hours: works })}</span>}
      </th>
      {weeks.map((start) => {
        const week = byStart.get(start)
        return (
          <td key={start} class={gaps.includes(start) ? 'is-after-gap' : undefined}>
            {week && <Cell row={row} week={week} isChosen={week.week === chosen} />}
          </td>
        )
      })}
      <td class="right">{row.total}</td>
    </tr>
  )
})

function Cell({ row, week, isChosen }: CellProps) {
  const { isLive, setState } = useHost()
  const { hours, capacity, isOver } = week
  const share = capacity && capacity.value > 0 ? Math.min(hours.value / capacity.value, 1) : isOver ? 1 : 0.5
  const words = loadText(row, week)
  const content = (
    <>
      <span class="load-fill" style={`height:${Math.round(share * 100)}%`} />
      <span class="load-hours">{shortHours(hours.value)}</span>
    </>
  )
  const name = `load-cell${isOver ? ' is-over' : ''}`
  if (!isLive) {
    return (
      <span class={name} title={words}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      class={name}
      aria-pressed={isChosen}
      aria-label={words}
      title={words}
      onClick={() => setState({ cell: isChosen ? null : { person: row.person.name, week: week.week } })}
    >
      {content}
    </button>
  )
}

function shortHours(hours: number): string {
  return String(Math.round(hours * 10) / 10)
}

function loadText(row: WorkloadView, week: Week): string {
  return [headText(row, week), ...week.tasks.map((task) => `${task.title} ${task.hours}`)].join('\n')
}

function headText({ person }: WorkloadView, { hours, capacity, start }: Week): string {
  return t('{person}, week of {date}: {hours} of {capacity} hours', {
    person: person.title,
    date: dayMonth(start),
    hours: shortHours(hours.value),
    capacity: capacity ? shortHours(capacity.value) : '?',
  })
}

function Behind({ person, week }: { readonly person: WorkloadView; readonly week: Week }) {
  return (
    <section aria-live="polite">
      <h3>{headText(person, week)}</h3>
      <TaskHours week={week} />
    </section>
  )
}

function TaskHours({ week }: { readonly week: Week }) {
  return (
    <ul class="rows">
      {week.tasks.map((task) => (
        <li key={task.name}>
          <span class="grow">
            <Name of={task} />
          </span>
          <span class="when">{task.hours}</span>
        </li>
      ))}
    </ul>
  )
}

function OverFull({ plan }: { readonly plan: PlanView }) {
  const over = plan.workload.flatMap((row) => row.weeks.filter((week) => week.isOver).map((week) => ({ row, week })))
  if (over.length === 0) return <p class="quiet">{t('Nobody has more work than time in any week.')}</p>
  return (
    <section>
      <h3>{t('Weeks with more work than time')}</h3>
      {over.map(({ row, week }) => (
        <details key={`${row.person.name} ${week.week}`} class="fold">
          <summary>
            <span class="bad">{headText(row, week)}</span>
          </summary>
          <TaskHours week={week} />
        </details>
      ))}
    </section>
  )
}
