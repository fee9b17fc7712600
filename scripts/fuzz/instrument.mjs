import { parseAst } from 'vitest/node'

/**
 * The same program, which counts how often each of its branches is taken, in the global `__taken` (one byte each; it wraps around).
 * A branch is a function, a way through `if`, `? :`, `&&`, `||`, `??`, a loop's body, a `case` or a `catch`.
 */
export function instrument(code) {
  const inserts = []
  let count = 0
  const next = () => `__taken[${count++}]++`
  const insert = (at, text, depth) => inserts.push({ at, text, depth })

  const statement = (node, depth) => {
    if (!node) return
    if (node.type === 'BlockStatement') insert(node.start + 1, `${next()};`, depth)
    else {
      insert(node.start, `{${next()};`, depth)
      insert(node.end, '}', -depth)
    }
  }
  const expression = (node, depth) => {
    insert(node.start, `(${next()},`, depth)
    insert(node.end, ')', -depth)
  }

  const visit = (node, depth) => {
    if (/^(?:For|While|DoWhile).*Statement$/.test(node.type)) statement(node.body, depth)
    switch (node.type) {
      case 'IfStatement':
        statement(node.consequent, depth)
        statement(node.alternate, depth)
        break
      case 'ConditionalExpression':
        expression(node.consequent, depth)
        expression(node.alternate, depth)
        break
      case 'LogicalExpression':
        expression(node.right, depth)
        break
      case 'SwitchCase':
        if (node.consequent.length > 0) insert(node.consequent[0].start, `${next()};`, depth)
        break
      case 'CatchClause':
        statement(node.body, depth)
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        insert(node.body.start + 1, `${next()};`, depth)
        break
      case 'ArrowFunctionExpression':
        if (node.body.type === 'BlockStatement') insert(node.body.start + 1, `${next()};`, depth)
        else expression(node.body, depth)
        break
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') visit(child, depth + 1)
    }
  }
  visit(parseAst(code), 1)

  // Of what is inserted at one place, ends come first, the innermost first; then beginnings, the outermost first.
  inserts.sort((a, b) => a.at - b.at || a.depth - b.depth)
  let last = 0
  const parts = inserts.flatMap(({ at, text }) => {
    const before = code.slice(last, at)
    last = at
    return [before, text]
  })
  return { code: `const __taken = globalThis.__taken;\n${parts.join('')}${code.slice(last)}`, count }
}
