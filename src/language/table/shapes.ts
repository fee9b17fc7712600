import type { ElementKind } from '../../plan/elements/elements.js'
import type { Argument } from './arguments.js'
import { type ClauseEntry, commonClauses } from './clause.js'
import { vocabulary, wordsOf } from './vocabulary.js'

/** The terminals of the grammar that stand for the words of many clauses (or elements) of one shape. */
const shapes = ['KINDWORD', 'REFSWORD', 'COMMONWORD', 'TEXTWORD', 'WORDSWORD', 'DATEWORD', 'SPANSWORD', 'VALUEWORD', 'FLAGWORD'] as const
type Shape = (typeof shapes)[number]

/**
 * The words of each shape, so that a clause of a known shape needs no change of the grammar. `own` are the words that have a rule of their
 * own there. Throws for a word that has neither a rule nor a shape, and for one of two shapes: the grammar must tell those apart.
 */
export function wordsByShape(own: ReadonlySet<string>): ReadonlyMap<Shape, readonly string[]> {
  const found = new Map<string, Shape>()
  const add = (word: string, shape: Shape | undefined, where: string) => {
    if (own.has(word) || !/^\p{L}+$/u.test(word)) return
    if (shape === undefined) throw new Error(`\`${word}\` of ${where} has no shape; the grammar needs a rule for it.`)
    const known = found.get(word)
    if (known !== undefined && known !== shape)
      throw new Error(`\`${word}\` of ${where} is a ${shape}, and elsewhere a ${known}; the grammar needs a rule for it.`)
    found.set(word, shape)
  }
  for (const kind of Object.keys(vocabulary) as ElementKind[]) // its keys are the kinds
    if (kind !== 'item') add(kind, 'KINDWORD', 'the kinds') // an item begins with its check mark
  for (const [kind, { clauses }] of Object.entries(vocabulary))
    for (const clause of clauses) for (const word of wordsOf(clause)) add(word.split(' ')[0] ?? word, shapeOf(clause), kind)
  return new Map(shapes.map((shape) => [shape, [...found].filter(([, one]) => one === shape).map(([word]) => word)]))
}

function shapeOf(clause: ClauseEntry): Shape | undefined {
  if (commonClauses.includes(clause)) return 'COMMONWORD'
  const [first, ...more] = clause.arguments
  if (first === undefined) return 'FLAGWORD'
  if (first.type === 'either') return first.ways[0]?.[0]?.type === 'date' ? 'DATEWORD' : undefined
  if (first.type === 'amount') return more.every(isGrain) ? 'VALUEWORD' : undefined
  return more.length === 0 ? shapeOfOne[first.type] : undefined
}

function isGrain(argument: Argument): boolean {
  return argument.type === 'optional' && argument.parts.at(-1)?.type === 'grain'
}

const shapeOfOne: Partial<Record<Argument['type'], Shape>> = {
  names: 'REFSWORD',
  text: 'TEXTWORD',
  choice: 'WORDSWORD',
  'free words': 'WORDSWORD',
  column: 'WORDSWORD',
  date: 'DATEWORD',
  span: 'SPANSWORD',
}
