import { t } from '@vscode/l10n'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { OneLineForm } from '../edit/one-line-form.js'
import type { NumberView, PlanView } from '../model.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { Head } from '../parts/table.js'
import { Empty, Fact, Name, Names } from '../parts/text.js'
import { periodName, unitText } from '../parts/words.js'
import { Chart, ChartKey, hasChart } from './chart.js'

/** Every metric with its formula, where it comes from and how it went; measures in a table below. */
export function Metrics({ plan }: { readonly plan: PlanView }) {
  const metrics = plan.numbers.filter((one) => one.kind === 'metric')
  const measures = plan.numbers.filter((one) => one.kind === 'measure')
  if (plan.numbers.length === 0) {
    return <Empty title={t('No numbers yet')}>{t('Measures say what is counted, metrics what is computed from it.')}</Empty>
  }
  return (
    <div class="stack">
      <div class="metric-cards">
        {metrics.map((metric) => (
          <MetricCard key={metric.name} metric={metric} today={plan.statusDate} />
        ))}
      </div>
      {measures.length > 0 && (
        <section>
          <h3>{t('Measures')}</h3>
          <Measures measures={measures} />
        </section>
      )}
    </div>
  )
}

const MetricCard = memo(function MetricCard({ metric, today }: { readonly metric: NumberView; readonly today: PlainDate }) {
  const { cursor } = useReader()
  const { isLive, wish } = useHost()
  const latest = metric.actuals.findLast((one) => one.start <= today)
  return (
    <article class={`card${cursor === metric.name ? ' at-cursor' : ''}`} data-name={metric.name}>
      <header>
        <div>
          <h3>
            <Name of={metric} />
          </h3>
          {metric.documentation !== undefined && <p class="quiet">{metric.documentation}</p>}
        </div>
        <div class="card-state">
          {metric.isKpi && <span class="pill pill-plain">KPI</span>}
          <span class="latest">
            {latest ? <strong>{latest.text}</strong> : <span class="quiet">{t('no value yet')}</span>}
            {latest && <span class="quiet block">{periodName(latest.period)}</span>}
          </span>
        </div>
      </header>
      {metric.hasError && <p class="bad">{t('The formula has an error, so nothing can be computed.')}</p>}
      {metric.mathml !== undefined && (
        <div class="formula">
          <span class="formula-name">{metric.title} =</span>
          <span dangerouslySetInnerHTML={{ __html: metric.mathml }} />
        </div>
      )}
      {hasChart(metric) && (
        <>
          <Chart number={metric} today={today} />
          <ChartKey number={metric} />
        </>
      )}
      {isLive && (
        <OneLineForm
          label={t('Record a value')}
          action={t('Record')}
          placeholder={t('period and value, such as 2027-02 0.7% (350 of 50_000)')}
          onSubmit={(value) => wish({ type: 'edit', element: { name: metric.name }, clause: 'actual', value })}
        />
      )}
      <dl class="facts">
        <Fact term={t('Unit')}>{unitText(metric)}</Fact>
        {metric.better !== undefined && <Fact term={t('Better')}>{metric.better === 'lower' ? t('lower') : t('higher')}</Fact>}
        {metric.owners.length > 0 && (
          <Fact term={t('Owner')}>
            <Names of={metric.owners} />
          </Fact>
        )}
        {metric.restsOn.length > 0 && (
          <Fact term={t('Rests on')}>
            <Names of={metric.restsOn} />
          </Fact>
        )}
        <Fact term={t('Source')}>{metric.sources.length > 0 ? <Names of={metric.sources} /> : <span class="lack">{t('none')}</span>}</Fact>
        {metric.paths.length > 0 && (
          <Fact term={t('Goal')}>
            <Names of={metric.paths.map((path) => path.goal)} />
          </Fact>
        )}
        {metric.benchmarks.length > 0 && (
          <Fact term={t('Benchmark')}>
            {metric.benchmarks.map((one) => (
              <span class="block" key={one.title}>
                {one.title}: {one.text}
                {one.period !== undefined && <span class="quiet"> · {periodName(one.period)}</span>}
              </span>
            ))}
          </Fact>
        )}
        {metric.limits.length > 0 && (
          <Fact term={t('Limit')}>
            {metric.limits.map(({ goal, bound, text }) => (
              <span class="block" key={`${goal.name} ${bound}`}>
                {bound === 'at least' ? t('at least {amount}', { amount: text }) : t('at most {amount}', { amount: text })}
                <span class="quiet"> · {goal.title}</span>
              </span>
            ))}
          </Fact>
        )}
      </dl>
    </article>
  )
})

/** What becomes of the values of several periods. */
function aggregationWord(aggregation: string | undefined): string {
  const words: Readonly<Record<string, string>> = {
    sum: t('added up'),
    count: t('rows counted'),
    average: t('averaged'),
    median: t('the median counts'),
    max: t('the highest counts'),
    min: t('the lowest counts'),
    last: t('the last counts'),
    distinct: t('counted anew'),
  }
  return words[aggregation ?? ''] ?? aggregation ?? '–'
}

const Measures = memo(function Measures({ measures }: { readonly measures: readonly NumberView[] }) {
  const hasValues = measures.some((one) => one.actuals.length > 0)
  return (
    <div class="scroll">
      <table class="grid stacking">
        <Head
          of={[t('Measure'), t('Unit'), t('Over time'), t('Source'), ...(hasValues ? [t('Latest')] : [])]}
          numbers={hasValues ? 1 : 0}
        />
        <tbody>
          {measures.map((one) => (
            <tr key={one.name}>
              <th scope="row">
                <Name of={one} />
              </th>
              <td data-label={t('Unit')}>{unitText(one)}</td>
              <td data-label={t('Over time')}>{aggregationWord(one.aggregation)}</td>
              <td data-label={t('Source')}>
                {one.sources.length > 0 ? <Names of={one.sources} /> : <span class="lack">{t('none')}</span>}
                {one.filters.length > 0 && <span class="quiet"> {t('where {filters}', { filters: one.filters.join(t(' and ')) })}</span>}
              </td>
              {hasValues && (
                <td class="right" data-label={t('Latest')}>
                  {one.actuals.at(-1)?.text ?? '–'}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})
