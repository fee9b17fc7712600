import { t } from '@vscode/l10n'
import type { Mark } from '../../plan/elements/elements.js'
import type { Severity } from '../../plan/elements/finding.js'
import type { Health } from '../../plan/judgement/target.js'
import { healthWord } from '../../plan/judgement/words.js'
import type { AimView, LetterView } from '../model.js'
import { markWord } from './words.js'

const markPaths: Record<Mark, string> = {
  todo: '',
  doing: 'M8 4.2A3.8 3.8 0 0 1 8 11.8Z',
  done: 'M4.4 8.2 7 10.8 11.6 5.4',
  blocked: 'M8 4.4V8.8M8 11.2V11.4',
  cancelled: 'M5 8H11',
}

/** The mark of a step as a small picture. */
export function MarkSign({ mark }: { readonly mark: Mark }) {
  return (
    <svg class={`mark mark-${mark}`} viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={markWord(mark)}>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3.5" />
      {markPaths[mark] && <path d={markPaths[mark]} />}
    </svg>
  )
}

const severityPaths: Record<Severity, string> = {
  error: 'M5.5 5.5 10.5 10.5M10.5 5.5 5.5 10.5',
  warning: 'M8 4.6V8.8M8 11V11.2',
  information: 'M8 7.4V11.4M8 4.8V5',
  hint: 'M8 7.4V11.4M8 4.8V5',
}

export function SeveritySign({ severity }: { readonly severity: Severity }) {
  const label = { error: t('Error'), warning: t('Warning'), information: t('Note'), hint: t('Hint') }[severity]
  return (
    <svg class={`severity severity-${severity}`} viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={label}>
      {severity === 'warning' ? <path class="ground" d="M8 1.4 15 14H1Z" /> : <circle class="ground" cx="8" cy="8" r="7" />}
      <path class="stroke" d={severity === 'warning' ? 'M8 6V9.6M8 11.6V11.8' : severityPaths[severity]} />
    </svg>
  )
}

/** The five letters of a goal; a partial one is half filled, a missing one is dashed. */
export function Letters({ letters }: { readonly letters: readonly LetterView[] }) {
  return (
    <span class="letters">
      {letters.map((one) => (
        <span key={one.letter} class={`letter letter-${one.state}`} title={letterText(one)}>
          <span aria-hidden="true">{one.letter}</span>
          <span class="unseen">{letterText(one)}</span>
        </span>
      ))}
    </span>
  )
}

/** What makes the letter complete, or what it lacks: `Measurable: partial – Has no dated baseline`. */
export function letterText({ meaning, state, facets }: LetterView): string {
  const what = facets
    .filter((facet) => facet.isPresent === (state === 'complete'))
    .map((facet) => facet.text)
    .join('; ')
  return {
    complete: t('{letter}: complete – {what}', { letter: meaning, what }),
    partial: t('{letter}: partial – {what}', { letter: meaning, what }),
    missing: t('{letter}: missing – {what}', { letter: meaning, what }),
  }[state]
}

const healthTones: Readonly<Record<Health, 'good' | 'warn' | 'bad' | 'unknown'>> = {
  met: 'good',
  'on track': 'good',
  'at risk': 'warn',
  'off track': 'bad',
  missed: 'bad',
  unknown: 'unknown',
}

// A shape for each, since colour alone tells too little.
const healthShapes: Readonly<Record<(typeof healthTones)[Health], string>> = {
  good: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9Z',
  warn: 'M6 1.2 11 10.4H1Z',
  bad: 'M6 .8 11.2 6 6 11.2.8 6Z',
  unknown: 'M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z',
}

/** Whether something will be reached, as a shape and a word. */
export function HealthPill({ health, isLarge = false }: { readonly health: Health; readonly isLarge?: boolean }) {
  const tone = healthTones[health]
  return (
    <span class={`pill pill-health pill-${tone}${isLarge ? ' is-large' : ''}`}>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <path d={healthShapes[tone]} />
      </svg>
      {healthWord(health)}
    </span>
  )
}

/** Where a number stands against its path, in words. */
export function StandingPill({ standing, standingText }: Pick<AimView, 'standing' | 'standingText'>) {
  const tone = standing === 'behind' ? 'warn' : standing === 'unknown' ? 'unknown' : 'good'
  return <span class={`pill pill-${tone}`}>{standingText}</span>
}

/** A share of a whole, with what it says in words. */
export function Meter({ share, label, tone }: { readonly share: number; readonly label: string; readonly tone?: 'good' | 'warn' | 'bad' }) {
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10
  return (
    <span class={`meter${tone ? ` meter-${tone}` : ''}`} role="img" aria-label={label}>
      <span style={`width:${percent}%`} />
    </span>
  )
}
