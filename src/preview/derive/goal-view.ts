import { t } from '@vscode/l10n'
import type { Checkpoint, Guard } from '../../plan/elements/elements.js'
import { everyGoal, type GoalFacts } from '../../plan/goals/goals.js'
import { objectiveAround } from '../../plan/goals/inherited.js'
import { expectedOn } from '../../plan/goals/pace.js'
import { type FacetName, facets, smartLetters } from '../../plan/goals/smart-letters.js'
import { type GoalJudgement, judgedGoals } from '../../plan/judgement/goal.js'
import type { GuardJudgement } from '../../plan/judgement/guard.js'
import type { TargetJudgement } from '../../plan/judgement/target.js'
import { standingOfGoal, standingOfTarget } from '../../plan/judgement/words.js'
import type { Plan } from '../../plan/model/plan.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import { type AimFacts, amountOn } from '../../plan/numbers/aims.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { daysBetween } from '../../plan/quantity/days.js'
import { compare, divide, isZero, subtract, toNumber } from '../../plan/quantity/exact.js'
import { formatDifference, formatMeasurement } from '../../plan/quantity/units.js'
import type { AimView, GoalView, LetterView } from '../model.js'
import { amountIn, daysOf, type Naming } from './naming.js'

/** The goals in the order of the plan. */
export function goalViews(plan: Plan, naming: Naming): readonly GoalView[] {
  const judged = new Map(judgedGoals(plan).map((one) => [one.facts, one]))
  return everyGoal(plan).map((facts) => goalView(plan, facts, naming, judged.get(facts)))
}

function goalView(plan: Plan, facts: GoalFacts, naming: Naming, judged: GoalJudgement | undefined): GoalView {
  const { goal, start, deadline, tasks } = facts
  return {
    ...naming.label(goal),
    specific: goal.specific?.text,
    start,
    deadline,
    deadlineFrom: deadlineFrom(plan, facts, naming),
    daysLeft: deadline === undefined ? undefined : daysBetween(plan.statusDate.date, deadline),
    outcome: goal.outcome && { outcome: goal.outcome.outcome, on: goal.outcome.on?.date },
    owners: naming.answerers(goal.owners),
    scope: naming.labels(goal.scope),
    letters: lettersOf(plan, goal.name),
    health: judged?.health ?? 'unknown',
    standing: judged ? standingOfGoal(judged) : '',
    aims: facts.aims.map((aim, at) => aimView(plan, aim, naming, judged?.targets[at])),
    worstAim: judged?.worst ? facts.aims.indexOf(judged.worst.aim) : undefined,
    achievable: goal.achievable?.text,
    given: naming.labels(goal.given),
    realistic: goal.realistic?.text,
    because: goal.because?.text,
    serves: facts.serves.map(naming.label),
    problems: facts.problems.map(naming.label),
    supports: naming.labels(goal.supports),
    guards: goal.guards.map((guard, at) => guardView(plan, guard, naming, judged?.guards[at])),
    watches: naming.labels(goal.watches),
    campaigns: facts.campaigns.map(naming.label),
    checkpoints: goal.checkpoints.map((one) => checkpointView(plan, facts, one, naming)),
    notes: goal.notes.map((note) => note.text),
    tasks: tasks.map((task) => task.name),
    tasksDone: judged?.tasksDone ?? tasks.filter((task) => task.mark === 'done').length,
  }
}

/** What a goal takes its period from. */
function deadlineFrom(plan: Plan, { goal, boundBy }: GoalFacts, naming: Naming): GoalView['deadlineFrom'] {
  const from = boundBy === 'objective' ? objectiveAround(plan, goal) : boundBy === 'strategy' ? plan.strategy : undefined
  return from && naming.label(from)
}

function aimView(plan: Plan, facts: AimFacts, naming: Naming, judged: TargetJudgement | undefined): AimView {
  const { aim, unit, baseline, target } = facts
  const row = judged?.row ?? latestActual(plan, aim.number.name, plan.statusDate.date)
  const actual = judged?.value ?? (row && amountOn(unit, row.value))
  const decimals = decimalsOf(plan, facts)
  const number = naming.labelOf(aim.number) ?? { name: aim.number.name, title: aim.number.name, at: naming.at(aim.number.place) }
  return {
    number,
    verb: aim.verb?.verb,
    baseline: aim.baseline && (amountIn(unit, baseline) ?? { value: Number.NaN, text: aim.baseline.value.text }),
    baselineDays: daysOf(facts.baselineWindow),
    target: amountIn(unit, target) ?? (aim.target && { value: Number.NaN, text: aim.target.value.text }),
    metFrom: amountIn(unit, facts.metFrom, decimals),
    bound: aim.target?.bound,
    targetDays: daysOf(facts.targetWindow),
    change: aim.change?.value.text,
    actual: amountIn(unit, actual),
    actualPeriod: actual === undefined ? undefined : row?.period.text,
    expected: amountIn(unit, judged?.expected, decimals),
    gap: unit && judged?.gap !== undefined ? formatDifference(judged.gap, unit, decimals) : undefined,
    standing: judged?.standing ?? 'unknown',
    standingText: judged ? standingOfTarget(judged) : '',
    health: judged?.health ?? 'unknown',
    atPace: amountIn(unit, judged?.atPace, decimals),
    withEffects: amountIn(unit, judged?.withEffects, decimals),
    way: wayGone(facts, actual),
    at: naming.at(aim.place),
  }
}

