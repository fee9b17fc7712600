import { t } from '@vscode/l10n'
import type { ActualRow, Checkpoint } from '../../plan/elements/elements.js'
import { everyGoal } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import { type AimFacts, amountOn } from '../../plan/numbers/aims.js'
import { endsOn } from '../../plan/numbers/goal-time.js'
import { compare } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'

const goal = (value: string) => `goal keepable_mail "Send email marketing messages that people want to keep" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.60% in 2027-03
  achievable "The list clean-up of 2025 cut churn by a quarter"
  relevant   to customers, marketers because "Customers ask for fewer mails"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
  checkpoint 2027-02-10 at ${value}
}`

export const checkpointMissed = rule({
  code: 'report/checkpoint-missed',
  levels: levels('-', 'I', 'I'),
  isDated: true,
  summary: 'On a checkpoint the number is where it should be.',
  why: 'A checkpoint that is missed is the last cheap moment to change something.',
  fix: 'Decide what changes until the deadline, and write it into the plan as a task.',
  bad: goal('0.70%'),
  good: goal('0.78%'),
  check(plan, report) {
    for (const { goal: element, isDropped, aims, deadline } of everyGoal(plan)) {
      if (isDropped) continue
      for (const checkpoint of element.checkpoints) {
        const missed = checkpoint.date.date <= plan.statusDate.date && missedBy(plan, checkpoint, aims)
        if (!missed) continue
        const { aim, row } = missed
        const parts = {
          date: checkpoint.date.date,
          number: aim.aim.number.name,
          wanted: checkpoint.value?.text ?? '',
          period: row.period.text,
          value: row.value.text,
          deadline: deadline ?? '',
        }
        const what = t('On {date} `{number}` should be at {wanted}, and {period} was {value}.', parts)
        const advice = deadline === undefined ? t('Decide what changes.') : t('Decide what changes until {deadline}.', parts)
        report(checkpoint, `${what} ${advice}`, {
          about: element,
          other: checkpoint.date.date,
          related: [{ place: row.place, message: t('The actual of {period}', parts) }],
        })
      }
    }
  },
})

/** The measurable that the checkpoint's value fits, with the latest actual by then, when that is worse than the value. */
function missedBy(plan: Plan, { date, value }: Checkpoint, aims: readonly AimFacts[]): { aim: AimFacts; row: ActualRow } | undefined {
  if (!value) return undefined
  const aim = aims.find((candidate) => amountOn(candidate.unit, value) !== undefined)
  if (!aim?.number || !aim.direction) return undefined
  const wanted = amountOn(aim.unit, value)
  let row: ActualRow | undefined
  for (const candidate of actualsOf(plan, aim.number.name)) {
    if (endsOn(plan, candidate.period) <= date.date && (!row || candidate.period.end > row.period.end)) row = candidate
  }
  const found = row && amountOn(aim.unit, row.value)
  if (!row || found === undefined || wanted === undefined) return undefined
  return compare(found, wanted) === -aim.direction ? { aim, row } : undefined
}
