import { t } from '@vscode/l10n'
import type { ComponentChildren } from 'preact'
import { severities } from '../../plan/elements/finding.js'
import { daysBetween } from '../../plan/quantity/days.js'
import type { At, FindingView, GoalView, PlanView, StepView } from '../model.js'
import { targetText } from '../parts/aim.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { Letters, MarkSign, Meter, SeveritySign, StandingPill } from '../parts/signs.js'
import { Empty, Message, Name, Names, Source } from '../parts/text.js'
import { dayMonth, fullDate, severityCount, timeLeft } from '../parts/words.js'
import { Approvals } from './approvals.js'
import { OutcomePill } from './goals.js'

/** The plan at one glance: how far it is, what needs somebody, what the checker says. */
export function Overview({ plan }: { readonly plan: PlanView }) {
  return (
    <div class="stack">
      <Elapsed plan={plan} />
      <Tiles plan={plan} />
      {plan.unreadable.length > 0 && <Unreadable plan={plan} />}
      <section>
        <h3>{t('Goals')}</h3>
        {plan.goals.length > 0 ? (
          <ul class="rows goal-rows">
            {plan.goals.map((goal) => (
              <GoalRow key={goal.name} goal={goal} />
            ))}
          </ul>
        ) : (
          <Empty title={t('No goals yet')}>{t('A goal says what should be different at the end, by how much and until when.')}</Empty>
        )}
      </section>
      <div class="columns">
        <Attention plan={plan} />
        <Upcoming plan={plan} />
      </div>
      <Approvals approvals={plan.approvals} />
      <Findings findings={plan.findings} />
    </div>
  )
}

function Elapsed({ plan: { period, statusDate } }: { readonly plan: PlanView }) {
  if (!period || period.end <= period.start) return null
  const share = daysBetween(period.start, statusDate) / daysBetween(period.start, period.end)
  const at = Math.min(Math.max(share, 0), 1) * 100
  const words =
    share < 0
      ? t('Starts {when}', { when: timeLeft(daysBetween(statusDate, period.start)) })
      : share > 1
        ? t('Ended on {date}', { date: fullDate(period.end) })
        : t('{share}% of the time has passed', { share: Math.round(share * 100) })
  return (
    <div class="elapsed">
      <div class="elapsed-bar" role="img" aria-label={words}>
        <span style={`width:${at}%`} />
      </div>
      <div class="elapsed-words" aria-hidden="true">
        <span>{dayMonth(period.start)}</span>
        <span>{words}</span>
        <span>{dayMonth(period.end)}</span>
      </div>
    </div>
  )
}

function Tiles({ plan }: { readonly plan: PlanView }) {
  const tasks = plan.steps.filter((step) => step.kind === 'task' && step.mark !== 'cancelled')
  const done = tasks.filter((step) => step.mark === 'done').length
  const late = plan.steps.filter((step) => step.isLate).length
  const blocked = plan.steps.filter((step) => step.mark === 'blocked').length
  const alive = plan.goals.filter((goal) => goal.outcome?.outcome !== 'dropped')
  const met = alive.filter((goal) => goal.outcome?.outcome === 'met').length
  const smart = alive.filter((goal) => goal.letters.every((letter) => letter.state === 'complete')).length
  return (
    <ul class="tiles">
      <Tile
        figure={`${met}/${alive.length}`}
        label={t('goals met')}
        note={t('{smart} of {count} are SMART', { smart, count: alive.length })}
      />
      <Tile figure={`${done}/${tasks.length}`} label={t('tasks done')}>
        <Meter
          share={tasks.length > 0 ? done / tasks.length : 0}
          label={t('{done} of {count} tasks are done', { done, count: tasks.length })}
        />
      </Tile>
      <Tile
        figure={String(late)}
        label={late === 1 ? t('task late') : t('tasks late')}
        tone={late > 0 ? 'bad' : undefined}
        note={late > 0 ? undefined : t('nothing is overdue')}
      />
      <Tile
        figure={String(blocked)}
        label={blocked === 1 ? t('task blocked') : t('tasks blocked')}
        tone={blocked > 0 ? 'warn' : undefined}
        note={blocked > 0 ? undefined : t('nothing is stuck')}
      />
      <FindingsTile findings={plan.findings} />
      {plan.budgets.map((budget) => {
        const share = budget.total && budget.spent ? budget.spent.value / (budget.total.value || 1) : undefined
        return (
          <Tile
            key={budget.name}
            figure={budget.spent?.text ?? '–'}
            label={t('spent')}
            note={budget.total && t('of {total}', { total: budget.total.text })}
          >
            {share !== undefined && (
              <Meter
                share={share}
                label={t('{share}% of the budget is spent', { share: Math.round(share * 100) })}
                {...(share > 1 && { tone: 'bad' as const })}
              />
            )}
          </Tile>
        )
      })}
    </ul>
  )
}

