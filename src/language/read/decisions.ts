import type { Decision, ElementBase } from '../../plan/elements/elements.js'
import type { ElementNode } from '../generated/ast.js'
import type { ClauseSet } from './clause-set.js'
import { readStep } from './element-work.js'
import { readDate } from './values.js'

/** A decision is done once it says what was decided; a check mark alone does not. */
export function readDecision(base: ElementBase, set: ClauseSet, node: ElementNode, phase: string | undefined): Decision {
  const { reading } = set
  const step = readStep(base, set, node, phase)
  const clause = set.one('decided', 'DecidedClause')
  const text = clause && set.keep(clause, reading.text(clause.text))
  const isMarked = step.mark === 'done'
  const about = set.refs('about')
  return {
    ...step,
    kind: 'decision',
    mark: text ? 'done' : isMarked ? 'todo' : step.mark,
    markedDone: isMarked && !set.has('decided') ? { place: step.markPlace } : undefined,
    for: about,
    about,
    options: set.all('options', 'OptionsClause').flatMap((one) => one.texts.flatMap((option) => reading.text(option) ?? [])),
    decided: clause && text && { text, because: reading.text(clause.because), place: set.place(clause) },
    done: clause && readDate(reading, clause.date, reading.placeIn(clause, 'date')),
    assignments: [],
    start: undefined,
    startFrom: undefined,
  }
}
