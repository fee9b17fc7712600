import { formulaText } from '../../plan/formula/formula-text.js'
import { formulaMathml } from '../../plan/formula/mathml.js'
import { everyGoal } from '../../plan/goals/goals.js'
import { expectedOn } from '../../plan/goals/pace.js'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import { amountOn } from '../../plan/numbers/aims.js'
import { benchmarksOf } from '../../plan/numbers/benchmarks.js'
import { filterText } from '../../plan/numbers/filter-text.js'
import { type NumberFacts, numbers } from '../../plan/numbers/numbers.js'
import type { Exact, Span, Unit } from '../../plan/quantity/quantity.js'
import type { NumberView, PointView } from '../model.js'
import { decimalsOf } from './goal-view.js'
import { amountIn, type Naming } from './naming.js'

type Marks = Pick<NumberView, 'paths' | 'limits' | 'checkpoints'>

/** Measures and metrics: metrics first, each group in the order of the plan. */
export function numberViews(plan: Plan, naming: Naming): readonly NumberView[] {
  const marks = marksOfGoals(plan, naming)
  const views = numbers(plan).all.map((facts) => numberView(plan, facts, naming, marks.get(facts.name)))
  return [...views.filter((view) => view.kind === 'metric'), ...views.filter((view) => view.kind === 'measure')]
}

function numberView(plan: Plan, facts: NumberFacts, naming: Naming, marks: Marks | undefined): NumberView {
  const { element, unit, grain, aggregation, restsOn, hasError } = facts
  const metric = element.kind === 'metric' ? element : undefined
  const formula = metric?.formula?.expression
  const titleOf = (name: string) => plan.byName(name)?.title?.text || name
  const sources = [
    ...new Set(
      numbers(plan)
        .measuresUnder(facts.name)
        .flatMap((measure) => (measure.from ? [measure.from.origin.name] : [])),
    ),
  ]
  return {
    ...naming.label(element),
    kind: element.kind,
    documentation: element.documentation,
    unit: unit?.symbol || undefined,
    grain,
    aggregation: element.kind === 'measure' ? element.aggregation?.aggregation : aggregation,
    better: metric?.better?.direction,
    isKpi: metric?.kpi !== undefined,
    owners: naming.answerers(metric?.owners ?? []),
    mathml: formula && formulaMathml(formula, titleOf),
    formula: formula && formulaText(formula),
    restsOn: labelsOf(plan, naming, restsOn),
    sources: labelsOf(plan, naming, sources),
    filters: element.kind === 'measure' ? element.where.map(filterText) : [],
    hasError,
    actuals: actualsOf(plan, facts.name).flatMap((row) => pointIn(unit, amountOn(unit, row.value), row.period) ?? []),
    benchmarks: benchmarksOf(plan, facts.name).flatMap((benchmark) => {
      const amount = benchmark.value && amountIn(unit, amountOn(unit, benchmark.value))
      return amount ? { ...amount, title: benchmark.title?.text || benchmark.name, period: benchmark.window?.text } : []
    }),
    paths: marks?.paths ?? [],
    limits: marks?.limits ?? [],
    checkpoints: marks?.checkpoints ?? [],
  }
}

function labelsOf(plan: Plan, naming: Naming, names: readonly string[]) {
  return names.flatMap((name) => {
    const element = plan.byName(name)
    return element ? naming.label(element) : []
  })
}

function pointIn(unit: Unit | undefined, base: Exact | undefined, days: Pick<Span, 'start' | 'end' | 'text'>): PointView | undefined {
  const amount = amountIn(unit, base)
  return amount && { ...amount, period: days.text, start: days.start, end: days.end }
}

/** What goals draw into the charts of their numbers. */
function marksOfGoals(plan: Plan, naming: Naming): ReadonlyMap<string, Marks> {
  const marks = new Map<
    string,
    { paths: NumberView['paths'][number][]; limits: NumberView['limits'][number][]; checkpoints: NumberView['checkpoints'][number][] }
  >()
  const marksFor = (name: string) => {
    const known = marks.get(name) ?? { paths: [], limits: [], checkpoints: [] }
    marks.set(name, known)
    return known
  }
  for (const { goal, aims, isDropped } of everyGoal(plan)) {
    if (isDropped) continue
    const label = naming.label(goal)
    for (const { aim, unit, baseline, target, baselineWindow, targetWindow } of aims) {
      const from = baselineWindow && pointIn(unit, baseline, { ...baselineWindow, text: aim.baseline?.window?.text ?? baselineWindow.end })
      const to = targetWindow && pointIn(unit, target, { ...targetWindow, text: aim.target?.window?.text ?? targetWindow.end })
      if (from && to) marksFor(aim.number.name).paths.push({ goal: label, from, to })
    }
    for (const guard of goal.guards) {
      const facts = numbers(plan).get(guard.number.name)
      const amount = amountIn(facts?.unit, amountOn(facts?.unit, guard.value))
      if (amount && (guard.per === undefined || guard.per === facts?.grain))
        marksFor(guard.number.name).limits.push({ ...amount, goal: label, bound: guard.bound })
    }
    for (const { date, value } of goal.checkpoints) {
      // A value belongs to the first measurable that has its unit; without one every measurable should be on its path.
      const meant = value ? aims.filter((one) => amountOn(one.unit, value) !== undefined).slice(0, 1) : aims
      for (const aim of meant) {
        const amount = value
          ? amountIn(aim.unit, amountOn(aim.unit, value))
          : amountIn(aim.unit, expectedOn(aim, date.date), decimalsOf(plan, aim))
        if (amount) marksFor(aim.aim.number.name).checkpoints.push({ ...amount, date: date.date, goal: label.title })
      }
    }
  }
  return marks
}
