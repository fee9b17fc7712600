import type { Formula } from '../elements/formula.js'
import { isTooDeep } from './walk.js'

/** A formula as text of the language, with plain operators and single spaces; parentheses stand where they were written. */
export function formulaText(formula: Formula): string {
  return isTooDeep(formula) ? '…' : textOf(formula)
}

function textOf(formula: Formula): string {
  switch (formula.type) {
    case 'number':
      return formula.value.text
    case 'name':
      return formula.ref.name
    case 'group':
      return `(${textOf(formula.inner)})`
    case 'negate':
      return `-${textOf(formula.operand)}`
    case 'binary':
      return `${textOf(formula.left)} ${formula.operator} ${textOf(formula.right)}`
    case 'call': {
      const over = formula.over ? ` over ${formula.over}` : ''
      return `${formula.name}(${formula.args.map(textOf).join(', ')}${over})`
    }
  }
}
