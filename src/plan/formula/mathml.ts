import type { Formula } from '../elements/formula.js'
import { bare, isTooDeep } from './walk.js'

/**
 * A formula as presentation MathML (MathML Core), quotients as fractions. `labelOf` gives what stands for a name, its title for example;
 * the text is escaped. A tree that is too deep gives an ellipsis.
 */
export function formulaMathml(formula: Formula, labelOf: (name: string) => string = (name) => name): string {
  const content = isTooDeep(formula) ? '<mo>…</mo>' : markup(formula, labelOf)
  return `<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow>${content}</mrow></math>`
}

type LabelOf = (name: string) => string

const signs = { '+': '+', '-': '−', '*': '×' } as const

function markup(formula: Formula, labelOf: LabelOf): string {
  switch (formula.type) {
    case 'number':
      return numberMarkup(formula.value.text, formula.value.unit.symbol)
    case 'name':
      return `<mtext>${escaped(labelOf(formula.ref.name))}</mtext>`
    case 'negate':
      return `<mrow><mo>−</mo>${markup(formula.operand, labelOf)}</mrow>`
    case 'group':
      return `<mrow><mo>(</mo>${markup(formula.inner, labelOf)}<mo>)</mo></mrow>`
    case 'binary':
      // the bar of a fraction groups, so parentheses around its parts would only repeat it
      if (formula.operator === '/') return `<mfrac>${row(bare(formula.left), labelOf)}${row(bare(formula.right), labelOf)}</mfrac>`
      return `${markup(formula.left, labelOf)}<mo>${signs[formula.operator]}</mo>${markup(formula.right, labelOf)}`
    case 'call': {
      const args = formula.args.map((arg) => markup(arg, labelOf)).join('<mo>,</mo>')
      const name = `<mi>${escaped(formula.name)}</mi>`
      const head = formula.over ? `<msub>${name}<mi>${formula.over}</mi></msub>` : name
      return `<mrow>${head}<mo>(</mo>${args}<mo>)</mo></mrow>`
    }
  }
}

function row(formula: Formula, labelOf: LabelOf): string {
  return `<mrow>${markup(formula, labelOf)}</mrow>`
}

function numberMarkup(text: string, unit: string): string {
  const number = text
    .slice(0, text.length - unit.length)
    .trim()
    .replaceAll('_', ' ')
  return unit && text.endsWith(unit)
    ? `<mn>${number}</mn><mtext>${escaped(unit)}</mtext>`
    : `<mn>${escaped(text.replaceAll('_', ' '))}</mn>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
