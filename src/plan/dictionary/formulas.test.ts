import { describe, expect, it } from 'vitest'
import { measured, refTo } from '../../../test/sketch/plan-sketch.js'
import type { Measure, Metric } from '../elements/elements.js'
import type { Formula, Operator } from '../elements/formula.js'
import { type FormulaType, measureType, unknownType } from '../formula/type.js'
import { type Typing, typeFormula } from '../formula/typing.js'
import { parseUnit } from '../quantity/units.js'
import { standardMetric, standardMetrics } from './dictionary.js'
import type { StandardMeasure, StandardMetric } from './standard-metric.js'

const place = { file: '', start: 0, end: 0 }

/** Reads what the dictionary writes: names, numbers, durations, the four operators, parentheses, and calls of one argument. */
function formulaOf(text: string): Formula {
  const tokens = text.match(/[\d.]+[a-z]*|[a-z_]+|[-+*/()]/g) ?? []
  const take = () => tokens.shift() ?? ''
  const chain = (operators: readonly string[], operand: () => Formula): Formula => {
    let left = operand()
    while (operators.includes(tokens[0] ?? '')) {
      const operator = take() as Operator
      left = { type: 'binary', place, operator, operatorPlace: place, isTypographic: false, left, right: operand() }
    }
    return left
  }
  const sum = (): Formula => chain(['+', '-'], () => chain(['*', '/'], atom))
  const enclosed = (): Formula => {
    const inner = sum()
    take()
    return inner
  }
  const atom = (): Formula => {
    const token = take()
    if (token === '(') return { type: 'group', place, inner: enclosed() }
    if (/^\d/.test(token)) return { type: 'number', place, value: measured(token) }
    if (tokens[0] !== '(') return { type: 'name', place, ref: refTo(token) }
    take()
    return { type: 'call', place, name: token, namePlace: place, args: [enclosed()], over: undefined }
  }
  return sum()
}

// Typing reads of an element only what stands here, so the casts below leave the rest out.
function declared(unitText: string) {
  const unit = parseUnit(unitText)
  if (!unit) throw new Error(`${unitText} is no unit`)
  return { in: { place, unit, text: unitText } }
}

function typeOfMeasure({ unit, grain, aggregation }: StandardMeasure): FormulaType {
  return measureType({ ...declared(unit), per: { place, grain }, aggregation: { place, aggregation } } as Measure)
}

function typed(metric: StandardMetric): Typing {
  const typeOf = (name: string): FormulaType => {
    const measure = metric.measures.find((candidate) => candidate.name === name)
    if (measure) return typeOfMeasure(measure)
    const part = standardMetric(name)
    return part ? typed(part).type : unknownType
  }
  return typeFormula({ ...declared(metric.unit) } as Metric, formulaOf(metric.formula), {
    typeOf: (ref) => typeOf(ref.name),
    arePartAndWhole: () => false,
  })
}

describe('the formulas of the dictionary', () => {
  it.each(standardMetrics.map((metric) => [metric.key, metric] as const))(
    'give %s in its own unit, without anything to remark',
    (_, metric) => {
      const { problems, type } = typed(metric)
      expect(problems).toEqual([])
      expect(type.unit).toBeDefined()
    },
  )

  it('call a number derived or a ratio when it cannot be added up over time', () => {
    for (const metric of standardMetrics)
      expect(typed(metric).type.additivity === 'additive', metric.key).toBe(metric.aggregation === 'sum')
  })
})
