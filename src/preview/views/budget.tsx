import { t } from '@vscode/l10n'
import type { Amount, BudgetView, PlanView } from '../model.js'
import { Legend } from '../parts/legend.js'
import { Head } from '../parts/table.js'
import { Empty, Name, Names } from '../parts/text.js'
import { periodName } from '../parts/words.js'

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
                <abbr title={t('Return on marketing investment')}>{t('Return (ROMI)')}</abbr>
              </dt>
              <dd>{budget.romi}</dd>
            </div>
          )}
        </dl>
      </header>
      {budget.lines.length > 0 && (
        <div class="scroll">
          <table class="grid money stacking">
            <Head of={[t('Line'), t('Use'), t('Planned'), t('Needed'), t('Spent'), t('Committed')]} numbers={4} />
            <tbody>
              {budget.lines.map((line) => {
                const isOver = exceeds(line.need, line.amount) || exceeds(line.spent, line.amount)
                return (
                  <tr key={line.name}>
                    <th scope="row">
                      <Name of={line} />
                      {line.share && <span class="quiet"> · {t('{share} of the total', { share: line.share })}</span>}
                      {line.draws.length > 0 && <span class="quiet block">{line.draws.map((draw) => draw.by.title).join(', ')}</span>}
                    </th>
                    <Amounts of={line} isOver={isOver} />
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('Total')}</th>
                <Amounts of={{ ...budget, amount: budget.total }} isOver={false} />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {budget.lines.length > 0 && (
        <Legend
          of={[
            { sign: <span class="use-spent" />, text: t('Spent') },
            { sign: <span class="use-committed" />, text: t('Committed') },
          ]}
        />
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

interface AmountsProps {
  readonly of: Record<'amount' | 'need' | 'spent' | 'committed', Amount | undefined>
  readonly isOver: boolean
}

/** The cells of a line, or of all lines together. */
function Amounts({ of: { amount, need, spent, committed }, isOver }: AmountsProps) {
  const cells = [
    { label: t('Planned'), amount, name: 'right' },
    { label: t('Needed'), amount: need, name: isOver ? 'right bad' : 'right' },
    { label: t('Spent'), amount: spent, name: 'right' },
    { label: t('Committed'), amount: committed, name: 'right' },
  ]
  return (
    <>
      <td data-label={t('Use')}>
        <Use amount={amount} spent={spent} committed={committed} />
      </td>
      {cells.map((cell) => (
        <td key={cell.label} class={cell.name} data-label={cell.label}>
          {cell.amount?.text ?? '–'}
        </td>
      ))}
    </>
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
                {periodName(period)}
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
