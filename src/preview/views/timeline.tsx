import { t } from '@vscode/l10n'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { isMoment } from '../../plan/elements/elements.js'
import { keptEqual } from '../kept-equal.js'
import type { PlanView, StepView } from '../model.js'
import { Choice, Segments, TaskFilters } from '../parts/choice.js'
import { useHost, useReader } from '../parts/host.js'
import { Legend } from '../parts/legend.js'
import { memo } from '../parts/memo.js'
import { type RowWindow, useRowWindow } from '../parts/row-window.js'
import { MarkSign } from '../parts/signs.js'
import { Empty, Name } from '../parts/text.js'
import { markWord, monthName, timeLeft } from '../parts/words.js'
import { timelineGroups, zooms } from '../view-state.js'
import { filtered, grouped, stepDates } from './grouping.js'
import { type Dependency, lookOf, type Stretch, type TimelineLayout, type TimelineRow, timelineLayout } from './timeline-layout.js'

const rowHeight = 34

/** On a page, where the timeline is as wide as there is room, but at least this. */
const narrowestWeek = 24

const pixelsPerDay = { week: 26, month: 9, quarter: 3.5 } as const

/** Tasks and milestones over time, with what waits for what. */
export function Timeline({ plan }: { readonly plan: PlanView }) {
  const { isLive, setState } = useHost()
  const { state } = useReader()
  const { tasks, person } = state
  const hasPhases = plan.phases.length > 0
  const by = state.timelineGroup === 'phase' && !hasPhases ? 'goal' : state.timelineGroup
  // Equal parts stay the same objects, so that only the rows that changed are drawn again.
  const last = useRef<TimelineLayout | undefined>(undefined)
  const layout = useMemo(
    (): TimelineLayout | undefined =>
      keptEqual(last.current, timelineLayout(plan, grouped(plan, filtered(plan.steps, { tasks, person }), by))),
    [plan, tasks, person, by],
  )
  last.current = layout
  if (!layout || plan.steps.length === 0) {
    return (
      <Empty title={t('Nothing to lay out in time')}>
        {t('Tasks with a start and a due date, and the period of the plan, appear here.')}
      </Empty>
    )
  }
  const groupWords = { phase: t('Phase'), goal: t('Goal'), person: t('Person'), category: t('Category') }
  const zoomWords = { week: t('Weeks'), month: t('Months'), quarter: t('Quarters') }
  return (
    <div class="stack">
      {isLive && (
        <div class="toolbar" role="toolbar" aria-label={t('Filters')}>
          <Segments
            label={t('Zoom')}
            options={zooms.map((value) => ({ value, text: zoomWords[value] }))}
            value={state.zoom}
            onChoose={(zoom) => setState({ zoom })}
          />
          <TaskFilters plan={plan} />
          <Choice
            label={t('Group by')}
            options={timelineGroups.filter((one) => one !== 'phase' || hasPhases).map((value) => ({ value, text: groupWords[value] }))}
            value={by}
            onChoose={(timelineGroup) => setState({ timelineGroup })}
          />
        </div>
      )}
      {layout.rows.length === 0 ? (
        <Empty title={t('No task fits these filters')} />
      ) : (
        <Chart layout={layout} pixels={pixelsPerDay[state.zoom]} />
      )}
      <Looks layout={layout} />
    </div>
  )
}

function Chart({ layout, pixels }: { readonly layout: TimelineLayout; readonly pixels: number }) {
  const { isLive } = useHost()
  const { cursor } = useReader()
  const { shown, rows } = layout
  const width = Math.round((shown.to - shown.from) * pixels)
  const [box, sight] = useRowWindow(isLive ? rows.length : 0, rowHeight)
  const { today } = layout
  useLayoutEffect(() => {
    // The reader starts a little before the status date, and again at every zoom.
    if (box.current && today !== undefined) box.current.scrollLeft = (today - shown.from) * pixels - box.current.clientWidth * 0.25
  }, [box, pixels, today, shown.from])
  const drawn = isLive ? sight : { from: 0, to: rows.length }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={box} class="gantt" tabIndex={0} aria-label={t('Timeline')}>
      <div class="gantt-inner" style={`--chart:${isLive ? width : layout.weeks.length * narrowestWeek}px`}>
        <div class="gantt-head" aria-hidden="true">
          <div class="gantt-corner" />
          <Scale layout={layout} pixels={pixels} />
        </div>
        <div class="gantt-body" style={`height:${rows.length * rowHeight}px`}>
          <Ground layout={layout} />
          <ol aria-label={t('Tasks and milestones')}>
            {rows.slice(drawn.from, drawn.to).map((row, index) => (
              <Row
                key={row.type === 'group' ? `group ${row.group.key}` : row.key}
                row={row}
                index={drawn.from + index}
                shown={shown}
                isAtCursor={row.type === 'step' && cursor === row.step.name}
              />
            ))}
          </ol>
          <Dependencies layout={layout} drawn={drawn} />
        </div>
      </div>
    </section>
  )
}

