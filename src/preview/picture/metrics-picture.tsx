import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { fullDate } from '../parts/words.js'
import { Chart, chartKeys, chartSize, hasChart } from '../views/chart.js'
import { cut, Frame, Key } from './frame.js'

const step = { x: chartSize.width + 56, y: chartSize.height + 60 }

/** The charts of all metrics that have one, two in a row. */
export function MetricsPicture({ plan }: { readonly plan: PlanView }) {
  const shown = plan.numbers.filter(hasChart)
  const rows = Math.ceil(shown.length / 2)
  return (
    <Frame
      title={plan.title}
      subtitle={`${shown.length > 0 ? t('Metrics') : t('Nothing measured yet')} · ${t('Status of {date}', { date: fullDate(plan.statusDate) })}`}
      width={step.x * 2 + 16}
      height={rows * step.y + 20}
    >
      {shown.map((number, index) => (
        <g key={number.name} transform={`translate(${16 + (index % 2) * step.x} ${Math.floor(index / 2) * step.y})`}>
          <text class="strong" x="0" y="20">
            {cut(number.title, chartSize.width - 120, 7.2)}
          </text>
          <text class="quiet" x={chartSize.width} y="20" text-anchor="end">
            {number.actuals.findLast((one) => one.start <= plan.statusDate)?.text}
          </text>
          <svg x="0" y="32" width={chartSize.width} height={chartSize.height}>
            <title>{number.title}</title>
            <Chart number={number} today={plan.statusDate} />
          </svg>
        </g>
      ))}
      <Key of={chartKeys(shown)} y={rows * step.y} />
    </Frame>
  )
}
