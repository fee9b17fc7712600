import { t } from '@vscode/l10n'
import type { Treatment, TreatmentGap } from '../../plan/coverage/treatment.js'
import type { Level } from '../../plan/elements/elements.js'
import type { MatrixKind, MatrixView, PlanView, StakeholderView } from '../model.js'
import { Segments } from '../parts/choice.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { Head } from '../parts/table.js'
import { Empty, Name, Names, Owners } from '../parts/text.js'
import { spaced } from '../parts/words.js'

/** Who is concerned, how they are treated, and which of them the plan forgets. */
export function Stakeholders({ plan }: { readonly plan: PlanView }) {
  const { isLive, setState } = useHost()
  const { state } = useReader()
  if (plan.stakeholders.length === 0) {
    return (
      <Empty title={t('No stakeholders yet')}>{t('A stakeholder says who is concerned, what they need and who keeps in touch.')}</Empty>
    )
  }
  const words = matrixWords()
  const matrices = isLive ? plan.matrices.filter((matrix) => matrix.kind === state.matrix) : plan.matrices
  return (
    <div class="stack">
      <section>
        <h3>{t('Who they are')}</h3>
        <StakeholderTable stakeholders={plan.stakeholders} />
      </section>
      <section>
        <h3>{t('Power and interest')}</h3>
        <PowerGrid stakeholders={plan.stakeholders} />
      </section>
      <section>
        <h3>{t('Coverage')}</h3>
        <Coverage matrices={plan.matrices} stakeholders={plan.stakeholders} />
        {isLive && (
          <div class="toolbar">
            <Segments
              label={t('Coverage by')}
              options={plan.matrices.map(({ kind }) => ({ value: kind, text: words[kind] }))}
              value={state.matrix}
              onChoose={(matrix) => setState({ matrix })}
            />
          </div>
        )}
        <div class="matrices">
          {matrices.map((matrix) => (
            <Matrix key={matrix.kind} matrix={matrix} stakeholders={plan.stakeholders} title={words[matrix.kind]} />
          ))}
        </div>
      </section>
    </div>
  )
}

function matrixWords(): Record<MatrixKind, string> {
  return {
    goal: t('Goals'),
    number: t('Metrics'),
    task: t('Tasks'),
    communication: t('Communications'),
    sla: t('SLAs'),
    report: t('Reports'),
  }
}

interface CoverageProps {
  readonly matrices: readonly MatrixView[]
  readonly stakeholders: readonly StakeholderView[]
}

