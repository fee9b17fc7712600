import { t } from '@vscode/l10n'
import type { JourneyView, PlanView, ScoringView, ToolView, WorkflowView } from '../model.js'
import { Head } from '../parts/table.js'
import { Empty, Name, Names, Owners } from '../parts/text.js'
import { spaced } from '../parts/words.js'

/** The journey with what runs by itself in each stage, the scoring, and the tools. */
export function Automation({ plan }: { readonly plan: PlanView }) {
  const isEmpty = plan.journeys.length + plan.looseWorkflows.length + plan.scorings.length + plan.tools.length === 0
  if (isEmpty) return <Empty title={t('Nothing automated')}>{t('Journeys, workflows, scorings and tools appear here.')}</Empty>
  return (
    <div class="stack">
      {plan.journeys.map((journey) => (
        <Journey key={journey.name} journey={journey} />
      ))}
      {plan.looseWorkflows.length > 0 && (
        <section>
          <h3>{plan.journeys.length > 0 ? t('Workflows of no stage') : t('Workflows')}</h3>
          <div class="stages">
            <Workflows workflows={plan.looseWorkflows} />
          </div>
        </section>
      )}
      {plan.scorings.map((scoring) => (
        <Scoring key={scoring.name} scoring={scoring} />
      ))}
      {plan.tools.length > 0 && <Tools tools={plan.tools} />}
    </div>
  )
}

function Journey({ journey }: { readonly journey: JourneyView }) {
  return (
    <section>
      <h3>
        <Name of={journey} />
      </h3>
      <ol class="stages">
        {journey.stages.map((stage, index) => (
          <li key={stage.name} class="stage">
            <header>
              <span class="stage-number" aria-hidden="true">
                {index + 1}
              </span>
              <h4>
                <Name of={stage} />
              </h4>
              <p class="quiet">{stage.when ?? <span class="lack">{t('no criterion')}</span>}</p>
              {stage.metrics.length > 0 && (
                <p class="quiet">
                  {t('Measured by')} <Names of={stage.metrics} />
                </p>
              )}
            </header>
            {stage.workflows.length > 0 ? <Workflows workflows={stage.workflows} /> : <p class="lack">{t('No workflow')}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Workflows({ workflows }: { readonly workflows: readonly WorkflowView[] }) {
  return (
    <ul class="workflows">
      {workflows.map((one) => (
        <li key={one.name}>
          <Name of={one} class="strong" />
          <span class="block">
            <span class="quiet">{t('When')}</span> {one.trigger ?? <span class="lack">{t('no trigger')}</span>}
          </span>
          {one.actions.map((action) => (
            <span key={action} class="block">
              <span class="quiet" aria-hidden="true">
                →
              </span>{' '}
              {action}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Scoring({ scoring }: { readonly scoring: ScoringView }) {
  const { threshold, reachable, scores } = scoring
  const most = Math.max(1, reachable, threshold?.value ?? 0)
  const isReachable = threshold === undefined || reachable >= threshold.value
  return (
    <section>
      <h3>
        <Name of={scoring} />
      </h3>
      <div class="card">
        <p>
          {threshold && t('Handed over from {points} points', { points: threshold.text })}
          {scoring.routesTo && (
            <>
              {' '}
              {t('to')} <Name of={scoring.routesTo} />
            </>
          )}
          {'. '}
          <span class={isReachable ? 'quiet' : 'bad'}>{t('All scores together reach {points} points.', { points: reachable })}</span>
        </p>
        <ul class="scores">
          {scores.map((score) => (
            <li key={score.at}>
              <span>{score.text}</span>
              <span class="score-bar" aria-hidden="true">
                <span style={`width:${Math.round((Math.max(score.points ?? 0, 0) / most) * 1000) / 10}%`} />
              </span>
              <span class="right">{score.points ?? '–'}</span>
            </li>
          ))}
          <li class="sum">
            <span>{t('Highest score')}</span>
            <span class="score-bar" aria-hidden="true">
              <span style={`width:${Math.round((reachable / most) * 1000) / 10}%`} />
            </span>
            <span class="right">{reachable}</span>
          </li>
          {threshold && (
            <li>
              <span>{t('Needed for the hand-over')}</span>
              <span class="score-bar is-needed" aria-hidden="true">
                <span style={`width:${Math.round((threshold.value / most) * 1000) / 10}%`} />
              </span>
              <span class="right">{threshold.text}</span>
            </li>
          )}
        </ul>
      </div>
    </section>
  )
}

function Tools({ tools }: { readonly tools: readonly ToolView[] }) {
  const words = { keep: t('Keep'), adopt: t('Adopt'), retire: t('Retire') }
  return (
    <section>
      <h3>{t('Tools')}</h3>
      <div class="scroll">
        <table class="grid stacking">
          <Head of={[t('Tool'), t('Decision'), t('Owner'), t('Connects to'), t('Costs')]} numbers={1} />
          <tbody>
            {tools.map((tool) => (
              <tr key={tool.name}>
                <th scope="row">
                  <Name of={tool} />
                  {tool.kind !== undefined && <span class="quiet block">{spaced(tool.kind)}</span>}
                </th>
                <td data-label={t('Decision')}>
                  {tool.decision ? (
                    <span class={`pill pill-${tool.decision === 'retire' ? 'warn' : 'good'}`}>{words[tool.decision]}</span>
                  ) : (
                    '–'
                  )}
                </td>
                <td data-label={t('Owner')}>
                  <Owners of={tool.owners} />
                </td>
                <td data-label={t('Connects to')}>
                  {tool.connects.length > 0 ? <Names of={tool.connects} /> : <span class="quiet">–</span>}
                </td>
                <td class="right" data-label={t('Costs')}>
                  {tool.costs ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
