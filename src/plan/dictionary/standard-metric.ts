import type { Aggregation } from '../elements/elements.js'
import { formulaFunctions } from '../elements/formula.js'
import type { Grain } from '../quantity/quantity.js'
import { measureDefinition, type Title } from './measures.js'

export type MetricArea = 'email' | 'web' | 'leads' | 'revenue' | 'ads' | 'social' | 'operations'

/** What a standard metric rests on, in the metric's own grain. */
export interface StandardMeasure {
  readonly name: string
  readonly title: Title
  /** A counted thing, `CUR` for the plan's currency, a time word, `%`, or a quotient of these. */
  readonly unit: string
  readonly grain: Grain
  readonly aggregation: Aggregation
}

/** One of the meanings that a name has in the field. */
export interface Reading {
  readonly reading: string
  readonly formula?: string
  /** The standard metric that this reading is called. */
  readonly metric?: string
}

/** A metric of the built-in dictionary. */
export interface StandardMetric {
  /** 1 to 71. */
  readonly number: number
  /** Usable as a name in a plan. */
  readonly key: string
  readonly area: MetricArea
  readonly title: Title
  /** A formula of the language over `measures` and `metrics`; of a plain measure its own name. */
  readonly formula: string
  /** It is counted or read somewhere and has no formula. */
  readonly isMeasure: boolean
  readonly measures: readonly StandardMeasure[]
  /** Keys of other standard metrics that the formula rests on. */
  readonly metrics: readonly string[]
  /** As in `in`, with `CUR` for the plan's currency. */
  readonly unit: string
  readonly grain: Grain
  /** What one value is taken of, where that is not the calendar grain. */
  readonly takenPer?: 'send' | 'post' | 'campaign' | 'snapshot' | 'survey' | 'cohort'
  /** How it rolls up over time; `ratio`: as ratio of sums or of recounted parts, `derived`: recomputed from other metrics. */
  readonly aggregation: Aggregation | 'ratio' | 'derived'
  readonly direction: 'higher' | 'lower' | 'none'
  /** Values outside are impossible. */
  readonly bounds?: Range
  /** Values outside are unusual. */
  readonly usual?: Range
  /** It can rise without any benefit. */
  readonly isVanity: boolean
  /** Why its values cannot be trusted. */
  readonly unreliable?: string
  /** Other names in English, German and Italian, lower case. */
  readonly synonyms: readonly string[]
  /** Contradictory meanings of the name in the field, the usual one first. */
  readonly readings: readonly Reading[]
  readonly note?: string
}

/** Values of the language, with unit. */
export interface Range {
  readonly low?: string
  readonly high?: string
}

type Facts = Pick<StandardMetric, 'number' | 'key' | 'grain' | 'direction'> &
  Partial<Pick<StandardMetric, 'takenPer' | 'bounds' | 'usual' | 'isVanity' | 'unreliable' | 'synonyms' | 'note'>>

/** A metric as its area's file states it. One without a formula is a measure, which has its title, unit and aggregation already. */
export type MetricEntry = Facts & (Pick<StandardMetric, 'title' | 'formula' | 'unit' | 'aggregation'> | { readonly formula?: never })

// the dictionary's own names are ASCII
const identifier = /\b[A-Za-z_]\w*/g
const functions: ReadonlySet<string> = new Set(formulaFunctions)

/** Completes an entry with what its formula says. */
export function standardMetricOf(area: MetricArea, entry: MetricEntry, readings: readonly Reading[]): StandardMetric {
  const { key, grain, synonyms = [], isVanity = false } = entry
  const names = [...new Set((entry.formula ?? key).match(identifier))].filter((name) => !functions.has(name))
  const definitions = names.map((name) => measureDefinition(name)).filter((definition) => definition !== undefined)
  const measures = definitions.map(({ name, title, unit, aggregation }) => ({ name, title, unit, grain, aggregation }))
  const metrics = names.filter((name) => !measureDefinition(name))
  const common = { area, measures, metrics, synonyms, readings, isVanity }
  if (entry.formula !== undefined) return { ...entry, ...common, isMeasure: false }
  const [own] = definitions
  if (!own) throw new Error(`The standard metric ${key} has neither a formula nor a measure.`)
  return { ...entry, ...common, isMeasure: true, formula: key, title: own.title, unit: own.unit, aggregation: own.aggregation }
}
