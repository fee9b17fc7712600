import type { Grain, Measurement } from '../quantity/quantity.js'
import type { Sited } from '../text/place.js'
import type { Ref } from './ref.js'

export type Operator = '+' | '-' | '*' | '/'

/** The functions of the language. */
export const formulaFunctions = [
  'min',
  'max',
  'abs',
  'round',
  'sum',
  'average',
  'median',
  'last',
  'previous',
  'change',
  'growth',
  'cumulative',
] as const
export type FormulaFunction = (typeof formulaFunctions)[number]

/** An expression as a tree, as written. Function names are kept as text, since an unknown one is a finding. */
export type Formula =
  | (Sited & { readonly type: 'number'; readonly value: Measurement })
  | (Sited & { readonly type: 'name'; readonly ref: Ref })
  | (Sited & { readonly type: 'negate'; readonly operand: Formula })
  | (Sited & {
      readonly type: 'binary'
      readonly operator: Operator
      readonly operatorPlace: Sited['place']
      /** True for `×`, `÷` and `−`. */
      readonly isTypographic: boolean
      readonly left: Formula
      readonly right: Formula
    })
  | (Sited & { readonly type: 'group'; readonly inner: Formula })
  | (Sited & {
      readonly type: 'call'
      readonly name: string
      readonly namePlace: Sited['place']
      readonly args: readonly Formula[]
      readonly over: Grain | undefined
    })
