import { t } from '@vscode/l10n'
import { scaleLinear } from 'd3-scale'
import type { PlainDate } from '../../plan/quantity.js'
import type { NumberView } from '../model.js'
import { dateOf, dayNumber } from '../parts/days.js'
import { dayMonth, monthName } from '../parts/words.js'

const width = 460
const height = 180
const margin = { top: 12, right: 118, bottom: 24, left: 52 }

interface Dot {
  readonly day: number
  readonly value: number
  readonly text: string
}

/** True when there is something to draw. */
export function hasChart(number: NumberView): boolean {
  return number.actuals.length > 1 || number.paths.length > 0
}

/** Measured values over time, with the straight lines to the targets, checkpoints, benchmarks and limits. */
export function Chart({ number, today }: { readonly number: NumberView; readonly today: PlainDate }) {
  const actuals = number.actuals
    .filter((one) => one.start <= today)
    .map((one) => ({ day: dayNumber(one.end), value: one.value, text: `${one.period}: ${one.text}` }))
  const paths = number.paths.map(({ goal, from, to }) => ({
    goal,
    points: [
      { day: dayNumber(from.end), value: from.value, text: from.text },
      { day: dayNumber(to.end), value: to.value, text: to.text },
    ],
  }))
  const checkpoints = number.checkpoints.map((one) => ({ day: dayNumber(one.date), value: one.value, text: `${one.date}: ${one.text}` }))
  const levels = [
    ...number.benchmarks.map((one) => ({ value: one.value, text: one.title, kind: 'benchmark' })),
    ...number.limits.map((one) => ({
      value: one.value,
      text: one.bound === 'at least' ? `≥ ${one.text}` : `≤ ${one.text}`,
      kind: 'limit',
    })),
  ]
  const dots = [...actuals, ...paths.flatMap((one) => one.points), ...checkpoints]
  const x = scaleLinear(
    domainOf(
      dots.map((dot) => dot.day),
      14,
    ),
    [margin.left, width - margin.right],
  )
  const y = scaleLinear(
    domainOf(
      [...dots, ...levels].map((one) => one.value),
      0.5,
    ),
    [height - margin.bottom, margin.top],
  ).nice(4)
  const draw = (points: readonly Dot[]) =>
    points.map((dot, at) => `${at === 0 ? 'M' : 'L'}${round(x(dot.day))} ${round(y(dot.value))}`).join('')
  const [firstDay = 0, lastDay = 0] = x.domain()
  const ticks = y.ticks(4)
  const labels = spread([
    ...levels.map((one) => ({ y: y(one.value), text: one.text, kind: one.kind })),
    ...paths.map((path) => ({
      y: y(path.points[1]?.value ?? 0),
      text: t('Target {value}', { value: withoutUnit(path.points[1]?.text ?? '') }),
      kind: 'path',
    })),
  ])
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chartText(number)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="chart-grid" d={`M${margin.left} ${round(y(tick))}H${width - margin.right}`} />
          <text class="chart-tick" x={margin.left - 8} y={round(y(tick))} text-anchor="end" dominant-baseline="middle">
            {tickText(tick, ticks, number.unit)}
          </text>
        </g>
      ))}
      {monthsIn(firstDay, lastDay).map(({ day, text }) => (
        <text key={day} class="chart-tick" x={round(x(day))} y={height - 8} text-anchor="middle">
          {text}
        </text>
      ))}
      {levels.map((one) => (
        <path
          key={`${one.kind} ${one.text}`}
          class={`chart-${one.kind}`}
          d={`M${margin.left} ${round(y(one.value))}H${width - margin.right}`}
        />
      ))}
      {paths.map(({ goal, points }) => (
        <g key={goal.name} class="chart-path">
          <path d={draw(points)} />
          {points.map((point) => (
            <circle key={point.day} cx={round(x(point.day))} cy={round(y(point.value))} r="3.5" />
          ))}
        </g>
      ))}
      {checkpoints.map((one) => (
        <path key={one.day} class="chart-checkpoint" d={`M${round(x(one.day))} ${round(y(one.value)) - 5}l5 5l-5 5l-5 -5z`}>
          <title>{one.text}</title>
        </path>
      ))}
      {actuals.length > 1 && <path class="chart-line" d={draw(actuals)} />}
      {actuals.map((one) => (
        <circle key={one.day} class="chart-point" cx={round(x(one.day))} cy={round(y(one.value))} r="4">
          <title>{one.text}</title>
        </circle>
      ))}
      {labels.map((label) => (
        <text
          key={`${label.kind} ${label.text}`}
          class={`chart-label label-${label.kind}`}
          x={width - margin.right + 8}
          y={round(label.y)}
          dominant-baseline="middle"
        >
          {label.text.length > 18 ? `${label.text.slice(0, 17)}…` : label.text}
          <title>{label.text}</title>
        </text>
      ))}
    </svg>
  )
}

function domainOf(values: readonly number[], least: number): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (low === high) return [low - least, high + least]
  return [low, high]
}

function monthsIn(first: number, last: number): readonly { readonly day: number; readonly text: string }[] {
  const found: { day: number; text: string }[] = []
  for (let day = Math.ceil(first); day <= last; day++) {
    const date = dateOf(day)
    if (date.endsWith('-01'))
      found.push({ day, text: date.slice(5, 7) === '01' ? `${monthName(date)} ${date.slice(0, 4)}` : monthName(date) })
  }
  // In a short time the months say too little.
  if (found.length < 2) return [first, last].map((day) => ({ day, text: dayMonth(dateOf(Math.round(day))) }))
  const step = Math.ceil(found.length / 6)
  return found.filter((_one, index) => index % step === 0)
}

/** As many decimals as the distance of the ticks asks for. */
function tickText(tick: number, ticks: readonly number[], unit: string | undefined): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const decimals = step >= 1 || step === 0 ? 0 : Math.ceil(-Math.log10(step) - 1e-9)
  const [whole = '', part] = tick.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return `${grouped}${part === undefined ? '' : `.${part}`}${unit === '%' || unit === 'x' ? unit : ''}`
}

/** `17` of `17 dashboards`: the axis and the card say the unit. */
function withoutUnit(text: string): string {
  return text.replace(/ [^\d].*$/, '')
}

/** Moves labels apart that would cover each other. */
function spread<L extends { readonly y: number }>(labels: readonly L[]): readonly L[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y)
  let last = Number.NEGATIVE_INFINITY
  return sorted.map((label) => {
    last = Math.max(label.y, last + 14)
    return { ...label, y: last }
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function chartText(number: NumberView): string {
  const latest = number.actuals.at(-1)
  const parts = [
    latest
      ? t('{title}: {count} measured values, the latest {value} in {period}', {
          title: number.title,
          count: number.actuals.length,
          value: latest.text,
          period: latest.period,
        })
      : t('{title}: nothing measured yet', { title: number.title }),
    ...number.paths.map(({ from, to }) => t('path from {from} to {to} by {date}', { from: from.text, to: to.text, date: to.end })),
    ...number.benchmarks.map((one) => t('benchmark {title} {value}', { title: one.title, value: one.text })),
  ]
  return parts.join('; ')
}
