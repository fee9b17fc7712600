import type { Formula } from '../elements/formula.js'
import type { Grain, Unit } from '../quantity/quantity.js'

type Of<T extends Formula['type']> = Extract<Formula, { type: T }>
export type CallFormula = Of<'call'>
export type BinaryFormula = Of<'binary'>
export type NumberFormula = Of<'number'>

interface PercentFactor {
  readonly literal: NumberFormula
  /** The product or quotient that the literal is a direct part of. */
  readonly owner: BinaryFormula
  /** What is multiplied or divided. */
  readonly subject: Formula
}

/** What is wrong or remarkable in a metric's formula; the rule of that code words it. */
export type FormulaProblem =
  | { readonly code: 'formula/bad-call'; readonly call: CallFormula; readonly fault: 'unknown' | 'count' | 'number' | 'over' | 'grain' }
  | {
      readonly code: 'formula/unit-mismatch'
      readonly node: Formula
      readonly left: Formula
      readonly right: Formula
      readonly leftUnit: Unit
      readonly rightUnit: Unit
    }
  | {
      readonly code: 'formula/currency-mismatch'
      readonly node: Formula
      readonly left: Formula
      readonly right: Formula
      readonly leftCurrency: string
      readonly rightCurrency: string
    }
  | { readonly code: 'formula/mixed-counts'; readonly node: BinaryFormula; readonly leftUnit: Unit; readonly rightUnit: Unit }
  | { readonly code: 'formula/number-without-unit'; readonly literal: NumberFormula; readonly other: Formula; readonly unit: Unit }
  | {
      readonly code: 'formula/grain-mismatch'
      readonly node: Formula
      readonly left: Formula
      readonly right: Formula
      readonly leftGrain: Grain
      readonly rightGrain: Grain
      /** Both are flows, so that the result is too small or too large by a factor. */
      readonly isFlow: boolean
      /** The operand that a roll-up to the other's grain would mend, where it is additive. */
      readonly rollUp: { readonly operand: Formula; readonly over: Grain } | undefined
    }
  | { readonly code: 'formula/grain-mismatch'; readonly node: CallFormula; readonly grain: Grain; readonly over: Grain }
  | {
      readonly code: 'formula/non-additive-sum'
      readonly call: CallFormula
      readonly arg: Formula
      readonly isOverGroups: boolean
      readonly isDistinct: boolean
    }
  | { readonly code: 'formula/mean-of-ratios'; readonly call: CallFormula; readonly arg: Formula }
  | { readonly code: 'formula/distinct-ratio-rollup'; readonly call: CallFormula | undefined; readonly grain: Grain; readonly over: Grain }
  | ({ readonly code: 'formula/double-percent' } & PercentFactor)
  | ({ readonly code: 'formula/superfluous-percent-factor' } & PercentFactor)
  | ({ readonly code: 'formula/inverse-percent-factor' } & PercentFactor)
  | { readonly code: 'formula/declared-unit-mismatch'; readonly unit: Unit }
  | { readonly code: 'formula/division-by-zero'; readonly node: BinaryFormula }
  | { readonly code: 'formula/possible-division-by-zero'; readonly node: BinaryFormula; readonly isDifference: boolean }
  | { readonly code: 'formula/hidden-constant'; readonly literal: NumberFormula; readonly node: BinaryFormula }
  | { readonly code: 'formula/constant' }

export type ProblemOf<C extends FormulaProblem['code']> = Extract<FormulaProblem, { code: C }>

/** Problems after which a formula has no usable unit or value. */
const errors: ReadonlySet<FormulaProblem['code']> = new Set([
  'formula/bad-call',
  'formula/unit-mismatch',
  'formula/currency-mismatch',
  'formula/grain-mismatch',
  'formula/double-percent',
  'formula/declared-unit-mismatch',
  'formula/division-by-zero',
])

export function isFormulaError(problem: FormulaProblem): boolean {
  return errors.has(problem.code) || (problem.code === 'formula/non-additive-sum' && !problem.isOverGroups)
}
