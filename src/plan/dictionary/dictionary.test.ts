import { describe, expect, it } from 'vitest'
import { formulaFunctions } from '../elements/formula.js'
import { parseUnit } from '../quantity/units.js'
import { ambiguousTerm, findStandardMetrics, standardMeasure, standardMetric, standardMetrics } from './dictionary.js'
import { measureDefinition, measureDefinitions } from './measures.js'
import { normalised } from './normalise.js'
import { ambiguousTerms } from './readings.js'

const keys = new Set(standardMetrics.map((metric) => metric.key))
const identifiersIn = (formula: string) =>
  (formula.match(/(?<!\d)\b[a-z_]+\b/g) ?? []).filter((name) => !formulaFunctions.some((known) => known === name))

describe('the dictionary', () => {
  it('holds the metrics 1 to 71 in order', () => {
    expect(standardMetrics.map((metric) => metric.number)).toEqual(Array.from({ length: 71 }, (_, index) => index + 1))
    expect(keys.size).toBe(71)
  })

  it('gives every metric a key that can be a name, and a title in three languages', () => {
    for (const { key, title } of standardMetrics) {
      expect(key).toMatch(/^[a-z][a-z0-9_]*$/)
      for (const text of [title.en, title.de, title.it]) expect(text.trim()).toBe(text)
      for (const text of [title.en, title.de, title.it]) expect(text).not.toBe('')
    }
  })

  it.each(standardMetrics.map((metric) => [metric.key, metric] as const))(
    'rests the formula of %s on known measures and metrics only',
    (_, metric) => {
      for (const name of identifiersIn(metric.formula)) expect(measureDefinition(name) !== undefined || keys.has(name), name).toBe(true)
      expect([...metric.measures.map((measure) => measure.name), ...metric.metrics].sort()).toEqual(
        [...new Set(identifiersIn(metric.formula))].sort(),
      )
      for (const key of metric.metrics) expect(keys).toContain(key)
    },
  )

  it('takes every measure in the grain of its metric, so that flows of one formula never mix grains', () => {
    for (const { measures, grain } of standardMetrics) for (const measure of measures) expect(measure.grain).toBe(grain)
  })

  it('writes units and bounds as a plan would', () => {
    for (const { key, unit, measures, bounds, usual } of standardMetrics) {
      for (const text of [unit, ...measures.map((measure) => measure.unit)]) expect(parseUnit(text), `${key}: ${text}`).toBeDefined()
      for (const value of [bounds?.low, bounds?.high, usual?.low, usual?.high])
        if (value !== undefined) expect(value).toMatch(/^-?\d+(\.\d+)?(%|x|h|mo| days| CUR(\/[a-z]+)?)?$/)
    }
  })

  it('gives a plain measure its own name as formula', () => {
    const measures = standardMetrics.filter((metric) => metric.isMeasure)
    expect(measures.map((metric) => metric.key)).toContain('leads')
    for (const { key, formula } of measures) expect(formula).toBe(key)
    expect(standardMetric('cycle_time')).toMatchObject({ isMeasure: true, aggregation: 'median', unit: 'days' })
  })

  it('knows which numbers are vanity or unreliable', () => {
    expect(standardMetrics.filter((metric) => metric.isVanity).map((metric) => metric.key)).toEqual([
      'page_views',
      'leads',
      'impressions',
      'followers',
    ])
    expect(standardMetrics.filter((metric) => metric.unreliable).map((metric) => metric.key)).toEqual(['open_rate'])
  })

  it('has lower-case synonyms, and no name stands for two metrics', () => {
    const owner = new Map<string, string>()
    for (const { key, title, synonyms } of standardMetrics) {
      for (const synonym of synonyms) expect(synonym).toBe(synonym.toLowerCase())
      for (const name of new Set([key, title.en, title.de, title.it, ...synonyms].map(normalised))) {
        expect(owner.get(name), name).toBeUndefined()
        owner.set(name, key)
      }
    }
  })

  it('has no measure whose name or alias stands for two measures', () => {
    const owner = new Map<string, string>()
    for (const { name, aliases } of measureDefinitions)
      for (const word of [name, ...aliases].map(normalised)) {
        expect(owner.get(word), word).toBeUndefined()
        owner.set(word, name)
      }
  })
})

