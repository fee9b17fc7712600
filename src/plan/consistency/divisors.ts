import { namesIn, nodesOf } from '../formula/walk.js'
import type { NumberFacts } from '../numbers/numbers.js'

/** The numbers that a metric's formula is divided by. */
export function divisorsOf(facts: NumberFacts | undefined): ReadonlySet<string> {
  const formula = facts?.element.kind === 'metric' ? facts.element.formula?.expression : undefined
  if (!formula) return new Set()
  const divisions = [...nodesOf(formula)].filter((node) => node.type === 'binary' && node.operator === '/')
  return new Set(divisions.flatMap((node) => (node.type === 'binary' ? namesIn(node.right).map(({ name }) => name) : [])))
}
