import { t } from '@vscode/l10n'
import { ambiguousTerm, standardMetric, standardMetrics } from '../../plan/dictionary/dictionary.js'
import { isSameMeaning, isSameShape, type QuotientShape, shapeOf, shapeOfText } from '../../plan/dictionary/formula-shape.js'
import { measureDefinition } from '../../plan/dictionary/measures.js'
import type { StandardMetric } from '../../plan/dictionary/standard-metric.js'
import type { Metric } from '../../plan/elements/elements.js'
import { levels, rule } from '../engine/rule.js'
import { inTicks } from '../wording/wording.js'

export const libraryNameClash = rule({
  code: 'formula/library-name-clash',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A metric with a standard name has the standard formula.',
  why: 'Readers know what a click rate is, and compare yours with benchmarks that divide by delivered emails.',
  fix: 'Rename the metric, or use the usual formula.',
  bad: `measure unique_clickers "Readers who clicked" in readers per month sum from email_platform
measure unique_opens "Readers who opened" in readers per month sum at least 1 from email_platform
metric click_rate "Readers who click" in % per month kpi = unique_clickers / unique_opens`,
  good: `measure unique_clickers "Readers who clicked" in readers per month sum from email_platform
measure unique_opens "Readers who opened" in readers per month sum at least 1 from email_platform
metric click_to_open_rate "Readers who click" in % per month kpi = unique_clickers / unique_opens`,
  check(plan, report) {
    for (const metric of plan.all('metric')) {
      const standard = standardMetric(metric.name)
      const usual = standard && shapeOfText(standard.formula)
      const own = metric.formula && shapeOf(plan, metric.formula.expression)
      if (!standard || !usual || !own || isSameShape(usual, own) || isExplained(metric)) continue
      const side = differingSide(usual, own)
      if (!side) continue
      const called = standardMetrics.find((other) => other !== standard && isSameShape(shapeOfText(other.formula), own))
      const message = sentence(metric, side, usual, own, called)
      const isFree = called && !plan.byName(called.key)
      const fixes = isFree
        ? [
            {
              title: t('Rename to `{name}`', { name: called.key }),
              changes: [{ type: 'rename' as const, from: metric.place, name: metric.name, to: called.key }],
              isSafe: false,
            },
          ]
        : []
      report(metric, message, { other: standard.key, fixes })
    }
  },
})

/** The name has several readings in the field, and the plan says which one is meant. */
function isExplained(metric: Metric): boolean {
  return ambiguousTerm(metric.name) !== undefined && (metric.notes.length > 0 || metric.documentation !== undefined)
}

/** The side that surely differs: all its names are known to the dictionary and are others than usual. Own names may mean the same. */
function differingSide(usual: QuotientShape, own: QuotientShape): 'numerator' | 'denominator' | undefined {
  const differs = (side: 'numerator' | 'denominator') => !isSameMeaning(usual[side], own[side]) && own[side].every(isStandardName)
  return differs('denominator') ? 'denominator' : differs('numerator') ? 'numerator' : undefined
}

function isStandardName(name: string): boolean {
  return measureDefinition(name) !== undefined || standardMetric(name)?.key === name
}

function sentence(
  metric: Metric,
  side: 'numerator' | 'denominator',
  usual: QuotientShape,
  own: QuotientShape,
  called: StandardMetric | undefined,
): string {
  const parts = { metric: metric.name, usual: inTicks(usual[side]), own: inTicks(own[side]), called: called?.key ?? '' }
  if (side === 'denominator')
    return called
      ? t('`{metric}` usually divides by {usual}. Yours divides by {own}, which is called `{called}`.', parts)
      : t('`{metric}` usually divides by {usual}. Yours divides by {own}. Rename it, so that nobody compares the two.', parts)
  return called
    ? t('`{metric}` usually counts {usual}. Yours counts {own}, which is called `{called}`.', parts)
    : t('`{metric}` usually counts {usual}. Yours counts {own}. Rename it, so that nobody compares the two.', parts)
}
