import { editDistance } from '../text/distance.js'
import { adMetrics } from './ads.js'
import { emailMetrics } from './email.js'
import { leadMetrics } from './leads.js'
import { type MeasureDefinition, measureDefinitions } from './measures.js'
import { normalised } from './normalise.js'
import { operationsMetrics } from './operations.js'
import { type AmbiguousTerm, ambiguousTerms } from './readings.js'
import { revenueMetrics } from './revenue.js'
import { socialMetrics } from './social.js'
import { type MetricArea, type MetricEntry, type StandardMetric, standardMetricOf } from './standard-metric.js'
import { webMetrics } from './web.js'

const areas: readonly (readonly [MetricArea, readonly MetricEntry[]])[] = [
  ['email', emailMetrics],
  ['web', webMetrics],
  ['leads', leadMetrics],
  ['revenue', revenueMetrics],
  ['ads', adMetrics],
  ['social', socialMetrics],
  ['operations', operationsMetrics],
]

const readingsOf = new Map(ambiguousTerms.map((term) => [term.metric, term.readings]))

/** The built-in dictionary, in the order of the numbers 1 to 71. */
export const standardMetrics: readonly StandardMetric[] = areas.flatMap(([area, entries]) =>
  entries.map((entry) => standardMetricOf(area, entry, readingsOf.get(entry.key) ?? [])),
)

const metricByName = byNames(() => standardMetrics, namesOf)
const measureByName = byNames(
  () => measureDefinitions,
  ({ name, title, aliases }) => [name, title.en, title.de, title.it, ...aliases],
)
const termByName = byNames(
  () => ambiguousTerms,
  (term) => term.names,
)

/** The standard metric that a plan's name or title means: by key, title or synonym, without regard to case and separators. */
export function standardMetric(name: string): StandardMetric | undefined {
  return metricByName().get(normalised(name))
}

/** The measure of the dictionary that a plan's name or title means. */
export function standardMeasure(name: string): MeasureDefinition | undefined {
  return measureByName().get(normalised(name))
}

/** The term with several readings that a plan's name or title is. */
export function ambiguousTerm(name: string): AmbiguousTerm | undefined {
  return termByName().get(normalised(name))
}

/**
 * The standard metrics that somebody who types `term` may look for, best first: by number; by equal name; by the beginning of a
 * name; by words in names and readings; by area; and, if all that finds nothing, by names that are spelled almost alike.
 */
export function findStandardMetrics(term: string): StandardMetric[] {
  const wanted = normalised(term)
  if (wanted === '') return []
  if (/^\d+$/.test(wanted)) return standardMetrics.filter((metric) => metric.number === Number(wanted))
  const found = ranked((metric) => matchRank(metric, wanted))
  return found.length > 0 ? found : ranked((metric) => misspellingRank(metric, wanted))
}

const noMatch = Number.POSITIVE_INFINITY

function ranked(rankOf: (metric: StandardMetric) => number): StandardMetric[] {
  return standardMetrics
    .map((metric) => ({ metric, rank: rankOf(metric) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank || a.metric.number - b.metric.number)
    .map(({ metric }) => metric)
}

function matchRank(metric: StandardMetric, wanted: string): number {
  const names = namesOf(metric).map(normalised)
  if (names.includes(wanted)) return 0
  if (names.some((name) => name.startsWith(wanted))) return 1
  const words = wanted.split(' ')
  const holdsAll = (text: string) => words.every((word) => ` ${text}`.includes(` ${word}`))
  if (names.some(holdsAll)) return 2
  if (names.some((name) => name.includes(wanted))) return 3
  if (metric.readings.some((reading) => holdsAll(normalised(reading.reading)))) return 4
  return metric.area === wanted ? 5 : noMatch
}

function misspellingRank(metric: StandardMetric, wanted: string): number {
  const limit = wanted.length < 5 ? 1 : 2
  const nearest = Math.min(...namesOf(metric).map((name) => editDistance(wanted, normalised(name), limit)))
  return nearest <= limit ? nearest : noMatch
}

function namesOf({ key, title, synonyms }: StandardMetric): string[] {
  return [key, title.en, title.de, title.it, ...synonyms]
}

/** Where two share a name, it is the first one's. Made on first use, since most commands need none of it. */
function byNames<T>(all: () => readonly T[], names: (item: T) => readonly string[]): () => ReadonlyMap<string, T> {
  let made: Map<string, T> | undefined
  return () => {
    if (made) return made
    made = new Map<string, T>()
    for (const item of all()) for (const name of names(item).map(normalised)) if (!made.has(name)) made.set(name, item)
    return made
  }
}
