import { t } from '@vscode/l10n'
import type { Measure, Source } from '../plan/elements/elements.js'
import { everyGoal } from '../plan/goals/goals.js'
import type { Plan } from '../plan/model/plan.js'
import { actualsOf } from '../plan/numbers/actuals.js'
import { numbers } from '../plan/numbers/numbers.js'
import { periodAt, periodsIn, previousPeriod } from '../plan/quantity/periods.js'
import type { Grain, PlainDate, Window } from '../plan/quantity/quantity.js'
import { compareText } from '../plan/text/compare-text.js'
import { grouped } from './grouped.js'
import type { SourceQuestion } from './read-measures.js'
import { filesOf } from './source-files.js'

/** A number that is not measured, and why. */
export interface LeftOut {
  readonly name: string
  readonly why: string
}

export interface Wanted {
  readonly questions: readonly SourceQuestion[]
  /** Measures and metrics that can be measured, in the order of the plan. */
  readonly names: readonly string[]
  readonly leftOut: readonly LeftOut[]
}

/** What has to be asked for to measure numbers in some spans. Throws a DataProblem where a source has no file that can be read. */
export function wantedOf(plan: Plan, root: string, meant: readonly string[], spans: readonly Window[], since: PlainDate): Wanted {
  const leftOut: LeftOut[] = []
  const names: string[] = []
  const measures = new Set<Measure>()
  for (const { name, hasError } of numbers(plan).all.filter((one) => meant.includes(one.name))) {
    const under = numbers(plan).measuresUnder(name)
    const whys = under.flatMap((measure) => whyNot(plan, measure) ?? [])
    const [why] = hasError ? [t('its formula has an error')] : under.length === 0 ? [t('it rests on no measure')] : whys
    if (why !== undefined) leftOut.push({ name, why })
    else {
      names.push(name)
      for (const measure of under) measures.add(measure)
    }
  }
  const bySource = grouped(measures, (measure) => plan.find(measure.from?.origin, 'source'))
  const grains = new Set(names.flatMap((name) => numbers(plan).get(name)?.grain ?? []))
  const questions = [...bySource].flatMap(([source, some]) => {
    const { dated } = source ?? {}
    if (!source || !dated) return []
    const files = filesOf(source, root)
    const own = some.flatMap(({ per }) => per?.grain ?? [])
    const every = new Set([...grains, ...own])
    const takesMonths = own.every((grain) => grain !== 'day' && grain !== 'week')
    const decimal = source.decimal?.text === ',' ? ',' : '.'
    return layers([...[...every].flatMap((grain) => closedPeriods(grain, since, plan.statusDate.date)), ...spans]).map((periods) => ({
      source,
      files,
      question: { dated: dated.word, takesMonths, decimal, periods, measures: some } as const,
    }))
  })
  return { questions, names, leftOut }
}

/** The periods of a grain that have ended before a day, from the one in front of a day on, since `previous` looks at that. */
function closedPeriods(grain: Grain, since: PlainDate, today: PlainDate): readonly Window[] {
  const { start } = previousPeriod(periodAt(grain, since))
  const { end } = previousPeriod(periodAt(grain, today))
  return start <= end ? periodsIn(grain, { start, end }) : []
}

/** Spans as lists of spans that do not overlap, each once. */
function layers(spans: readonly Window[]): readonly (readonly Window[])[] {
  const distinct = [...new Map(spans.map((span) => [`${span.start}..${span.end}`, { start: span.start, end: span.end }])).values()]
  const sorted = distinct.sort((a, b) => compareText(a.start, b.start) || compareText(a.end, b.end))
  const found: Window[][] = []
  for (const span of sorted) {
    const free = found.find((layer) => (layer.at(-1)?.end ?? '') < span.start)
    if (free) free.push(span)
    else found.push([span])
  }
  return found
}

function whyNot(plan: Plan, measure: Measure): string | undefined {
  const { name, from, aggregation } = measure
  if (!from) return t('`{name}` says no source behind `from`', { name })
  const source = plan.find(from.origin, 'source')
  if (!source) return t('`{name}` is read from a tool, not from a source with a file', { name })
  if (!aggregation) return t('`{name}` does not say whether it is a sum, a count or another aggregate', { name })
  if (!from.column && aggregation.aggregation !== 'count') return t('`{name}` says no column', { name })
  return whyNoSource(source)
}

function whyNoSource({ name, file, table, dated }: Source): string | undefined {
  if (!file)
    return table ? t('`{name}` is a table of a warehouse; only files are read so far', { name }) : t('`{name}` has no `file`', { name })
  return dated ? undefined : t('`{name}` does not say behind `dated` which column holds the day', { name })
}

/** The first day that the values of a plan are about: of its period, its baselines and its written values. */
export function firstDay(plan: Plan): PlainDate {
  const { date } = plan.statusDate
  const days = [
    plan.strategy?.period?.start,
    ...everyGoal(plan).flatMap(({ aims }) => aims.map((aim) => aim.baselineWindow?.start)),
    ...numbers(plan).all.map(({ name }) => actualsOf(plan, name)[0]?.period.start),
  ].flatMap((day) => day ?? [])
  return [date, ...days].sort(compareText)[0] ?? date
}
