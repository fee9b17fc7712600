import { t } from '@vscode/l10n'
import { tasksDoneText } from '../../plan/judgement/words.js'
import type { GoalView, PlanView, StepView } from '../model.js'
import { AimTrack } from '../parts/aim.js'
import { useReader } from '../parts/host.js'
import { Legend } from '../parts/legend.js'
import { memo } from '../parts/memo.js'
import { HealthPill, Letters, letterText, MarkSign, Meter } from '../parts/signs.js'
import { Empty, Fact, Name, Names, Owners, Source } from '../parts/text.js'
import { dateRange, dayMonth, fullDate, timeLeft } from '../parts/words.js'

/** One card a goal: what it says, how it is measured, why it is there and who works on it. */
export function Goals({ plan }: { readonly plan: PlanView }) {
  const steps = new Map(plan.steps.map((step) => [step.name, step]))
  if (plan.goals.length === 0) {
    return <Empty title={t('No goals yet')}>{t('A goal says what should be different at the end, by how much and until when.')}</Empty>
  }
  return (
    <div class="cards">
      <LetterKey goals={plan.goals} />
      {plan.goals.map((goal) => (
        <GoalCard key={goal.name} goal={goal} own={goal.tasks.flatMap((name) => steps.get(name) ?? [])} />
      ))}
    </div>
  )
}

/** What the five letters stand for, and the looks that appear. */
function LetterKey({ goals }: { readonly goals: readonly GoalView[] }) {
  const letters = goals.flatMap((goal) => goal.letters)
  const looks = { complete: t('complete'), partial: t('partial'), missing: t('missing') }
  const states = (['complete', 'partial', 'missing'] as const).filter((state) => letters.some((one) => one.state === state))
  return (
    <Legend
      of={[
        ...(goals[0]?.letters ?? []).map(({ letter, meaning }) => ({ sign: <strong>{letter}</strong>, text: meaning })),
        ...states.map((state) => ({ sign: <span class={`letter letter-${state}`} />, text: looks[state] })),
      ]}
    />
  )
}

const GoalCard = memo(function GoalCard({ goal, own }: { readonly goal: GoalView; readonly own: readonly StepView[] }) {
  const { cursor } = useReader()
  return (
    <article class={`card goal-card${cursor === goal.name ? ' at-cursor' : ''}`} data-name={goal.name}>
      <header>
        <div>
          <h3>
            <Name of={goal} />
          </h3>
          {goal.specific !== undefined && <p class="quiet">{goal.specific}</p>}
        </div>
        <div class="card-state">
          {goal.outcome ? <OutcomePill goal={goal} /> : <HealthPill health={goal.health} />}
          <Letters letters={goal.letters} />
        </div>
      </header>
      {goal.aims.length > 0 ? (
        goal.aims.map((aim) => <AimTrack key={aim.number.name} aim={aim} />)
      ) : (
        <p class="lack">{t('Nothing is measured, so nobody can tell when it is reached.')}</p>
      )}
      <Lacks goal={goal} />
      <dl class="facts">
        <Fact term={t('Answers for it')}>
          <Owners of={goal.owners} />
        </Fact>
        <Fact term={t('Time')}>
          <GoalTime goal={goal} />
        </Fact>
        {(goal.serves.length > 0 || goal.because !== undefined) && (
          <Fact term={t('Serves')}>
            <Names of={goal.serves} />
            {goal.because !== undefined && <span class="quiet block">{goal.because}</span>}
          </Fact>
        )}
        {goal.problems.length > 0 && (
          <Fact term={t('Solves')}>
            <Names of={goal.problems} />
          </Fact>
        )}
        {goal.supports.length > 0 && (
          <Fact term={t('Supports')}>
            <Names of={goal.supports} />
          </Fact>
        )}
        {(goal.achievable !== undefined || goal.given.length > 0) && (
          <Fact term={t('Why it can be reached')}>
            {goal.achievable}
            {goal.given.length > 0 && (
              <span class="quiet block">
                <Names of={goal.given} />
              </span>
            )}
          </Fact>
        )}
        {goal.realistic !== undefined && <Fact term={t('Realistic')}>{goal.realistic}</Fact>}
        {goal.scope.length > 0 && (
          <Fact term={t('Scope')}>
            <Names of={goal.scope} />
          </Fact>
        )}
        {goal.guards.length > 0 && (
          <Fact term={t('Must not get worse')}>
            {goal.guards.map((guard) => (
              <span class="block" key={guard.number.name}>
                <Name of={guard.number} /> {guard.text}
                {guard.latest && (
                  <span class={guard.isKept === false ? 'bad' : 'quiet'}>
                    {' '}
                    {guard.isKept === false
                      ? t('now {value}, broken', { value: guard.latest.text })
                      : t('now {value}', { value: guard.latest.text })}
                  </span>
                )}
              </span>
            ))}
          </Fact>
        )}
        {goal.watches.length > 0 && (
          <Fact term={t('Watched')}>
            <Names of={goal.watches} />
          </Fact>
        )}
        {goal.checkpoints.length > 0 && (
          <Fact term={t('Checkpoints')}>
            {goal.checkpoints.map((one) => (
              <span class="block" key={one.date}>
                <Source at={one.at}>{fullDate(one.date)}</Source>
                {one.text !== undefined && (
                  <span class={one.isOnPath ? 'quiet' : undefined}>
                    {': '}
                    {one.isOnPath ? t('{value} on the path', { value: one.text }) : one.text}
                  </span>
                )}
              </span>
            ))}
          </Fact>
        )}
        {goal.campaigns.length > 0 && (
          <Fact term={t('Campaigns')}>
            <Names of={goal.campaigns} />
          </Fact>
        )}
        {goal.notes.length > 0 && <Fact term={t('Note')}>{goal.notes.join(' ')}</Fact>}
      </dl>
      <GoalTasks goal={goal} own={own} />
    </article>
  )
})

