import type { NumberElement } from '../elements/elements.js'
import type { Formula } from '../elements/formula.js'
import { bare, namesIn } from '../formula/walk.js'
import type { Plan } from '../model/plan.js'
import { standardMeasure } from './dictionary.js'

/** What a quotient divides by what, as sorted names of the standard dictionary; names that it does not know stand as they are. */
export interface QuotientShape {
  readonly numerator: readonly string[]
  readonly denominator: readonly string[]
}

/** The quotient that a formula of the plan is, literal factors and parentheses aside; undefined when it is none. */
export function shapeOf(plan: Plan, formula: Formula): QuotientShape | undefined {
  const node = bare(formula)
  if (node.type === 'call' && node.name === 'round' && node.args[0]) return shapeOf(plan, node.args[0])
  if (node.type !== 'binary') return undefined
  if (node.operator === '*') {
    if (bare(node.right).type === 'number') return shapeOf(plan, node.left)
    return bare(node.left).type === 'number' ? shapeOf(plan, node.right) : undefined
  }
  if (node.operator !== '/' || bare(node.right).type === 'number') return undefined
  return { numerator: standardNames(plan, node.left), denominator: standardNames(plan, node.right) }
}

function standardNames(plan: Plan, formula: Formula): string[] {
  const names = namesIn(formula).map((ref) => {
    const number = plan.find(ref, 'measure', 'metric')
    return number ? standardName(number) : ref.name
  })
  return [...new Set(names)].sort()
}

/** The name that the standard dictionary has for a number of the plan, or its own. */
export function standardName(number: NumberElement): string {
  if (number.kind !== 'measure') return number.name
  return (standardMeasure(number.name) ?? standardMeasure(number.title?.text ?? ''))?.name ?? number.name
}

// the dictionary's own names are ASCII
const name = /\b[A-Za-z_]\w*/g

/** The quotient that a formula of the dictionary is: what stands in front of its outermost `/` and what behind. */
export function shapeOfText(formula: string): QuotientShape | undefined {
  let depth = 0
  for (let at = 0; at < formula.length; at++) {
    const character = formula[at]
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (depth === 0 && (character === '+' || character === '-')) return undefined
    else if (depth === 0 && character === '/') {
      return { numerator: namesOf(formula.slice(0, at)), denominator: namesOf(formula.slice(at + 1)) }
    }
  }
  return undefined
}

function namesOf(text: string): string[] {
  return [...new Set(text.match(name))].sort()
}

/** True when both divide the same by the same. */
export function isSameShape(a: QuotientShape | undefined, b: QuotientShape | undefined): boolean {
  return a !== undefined && b !== undefined && a.numerator.join() === b.numerator.join() && a.denominator.join() === b.denominator.join()
}

// The dictionary has several names for money that goes out for marketing and for what comes back; which one a plan takes changes no formula.
const sameMeaning: readonly (readonly string[])[] = [
  ['ad_spend', 'cost', 'marketing_cost', 'spend'],
  ['ad_revenue', 'returns', 'revenue'],
]
const meaningOf = new Map(sameMeaning.flatMap((names) => names.map((one) => [one, names[0] ?? one] as const)))

/** True when both sides of two quotients mean the same, whatever the dictionary calls their parts. */
export function isSameMeaning(a: readonly string[], b: readonly string[]): boolean {
  return meanings(a) === meanings(b)
}

function meanings(names: readonly string[]): string {
  return [...new Set(names.map((one) => meaningOf.get(one) ?? one))].sort().join()
}
