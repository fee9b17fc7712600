import { t } from '@vscode/l10n'
import type { Level } from '../../plan/elements/elements.js'
import type { PlanView, RiskView } from '../model.js'
import { Head } from '../parts/table.js'
import { Empty, Name, Names, Owners } from '../parts/text.js'
import { fullDate } from '../parts/words.js'

/** What could go wrong, what is taken for granted, what was learnt. */
export function Risks({ plan }: { readonly plan: PlanView }) {
  const risks = plan.risks.filter((one) => one.kind === 'risk')
  const assumptions = plan.risks.filter((one) => one.kind === 'assumption')
  return (
    <div class="stack">
      <section>
        <h3>{t('Risks')}</h3>
        {risks.length > 0 ? <RiskTable risks={risks} /> : <Empty title={t('No risks named')} />}
      </section>
      {assumptions.length > 0 && (
        <section>
          <h3>{t('Assumptions')}</h3>
          <ul class="rows">
            {assumptions.map((one) => (
              <li key={one.name}>
                <span class="grow">
                  <Name of={one} />
                  {one.about.length > 0 && (
                    <span class="quiet block">
                      {t('About')} <Names of={one.about} />
                    </span>
                  )}
                </span>
                <span class="when">
                  <Names of={one.owners} />
                  {one.checks.length > 0 && <span class="quiet block">{t('check {when}', { when: checksText(one) })}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('Lessons')}</h3>
        {plan.lessons.length === 0 && <Empty title={t('No lessons yet')}>{t('Reviews collect what the next plan should know.')}</Empty>}
        {plan.lessons.map((review) => (
          <article key={review.name} class="card">
            <header>
              <h4>
                <Name of={review} />
              </h4>
              {review.on !== undefined && <span class="quiet">{fullDate(review.on)}</span>}
            </header>
            <ul class="bullets">
              {review.lessons.map((lesson) => (
                <li key={lesson}>{lesson}</li>
              ))}
            </ul>
          </article>
        ))}
      </section>
    </div>
  )
}

function RiskTable({ risks }: { readonly risks: readonly RiskView[] }) {
  return (
    <div class="scroll">
      <table class="grid stacking">
        <Head of={[t('Risk'), t('Likelihood × impact'), t('Response'), t('Owner'), t('Check')]} />
        <tbody>
          {risks.map((risk) => (
            <tr key={risk.name}>
              <th scope="row">
                <Name of={risk} />
                {risk.about.length > 0 && (
                  <span class="quiet block">
                    <Names of={risk.about} />
                  </span>
                )}
              </th>
              <td data-label={t('Likelihood × impact')}>
                <Grade likelihood={risk.likelihood} impact={risk.impact} />
              </td>
              <td data-label={t('Response')}>
                {risk.response ?? <span class="lack">{t('none')}</span>}
                {risk.responseBy.length > 0 && (
                  <span class="quiet block">
                    <Names of={risk.responseBy} />
                  </span>
                )}
              </td>
              <td data-label={t('Owner')}>
                <Owners of={risk.owners} />
              </td>
              <td data-label={t('Check')}>{checksText(risk) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const weight = { low: 1, medium: 2, high: 3 } as const

function Grade({ likelihood, impact }: { readonly likelihood: Level | undefined; readonly impact: Level | undefined }) {
  if (!likelihood || !impact) return <span class="lack">{t('not judged')}</span>
  const grade = weight[likelihood] * weight[impact]
  const words = { low: t('low'), medium: t('medium'), high: t('high') }
  return (
    <span class={`pill pill-${grade >= 6 ? 'bad' : grade >= 3 ? 'warn' : 'plain'}`}>
      {words[likelihood]} × {words[impact]}
    </span>
  )
}

function checksText({ checks }: RiskView): string {
  return checks.map((check) => (/^\d{4}-/.test(check) ? fullDate(check) : check)).join(', ')
}
