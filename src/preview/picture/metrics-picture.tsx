import { t } from '@vscode/l10n'
import type { PlanView } from '../model.js'
import { fullDate } from '../parts/words.js'
import { Chart, hasChart } from '../views/chart.js'
import { cut, Frame } from './frame.js'

const chart = { width: 460, height: 180 }
const step = { x: 500, y: 232 }

/** The charts of all metrics that have one, two in a row. */
export function MetricsPicture({ plan }: { readonly plan: PlanView }) {
  const shown = plan.numbers.filter(hasChart)
  const rows = Math.ceil(shown.length / 2)
  return (
    <Frame
      title={plan.title}
      subtitle={`${shown.length > 0 ? t('Metrics') : t('Nothing measured yet')} · ${t('Status of {date}', { date: fullDate(plan.statusDate) })}`}
      width={step.x * 2 + 16}
      height={rows * step.y}
    >
      {shown.map((number, index) => (
        <g key={number.name} transform={`translate(${16 + (index % 2) * step.x} ${Math.floor(index / 2) * step.y})`}>
          <text class="strong" x="0" y="20">
            {cut(number.title, 330, 7.2)}
          </text>
          <text class="quiet" x={chart.width} y="20" text-anchor="end">
            {number.actuals.findLast((one) => one.start <= plan.statusDate)?.text}
          </text>
          <svg x="0" y="32" width={chart.width} height={chart.height}>
            <title>{number.title}</title>
            <Chart number={number} today={plan.statusDate} />
          </svg>
        </g>
      ))}
    </Frame>
  )
}
