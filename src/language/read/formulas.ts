import { t } from '@vscode/l10n'
import type { Formula } from '../../plan/elements/formula.js'
import type { Expression, FormulaClause } from '../generated/ast.js'
import type { Takes } from '../table/references.js'
import type { Maybe, Reading } from './reading.js'
import { readGrain, readNumber, readSign, readUnitBehind } from './values.js'

/** More parts than a person can read in one formula; keeps every later pass within the stack. */
const mostParts = 500

/** Reads a formula as a tree. Undefined when a part of it is missing; the parser has said so then. */
export function readFormula(reading: Reading, clause: FormulaClause, takes: Takes | undefined): Formula | undefined {
  const reader = new FormulaReader(reading, takes)
  const formula = reader.read(clause.expression)
  if (reader.parts <= mostParts) return formula
  reading.fault(
    'plan/syntax',
    reading.placeOf(clause),
    t('This formula has more than {most} parts. Split it into metrics that rest on each other.', { most: mostParts }),
  )
  return undefined
}

class FormulaReader {
  parts = 0

  constructor(
    private readonly reading: Reading,
    private readonly takes: Takes | undefined,
  ) {}

  read(node: Maybe<Expression>): Formula | undefined {
    if (!node || ++this.parts > mostParts) return undefined
    const { reading } = this
    const place = reading.placeOf(node)
    switch (node.$type) {
      case 'Binary': {
        const left = this.read(node.left)
        const right = this.read(node.right)
        if (!left || !right) return undefined
        const operatorPlace = reading.placeIn(node, 'operator')
        const sign = node.operator
        if (sign === '–' || sign === '—') readSign(reading, node, sign, 'operator')
        const operator = sign === '×' ? '*' : sign === '÷' ? '/' : sign === '−' || sign === '–' || sign === '—' ? '-' : sign
        const whole = reading.place(left.place.start, right.place.end)
        return {
          type: 'binary',
          operator,
          operatorPlace,
          isTypographic: sign === '×' || sign === '÷' || sign === '−',
          left,
          right,
          place: whole,
        }
      }
      case 'Negation': {
        if (node.sign !== '-') readSign(reading, node, node.sign)
        const operand = this.read(node.operand)
        return operand && { type: 'negate', operand, place }
      }
      case 'Group': {
        const inner = this.read(node.inner)
        return inner && { type: 'group', inner, place }
      }
      case 'NumberLiteral': {
        const number = readNumber(reading, node.number, reading.placeIn(node, 'number'))
        const unit = readUnitBehind(reading, node, node.unit)
        if (!number || !unit) return undefined
        const unitPlace = node.unit === undefined ? undefined : reading.placeIn(node, 'unit')
        const text = reading.source.slice(place.start, place.end)
        return { type: 'number', value: { ...number, unit, unitPlace, counts: undefined, text, place }, place }
      }
      case 'NameOrCall': {
        const name = node.name?.$refText
        if (!name) return undefined
        const namePlace = reading.placeIn(node, 'name')
        if (!node.call) return { type: 'name', ref: reading.named(name, namePlace, '=', this.takes), place }
        const args = node.args.map((arg) => this.read(arg))
        const over = readGrain(reading, node.over, reading.placeIn(node, 'over'))
        if (node.over !== undefined && !over) return undefined
        const readArgs = args.filter((arg) => arg !== undefined)
        return readArgs.length === args.length ? { type: 'call', name, namePlace, args: readArgs, over, place } : undefined
      }
    }
  }
}
