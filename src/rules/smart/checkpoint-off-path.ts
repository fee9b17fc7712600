import { t } from '@vscode/l10n'
import type { Checkpoint, Goal } from '../../plan/elements/elements.js'
import type { GoalFacts } from '../../plan/goals/goals.js'
import { type AimFacts, amountOn, type Sign } from '../../plan/numbers/aims.js'
import { compare } from '../../plan/quantity/exact.js'
import type { Exact, PlainDate } from '../../plan/quantity/quantity.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { baselineShown, livingGoals, shown, shownIn, targetShown } from './smart.js'

export const checkpointOffPath = rule({
  code: 'smart/checkpoint-off-path',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Checkpoints lie on the way from the baseline to the target.',
  why: 'A checkpoint that asks for more than the target, or for less than today, warns at the wrong time.',
  fix: 'Choose a date between start and deadline and a value between baseline and target, each one better than the last.',
  bad: exampleGoal({ more: 'checkpoint 2027-02-26 at 0.55%' }),
  good: exampleGoal({ more: 'checkpoint 2027-02-26 at 0.70%' }),
  inBrief: (count) => t('{count} checkpoints lie off the path', { count }),
  check(plan, report) {
    for (const facts of livingGoals(plan)) {
      const { goal } = facts
      const betterBefore = new BetterBefore(goal)
      for (const checkpoint of goal.checkpoints) {
        const outside = outsideHorizon(facts, checkpoint)
        const message = outside ?? offPath(facts, checkpoint, betterBefore)
        if (message)
          report(outside ? checkpoint.date : (checkpoint.value ?? checkpoint), message, { about: goal, other: checkpoint.date.date })
      }
    }
  },
})

function outsideHorizon({ goal, start, deadline }: GoalFacts, { date }: Checkpoint): string | undefined {
  const names = { date: date.date, goal: goal.name, start: start ?? '', deadline: deadline ?? '' }
  if (deadline && date.date > deadline)
    return t('The checkpoint of {date} lies after the deadline {deadline} of `{goal}`. Choose an earlier day.', names)
  if (start && date.date < start) return t('The checkpoint of {date} lies before `{goal}` starts on {start}. Choose a later day.', names)
  return undefined
}

/** Values belong to the first measurable that they fit. What adds up has no baseline on the way: its checkpoint may count from the start. */
function offPath(facts: GoalFacts, checkpoint: Checkpoint, betterBefore: BetterBefore): string | undefined {
  const aim = facts.aims.find((candidate) => valueAt(candidate, checkpoint) !== undefined)
  const value = aim && valueAt(aim, checkpoint)
  if (!aim || value === undefined || !aim.unit || !aim.direction || aim.isContradictory || !checkpoint.value) return undefined
  const names = { date: checkpoint.date.date, value: shown(checkpoint.value) }
  const { baseline, target, direction, unit } = aim
  if (target !== undefined && isWorse(target, value, direction)) {
    return baseline !== undefined && aim.facts?.additivity !== 'additive'
      ? t(
          'The checkpoint of {date} asks for {value}, which is already better than the target of {target}. Choose a value between {baseline} and {target}.',
          {
            ...names,
            target: targetShown(aim),
            baseline: baselineShown(aim),
          },
        )
      : t('The checkpoint of {date} asks for {value}, which is already better than the target of {target}. Choose a value before it.', {
          ...names,
          target: targetShown(aim),
        })
  }
  if (baseline !== undefined && aim.facts?.additivity !== 'additive' && isWorse(value, baseline, direction)) {
    return t(
      'The checkpoint of {date} asks for {value}, which is worse than the baseline {baseline}. Choose a value closer to the target.',
      {
        ...names,
        baseline: baselineShown(aim),
      },
    )
  }
  const better = betterBefore.of(aim, checkpoint)
  return better && isWorse(value, better.value, direction)
    ? t(
        'The checkpoint of {date} asks for {value}, which is worse than that of {earlier} with {before}. Later checkpoints should be better.',
        {
          ...names,
          earlier: better.date,
          before: shownIn(unit, better.value),
        },
      )
    : undefined
}

/** A checkpoint and its value in the unit of an aim. */
interface Wanted {
  readonly date: PlainDate
  readonly value: Exact
}

/** The best value that a goal wants before each of its checkpoints; its checkpoints are put in order once for each aim. */
class BetterBefore {
  private readonly byAim = new Map<AimFacts, ReadonlyMap<PlainDate, Wanted | undefined>>()

  constructor(private readonly goal: Goal) {}

  of(aim: AimFacts, { date }: Checkpoint): Wanted | undefined {
    const known = this.byAim.get(aim) ?? this.bestBefore(aim)
    this.byAim.set(aim, known)
    return known.get(date.date)
  }

  private bestBefore(aim: AimFacts): ReadonlyMap<PlainDate, Wanted | undefined> {
    const wanted = this.goal.checkpoints.flatMap((checkpoint): Wanted[] => {
      const value = valueAt(aim, checkpoint)
      return value === undefined ? [] : [{ date: checkpoint.date.date, value }]
    })
    const before = new Map<PlainDate, Wanted | undefined>()
    let best: Wanted | undefined
    let bestOfDay: Wanted | undefined
    let day = ''
    for (const one of wanted.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
      if (one.date !== day) best = bestOfDay
      day = one.date
      before.set(day, best)
      if (!bestOfDay || (aim.direction && isWorse(bestOfDay.value, one.value, aim.direction))) bestOfDay = one
    }
    return before
  }
}

function valueAt(aim: AimFacts, { value }: Checkpoint): Exact | undefined {
  return value && amountOn(aim.unit, value)
}

function isWorse(value: Exact, than: Exact, direction: Sign): boolean {
  return compare(value, than) === -direction
}