function Lacks({ goal }: { readonly goal: GoalView }) {
  const lacking = goal.letters.filter((letter) => letter.state !== 'complete')
  if (lacking.length === 0) return null
  return (
    <ul class="lacks">
      {lacking.map((letter) => (
        <li key={letter.letter}>{letterText(letter)}</li>
      ))}
    </ul>
  )
}

function GoalTime({ goal: { start, deadline, deadlineFrom, daysLeft, outcome } }: { readonly goal: GoalView }) {
  if (deadline === undefined) return <span class="lack">{t('no deadline')}</span>
  return (
    <>
      {start !== undefined && start <= deadline ? dateRange({ start, end: deadline }) : fullDate(deadline)}
      {deadlineFrom && <span class="quiet"> · {t('from {origin}', { origin: deadlineFrom.title })}</span>}
      {!outcome && daysLeft !== undefined && <span class="quiet"> · {timeLeft(daysLeft)}</span>}
    </>
  )
}

function GoalTasks({ goal, own }: { readonly goal: GoalView; readonly own: readonly StepView[] }) {
  if (own.length === 0) return <p class="lack">{t('No task works on this goal.')}</p>
  const progress = tasksDoneText({ done: goal.tasksDone, all: own.length })
  return (
    <details class="fold">
      <summary>
        <span>{progress}</span>
        <Meter share={goal.tasksDone / own.length} label={progress} />
      </summary>
      <ul class="rows step-rows">
        {own.map((step) => (
          <li key={step.name}>
            <MarkSign mark={step.mark} />
            <span class="grow">
              <Name of={step} />
            </span>
            <span class={step.isLate ? 'when bad' : 'when quiet'}>{step.end === undefined ? '' : dayMonth(step.end)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function OutcomePill({ goal: { outcome } }: { readonly goal: GoalView }) {
  if (!outcome) return null
  const word = { met: t('Met'), missed: t('Missed'), dropped: t('Dropped') }[outcome.outcome]
  const tone = { met: 'good', missed: 'bad', dropped: 'plain' }[outcome.outcome]
  return (
    <span class={`pill pill-${tone}`}>
      {word}
      {outcome.on !== undefined && ` ${dayMonth(outcome.on)}`}
    </span>
  )
}
