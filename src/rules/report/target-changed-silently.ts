import { t } from '@vscode/l10n'
import type { Aim, Goal, Timebound } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { compare } from '../../plan/quantity/exact.js'
import type { Measurement, Span } from '../../plan/quantity/quantity.js'
import { sameDimension, toBase } from '../../plan/quantity/units.js'
import type { Place } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

const goal = (target: string, more = '') => `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most ${target} in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%${more}
}`

export const targetChangedSilently = rule({
  code: 'report/target-changed-silently',
  levels: levels('-', 'W', 'E'),
  summary: 'A target that moves after approval says when and why.',
  why: 'People agreed to the old target. When it moves without a word, success means something else than they think.',
  fix: 'Add `changed` with the date and the reason to the goal, or restore what was agreed.',
  bad: { text: goal('0.70%'), earlier: '' },
  good: { text: goal('0.70%', '\n  changed    2027-02-10 because "Two large clients left"'), earlier: '' },
  check(plan, report) {
    const { earlier } = plan
    if (!earlier || earlier.stage === 'draft' || earlier.stage === 'review') return
    for (const now of plan.all('goal')) {
      const before = earlier.byName(now.name)
      if (before?.kind !== 'goal' || now.changes.length > before.changes.length) continue
      const move = movedIn(now, before)
      if (!move) continue
      const parts = { goal: now.name, what: move.what, old: move.old, now: move.now }
      report(
        move.place,
        move.now === ''
          ? t('The {what} of `{goal}` was {old} at approval and is gone. Say when and why with `changed … because`.', parts)
          : move.old === ''
            ? t('The {what} of `{goal}` is now {now}, and there was none at approval. Say when and why with `changed … because`.', parts)
            : t('The {what} of `{goal}` moved from {old} to {now} after approval. Say when and why with `changed … because`.', parts),
        { about: now, fixes: [insertClauses(now, [`changed ${dateOfChange(plan)} because "${t('Why it moved')}"`])] },
      )
    }
  },
})

// The written date comes first, so that the text of the fix does not change from day to day.
function dateOfChange(plan: Plan): string {
  return plan.strategy?.asof?.date ?? plan.statusDate.date
}

interface Move {
  readonly what: string
  readonly old: string
  readonly now: string
  readonly place: Place
}

function movedIn(now: Goal, before: Goal): Move | undefined {
  for (const aim of now.aims) {
    const old = before.aims.find((candidate) => candidate.number.name === aim.number.name)
    const move = old && movedAim(aim, old)
    if (move) return move
  }
  const gone = before.aims.find((old) => !now.aims.some((aim) => aim.number.name === old.number.name))
  if (gone) return { what: t('target'), old: `\`${gone.number.name}\``, now: '', place: now.place }
  const [old, current] = [deadlineText(before.timebound), deadlineText(now.timebound)]
  return old === current ? undefined : { what: t('deadline'), old, now: current, place: now.timebound?.place ?? now.place }
}

function movedAim(now: Aim, before: Aim): Move | undefined {
  if (targetKey(now) !== targetKey(before)) {
    return { what: t('target'), old: targetText(before), now: targetText(now), place: now.target?.place ?? now.change?.place ?? now.place }
  }
  if (stateKey(now.baseline) === stateKey(before.baseline)) return undefined
  return {
    what: t('baseline'),
    old: valueText(before.baseline, now.baseline),
    now: valueText(now.baseline, before.baseline),
    place: now.baseline?.place ?? now.place,
  }
}

interface State {
  readonly value: Measurement
  readonly window: Span | undefined
}

/** What the text means, so that `0.6%` and `0.60%` are one target. */
function stateKey(state: State | undefined): string {
  return state ? `${valueKey(state.value)} ${state.window ? `${state.window.start} ${state.window.end}` : ''}` : ''
}

function valueKey(value: Measurement): string {
  return `${toBase(value)} ${value.unit.nature} ${value.unit.bases.map((base) => `${base.name}^${base.exponent}`).join(' ')}`
}

function targetKey({ target, change }: Aim): string {
  return `${target?.bound ?? ''} ${stateKey(target)} | ${change ? valueKey(change.value) : ''}`
}

function targetText({ target, change }: Aim): string {
  if (!target) return change ? change.value.text : ''
  return target.window ? t('{value} in {window}', { value: target.value.text, window: target.window.text }) : target.value.text
}

/** The value, with its period where only that differs. */
function valueText(state: State | undefined, other: State | undefined): string {
  if (!state) return ''
  const isSameValue = other && sameDimension(state.value.unit, other.value.unit) && compare(toBase(state.value), toBase(other.value)) === 0
  return isSameValue && state.window ? `${state.value.text} (${state.window.text})` : state.value.text
}

function deadlineText(bound: Timebound | undefined): string {
  if (!bound) return ''
  if ('by' in bound) return bound.by.date
  return 'within' in bound ? bound.within.text : bound.period.end
}
