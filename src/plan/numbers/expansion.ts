import type { Formula } from '../elements/formula.js'
import { isTooDeep } from '../formula/walk.js'
import type { Plan } from '../model/plan.js'
import { numbers } from './numbers.js'

// Metrics that use each other several times grow without limit; what is longer nobody reads.
const mostParts = 300

/**
 * The formula of a metric with the metrics in it replaced by theirs, in parentheses, until only measures are left. Metrics in a loop and what
 * would make it longer than 300 parts stay as names. Undefined for a measure and for a metric without formula.
 */
export function expandedFormula(plan: Plan, name: string): Formula | undefined {
  const metric = plan.find({ name }, 'metric')
  if (!metric?.formula || isTooDeep(metric.formula.expression)) return undefined
  let parts = 0
  const expand = (node: Formula, depth: number): Formula => {
    parts++
    switch (node.type) {
      case 'number':
        return node
      case 'group':
        return { ...node, inner: expand(node.inner, depth) }
      case 'negate':
        return { ...node, operand: expand(node.operand, depth) }
      case 'binary':
        return { ...node, left: expand(node.left, depth), right: expand(node.right, depth) }
      case 'call':
        return { ...node, args: node.args.map((arg) => expand(arg, depth)) }
      case 'name': {
        const inner = plan.find(node.ref, 'metric')?.formula?.expression
        const isOpen = inner && parts < mostParts && depth < 50 && !numbers(plan).get(node.ref.name)?.isInLoop && !isTooDeep(inner)
        if (!isOpen) return node
        const expanded = expand(inner, depth + 1)
        return isSimple(expanded) ? expanded : { type: 'group', inner: expanded, place: node.place }
      }
    }
  }
  return expand(metric.formula.expression, 0)
}

function isSimple(formula: Formula): boolean {
  return formula.type === 'name' || formula.type === 'number' || formula.type === 'call' || formula.type === 'group'
}
