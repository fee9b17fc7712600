import { t } from '@vscode/l10n'
import { scaleLinear } from 'd3-scale'
import { dateOf, dayNumber } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { NumberView } from '../model.js'
import { Legend } from '../parts/legend.js'
import { dayMonth, fullDate, monthName, periodName, unitName } from '../parts/words.js'

/** In units of the drawing; letters are 12 of them high, 15 where the page is narrow. */
export const chartSize = { width: 400, height: 200 }
const { width, height } = chartSize
const margin = { right: 66, bottom: 36 }

interface Dot {
  readonly day: number
  readonly value: number
  readonly text: string
}

/** True when there is something to draw over time. */
export function hasChart({ actuals, paths }: NumberView): boolean {
  return actuals.length > 1 || paths.length > 0
}

/** Measured values over time, with the straight lines to the targets, checkpoints, benchmarks and limits. */
export function Chart({ number, today }: { readonly number: NumberView; readonly today: PlainDate }) {
  const actuals = number.actuals
    .filter((one) => one.start <= today)
    .map((one) => ({ day: dayNumber(one.end), value: one.value, text: `${periodName(one.period)}: ${one.text}` }))
  const paths = number.paths.map(({ goal, from, to }) => ({
    goal,
    points: [
      { day: dayNumber(from.end), value: from.value, text: from.text },
      { day: dayNumber(to.end), value: to.value, text: to.text },
    ],
  }))
  const checkpoints = number.checkpoints.map((one) => ({
    day: dayNumber(one.date),
    value: one.value,
    text: t('Checkpoint {date}: {value}', { date: fullDate(one.date), value: one.text }),
  }))
  const levels = [
    ...number.benchmarks.map((one) => ({ value: one.value, text: withoutUnit(one.text), what: one.title, kind: 'benchmark' })),
    ...number.limits.map((one) => ({
      value: one.value,
      text: `${one.bound === 'at least' ? '≥' : '≤'} ${withoutUnit(one.text)}`,
      what: t('Limit of {goal}', { goal: one.goal.title }),
      kind: 'limit',
    })),
  ]
  const dots = [...actuals, ...paths.flatMap((one) => one.points), ...checkpoints]
  const isUnitInTicks = number.unit === undefined || number.unit === '%' || number.unit === 'x'
  const y = scaleLinear(
    domainOf(
      [...dots, ...levels].map((one) => one.value),
      0.5,
    ),
    [height - margin.bottom, isUnitInTicks ? 12 : 28],
  ).nice(4)
  const ticks = y.ticks(4)
  const words = ticks.map((tick) => tickText(tick, ticks, number.unit))
  const left = 16 + Math.max(...words.map((text) => text.length)) * 8
  const x = scaleLinear(
    domainOf(
      dots.map((dot) => dot.day),
      14,
    ),
    [left, width - margin.right],
  )
  const draw = (points: readonly Dot[]) =>
    points.map((dot, at) => `${at === 0 ? 'M' : 'L'}${round(x(dot.day))} ${round(y(dot.value))}`).join('')
  const [firstDay = 0, lastDay = 0] = x.domain()
  const labels = spread([
    ...levels.map((one) => ({ ...one, y: y(one.value) })),
    ...paths.map(({ points: [, target] }) => ({
      y: y(target?.value ?? 0),
      text: withoutUnit(target?.text ?? ''),
      what: t('Target'),
      kind: 'path',
    })),
  ])
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chartText(number)}>
      {!isUnitInTicks && (
        <text class="chart-tick" x="0" y="12">
          {unitName(number.unit ?? '')}
        </text>
      )}
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path class="chart-grid" d={`M${left} ${round(y(tick))}H${width - margin.right}`} />
          <text class="chart-tick" x={left - 8} y={round(y(tick))} text-anchor="end" dominant-baseline="middle">
            {words[index]}
          </text>
        </g>
      ))}
      {monthsIn(firstDay, lastDay).map(({ day, text }) => (
        <text key={day} class="chart-tick" x={round(x(day))} y={height - 8} text-anchor="middle">
          {text}
        </text>
      ))}
      {levels.map((one) => (
        <path key={`${one.kind} ${one.what}`} class={`chart-${one.kind}`} d={`M${left} ${round(y(one.value))}H${width - margin.right}`} />
      ))}
      {paths.map(({ goal, points }) => (
        <g key={goal.name}>
          <path class="chart-path" d={draw(points)} />
          {points.map((point) => (
            <circle key={point.day} class="chart-end" cx={round(x(point.day))} cy={round(y(point.value))} r="3.5" />
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
          key={`${label.kind} ${label.what} ${label.text}`}
          class={`chart-label label-${label.kind}`}
          x={width - margin.right + 8}
          y={round(label.y)}
          dominant-baseline="middle"
        >
          {label.text}
          <title>{`${label.what} ${label.text}`}</title>
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
  const found: number[] = []
  for (let day = Math.ceil(first); day <= last; day++) {
    const date = dateOf(day)
    if (date.endsWith('-01')) found.push(day)
  }
  // In a short time the months say too little.
  if (found.length < 2) {
    const [start, end] = [dateOf(Math.round(first)), dateOf(Math.round(last))]
    return [
      { day: first, text: fullDate(start) },
      { day: last, text: dayMonth(end) },
    ]
  }
  const step = Math.ceil(found.length / 5)
  const shown = found.filter((_day, index) => index % step === 0)
  let year = ''
  return shown.map((day, index) => {
    const date = dateOf(day)
    const next = shown[index + 1]
    // The year stands where it begins; before that at the first month, unless the two would touch.
    const isYearSaid = date.slice(0, 4) !== year && (index > 0 || next === undefined || dateOf(next).startsWith(date.slice(0, 4)))
    year = date.slice(0, 4)
    return { day, text: isYearSaid ? `${monthName(date)} ${year}` : monthName(date) }
  })
}

/** As many decimals as the distance of the ticks asks for. */
function tickText(tick: number, ticks: readonly number[], unit: string | undefined): string {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  const decimals = step >= 1 || step === 0 ? 0 : Math.ceil(-Math.log10(step) - 1e-9)
  const [whole = '', part] = tick.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${grouped}${part === undefined ? '' : `.${part}`}${unit === '%' || unit === 'x' ? unit : ''}`
}

/** `17` of `17 dashboards`: the axis says the unit. */
function withoutUnit(text: string): string {
  return text.replace(/ [^\d].*$/, '')
}

/** Moves labels apart that would cover each other. */
function spread<L extends { readonly y: number }>(labels: readonly L[]): readonly L[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y)
  let last = Number.NEGATIVE_INFINITY
  return sorted.map((label) => {
    last = Math.max(label.y, last + 15)
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
      ? t('{title}: {value} in {period}', { title: number.title, value: latest.text, period: periodName(latest.period) })
      : t('{title}: nothing measured yet', { title: number.title }),
    number.actuals.length > 1 ? t('{count} measured values', { count: number.actuals.length }) : undefined,
    ...number.paths.map(({ from, to }) =>
      t('path from {from} to {to} by {date}', { from: from.text, to: to.text, date: fullDate(to.end) }),
    ),
    ...number.benchmarks.map((one) => t('benchmark {title} {value}', { title: one.title, value: one.text })),
  ]
  return parts.filter(Boolean).join('; ')
}

/** What the marks mean that appear in the charts. */
export function chartKeys(numbers: readonly NumberView[]) {
  const has = (marks: 'actuals' | 'paths' | 'checkpoints' | 'benchmarks' | 'limits') => numbers.some((one) => one[marks].length > 0)
  return [
    { isShown: has('actuals'), text: t('Measured'), sign: <circle class="chart-point" cx="11" cy="6" r="4" /> },
    { isShown: has('paths'), text: t('Path to the target'), sign: <path class="chart-path" d="M0 6H22" /> },
    { isShown: has('checkpoints'), text: t('Checkpoint'), sign: <path class="chart-checkpoint" d="M11 1l5 5l-5 5l-5 -5z" /> },
    { isShown: has('benchmarks'), text: t('Benchmark'), sign: <path class="chart-benchmark" d="M0 6H22" /> },
    { isShown: has('limits'), text: t('Limit'), sign: <path class="chart-limit" d="M0 6H22" /> },
  ].filter((key) => key.isShown)
}

/** The key of one chart; its numbers and their names stand in the card. */
export function ChartKey({ number }: { readonly number: NumberView }) {
  return (
    <Legend
      of={chartKeys([number]).map(({ text, sign }) => ({
        text,
        sign: (
          <svg width="22" height="12" role="presentation">
            {sign}
          </svg>
        ),
      }))}
    />
  )
}
