// Makes a recursive-descent parser from the grammar: for texts without a fault, and nothing else. It decides by the next token alone, as
// the tolerant parser does (src/language/parse/first-token-lookahead.ts), and builds the same nodes without Langium's and Chevrotain's machinery.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const { GrammarAST, GrammarUtils, MopsGrammar, MopsTokenBuilder, isSign, isWordKeyword, nameableType, terminalNames } = await bundled(
  'grammar',
  `export { GrammarAST, GrammarUtils } from 'langium'
export { MopsGrammar } from './src/language/generated/grammar.js'
export { nameableType, terminalNames } from './src/language/parse/token-names.js'
export { isSign, isWordKeyword, MopsTokenBuilder } from './src/language/parse/tokens.js'`,
)
const grammar = MopsGrammar()

// ---- tokens: 0 is the end of the text; words follow in the same order twice, plain and where they may be a name

const types = new MopsTokenBuilder().buildTokens(grammar)
const words = types.filter((type) => isWordKeyword(type) && types.some(({ name }) => name === nameableType(type.name)))
const signs = types.filter(isSign)
const numbered = [...terminalNames, ...signs.map(({ name }) => name)]
const firstWord = 1 + numbered.length
const idOf = new Map([
  ...numbered.map((name, index) => [name, 1 + index]),
  ...words.map(({ name }, index) => [name, firstWord + index]),
  ...words.map(({ name }, index) => [nameableType(name), firstWord + words.length + index]),
])
const count = firstWord + 2 * words.length

/** The tokens that count as the one of a name: itself, and those that it is a category of. */
function tokensAs(name) {
  const wanted = types.find((type) => type.name === name)
  if (!wanted) throw new Error(`No token ${name}.`)
  const isA = (type) => type === wanted || (type.CATEGORIES ?? []).some(isA)
  return new Set(types.filter((type) => idOf.has(type.name) && isA(type)).map((type) => idOf.get(type.name)))
}

// ---- first tokens

const firsts = new Map()
const union = (sets) => new Set(sets.flatMap((set) => [...set]))
const isOptional = ({ cardinality }) => cardinality === '?' || cardinality === '*'

function first(element) {
  if (GrammarAST.isKeyword(element)) return tokensAs(element.value)
  if (GrammarAST.isRuleCall(element)) return firstOfRule(element.rule.ref)
  if (GrammarAST.isAssignment(element)) return first(element.terminal)
  if (GrammarAST.isCrossReference(element)) return first(element.terminal)
  if (GrammarAST.isAlternatives(element)) return union(element.elements.map(first))
  if (GrammarAST.isAction(element)) return new Set()
  if (GrammarAST.isGroup(element)) {
    const found = []
    for (const part of element.elements) {
      found.push(first(part))
      if (!isNullable(part)) break
    }
    return union(found)
  }
  throw new Error(`The grammar has a ${element.$type}, which is not supported.`)
}

function firstOfRule(rule) {
  if (GrammarAST.isTerminalRule(rule)) return tokensAs(rule.name)
  if (!firsts.has(rule)) firsts.set(rule, first(rule.definition))
  return firsts.get(rule)
}

function isNullable(element) {
  if (isOptional(element) || GrammarAST.isAction(element)) return true
  if (GrammarAST.isAssignment(element)) return isNullable(element.terminal)
  if (GrammarAST.isRuleCall(element)) return GrammarAST.isParserRule(element.rule.ref) && isNullable(element.rule.ref.definition)
  if (GrammarAST.isAlternatives(element)) return element.elements.some(isNullable)
  return GrammarAST.isGroup(element) && element.elements.every(isNullable)
}

// ---- tables from tokens to choices

const tables = new Map()

/** The name of a table that gives the number of the first set that holds a token, from 1, else 0. */
function table(...sets) {
  const choices = new Array(count).fill(0)
  sets.forEach((set, index) => {
    for (const id of set) choices[id] ||= index + 1
  })
  const ranges = []
  for (let from = 1; from < count; from++) {
    if (choices[from] === 0) continue
    let to = from
    while (choices[to + 1] === choices[from]) to++
    ranges.push(from, to, choices[from])
    from = to
  }
  const key = ranges.join(', ')
  if (!tables.has(key)) tables.set(key, `t${tables.size}`)
  return tables.get(key)
}

// ---- types

const fieldsOf = new Map()

function typeOf(rule) {
  return rule.inferredType?.name ?? rule.returnType?.ref?.name ?? rule.name
}