interface TileProps {
  readonly figure: string
  readonly label: string
  readonly note?: string | undefined
  readonly tone?: 'bad' | 'warn' | 'good' | undefined
  readonly children?: ComponentChildren
}

function Tile({ figure, label, note, tone, children }: TileProps) {
  return (
    <li class={`tile${tone ? ` tile-${tone}` : ''}`}>
      <span class="figure">{figure}</span>
      <span class="tile-label">{label}</span>
      {note !== undefined && <span class="tile-note">{note}</span>}
      {children}
    </li>
  )
}

function FindingsTile({ findings }: { readonly findings: readonly FindingView[] }) {
  const counts = severities.map((severity) => ({ severity, count: findings.filter((one) => one.severity === severity).length }))
  const gravest = counts.find(({ count }) => count > 0)
  const tone = gravest?.severity === 'error' ? 'bad' : gravest?.severity === 'warning' ? 'warn' : undefined
  const rest = counts.filter(({ count, severity }) => count > 0 && severity !== gravest?.severity)
  return (
    <Tile
      figure={String(gravest?.count ?? 0)}
      label={gravest ? severityCount(gravest.severity, gravest.count).replace(/^\d+ /, '') : t('findings')}
      tone={tone}
      note={
        gravest
          ? rest.length > 0
            ? t('and {more} from the checker', { more: rest.map(({ severity, count }) => severityCount(severity, count)).join(', ') })
            : t('from the checker')
          : t('the plan holds together')
      }
    />
  )
}

const GoalRow = memo(function GoalRow({ goal }: { readonly goal: GoalView }) {
  const { cursor } = useReader()
  const [first, ...more] = goal.aims
  const total = goal.tasks.length
  return (
    <li class={cursor === goal.name ? 'at-cursor' : undefined}>
      <div class="goal-row-title">
        <Name of={goal} class="strong" />
        <span class="quiet">
          {goal.owners.length > 0 ? <Names of={goal.owners} /> : t('no owner')}
          {goal.deadline !== undefined && ` · ${t('until {date}', { date: dayMonth(goal.deadline) })}`}
        </span>
      </div>
      <Letters letters={goal.letters} />
      <div class="goal-row-aim">
        {first ? (
          <>
            <span>
              {first.baseline && <span class="quiet">{bare(first.baseline.text, first.target?.text)} → </span>}
              {first.actual && t('now {value}', { value: bare(first.actual.text, first.target?.text) })}
              <span class="quiet">
                {first.actual && ' → '}
                {targetText(first)}
              </span>
            </span>
            <span class="quiet">
              {first.number.title}
              {more.length > 0 && ` ${t('and {count} more', { count: more.length })}`}
            </span>
          </>
        ) : (
          <span class="quiet">{t('nothing measured')}</span>
        )}
      </div>
      <div class="goal-row-state">
        {goal.outcome ? <OutcomePill goal={goal} /> : <StandingPill standing={first?.standing} />}
        <span class="quiet">{t('{done} of {total} tasks', { done: goal.tasksDone, total })}</span>
      </div>
    </li>
  )
})

/** `17` of `17 dashboards` where the target says the unit already. */
function bare(text: string, target: string | undefined): string {
  const unit = / \D+$/.exec(text)?.[0]
  return unit !== undefined && target?.endsWith(unit) ? text.slice(0, -unit.length) : text
}