/** How much of each kind concerns a stakeholder, and what is owed and absent. */
const Coverage = memo(function Coverage({ matrices, stakeholders }: CoverageProps) {
  const words = matrixWords()
  return (
    <div class="scroll">
      <table class="grid coverage">
        <caption class="unseen">{t('How many of each concern a stakeholder')}</caption>
        <Head of={[t('Stakeholder'), ...matrices.map(({ kind }) => words[kind])]} numbers={matrices.length} />
        <tbody>
          {stakeholders.map((one, index) => (
            <tr key={one.name}>
              <th scope="row">
                <Name of={one} />
              </th>
              {matrices.map(({ kind, rows: { [index]: row } }) => (
                <td key={kind} class={row?.isGap ? 'right is-gap' : 'right'}>
                  {row?.isGap ? <span class="pill pill-bad">{t('gap')}</span> : row?.cells.length || <span class="quiet">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

const StakeholderTable = memo(function StakeholderTable({ stakeholders }: { readonly stakeholders: readonly StakeholderView[] }) {
  const hasAttitudes = stakeholders.some((one) => one.attitude !== undefined)
  return (
    <div class="scroll">
      <table class="grid stacking">
        <Head of={[t('Stakeholder'), t('Needs'), t('Contact'), ...(hasAttitudes ? [t('Attitude')] : []), t('Treatment')]} />
        <tbody>
          {stakeholders.map((one) => (
            <tr key={one.name}>
              <th scope="row">
                <Name of={one} />
                {one.kind !== undefined && <span class="quiet block">{spaced(one.kind)}</span>}
              </th>
              <td data-label={t('Needs')}>{one.needs ?? <span class="lack">{t('not said')}</span>}</td>
              <td data-label={t('Contact')}>
                <Owners of={one.contacts} />
              </td>
              {hasAttitudes && <td data-label={t('Attitude')}>{attitudeText(one)}</td>}
              <td data-label={t('Treatment')}>
                {one.isMonitored ? (
                  t('only watched')
                ) : one.treatment ? (
                  treatmentWord(one.treatment)
                ) : (
                  <span class="quiet">{t('power or interest not said')}</span>
                )}
                {one.gaps.length > 0 && <span class="lack block">{one.gaps.map(gapWord).join(', ')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

/** Where they stand, and where they should. */
function attitudeText({ attitude }: StakeholderView): string {
  if (!attitude) return '–'
  return attitude.to === undefined ? attitude.from : `${attitude.from} → ${attitude.to}`
}

function treatmentWord(treatment: Treatment): string {
  return {
    'manage closely': t('manage closely'),
    'keep satisfied': t('keep satisfied'),
    'keep informed': t('keep informed'),
    monitor: t('monitor'),
  }[treatment]
}

function gapWord(gap: TreatmentGap): string {
  return {
    contact: t('hears too rarely'),
    goal: t('no goal serves them'),
    part: t('takes no part in the work'),
    expectation: t('no expectation is set'),
    'too often': t('hears too often'),
  }[gap]
}

const rows: readonly Level[] = ['high', 'low']

/** The four fields after Mendelow; levels below high count as low. */
const PowerGrid = memo(function PowerGrid({ stakeholders }: { readonly stakeholders: readonly StakeholderView[] }) {
  const known = stakeholders.filter((one) => one.power !== undefined && one.interest !== undefined)
  if (known.length === 0) return <Empty title={t('No power and interest given')} />
  const treatments: Record<string, Treatment> = {
    'high low': 'keep satisfied',
    'high high': 'manage closely',
    'low low': 'monitor',
    'low high': 'keep informed',
  }
  const coarse = (level: Level | undefined) => (level === 'high' ? 'high' : 'low')
  return (
    <div class="power">
      <span class="power-y">{t('Power')} →</span>
      <div class="power-fields">
        {rows.map((power) =>
          (['low', 'high'] as const).map((interest) => {
            const treatment = treatments[`${power} ${interest}`] ?? 'monitor'
            const own = known.filter((one) => coarse(one.power) === power && coarse(one.interest) === interest)
            return (
              <div key={`${power} ${interest}`} class={`power-field${treatment === 'manage closely' ? ' is-close' : ''}`}>
                <span class="quiet">{treatmentWord(treatment)}</span>
                <ul>
                  {own.map((one) => (
                    <li key={one.name} class={one.gaps.length > 0 ? 'lack' : undefined}>
                      <Name of={one} />
                    </li>
                  ))}
                </ul>
              </div>
            )
          }),
        )}
      </div>
      <span class="power-x">{t('Interest')} →</span>
    </div>
  )
})

interface MatrixProps {
  readonly matrix: MatrixView
  readonly stakeholders: readonly StakeholderView[]
  readonly title: string
}

/** So many names of columns stand side by side; more of them are turned. */
const mostLevel = 6

/** More cells than a page can hold; nobody could read them either. */
const mostCells = 40_000

const Matrix = memo(function Matrix({ matrix, stakeholders, title }: MatrixProps) {
  const { columns } = matrix
  if (columns.length === 0) return <p class="quiet">{t('{title}: none in this plan.', { title })}</p>
  if (columns.length * matrix.rows.length > mostCells) return <CoverageList matrix={matrix} stakeholders={stakeholders} title={title} />
  return (
    <figure class="matrix-box">
      <figcaption>
        {title}
        <span class="quiet block">{matrixMeaning(matrix.kind)}</span>
      </figcaption>
      <div class="scroll">
        <table class={columns.length > mostLevel ? 'grid matrix is-wide' : 'grid matrix'} aria-label={title}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  <span>
                    <Name of={column} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row, index) => {
              const cells = new Map(row.cells.map((cell) => [cell.column, cell.why]))
              const stakeholder = stakeholders[index]
              return (
                <tr key={row.stakeholder} class={row.isGap ? 'is-gap' : undefined}>
                  <th scope="row">
                    {stakeholder ? <Name of={stakeholder} /> : row.stakeholder}
                    {row.isGap && <span class="pill pill-bad">{t('gap')}</span>}
                  </th>
                  {columns.map((column, at) => {
                    const why = cells.get(at)
                    return (
                      <td key={column.name} title={why}>
                        {why === undefined ? <span class="unseen">{t('no')}</span> : <Dot />}
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </figure>
  )
})

/** The same without the empty cells, for a plan whose matrix is too large. */
function CoverageList({ matrix, stakeholders, title }: MatrixProps) {
  return (
    <div class="scroll">
      <table class="grid">
        <caption>{title}</caption>
        <tbody>
          {matrix.rows.map((row, index) => {
            const stakeholder = stakeholders[index]
            return (
              <tr key={row.stakeholder} class={row.isGap ? 'is-gap' : undefined}>
                <th scope="row">{stakeholder ? <Name of={stakeholder} /> : row.stakeholder}</th>
                <td>
                  {row.isGap && <span class="pill pill-bad">{t('gap')}</span>}
                  <Names of={row.cells.flatMap(({ column }) => matrix.columns[column] ?? [])} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What a dot says. */
function matrixMeaning(kind: MatrixKind): string {
  return {
    goal: t('A dot: the goal serves them.'),
    number: t('A dot: the number tells about what they need.'),
    task: t('A dot: they take part in the task, or it works for them.'),
    communication: t('A dot: the message goes to them.'),
    sla: t('A dot: they promise or are promised something.'),
    report: t('A dot: they get the report.'),
  }[kind]
}

function Dot() {
  return (
    <svg class="dot" viewBox="0 0 10 10" width="10" height="10" role="img" aria-label={t('yes')}>
      <circle cx="5" cy="5" r="4.5" />
    </svg>
  )
}
