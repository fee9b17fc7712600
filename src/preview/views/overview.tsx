import { t } from '@vscode/l10n'
import type { ComponentChildren } from 'preact'
import { severities } from '../../plan/elements/finding.js'
import { tasksDoneText } from '../../plan/judgement/words.js'
import { daysBetween } from '../../plan/quantity/days.js'
import type { AimView, At, FindingView, GoalView, NeededDecisionView, PlanView, StepView } from '../model.js'
import { targetText } from '../parts/aim.js'
import { useHost, useReader } from '../parts/host.js'
import { memo } from '../parts/memo.js'
import { HealthPill, Letters, MarkSign, Meter, SeveritySign } from '../parts/signs.js'
import { Empty, Message, Name, Names, Source } from '../parts/text.js'
import { dayMonth, fullDate, periodName, severityCount, stageWord, timeLeft } from '../parts/words.js'
import { Approvals } from './approvals.js'
import { Decisions } from './decisions.js'
import { OutcomePill } from './goals.js'

/** The plan at one glance: whether it will be reached, how far each goal is, what somebody must decide, what comes next. */
export function Overview({ plan }: { readonly plan: PlanView }) {
  const rank = new Map(plan.judgement.worstFirst.map((name, at) => [name, at]))
  const goals = plan.goals.toSorted((a, b) => (rank.get(a.name) ?? rank.size) - (rank.get(b.name) ?? rank.size))
  return (
    <div class="stack">
      <VerdictCard plan={plan} />
      <Tiles plan={plan} />
      {plan.unreadable.length > 0 && <Unreadable plan={plan} />}
      <section>
        <h3>{t('Goals')}</h3>
        {goals.length > 0 ? (
          <ul class="rows goal-rows">
            {goals.map((goal) => (
              <GoalRow key={goal.name} goal={goal} />
            ))}
          </ul>
        ) : (
          <Empty title={t('No goals yet')}>{t('A goal says what should be different at the end, by how much and until when.')}</Empty>
        )}
      </section>
      <div class="columns">
        <DecisionsNeeded plan={plan} />
        <Upcoming plan={plan} />
      </div>
      <Decisions steps={plan.steps} />
      <Approvals approvals={plan.approvals} />
      <Findings findings={plan.findings} stage={plan.stage} />
    </div>
  )
}

/** Will we make it: health and the sentence that says what it rests on, never without the other. */
function VerdictCard({ plan }: { readonly plan: PlanView }) {
  if (plan.isLibrary) return null
  const { health, verdict, work } = plan.judgement
  return (
    <section class="verdict" aria-label={t('Verdict')}>
      <HealthPill health={health} isLarge />
      <p class="verdict-words">{verdict}</p>
      <p class="quiet">{tasksDoneText(work)}</p>
      <Elapsed plan={plan} />
    </section>
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
  const { all, done, late, blocked } = plan.judgement.work
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
      <Tile figure={`${done}/${all}`} label={t('tasks done')}>
        <Meter share={all > 0 ? done / all : 0} label={tasksDoneText({ all, done })} />
      </Tile>
      <Tile figure={String(late)} label={late === 1 ? t('step late') : t('steps late')} tone={late > 0 ? 'bad' : undefined} />
      <Tile
        figure={String(blocked)}
        label={blocked === 1 ? t('step blocked') : t('steps blocked')}
        tone={blocked > 0 ? 'warn' : undefined}
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
          : t('from the checker')
      }
    />
  )
}

const GoalRow = memo(function GoalRow({ goal }: { readonly goal: GoalView }) {
  const { cursor } = useReader()
  const shown = goal.aims[goal.worstAim ?? 0]
  const more = goal.aims.length - 1
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
        {shown ? (
          <>
            <span>
              {shown.baseline && <span class="quiet">{bare(shown.baseline.text, shown.target?.text)} → </span>}
              {lastValue(shown)}
              <span class="quiet">
                {shown.actual && ' → '}
                {targetText(shown)}
              </span>
            </span>
            <span class="quiet">
              {shown.number.title}
              {more === 1 ? ` ${t('and 1 more')}` : more > 1 ? ` ${t('and {count} more', { count: more })}` : ''}
            </span>
          </>
        ) : (
          <span class="quiet">{t('nothing measured')}</span>
        )}
      </div>
      <div class="goal-row-state">
        {goal.outcome ? <OutcomePill goal={goal} /> : <HealthPill health={goal.health} />}
        {!goal.outcome && <span>{goal.standing}</span>}
        <span class="quiet">{tasksDoneText({ done: goal.tasksDone, all: goal.tasks.length })}</span>
      </div>
    </li>
  )
})

/** `38.3% in Feb`: a value never stands without its period. */
function lastValue({ actual, actualPeriod, target }: AimView): string {
  if (!actual) return ''
  const value = bare(actual.text, target?.text)
  return actualPeriod === undefined ? value : t('{value} in {period}', { value, period: periodName(actualPeriod) })
}

/** `17` of `17 dashboards` where the target says the unit already. */
function bare(text: string, target: string | undefined): string {
  const unit = / \D+$/.exec(text)?.[0]
  return unit !== undefined && target?.endsWith(unit) ? text.slice(0, -unit.length) : text
}

const mostDecisions = 8

/** What somebody must decide or do. A plan that does not run says what it cannot know yet. */
function DecisionsNeeded({ plan }: { readonly plan: PlanView }) {
  const { decisions } = plan.judgement
  const [first, rest] = [decisions.slice(0, mostDecisions), decisions.slice(mostDecisions)]
  return (
    <section>
      <h3>{t('Decisions needed')}</h3>
      {decisions.length === 0 && <NoDecisions plan={plan} />}
      {first.length > 0 && <DecisionRows decisions={first} />}
      {rest.length > 0 && (
        <details class="fold">
          <summary>{t('and {count} more', { count: rest.length })}</summary>
          <DecisionRows decisions={rest} />
        </details>
      )}
    </section>
  )
}

function NoDecisions({ plan: { stage } }: { readonly plan: PlanView }) {
  if (stage === 'closed') return <Empty title={t('The plan is closed')} />
  if (stage === 'running') return <Empty title={t('None')}>{t('Nothing is late or overloaded, and no value is missing.')}</Empty>
  return <Empty title={t('Nothing to decide yet')}>{t('The plan is not running: missing values are not looked at yet.')}</Empty>
}

function DecisionRows({ decisions }: { readonly decisions: readonly NeededDecisionView[] }) {
  return (
    <ul class="rows decision-rows">
      {decisions.map((one) => (
        <li key={`${one.kind} ${one.text}`}>
          <span class="grow">
            <Source at={one.about.at}>{one.text}</Source>
          </span>
          <span class="when">{one.owner ? <Name of={one.owner} /> : <span class="lack">{t('no owner')}</span>}</span>
        </li>
      ))}
    </ul>
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

function Findings({ findings, stage }: { readonly findings: readonly FindingView[]; readonly stage: PlanView['stage'] }) {
  return (
    <section>
      <h3>{t('What the checker says')}</h3>
      {findings.length === 0 && (
        <Empty title={t('No findings')}>
          {t('Every rule that applies to a plan at the stage “{stage}” is kept.', { stage: stageWord(stage) })}
        </Empty>
      )}
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
