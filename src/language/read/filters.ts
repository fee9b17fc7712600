import type { ColumnValue, Filter } from '../../plan/elements/elements.js'
import type { Text, Word } from '../../plan/text/place.js'
import type { WhereClause } from '../generated/ast.js'
import type { ClauseSet } from './clause-set.js'

type ValueNodes = Pick<WhereClause, 'text' | 'value' | 'word'>

/** Reads what a column must hold; undefined where the text breaks off. */
export function readFilter(set: ClauseSet, node: WhereClause, keyword: string): Filter | undefined {
  const { operator } = node
  const column = set.reading.word(node.column)
  const place = set.place(node)
  if (!column || !operator) return undefined
  if (operator === 'empty') return { column, operator: node.negated ? 'not empty' : 'empty', place }
  if (operator === 'in') {
    const values = node.list.flatMap((one) => readColumnValue(set, one, keyword) ?? [])
    return values.length > 0 ? { column, operator, values, place } : undefined
  }
  const value = readColumnValue(set, node, keyword)
  return value && { column, operator, value, place }
}

function readColumnValue(set: ClauseSet, { text, value, word }: ValueNodes, keyword: string): ColumnValue | undefined {
  const { reading } = set
  const measurement = set.value(value, keyword)
  const written: Text | Word | undefined = reading.text(text) ?? reading.word(word) ?? measurement
  return written && { text: 'word' in written ? written.word : written.text, measurement, place: written.place }
}
