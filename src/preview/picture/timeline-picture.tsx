import { t } from '@vscode/l10n'
import { isMoment } from '../../plan/elements/elements.js'
import type { PlanView, StepView } from '../model.js'
import { dateRange, dayMonth, fullDate, monthName } from '../parts/words.js'
import { grouped, stepDates } from '../views/grouping.js'
import { type Dependency, lookOf, type Stretch, type TimelineRow, timelineLayout } from '../views/timeline-layout.js'
import { cut, Frame, Key } from './frame.js'

const width = 1280
const labels = 330
const right = 150
const row = 26
const top = 30

/** The timeline as one picture, as wide as a page. */
export function TimelinePicture({ plan }: { readonly plan: PlanView }) {
  const layout = timelineLayout(plan, grouped(plan, plan.steps, plan.phases.length > 0 ? 'phase' : 'goal'))
  if (!layout) return <Frame title={plan.title} subtitle={t('No dates yet')} width={640} height={0} children={null} />
  const { shown, rows, months, weekends, holidays, today, dependencies } = layout
  const x = (day: number) => Math.round((labels + ((day - shown.from) / (shown.to - shown.from)) * (width - labels - right)) * 10) / 10
  const y = (index: number) => top + index * row
  const bottom = y(rows.length)
  const days = plan.calendar.days
  return (
    <Frame
      title={plan.title}
      subtitle={`${t('Timeline')}${days ? ` · ${dateRange(days)}` : ''} · ${t('Status of {date}', { date: fullDate(plan.statusDate) })}`}
      width={width}
      height={bottom + 28}
    >
      <Bands class="weekend" of={weekends} x={x} bottom={bottom} />
      <Bands class="holiday" of={holidays.filter((one) => one.from < shown.to && one.to > shown.from)} x={x} bottom={bottom} />
      {months.map((month) => (
        <g key={month.start}>
          <path class="line" d={`M${x(month.from)} 8V${bottom}`} />
          <text class="strong" x={x(month.from) + 5} y="20">
            {month.to - month.from > 9
              ? `${monthName(month.start)}${month === months[0] || month.start.slice(5, 7) === '01' ? ` ${month.start.slice(0, 4)}` : ''}`
              : ''}
          </text>
        </g>
      ))}
      {dependencies.map((one) => (
        <path
          key={one.key}
          class={`link${one.isConflict ? ' link-conflict' : one.isCritical ? ' link-critical' : ''}`}
          d={linkPath(one, x, y)}
        />
      ))}
      {today !== undefined && (
        <>
          <path class="today" d={`M${x(today + 0.5)} ${top - 6}V${bottom}`} />
          <text class="small strong" x={x(today + 0.5)} y={top - 10} text-anchor="middle">
            {t('today')}
          </text>
        </>
      )}
      {rows.map((one, index) => (
        <Row key={one.type === 'group' ? `group ${one.group.key}` : one.key} row={one} x={x} y={y(index)} />
      ))}
      <Key of={keysOf(rows)} y={bottom + 16} />
    </Frame>
  )
}

/** What the colours mean, of those that appear. */
function keysOf(rows: readonly TimelineRow[]) {
  const looks = new Set(rows.flatMap((one) => (one.type === 'step' ? [lookOf(one.step)] : [])))
  const words = [
    ['done', t('Done')],
    ['plain', t('Planned')],
    ['critical', t('Critical path')],
    ['blocked', t('Blocked')],
    ['conflict', t('Late or in conflict')],
    ['cancelled', t('Cancelled')],
  ] as const
  return words
    .filter(([look]) => looks.has(look))
    .map(([look, text]) => ({ text, sign: <rect class={`look-${look}`} width="22" height="12" rx="3.5" /> }))
}

type Axis = (value: number) => number

function Bands({
  class: name,
  of,
  x,
  bottom,
}: {
  readonly class: string
  readonly of: readonly Stretch[]
  readonly x: Axis
  readonly bottom: number
}) {
  if (of.length === 0) return null // an attribute without a value is no XML
  return <path class={name} d={of.map(({ from, to }) => `M${x(from)} ${top}H${x(to)}V${bottom}H${x(from)}z`).join('')} />
}

function linkPath(one: Dependency, x: Axis, y: Axis): string {
  const [start, end] = [x(one.fromDay), x(one.toDay) + 4]
  const from = y(one.fromRow) + row / 2
  const to = y(one.toRow) + row / 2 + (one.toRow < one.fromRow ? 7 : -7)
  if (end > start) return `M${start} ${from}H${end}V${to}`
  return `M${start - 2} ${from}V${y(one.fromRow) + (one.toRow > one.fromRow ? row : 0)}H${end}V${to}`
}

function Row({ row: one, x, y }: { readonly row: TimelineRow; readonly x: Axis; readonly y: number }) {
  const middle = y + row / 2 + 4
  if (one.type === 'group') {
    return (
      <>
        <text class="group" x="16" y={middle}>
          {cut(one.group.title, labels - 24, 7.8)}
        </text>
        {one.span && (
          <rect class="span" x={x(one.span.from)} y={y + row / 2 - 2} width={x(one.span.to) - x(one.span.from)} height="4" rx="2" />
        )}
      </>
    )
  }
  const { step, bar, slackTo } = one
  const look = lookOf(step)
  const length = bar ? Math.max(3, x(bar.to) - x(bar.from)) : 0
  const isPartly = step.progress !== undefined && step.progress > 0 && step.mark !== 'done'
  return (
    <>
      <text x="28" y={middle}>
        {cut(step.title, labels - 38)}
        <title>{`${step.title} ${stepDates(step)}`}</title>
      </text>
      {bar && slackTo !== undefined && <path class="slack" d={`M${x(bar.to)} ${y + row / 2}H${x(slackTo)}`} />}
      {bar && isMoment(step) && <path class={`look-${look}`} d={`M${x(bar.to)} ${y + 6}l7 7l-7 7l-7 -7z`} />}
      {bar && step.kind === 'task' && <rect class={`look-${look}`} x={x(bar.from)} y={y + 6} width={length} height="14" rx="3.5" />}
      {bar && isPartly && (
        <rect class="progress" x={x(bar.from)} y={y + 6} width={Math.round(length * (step.progress ?? 0))} height="14" rx="3.5" />
      )}
      {bar && <Note text={noteOf(step)} x={x(Math.max(bar.to, slackTo ?? 0)) + 7} y={middle} />}
    </>
  )
}

function noteOf({ assignees, end }: StepView): string {
  const names = assignees.map((person) => person.title.split(' ')[0]).join(', ')
  return cut([names, end && dayMonth(end)].filter(Boolean).join(' · '), 150, 6)
}

/** On a ground of its own, so that no line runs through it. */
function Note({ text, x, y }: { readonly text: string; readonly x: number; readonly y: number }) {
  if (text === '') return null
  return (
    <>
      <rect class="ground" x={x - 2} y={y - 11} width={Math.round(text.length * 5.7) + 4} height="15" />
      <text class="quiet small" x={x} y={y}>
        {text}
      </text>
    </>
  )
}
