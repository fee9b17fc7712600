import { t } from '@vscode/l10n'
import type { Amount, BudgetView, PlanView } from '../model.js'
import { Empty, Name, Names } from '../parts/text.js'

/** Money by line: what is planned, needed, spent and committed, and what comes back. */
export function Budget({ plan }: { readonly plan: PlanView }) {
  if (plan.budgets.length === 0)
    return <Empty title={t('No budget')}>{t('A budget has a total and lines; tasks and tools draw from the lines.')}</Empty>
  return (
    <div class="stack">
      {plan.budgets.map((budget) => (
        <BudgetTable key={budget.name} budget={budget} />
      ))}
    </div>
  )
}

function BudgetTable({ budget }: { readonly budget: BudgetView }) {
  return (
    <article class="card">
      <header>
        <div>
          <h3>
            <Name of={budget} />
          </h3>
          {budget.owners.length > 0 && (
            <p class="quiet">
              {t('Owner')} <Names of={budget.owners} />
            </p>
          )}
        </div>
        <dl class="sums">
          <Sum term={t('Total')} amount={budget.total} />
          <Sum term={t('Spent')} amount={budget.spent} />
          {budget.returns && <Sum term={t('Returns')} amount={budget.returns} />}
          {budget.romi !== undefined && (
            <div>
              <dt>
                <abbr title={t('Return on marketing investment')}>ROMI</abbr>
              </dt>
              <dd>{budget.romi}</dd>
            </div>
          )}
        </dl>
      </header>
      {budget.lines.length > 0 && (
        <div class="scroll">
          <table class="grid money stacking">
            <thead>
              <tr>
                <th scope="col">{t('Line')}</th>
                <th scope="col">{t('Use')}</th>
                <th scope="col" class="right">
                  {t('Planned')}
                </th>
                <th scope="col" class="right">
                  {t('Needed')}
                </th>
                <th scope="col" class="right">
                  {t('Spent')}
                </th>
                <th scope="col" class="right">
                  {t('Committed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {budget.lines.map((line) => {
                const isOver = exceeds(line.need, line.amount) || exceeds(line.spent, line.amount)
                return (
                  <tr key={line.name}>
                    <th scope="row">
                      <Name of={line} />
                      {line.draws.length > 0 && <span class="quiet block">{line.draws.map((draw) => draw.by.title).join(', ')}</span>}
                    </th>
                    <td data-label={t('Use')}>
                      <Use amount={line.amount} spent={line.spent} committed={line.committed} />
                    </td>
                    <td class="right" data-label={t('Planned')}>
                      {line.amount?.text ?? '–'}
                    </td>
                    <td class={isOver ? 'right bad' : 'right'} data-label={t('Needed')}>
                      {line.need?.text ?? '–'}
                    </td>
                    <td class="right" data-label={t('Spent')}>
                      {line.spent?.text ?? '–'}
                    </td>
                    <td class="right" data-label={t('Committed')}>
                      {line.committed?.text ?? '–'}
                    </td>
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('Total')}</th>
                <td data-label={t('Use')}>
                  <Use amount={budget.total} spent={budget.spent} committed={budget.committed} />
                </td>
                <td class="right" data-label={t('Planned')}>
                  {budget.total?.text ?? '–'}
                </td>
                <td class="right" data-label={t('Needed')}>
                  {budget.need?.text ?? '–'}
                </td>
                <td class="right" data-label={t('Spent')}>
                  {budget.spent?.text ?? '–'}
                </td>
                <td class="right" data-label={t('Committed')}>
                  {budget.committed?.text ?? '–'}
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {budget.lines.length > 0 && (
        <ul class="legend" aria-hidden="true">
          <li>
            <span class="use-spent" />
            {t('Spent')}
          </li>
          <li>
            <span class="use-committed" />
            {t('Committed')}
          </li>
        </ul>
      )}
      <Periods budget={budget} />
    </article>
  )
}

function Sum({ term, amount }: { readonly term: string; readonly amount: Amount | undefined }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{amount?.text ?? '–'}</dd>
    </div>
  )
}

function exceeds(amount: Amount | undefined, limit: Amount | undefined): boolean {
  return amount !== undefined && limit !== undefined && amount.value > limit.value
}

/** Spent in full colour, committed in a lighter one. */
function Use({ amount, spent, committed }: Record<'amount' | 'spent' | 'committed', Amount | undefined>) {
  if (!amount || amount.value <= 0) return null
  const share = (one: Amount | undefined) => Math.round(Math.min((one?.value ?? 0) / amount.value, 1) * 100)
  const words = t('{spent}% spent, {committed}% committed', { spent: share(spent), committed: share(committed) })
  return (
    <span class="use" role="img" aria-label={words} title={words}>
      <span class="use-spent" style={`width:${share(spent)}%`} />
      <span class="use-committed" style={`width:${Math.min(share(committed), 100 - share(spent))}%`} />
    </span>
  )
}

function Periods({ budget }: { readonly budget: BudgetView }) {
  const rows = [
    { title: t('All lines'), of: budget.periods },
    ...budget.lines.map((line) => ({ title: line.title, of: line.periods })),
  ].filter((row) => row.of.length > 0)
  if (rows.length === 0) return null
  const periods = [...new Set(rows.flatMap((row) => row.of.map((one) => one.period)))].sort()
  return (
    <div class="scroll">
      <table class="grid">
        <caption>{t('By period')}</caption>
        <thead>
          <tr>
            <td />
            {periods.map((period) => (
              <th key={period} scope="col" class="right">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              {periods.map((period) => (
                <td key={period} class="right">
                  {row.of.find((one) => one.period === period)?.amount}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
