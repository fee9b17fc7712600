import { t } from '@vscode/l10n'
import type { AimView } from '../model.js'
import { HealthPill, StandingPill } from './signs.js'
import { Name } from './text.js'
import { periodName } from './words.js'

/** Baseline, today and target of one measurable on a line, with where the path expects it to be. */
export function AimTrack({ aim }: { readonly aim: AimView }) {
  const { baseline, actual, expected, way } = aim
  const expectedAt = shareOf(aim, expected?.value)
  return (
    <div class="aim">
      <div class="aim-head">
        <Name of={aim.number} class="aim-name" />
        <StandingPill standing={aim.standing} standingText={aim.standingText} />
        <HealthPill health={aim.health} />
      </div>
      {way !== undefined && (
        <div class="track" role="img" aria-label={trackText(aim)}>
          <span class={`track-way${aim.standing === 'behind' ? ' is-behind' : ''}`} style={`width:${percent(way)}%`} />
          {expectedAt !== undefined && <span class="track-expected" style={`left:${percent(expectedAt)}%`} />}
          <span class="track-now" style={`left:${percent(way)}%`} />
        </div>
      )}
      <dl class="aim-values">
        <div>
          <dt>{t('Baseline')}</dt>
          <dd>{baseline?.text ?? '–'}</dd>
        </div>
        <div>
          <dt class="is-now">
            {aim.actualPeriod === undefined ? t('Last value') : t('In {period}', { period: periodName(aim.actualPeriod) })}
          </dt>
          <dd class="now">{actual?.text ?? t('not measured')}</dd>
        </div>
        {expected && (
          <div>
            <dt class="is-expected">{t('Expected by then')}</dt>
            <dd>
              {expected.text}
              {aim.gap !== undefined && <span class="quiet"> ({aim.gap})</span>}
            </dd>
          </div>
        )}
        {aim.atPace && (
          <div>
            <dt>{t('At this pace')}</dt>
            <dd>{aim.atPace.text}</dd>
          </div>
        )}
        {aim.withEffects && aim.withEffects.text !== aim.actual?.text && (
          <div>
            <dt>{t('With all effects')}</dt>
            <dd>{aim.withEffects.text}</dd>
          </div>
        )}
        <div>
          <dt>{t('Target')}</dt>
          <dd>{targetText(aim)}</dd>
        </div>
      </dl>
    </div>
  )
}

/** `at most 0.6%`, or the change where no target is known. */
export function targetText(aim: AimView): string {
  const { metFrom } = aim
  return metFrom ? t('{target}, met from {value}', { target: wishText(aim), value: metFrom.text }) : wishText(aim)
}

function wishText({ target, bound, change, verb, baseline }: AimView): string {
  if (!target) return change ?? '–'
  if (bound === 'at least') return `≥\u00a0${target.text}`
  if (bound === 'at most') return `≤\u00a0${target.text}`
  return verb === 'hold' && baseline?.text === target.text ? t('hold {value}', { value: target.text }) : target.text
}

function trackText(aim: AimView): string {
  const { baseline, target, actual } = aim
  return t('{share}% of the way from {baseline} to {target}; now {actual}', {
    share: Math.round((aim.way ?? 0) * 100),
    baseline: baseline?.text ?? '',
    target: target?.text ?? '',
    actual: actual?.text ?? '',
  })
}

function shareOf({ baseline, target }: AimView, value: number | undefined): number | undefined {
  if (!baseline || !target || value === undefined || target.value === baseline.value) return undefined
  return (value - baseline.value) / (target.value - baseline.value)
}

function percent(share: number): number {
  return Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10
}