function Attention({ plan }: { readonly plan: PlanView }) {
  const late = plan.steps.filter((step) => step.isLate)
  const blocked = plan.steps.filter((step) => step.mark === 'blocked' && !step.isLate)
  const shown = [...late.sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0)), ...blocked]
  const behind = plan.goals.flatMap((goal) =>
    goal.outcome ? [] : goal.aims.filter((aim) => aim.standing === 'behind').map((aim) => ({ goal, aim })),
  )
  return (
    <section>
      <h3>{t('Needs attention')}</h3>
      {shown.length === 0 && behind.length === 0 && (
        <Empty title={t('All clear')}>{t('No task is late or blocked, and no goal is behind its path.')}</Empty>
      )}
      {shown.length > 0 && <StepRows steps={shown} />}
      {behind.length > 0 && (
        <ul class="rows">
          {behind.map(({ goal, aim }) => (
            <li key={`${goal.name} ${aim.number.name}`}>
              <span class="grow">
                <Name of={aim.number} />
                <span class="quiet block">{goal.title}</span>
              </span>
              <span class="when">
                {aim.actual && t('now {value}', { value: aim.actual.text })}
                {aim.expected && <span class="lack block">{t('expected {value}', { value: aim.expected.text })}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const nextDays = 21
const mostNext = 6

function Upcoming({ plan }: { readonly plan: PlanView }) {
  const soon = plan.steps
    .filter((step) => step.daysLeft !== undefined && step.daysLeft >= 0 && step.daysLeft <= nextDays)
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  return (
    <section>
      <h3>{t('Due in the next three weeks')}</h3>
      {soon.length === 0 ? (
        <Empty title={t('Nothing is due soon')} />
      ) : (
        <>
          <StepRows steps={soon.slice(0, mostNext)} />
          {soon.length > mostNext && <p class="quiet more">{t('and {count} more', { count: soon.length - mostNext })}</p>}
        </>
      )}
    </section>
  )
}

function StepRows({ steps }: { readonly steps: readonly StepView[] }) {
  return (
    <ul class="rows step-rows">
      {steps.map((step) => (
        <StepRow key={step.name} step={step} />
      ))}
    </ul>
  )
}

const StepRow = memo(function StepRow({ step }: { readonly step: StepView }) {
  return (
    <li>
      <MarkSign mark={step.mark} />
      <span class="grow">
        <Name of={step} />
        <span class="quiet block">
          {step.blockedBecause ?? (step.assignees.length > 0 ? step.assignees.map((one) => one.title).join(', ') : t('nobody assigned'))}
        </span>
      </span>
      {step.end !== undefined && (
        <span class="when">
          {dayMonth(step.end)}
          {step.daysLeft !== undefined && <span class={step.isLate ? 'bad block' : 'quiet block'}>{timeLeft(step.daysLeft)}</span>}
        </span>
      )}
    </li>
  )
})

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <section>
      <h3>{t('What the checker says')}</h3>
      {findings.length === 0 && <Empty title={t('No findings')}>{t('Every rule that applies at this stage is kept.')}</Empty>}
      {severities.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <details key={severity} class="fold" open={severity === 'error' || severity === 'warning'}>
            <summary>
              <SeveritySign severity={severity} />
              {severityCount(severity, own.length)}
            </summary>
            <ul class="rows finding-rows">
              {own.map((finding) => (
                <FindingRow key={`${finding.code} ${finding.at}`} finding={finding} />
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}

const FindingRow = memo(function FindingRow({ finding }: { readonly finding: FindingView }) {
  return (
    <li>
      <span class="grow">
        <Message text={finding.message} />
      </span>
      <span class="origin">
        <Rule code={finding.code} />
        <Line at={finding.at} />
      </span>
    </li>
  )
})

function Line({ at }: { readonly at: At }) {
  const place = useHost().places[at]
  return <Source at={at}>{place?.line === undefined ? t('show') : `${place.file.split('/').at(-1)}:${place.line}`}</Source>
}

function Rule({ code }: { readonly code: string }) {
  const { isLive, send } = useHost()
  if (!isLive) return <code>{code}</code>
  return (
    <button type="button" class="source" onClick={() => send({ type: 'explain', code })}>
      <code>{code}</code>
    </button>
  )
}

function Unreadable({ plan }: { readonly plan: PlanView }) {
  return (
    <div class="notice" role="status">
      <strong>{t('Parts of the plan could not be read and are missing here.')}</strong>
      <ul>
        {plan.unreadable.map((one) => (
          <li key={one.at}>
            <Source at={one.at}>
              <Message text={one.message} />
            </Source>
          </li>
        ))}
      </ul>
    </div>
  )
}