function gather(type, element) {
  const fields = fieldsOf.get(type) ?? new Map()
  fieldsOf.set(type, fields)
  if (GrammarAST.isAssignment(element)) {
    if (element.operator === '?=') throw new Error('`?=` is not supported.')
    fields.set(element.feature, { isList: element.operator === '+=', isToken: isToken(element.terminal) })
  } else if (GrammarAST.isRuleCall(element)) {
    if (element.rule.ref.fragment) gather(type, element.rule.ref.definition)
  } else if (GrammarAST.isAction(element)) {
    const own = element.inferredType.name
    if (element.feature) gatherField(own, element)
    return own
  } else if (element.elements) {
    let current = type
    for (const part of element.elements) {
      const next = gather(current, part)
      if (GrammarAST.isGroup(element)) current = next
    }
  }
  return type
}

function gatherField(type, { feature, operator }) {
  const fields = fieldsOf.get(type) ?? new Map()
  fieldsOf.set(type, fields)
  fields.set(feature, { isList: operator === '+=', isToken: false })
}

/** True for what takes one token. */
function isToken(terminal) {
  if (GrammarAST.isCrossReference(terminal)) return true
  if (GrammarAST.isKeyword(terminal)) return true
  if (GrammarAST.isRuleCall(terminal)) return GrammarAST.isTerminalRule(terminal.rule.ref)
  return GrammarAST.isAlternatives(terminal) && terminal.elements.every(isToken)
}

// ---- code

const isData = (rule) => GrammarAST.isParserRule(rule) && GrammarUtils.isDataTypeRule(rule)
const parserRules = grammar.rules.filter(GrammarAST.isParserRule)
for (const rule of parserRules) if (!isData(rule) && !rule.fragment) gather(typeOf(rule), rule.definition)

/** A rule that does not make its node at once: it hands on that of another, or an action makes it. */
function isLate(rule) {
  const walk = (element) =>
    GrammarAST.isAction(element) ||
    (GrammarAST.isRuleCall(element) && GrammarAST.isParserRule(element.rule.ref) && !element.rule.ref.fragment) ||
    (element.elements ?? []).some(walk)
  return walk(rule.definition)
}

function code(element) {
  const once = codeOnce(element)
  const wanted = () => `${table(first({ ...element, cardinality: undefined }))}[id] === 1`
  if (element.cardinality === '?') return `if (${wanted()}) {\n${once}\n}`
  if (element.cardinality === '*') return `while (${wanted()}) {\n${once}\n}`
  if (element.cardinality === '+') return `do {\n${once}\n} while (${wanted()})`
  return once
}

function codeOnce(element) {
  if (GrammarAST.isGroup(element)) return element.elements.map((part) => code(part)).join('\n')
  if (GrammarAST.isAlternatives(element)) {
    const choices = flat(element)
    const cases = choices.map((choice, index) => `case ${index + 1}: {\n${code(choice)}\nbreak\n}`)
    return `switch (${table(...choices.map(first))}[id]) {\n${cases.join('\n')}\ndefault: throw mismatch\n}`
  }
  if (GrammarAST.isKeyword(element)) return `take(${table(tokensAs(element.value))})`
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref
    if (GrammarAST.isTerminalRule(rule)) return `take(${table(tokensAs(rule.name))})`
    return rule.fragment ? `parse${rule.name}(node)` : `node = parse${rule.name}()`
  }
  if (GrammarAST.isAction(element)) {
    const type = element.inferredType.name
    if (!element.feature) return `node = new${type}(start)`
    return `{ const inner = node; node = new${type}(start); node.${element.feature} = inner }`
  }
  if (GrammarAST.isAssignment(element)) return assignment(element)
  throw new Error(`The grammar has a ${element.$type}, which is not supported.`)
}

/** Alternatives of alternatives are one choice. */
function flat(element) {
  return element.elements.flatMap((one) => (GrammarAST.isAlternatives(one) && !one.cardinality ? flat(one) : [one]))
}

function assignment({ feature, operator, terminal }) {
  const put = (value) => (operator === '+=' ? `node.${feature}.push(${value})` : `node.${feature} = ${value}`)
  if (isToken(terminal)) {
    if (operator === '+=') throw new Error(`${feature} is a list of tokens, which is not supported.`)
    const value = GrammarAST.isCrossReference(terminal) ? '{ $refText: token.image }' : 'token.image'
    return `node['@${feature}'] = token\n${put(value)}\ntake(${table(first(terminal))})`
  }
  if (!GrammarAST.isRuleCall(terminal)) throw new Error(`${feature} takes something that is not supported.`)
  return put(`parse${terminal.rule.ref.name}()`)
}

function dataCode(element) {
  const once = GrammarAST.isGroup(element)
    ? element.elements.map(dataCode).join('\n')
    : GrammarAST.isAlternatives(element) || GrammarAST.isKeyword(element) || GrammarAST.isRuleCall(element)
      ? `text += token.image\ntake(${table(first({ ...element, cardinality: undefined }))})`
      : undefined
  if (once === undefined) throw new Error(`The grammar has a ${element.$type} in a word, which is not supported.`)
  if (!element.cardinality) return once
  if (element.cardinality !== '*') throw new Error('Only `*` is supported in words.')
  return `while (${table(first({ ...element, cardinality: undefined }))}[id] === 1) {\n${once}\n}`
}

