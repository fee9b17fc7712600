import type { Formula } from '../elements/formula.js'
import { rational } from '../quantity/exact.js'
import { Rational } from '../quantity/rational.js'
import { toBase } from '../quantity/units.js'
import { formulaText } from './formula-text.js'
import { bare } from './walk.js'

/** A sum of terms with factors, and a constant: the form in which `a - a` is seen to be 0. */
interface Linear {
  readonly constant: Rational
  readonly terms: ReadonlyMap<string, Rational>
}

/** True when a formula is 0 whatever its numbers are: a literal 0, `a - a`, `0 * a`. */
export function isZeroByCalculation(formula: Formula): boolean {
  const { constant, terms } = linear(formula)
  return constant.isZero && terms.size === 0
}

function linear(formula: Formula): Linear {
  const node = bare(formula)
  if (node.type === 'number') return { constant: rational(toBase(node.value)), terms: new Map() }
  if (node.type === 'negate') return scaled(linear(node.operand), rational(-1))
  if (node.type !== 'binary') return opaque(node)
  if (node.operator === '+') return total(linear(node.left), linear(node.right))
  if (node.operator === '-') return total(linear(node.left), scaled(linear(node.right), rational(-1)))
  const [left, right] = [linear(node.left), linear(node.right)]
  if (node.operator === '*')
    return right.terms.size === 0 ? scaled(left, right.constant) : left.terms.size === 0 ? scaled(right, left.constant) : opaque(node)
  return right.terms.size === 0 && !right.constant.isZero ? scaled(left, Rational.one.div(right.constant)) : opaque(node)
}

function opaque(node: Formula): Linear {
  return { constant: rational(0), terms: new Map([[formulaText(node), rational(1)]]) }
}

function scaled(value: Linear, by: Rational): Linear {
  if (by.isZero) return { constant: by, terms: new Map() }
  return { constant: value.constant.mul(by), terms: new Map([...value.terms].map(([name, factor]) => [name, factor.mul(by)])) }
}

function total(a: Linear, b: Linear): Linear {
  const terms = new Map(a.terms)
  for (const [name, factor] of b.terms) {
    const sum = (terms.get(name) ?? rational(0)).add(factor)
    if (sum.isZero) terms.delete(name)
    else terms.set(name, sum)
  }
  return { constant: a.constant.add(b.constant), terms }
}
