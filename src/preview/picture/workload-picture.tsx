import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { dayMonth, fullDate } from '../parts/words.js'
import { cut, Frame } from './frame.js'

const labels = 170
const cell = { width: 44, height: 34, gap: 4 }

/** People against weeks as one picture. */
export function WorkloadPicture({ plan }: { readonly plan: PlanView }) {
  const starts = [...new Set(plan.workload.flatMap((one) => one.weeks.map((week) => week.start)))].sort()
  const width = Math.max(480, labels + starts.length * (cell.width + cell.gap) + 90)
  const height = 30 + plan.workload.length * (cell.height + cell.gap)
  const x = (index: number) => labels + index * (cell.width + cell.gap)
  const y = (index: number) => 26 + index * (cell.height + cell.gap)
  return (
    <Frame
      title={plan.title}
      subtitle={`${t('Hours per person and week; the fill is the share of the hours that the person has')} · ${t('Status of {date}', { date: fullDate(plan.statusDate) })}`}
      width={width}
      height={height}
    >
      {starts.map((start, index) => (
        <text key={start} class="quiet small" x={x(index) + cell.width / 2} y="14" text-anchor="middle">
          {dayMonth(start)}
        </text>
      ))}
      {plan.workload.map((row, at) => (
        <g key={row.person.name}>
          <text class="strong" x="16" y={y(at) + cell.height / 2 + 4}>
            {cut(row.person.title, labels - 24, 7)}
          </text>
          {row.weeks.map((week) => {
            const left = x(starts.indexOf(week.start))
            const share = week.capacity && week.capacity.value > 0 ? Math.min(week.hours.value / week.capacity.value, 1) : 0.5
            const filled = Math.round(cell.height * share)
            return (
              <g key={week.week}>
                <rect class={week.isOver ? 'over' : 'cell'} x={left} y={y(at)} width={cell.width} height={cell.height} rx="5" />
                {!week.isOver && (
                  <rect
                    class="fill"
                    fill-opacity="0.6"
                    x={left}
                    y={y(at) + cell.height - filled}
                    width={cell.width}
                    height={filled}
                    rx="5"
                  />
                )}
                <text
                  class={week.isOver ? 'bad strong' : undefined}
                  x={left + cell.width / 2}
                  y={y(at) + cell.height / 2 + 4}
                  text-anchor="middle"
                >
                  {String(Math.round(week.hours.value * 10) / 10)}
                </text>
              </g>
            )
          })}
          <text class="quiet" x={width - 16} y={y(at) + cell.height / 2 + 4} text-anchor="end">
            {row.total}
          </text>
        </g>
      ))}
    </Frame>
  )
}