function checkpointView(
  plan: Plan,
  { aims }: GoalFacts,
  { date, value, place }: Checkpoint,
  naming: Naming,
): GoalView['checkpoints'][number] {
  const [aim] = aims
  const onPath = value || !aim ? undefined : expectedOn(aim, date.date)
  return {
    date: date.date,
    text: value?.text.replaceAll('_', '\u202f') ?? (aim && amountIn(aim.unit, onPath, decimalsOf(plan, aim))?.text),
    isOnPath: onPath !== undefined,
    at: naming.at(place),
  }
}

/**
 * What lies on the path from baseline to target is said as exactly as they are, and as what is measured is: whole tools where tools are
 * counted.
 */
export function decimalsOf(plan: Plan, { aim, unit, baseline, target }: AimFacts): number {
  const row = latestActual(plan, aim.number.name, plan.statusDate.date)
  const texts = [baseline, target, row && amountOn(unit, row.value)].map((value) => amountIn(unit, value)?.text)
  return Math.max(...texts.map((text) => /\.(\d+)/.exec(text ?? '')?.[1]?.length ?? 0))
}

function wayGone({ baseline, target }: AimFacts, actual: string | undefined): number | undefined {
  if (baseline === undefined || target === undefined || actual === undefined || compare(baseline, target) === 0) return undefined
  const whole = subtract(target, baseline)
  const share = isZero(whole) ? undefined : divide(subtract(actual, baseline), whole)
  return share === undefined ? undefined : toNumber(share)
}

function guardView(plan: Plan, guard: Guard, naming: Naming, judged: GuardJudgement | undefined): GoalView['guards'][number] {
  const unit = numbers(plan).get(guard.number.name)?.unit
  const limit = amountOn(unit, guard.value)
  const latest = judged?.value ?? (judged?.row && amountOn(unit, judged.row.value))
  const amount = unit && limit !== undefined ? formatMeasurement(limit, unit) : guard.value.text
  return {
    number: naming.labelOf(guard.number) ?? { name: guard.number.name, title: guard.number.name, at: naming.at(guard.number.place) },
    text: guardText(guard, amount),
    latest: amountIn(unit, latest),
    isKept: judged === undefined || judged.state === 'unknown' ? undefined : judged.state === 'kept',
  }
}

function guardText(guard: Guard, amount: string): string {
  const limit = guard.bound === 'at least' ? t('at least {amount}', { amount }) : t('at most {amount}', { amount })
  return guard.per ? t('{limit} per {grain}', { limit, grain: guard.per }) : limit
}

function lettersOf(plan: Plan, goal: string): readonly LetterView[] {
  const found = smartLetters(plan).get(goal)
  return (found?.letters ?? []).map(({ letter, state }) => ({
    letter,
    state,
    meaning: meanings()[letter],
    facets: facets
      .filter((facet) => facet.letter === letter)
      .map(({ name }) => {
        const isPresent = found?.facets.get(name) === true
        return { name, isPresent, text: facetTexts()[name][isPresent ? 0 : 1] }
      }),
  }))
}

function meanings(): Record<LetterView['letter'], string> {
  return { S: t('Specific'), M: t('Measurable'), A: t('Achievable'), R: t('Relevant'), T: t('Time-bound') }
}

/** What is said when a facet is there, and when it is not. */
function facetTexts(): Record<FacetName, readonly [string, string]> {
  return {
    outcome: [t('States a result'), t('States no result with a direction')],
    scope: [t('Says what is in scope'), t('Names no scope')],
    'metric and source': [t('Measured by a number with a source'), t('No number with formula and source')],
    target: [t('Has a target'), t('Has no target')],
    baseline: [t('Has a dated baseline'), t('Has no dated baseline')],
    attainable: [t('Evidence that it can be reached'), t('No evidence that it can be reached')],
    assignable: [t('One person answers for it'), t('Not one person answers for it')],
    relevant: [t('Somebody is served, for a reason'), t('Nobody is served, or no reason is given')],
    realistic: [t('The people have the time'), t('More work than the people have time for')],
    bounded: [t('Has a deadline within the plan, with a check on the way'), t('No deadline within the plan, or no check on the way')],
  }
}