function ruleCode(rule) {
  if (isData(rule)) return `function parse${rule.name}() {\nlet text = ''\n${dataCode(rule.definition)}\nreturn text\n}`
  // The parts of the file are handed on as they come.
  const body = rule.entry
    ? code(rule.definition).replace(/\}$/, 'for (const part of node.parts) give(part)\nnode.parts.length = 0\n}')
    : code(rule.definition)
  if (rule.fragment) return `function parse${rule.name}(node) {\n${body}\n}`
  if (isLate(rule)) {
    const start = /\bstart\b/.test(body) ? 'const start = token\n' : ''
    return `function parse${rule.name}() {\n${start}let node\n${body}\nnode.$last = last\nreturn node\n}`
  }
  return `function parse${rule.name}() {\nconst node = new${typeOf(rule)}(token)\n${body}\nnode.$last = last\nreturn node\n}`
}

function constructorCode([type, fields]) {
  const parts = [...fields].flatMap(([name, { isList, isToken: hasToken }]) =>
    isList ? [`${name}: []`] : [`${name}: undefined`, ...(hasToken ? [`'@${name}': undefined`] : [])],
  )
  return `function new${type}(first) {\nreturn { ${[`$type: '${type}'`, '$first: first', '$last: first', ...parts].join(', ')} }\n}`
}

const entry = parserRules.find((rule) => rule.entry)
if (entry.definition.cardinality !== '*') throw new Error('The first rule is no repetition.')
const used = new Set(parserRules.filter((rule) => !rule.fragment && !isData(rule) && rule !== entry).map(({ name }) => name))
const functions = parserRules.map(ruleCode)
const called = (name) => functions.some((text) => text.includes(`parse${name}(`) && !text.startsWith(`function parse${name}(`))
const kept = parserRules.filter((rule) => rule === entry || called(rule.name) || !used.has(rule.name)).map(ruleCode)
const made = [...fieldsOf].filter(([type]) => kept.some((text) => text.includes(`new${type}(`)))

const parser = `// Generated from the grammar; do not edit.
export const tokenNames = ${JSON.stringify(['', ...numbered, ...words.map(({ name }) => name)])}
export const firstWord = ${firstWord}
export const nameOffset = ${words.length}

const mismatch = new Error('Not in the language.')
const end = { image: '', tokenTypeIdx: 0 }
let next
let give
let token = end
let id = 0
let last = end

function take(table) {
  if (table[id] !== 1) throw mismatch
  last = token
  token = next() ?? end
  id = token.tokenTypeIdx
}

function table(...ranges) {
  const choices = new Uint8Array(${count})
  for (let index = 0; index < ranges.length; index += 3) choices.fill(ranges[index + 2], ranges[index], ranges[index + 1] + 1)
  return choices
}

export function parseTokens(nextToken, onPart) {
  next = nextToken
  give = onPart
  token = next() ?? end
  id = token.tokenTypeIdx
  last = token
  try {
    parse${entry.name}()
    return id === 0
  } catch (error) {
    if (error === mismatch) return false
    throw error
  } finally {
    next = give = undefined
    token = last = end
  }
}

${made.map(constructorCode).join('\n\n')}

${kept.join('\n\n')}

${[...tables].map(([ranges, name]) => `const ${name} = table(${ranges})`).join('\n')}
`

const declarations = `// Generated from the grammar; do not edit.
import type { ${entry.name} } from '../../generated/ast.js'

/** What the parser looks at in a token: \`tokenTypeIdx\` is an index of \`tokenNames\`. */
export interface NumberedToken {
  readonly image: string
  readonly tokenTypeIdx: number
}

/** The names of the token types by their numbers; 0 is the end of the text. */
export declare const tokenNames: readonly string[]
/** The number of the first word. */
export declare const firstWord: number
/** A word has a second number, higher by this, where it may be a name. */
export declare const nameOffset: number

/**
 * Takes the tokens and gives the parts of the file one by one; false when the grammar does not take them. The nodes have no \`$cstNode\`:
 * they have their first and last token as \`$first\` and \`$last\`, and the token of a property \`p\` that takes one as \`@p\`.
 */
export declare function parseTokens(next: () => NumberedToken | undefined, onPart: (part: ${entry.name}['parts'][number]) => void): boolean
`
const generated = path.join(root, 'src/language/parse/generated')
await mkdir(generated, { recursive: true })
await writeFile(path.join(generated, 'quick-parser.js'), parser)
await writeFile(path.join(generated, 'quick-parser.d.ts'), declarations)
