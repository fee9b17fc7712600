import { formulaText } from '../../plan/formula/formula-text.js'
import { everyGoal } from '../../plan/goals/goals.js'
import { lettersText, smartLetters } from '../../plan/goals/smart-letters.js'
import { judgedGoalByName } from '../../plan/judgement/goal.js'
import { judgement } from '../../plan/judgement/judgement.js'
import type { TargetJudgement } from '../../plan/judgement/target.js'
import { decisionText, verdictText } from '../../plan/judgement/words.js'
import type { Plan } from '../../plan/model/plan.js'
import { money } from '../../plan/money/money.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { expandedFormula } from '../../plan/numbers/expansion.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { trace } from '../../plan/numbers/trace.js'
import { criticalChain } from '../../plan/schedule/critical-chain.js'
import { load } from '../../plan/schedule/load.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { given, plainAmount } from './plain-values.js'
import type { ExportedPlan } from './plan-schema.js'

/** The measures and metrics with what follows from their formulas. */
export function exportedNumbers(plan: Plan): ExportedPlan['numbers'] {
  const all = numbers(plan)
  return all.all.map(({ name, element, unit, grain, additivity, aggregation, restsOn, isInLoop, hasError }) => {
    const formula = element.kind === 'metric' ? element.formula?.expression : undefined
    const expanded = expandedFormula(plan, name)
    const latest = latestActual(plan, name, plan.statusDate.date)
    return {
      name,
      ...given({
        unit: unit?.symbol,
        grain,
        additivity,
        aggregation,
        formula: formula && formulaText(formula),
        expanded: expanded && formulaText(expanded),
        latest: latest && { period: latest.period.text, value: latest.value.text },
      }),
      restsOn: [...restsOn],
      measures: all.measuresUnder(name).map((measure) => measure.name),
      isInLoop,
      hasError,
    }
  })
}

/** The goals with their SMART facets and letters. */
export function exportedGoals(plan: Plan): ExportedPlan['goals'] {
  const letters = smartLetters(plan)
  return everyGoal(plan).map((facts) => {
    const { goal, start, deadline, boundBy, tasks, serves, campaigns, problems } = facts
    const state = letters.get(goal.name)
    const judged = judgedGoalByName(plan).get(goal.name)
    return {
      name: goal.name,
      ...given({ start, deadline, boundBy, smart: lettersText(plan, goal.name) }),
      letters: (state?.letters ?? []).map(({ letter, state: of, firstAbsent }) => ({ letter, state: of, ...given({ firstAbsent }) })),
      facets: Object.fromEntries(state?.facets ?? []),
      isSettled: facts.isSettled,
      isDropped: facts.isDropped,
      health: judged?.health ?? 'unknown',
      standing: judged?.standing ?? 'unknown',
      aims: facts.aims.map((aim, at) => exportedAim(aim, judged?.targets[at])),
      tasks: tasks.map((task) => task.name),
      tasksDone: tasks.filter((task) => task.mark === 'done').length,
      serves: serves.map((one) => one.name),
      campaigns: campaigns.map((one) => one.name),
      problems: problems.map((one) => one.name),
      criticalChain: criticalChain(plan, goal).map((step) => step.name),
    }
  })
}

function exportedAim(aim: AimFacts, judged: TargetJudgement | undefined): ExportedPlan['goals'][number]['aims'][number] {
  const { unit, direction, baselineWindow, targetWindow } = aim
  const amount = (value: string | undefined) => (value === undefined ? undefined : plainAmount(value, unit))
  return {
    number: aim.aim.number.name,
    standing: judged?.standing ?? 'unknown',
    health: judged?.health ?? 'unknown',
    ...given({
      unit: unit?.symbol,
      direction: direction === undefined ? undefined : (['down', 'hold', 'up'] as const)[direction + 1],
      baseline: amount(aim.baseline),
      baselineWindow: baselineWindow && { start: baselineWindow.start, end: baselineWindow.end },
      neededChange: amount(aim.neededChange),
      target: amount(aim.target),
      targetWindow: targetWindow && { start: targetWindow.start, end: targetWindow.end },
      period: judged?.row?.period.text,
      actual: amount(judged?.value),
      expected: amount(judged?.expected),
      atPace: amount(judged?.atPace),
      withEffects: amount(judged?.withEffects),
      because: judged?.because,
    }),
  }
}

/** Dates, slack and cause of every step. */
export function exportedSchedule(plan: Plan): ExportedPlan['schedule'] {
  const all = schedule(plan)
  return {
    steps: all.graph.nodes.flatMap((node) => {
      const dates = all.of(node)
      if (!dates) return []
      const {
        start,
        end,
        isStartWritten,
        isEndWritten,
        es,
        ef,
        ls,
        lf,
        slack,
        isCritical,
        length,
        isLengthKnown,
        cause,
        readyFor,
        isInLoop,
      } = dates
      return {
        name: node.name,
        kind: node.kind,
        ...given({ start, end, earliestStart: es, earliestEnd: ef, latestStart: ls, latestEnd: lf, slack }),
        isStartWritten,
        isEndWritten,
        isCritical,
        isInLoop,
        ...given({
          workingDays: isLengthKnown ? length : undefined,
          cause,
          readyFor,
          progress: node.kind === 'task' ? progressOf(node) : undefined,
        }),
      }
    }),
    loops: all.loops.map((loop) => loop.path.map((node) => node.name)),
  }
}

/** Hours per person and ISO week. */
export function exportedLoad(plan: Plan): ExportedPlan['load'] {
  return load(plan).people.map(({ person, total, weeks }) => ({
    person,
    total,
    weeks: weeks.map(({ week, start, hours, capacity, isOver, parts }) => ({
      week,
      start,
      hours,
      ...given({ capacity }),
      isOver,
      tasks: parts.map(({ task, hours: share }) => ({ task, hours: share })),
    })),
  }))
}

/** Amounts by budget and line. */
export function exportedMoney(plan: Plan): ExportedPlan['money'] {
  return money(plan).budgets.map(({ budget, currency, total, sumOfLines, need, spent, committed, returns, romi, lines, periods }) => ({
    budget: budget.name,
    ...given({ currency, total, sumOfLines, need, spent, committed, returns, romi }),
    lines: lines.map((one) => ({
      line: one.line.name,
      ...given({ amount: one.amount, need: one.need, spent: one.spent, committed: one.committed }),
      draws: one.draws.map(({ by, amount }) => ({ by, ...given({ amount }) })),
    })),
    periods: periods.map(({ row, amount, inLines }) => ({ period: row.period.text, ...given({ amount, inLines }) })),
  }))
}

/** What leads to what. */
export function exportedTrace(plan: Plan): ExportedPlan['trace'] {
  return trace(plan).links.map(({ from, to, relation, direction }) => ({ from, relation, to, ...given({ direction }) }))
}

/** What the plan comes to on its status date. */
export function exportedJudgement(plan: Plan): ExportedPlan['judgement'] {
  const { health, verdict, worstFirst, work, decisions } = judgement(plan)
  return {
    health,
    verdict: verdictText(verdict),
    goals: worstFirst.map(({ facts }) => facts.goal.name),
    tasks: work,
    decisions: decisions.map((one) => ({
      kind: one.kind,
      about: one.about.name,
      text: decisionText(one),
      ...given({ owner: one.owner?.name, date: one.date }),
    })),
  }
}