describe('terms with several readings', () => {
  it('name known metrics and formulas over known measures', () => {
    for (const { metric, readings } of ambiguousTerms) {
      expect(keys).toContain(metric)
      for (const reading of readings) {
        if (reading.metric) expect(keys).toContain(reading.metric)
        for (const name of identifiersIn(reading.formula ?? '')) expect(measureDefinition(name), name).toBeDefined()
      }
    }
  })

  it('begin with the reading of the standard metric, under that metric’s formula', () => {
    for (const { metric, readings } of ambiguousTerms) {
      expect(readings[0]?.metric).toBe(metric)
      expect(readings[0]?.formula).toBe(standardMetric(metric)?.formula)
      expect(standardMetric(metric)?.readings).toEqual(readings)
    }
  })

  it('repeat the formula of every metric they name', () => {
    for (const reading of ambiguousTerms.flatMap((term) => term.readings))
      if (reading.metric) expect(reading.formula).toBe(standardMetric(reading.metric)?.formula)
  })

  it('are found by name or title, while the exact names of the dictionary are not ambiguous', () => {
    expect(ambiguousTerm('Web traffic')?.metric).toBe('sessions')
    expect(ambiguousTerm('email_ctr')?.readings).toHaveLength(4)
    expect(
      ['click_rate', 'click_to_open_rate', 'ad_ctr', 'email_churn', 'list_churn', 'sessions'].filter((name) => ambiguousTerm(name)),
    ).toEqual([])
  })
})

describe('looking a metric up', () => {
  it.each([
    ['click_rate', 'click_rate'],
    ['Click-to-open rate', 'click_to_open_rate'],
    ['CTR', 'click_rate'],
    ['Klickrate', 'click_rate_on_recipients'],
    ['Öffnungsrate', 'open_rate'],
    ['TASSO DI ABBANDONO', 'email_churn'],
    ['bounce_rate', 'email_bounce_rate'],
    ['Absprungrate', 'web_bounce_rate'],
    ['frequenza di rimbalzo', 'web_bounce_rate'],
    ['conversion_rate', 'session_conversion_rate'],
    ['web_traffic', 'sessions'],
    ['engagement_rate', 'engagement_rate_by_reach'],
    ['LTV:CAC', 'ltv_to_cac'],
    ['TKP', 'cpm'],
  ])('finds “%s” as %s', (name, key) => {
    expect(standardMetric(name)?.key).toBe(key)
  })

  it('finds nothing for a name of the plan’s own', () => {
    expect(standardMetric('segment_owner_coverage')).toBeUndefined()
    expect(standardMetric('')).toBeUndefined()
  })

  it('knows measures by the names that plans give them', () => {
    expect(standardMeasure('complaints')?.name).toBe('spam_complaints')
    expect(standardMeasure('sends')?.name).toBe('emails_sent')
    expect(standardMeasure('Zugestellte E-Mails')?.name).toBe('delivered')
    expect(standardMeasure('answers_in_time')).toBeUndefined()
  })
})

describe('searching the dictionary', () => {
  const found = (term: string) => findStandardMetrics(term).map((metric) => metric.key)

  it('puts the metric of that very name first', () => {
    expect(found('click_rate')[0]).toBe('click_rate')
    expect(found('Bounce rate').slice(0, 2)).toEqual(['email_bounce_rate', 'web_bounce_rate'])
  })

  it('finds by number, by part of a name in any of three languages, by reading, and by area', () => {
    expect(found('13')).toEqual(['email_churn'])
    expect(found('churn').sort()).toEqual(['customer_churn', 'email_churn', 'list_churn'])
    expect(found('öffnung')).toEqual(['open_rate', 'click_to_open_rate'])
    expect(found('disiscrizione')).toEqual(['unsubscribe_rate'])
    expect(found('csat')).toEqual(['nps'])
    expect(found('social')).toHaveLength(5)
  })

  it('finds what is misspelled by two letters at most', () => {
    expect(found('unsubscribe raet')).toEqual(['unsubscribe_rate'])
    expect(found('xylophone')).toEqual([])
    expect(found('  ')).toEqual([])
    expect(found('0')).toEqual([])
    expect(found('99')).toEqual([])
  })
})