const Scale = memo(function Scale({
  layout: { shown, months, weeks, today },
  pixels,
}: {
  readonly layout: TimelineLayout
  readonly pixels: number
}) {
  return (
    <div class="gantt-scale">
      {months.map((month) => (
        <span key={month.start} class="gantt-month" style={placed(shown, month)}>
          {month.to - month.from > 9 && (
            <span>
              {`${monthName(month.start)}${month.start.slice(5, 7) === '01' || month === months[0] ? ` ${month.start.slice(0, 4)}` : ''}`}
            </span>
          )}
        </span>
      ))}
      {pixels >= 6 &&
        weeks.map((week) => (
          <span key={week.start} class="gantt-week" style={placed(shown, week)}>
            {Number(week.start.slice(8))}
          </span>
        ))}
      {today !== undefined && (
        <span class="gantt-today" style={`left:${share(shown, today + 0.5)}%`}>
          {t('today')}
        </span>
      )}
    </div>
  )
})

/** Weekends, holidays, months and the status date, drawn once behind all rows. */
const Ground = memo(function Ground({ layout: { shown, weekends, holidays, months, today } }: { readonly layout: TimelineLayout }) {
  const length = shown.to - shown.from
  const bands = (stretches: readonly Stretch[]) =>
    stretches.map(({ from, to }) => `M${from - shown.from} 0h${to - from}v1h${from - to}z`).join('')
  return (
    <svg class="gantt-ground" viewBox={`0 0 ${length} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path class="ground-weekend" d={bands(weekends)} />
      <path class="ground-holiday" d={bands(holidays.filter((one) => one.from < shown.to && one.to > shown.from))} />
      <path
        class="ground-month"
        d={months
          .slice(1)
          .map(({ from }) => `M${from - shown.from} 0v1`)
          .join('')}
      />
      {today !== undefined && <path class="ground-today" d={`M${today - shown.from + 0.5} 0v1`} />}
    </svg>
  )
})

interface RowProps {
  readonly row: TimelineRow
  readonly index: number
  readonly shown: Stretch
  readonly isAtCursor: boolean
}

const Row = memo(function Row({ row, index, shown, isAtCursor }: RowProps) {
  const top = `top:${index * rowHeight}px`
  if (row.type === 'group') {
    return (
      <li class="gantt-row gantt-group" style={top}>
        <div class="gantt-label">
          <span class="two-lines">{row.group.title}</span>
        </div>
        <div class="gantt-lane">{row.span && <span class="gantt-span" style={placed(shown, row.span)} />}</div>
      </li>
    )
  }
  const { step, bar } = row
  return (
    <li class={`gantt-row${isAtCursor ? ' at-cursor' : ''}`} style={top} data-name={step.name}>
      <div class="gantt-label">
        <MarkSign mark={step.mark} />
        <Name of={step} class="two-lines" />
      </div>
      <div class="gantt-lane">
        {row.away.map((away) => (
          <span key={away.from} class="gantt-away" style={placed(shown, away)} title={t('away')} />
        ))}
        {bar ? <Bar step={step} bar={bar} slackTo={row.slackTo} shown={shown} /> : <span class="gantt-undated">{t('no dates')}</span>}
      </div>
    </li>
  )
})

interface BarProps {
  readonly step: StepView
  readonly bar: Stretch
  readonly slackTo: number | undefined
  readonly shown: Stretch
}

function Bar({ step, bar, slackTo, shown }: BarProps) {
  const look = lookOf(step)
  const words = barText(step)
  if (isMoment(step)) {
    return (
      <span
        class={`gantt-milestone look-${look}`}
        style={`left:${share(shown, bar.to - 0.5)}%`}
        role="img"
        aria-label={words}
        title={words}
      />
    )
  }
  const isAtEnd = share(shown, bar.to) > 88
  return (
    <>
      {slackTo !== undefined && <span class="gantt-slack" style={placed(shown, { from: bar.to, to: slackTo })} />}
      <span class={`gantt-bar look-${look}`} style={placed(shown, bar)} role="img" aria-label={words} title={words}>
        {isPartly(step) && <span style={`width:${Math.round((step.progress ?? 0) * 100)}%`} />}
      </span>
      {step.assignees.length > 0 && (
        <span
          class="gantt-people"
          style={isAtEnd ? `right:${100 - share(shown, bar.from)}%` : `left:${share(shown, bar.to)}%`}
          aria-hidden="true"
        >
          <span>{step.assignees.map((one) => one.title.split(' ')[0]).join(', ')}</span>
        </span>
      )}
    </>
  )
}

/** What a bar says, for the tooltip and for those who do not see it. */
function barText(step: StepView): string {
  const parts = [
    `${step.title}: ${stepDates(step)}`,
    markWord(step.mark),
    step.isCritical && step.mark !== 'done' ? t('on the critical path') : undefined,
    step.slack !== undefined && step.mark !== 'done' ? t('slack {days} working days', { days: step.slack }) : undefined,
    step.isLate && step.daysLeft !== undefined ? timeLeft(step.daysLeft) : undefined,
    ...step.findings.filter((finding) => finding.isConflict).map((finding) => finding.message),
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** Lines from the end of a step to the start of the one that waits for it. */
const Dependencies = memo(function Dependencies({
  layout: { shown, rows, dependencies },
  drawn,
}: {
  readonly layout: TimelineLayout
  readonly drawn: RowWindow
}) {
  const length = shown.to - shown.from
  const arrows = dependencies.filter((one) => one.toRow >= drawn.from && one.toRow < drawn.to)
  const kinds = [
    { name: 'plain', of: dependencies.filter((one) => !one.isConflict && !one.isCritical) },
    { name: 'critical', of: dependencies.filter((one) => !one.isConflict && one.isCritical) },
    { name: 'conflict', of: dependencies.filter((one) => one.isConflict) },
  ]
  return (
    <div class="gantt-links" aria-hidden="true">
      <svg viewBox={`0 0 ${length} ${rows.length * rowHeight}`} preserveAspectRatio="none" role="presentation">
        {kinds.map(({ name, of }) => (
          <path key={name} class={`link-${name}`} d={of.map((one) => linkPath(one, shown)).join('')} />
        ))}
      </svg>
      {arrows.map((one) => (
        <span
          key={one.key}
          class={`arrow${one.toRow < one.fromRow ? ' is-up' : ''}${one.isConflict ? ' is-conflict' : one.isCritical ? ' is-critical' : ''}`}
          style={`left:${share(shown, one.toDay + landing)}%;top:${arrivalOf(one)}px`}
        />
      ))}
    </div>
  )
})

/** Where on the first day of a bar the line arrives. */
const landing = 0.35
const halfBar = 8

function arrivalOf({ fromRow, toRow }: Dependency): number {
  return toRow * rowHeight + rowHeight / 2 + (toRow < fromRow ? halfBar : -halfBar)
}

/** Along the first row to the day on which the second starts, then down (or up) to it; where that lies behind, between the rows. */
function linkPath(one: Dependency, shown: Stretch): string {
  const start = one.fromDay - shown.from
  const end = one.toDay - shown.from + landing
  const y = one.fromRow * rowHeight + rowHeight / 2
  if (one.toDay >= one.fromDay) return `M${start} ${y}H${end}V${arrivalOf(one)}`
  const between = (one.fromRow + (one.toRow > one.fromRow ? 1 : 0)) * rowHeight
  return `M${start - landing} ${y}V${between}H${end}V${arrivalOf(one)}`
}

function share(shown: Stretch, day: number): number {
  return Math.round(((day - shown.from) / (shown.to - shown.from)) * 100_000) / 1000
}

function placed(shown: Stretch, { from, to }: Stretch): string {
  const start = Math.max(from, shown.from)
  const end = Math.min(to, shown.to)
  return `left:${share(shown, start)}%;width:${share(shown, shown.from + Math.max(0, end - start))}%`
}

/** What the looks mean, of those that appear. */
function Looks({ layout: { rows, dependencies, weekends, holidays, shown } }: { readonly layout: TimelineLayout }) {
  const steps = rows.flatMap((row) => (row.type === 'step' ? [row] : []))
  const looks = new Set(steps.map(({ step }) => lookOf(step)))
  const keys = [
    { isShown: looks.has('done'), name: 'gantt-bar look-done', text: t('Done') },
    { isShown: looks.has('plain'), name: 'gantt-bar look-plain', text: t('Planned') },
    { isShown: looks.has('critical'), name: 'gantt-bar look-critical', text: t('Critical path') },
    { isShown: looks.has('blocked'), name: 'gantt-bar look-blocked', text: t('Blocked') },
    { isShown: looks.has('conflict'), name: 'gantt-bar look-conflict', text: t('Late or in conflict') },
    { isShown: looks.has('cancelled'), name: 'gantt-bar look-cancelled', text: t('Cancelled') },
    { isShown: steps.some(({ step }) => isPartly(step)), name: 'gantt-bar key-progress', text: t('Progress') },
    { isShown: steps.some(({ step }) => isMoment(step)), name: 'gantt-milestone', text: t('Milestone or decision') },
    { isShown: steps.some(({ slackTo }) => slackTo !== undefined), name: 'gantt-slack', text: t('Slack') },
    { isShown: dependencies.length > 0, name: 'key-link', text: t('Waits for') },
    { isShown: weekends.length > 0, name: 'key-day key-weekend', text: t('No workday') },
    { isShown: holidays.some((one) => one.from < shown.to && one.to > shown.from), name: 'key-day key-holiday', text: t('Holiday') },
    { isShown: steps.some(({ away }) => away.length > 0), name: 'gantt-away', text: t('Somebody is away') },
  ]
  return <Legend of={keys.filter((key) => key.isShown).map(({ name, text }) => ({ sign: <span class={name} />, text }))} />
}

function isPartly({ progress, mark }: StepView): boolean {
  return progress !== undefined && progress > 0 && mark !== 'done'
}
