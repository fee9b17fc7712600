import type { Formula } from '../elements/formula.js'
import type { Ref } from '../elements/ref.js'

/** The parts directly under a node, in order. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.type) {
    case 'negate':
      return [formula.operand]
    case 'group':
      return [formula.inner]
    case 'binary':
      return [formula.left, formula.right]
    case 'call':
      return formula.args
    default:
      return []
  }
}

/** Every node of the tree, each before its parts, in the order of the text. Safe for trees of any depth. */
export function* nodesOf(formula: Formula): Generator<Formula> {
  const waiting = [formula]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    const parts = partsOf(node)
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at]
      if (part) waiting.push(part)
    }
  }
}

/** Every name in the formula, in the order of the text. */
export function namesIn(formula: Formula): Ref[] {
  const names: Ref[] = []
  for (const node of nodesOf(formula)) if (node.type === 'name') names.push(node.ref)
  return names
}

/** The formula without parentheses around it. */
export function bare(formula: Formula): Formula {
  let node = formula
  while (node.type === 'group') node = node.inner
  return node
}

// Recursion over a deeper tree could exhaust the stack; no person writes such a formula.
const deepest = 500

/** True when the tree is too deep to be computed with. */
export function isTooDeep(formula: Formula): boolean {
  let level: readonly Formula[] = [formula]
  for (let depth = 0; depth <= deepest; depth++) {
    if (level.length === 0) return false
    level = level.flatMap(partsOf)
  }
  return true
}
