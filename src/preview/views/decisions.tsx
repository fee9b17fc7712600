import { t } from '@vscode/l10n'
import type { StepView } from '../model.js'
import { Head } from '../parts/table.js'
import { Name } from '../parts/text.js'
import { decisionState, fullDate } from '../parts/words.js'

/** What has to be decided, by whom and until when, and what was decided; the open ones first. */
export function Decisions({ steps }: { readonly steps: readonly StepView[] }) {
  const decisions = decisionsIn(steps)
  if (decisions.length === 0) return null
  return (
    <section>
      <h3>{t('Decisions')}</h3>
      <div class="scroll">
        <table class="grid stacking">
          <Head of={[t('Question'), t('Options'), t('Who decides'), t('Until'), t('Decision')]} />
          <tbody>
            {decisions.map((step) => (
              <tr key={step.name}>
                <th scope="row">
                  <Name of={step} />
                </th>
                <td data-label={t('Options')}>{step.decision?.options.join(' · ') || '–'}</td>
                <td data-label={t('Who decides')}>{step.owner ? <Name of={step.owner} /> : '–'}</td>
                <td data-label={t('Until')}>{step.until === undefined ? '–' : fullDate(step.until)}</td>
                <td data-label={t('Decision')}>
                  <span class={step.isLate ? 'bad' : ''}>{decisionState(step)}</span>
                  {step.decision?.because !== undefined && <span class="quiet block">{step.decision.because}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The decisions among some steps that are not cancelled, open ones first, in order of the plan. */
export function decisionsIn(steps: readonly StepView[]): readonly StepView[] {
  const all = steps.filter(({ kind, mark }) => kind === 'decision' && mark !== 'cancelled')
  return [...all.filter(({ mark }) => mark !== 'done'), ...all.filter(({ mark }) => mark === 'done')]
}
