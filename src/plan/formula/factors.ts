import type { Metric } from '../elements/elements.js'
import type { Formula } from '../elements/formula.js'
import { compare } from '../quantity/exact.js'
import type { BinaryFormula, FormulaProblem, NumberFormula } from './problem.js'
import type { FormulaType } from './type.js'
import { bare, partsOf } from './walk.js'

interface Factor {
  readonly node: Formula
  readonly owner: BinaryFormula
  readonly isDivisor: boolean
}

interface PercentFactors {
  readonly found: readonly FormulaProblem[]
  /** The literals `100` that only say "in percent". */
  readonly ignored: ReadonlySet<Formula>
  /** One of them is wrong, not only superfluous. */
  readonly hasDouble: boolean
}

/**
 * Finds the factors by which a formula means to turn a ratio into percent. In a metric shown in `%` one `* 100` is superfluous; on what is
 * shown in percent already, in a metric shown in `x`, or a second time it is an error; `/ 100` and `* 0.01` scale the wrong way.
 */
export function findPercentFactors(metric: Metric, formula: Formula, typeOf: (node: Formula) => FormulaType): PercentFactors {
  const found: FormulaProblem[] = []
  const ignored = new Set<Formula>()
  let hasDouble = false
  const declared = metric.in?.unit.symbol
  for (const chain of chainsOf(formula)) {
    const isRatio = typeOf(chain).unit?.nature === 'ratio'
    const factors = factorsOf(chain)
    const isOfPercent = factors.some(({ node, isDivisor }) => !isDivisor && isShownInPercent(node, typeOf))
    let count = 0
    for (const { node, owner, isDivisor } of factors) {
      const literal = bare(node)
      if (literal.type !== 'number' || literal.value.unit.nature !== 'plain') continue
      const subject = owner.left === node ? owner.right : owner.left
      if (isFactor(literal, isDivisor ? '100' : '0.01')) {
        if (isOfPercent || (isRatio && declared === '%')) found.push({ code: 'formula/inverse-percent-factor', literal, owner, subject })
      } else if (!isDivisor && isFactor(literal, '100') && isRatio) {
        count++
        if (isOfPercent || declared === 'x' || (declared === '%' && count > 1)) {
          found.push({ code: 'formula/double-percent', literal, owner, subject })
          hasDouble = true
        } else if (declared === '%') {
          found.push({ code: 'formula/superfluous-percent-factor', literal, owner, subject })
          ignored.add(literal)
        }
      }
    }
  }
  return { found, ignored, hasDouble }
}

function isFactor(literal: NumberFormula, value: string): boolean {
  return compare(literal.value.amount, value) === 0
}

function isShownInPercent(node: Formula, typeOf: (node: Formula) => FormulaType): boolean {
  const inner = bare(node)
  return inner.type === 'name' && typeOf(inner).unit?.symbol === '%'
}

/** The outermost product or quotient of each run of them. */
function* chainsOf(formula: Formula): Generator<BinaryFormula> {
  const waiting: { readonly node: Formula; readonly isInChain: boolean }[] = [{ node: formula, isInChain: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next
    const isChain = isProduct(node)
    if (isChain && !next.isInChain) yield node
    const isInChain = isChain || (next.isInChain && node.type === 'group')
    for (const part of partsOf(node)) waiting.push({ node: part, isInChain })
  }
}

function isProduct(node: Formula): node is BinaryFormula {
  return node.type === 'binary' && (node.operator === '*' || node.operator === '/')
}

/** The factors of a chain in the order of the text, through parentheses. */
function factorsOf(chain: BinaryFormula): Factor[] {
  const factors: Factor[] = []
  const collect = (node: Formula, owner: BinaryFormula, isDivisor: boolean) => {
    const inner = bare(node)
    if (!isProduct(inner)) {
      factors.push({ node, owner, isDivisor })
      return
    }
    collect(inner.left, inner, isDivisor)
    collect(inner.right, inner, inner.operator === '/' ? !isDivisor : isDivisor)
  }
  collect(chain.left, chain, false)
  collect(chain.right, chain, chain.operator === '/')
  return factors
}
