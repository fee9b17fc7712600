import { t } from '@vscode/l10n'
import { stepKinds } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const periodMissing = rule({
  code: 'plan/period-missing',
  levels: levels('W', 'E', 'E'),
  summary: 'A strategy says from when to when it runs, or that it is `standing`.',
  why: 'Deadlines, load and coverage over time are held against the period of the plan.',
  fix: 'Add `period` with the first and the last day, or `standing` where the plan has no end. The quick fix spans all dates that the plan names.',
  bad: `strategy email_churn_q1 "Email churn, quarter one" {
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  good: `strategy email_churn_q1 "Email churn, quarter one" {
  period     2027-01-04 .. 2027-04-09
  stage      running
  asof       2027-02-12
  owner      summer
  supervisor summer
  currency   USD
}`,
  check(plan, report) {
    const { strategy } = plan
    if (!strategy || strategy.standing || isGiven(strategy, 'period')) return
    const clause = periodOfAllDates(plan)
    const advice = clause ? t('Add `{clause}`.', { clause }) : t('Add `period` with its first and last day.')
    const message = t('`{name}` has no period. Deadlines, load and coverage over time need one.', { name: strategy.name })
    report(strategy, `${message} ${advice}`, clause ? { fixes: [insertClauses(strategy, [clause])] } : {})
  },
})

/** The clause for the stretch from the first to the last date that something in the plan happens on. */
function periodOfAllDates(plan: Plan): string | undefined {
  const dates = [...datesOfWork(plan), ...datesOfGoals(plan), ...datesOfTelling(plan)].sort()
  const [first, last] = [dates[0], dates.at(-1)]
  return first !== undefined && last !== undefined && first < last ? `period ${first} .. ${last}` : undefined
}

function datesOfWork(plan: Plan): string[] {
  const steps = stepKinds.flatMap((kind) => plan.all(kind))
  return steps.flatMap((step) => [step.start, step.due, step.done]).flatMap((sited) => (sited ? [sited.date] : []))
}

function datesOfGoals(plan: Plan): string[] {
  return plan.all('goal').flatMap(({ timebound, checkpoints }) => {
    const bound = timebound && 'period' in timebound ? [timebound.period.start, timebound.period.end] : []
    const by = timebound && 'by' in timebound ? [timebound.by.date] : []
    return [...bound, ...by, ...checkpoints.map((checkpoint) => checkpoint.date.date)]
  })
}

function datesOfTelling(plan: Plan): string[] {
  const told = [...plan.all('communication'), ...plan.all('report'), ...plan.all('review')].flatMap(({ on }) => (on ? [on.date] : []))
  const campaigns = plan.all('campaign').flatMap(({ period }) => (period ? [period.start, period.end] : []))
  return [...told, ...campaigns, ...plan.all('send').flatMap(({ date }) => (date ? [date.date] : []))]
}
