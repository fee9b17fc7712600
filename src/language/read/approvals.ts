import type { Approval } from '../../plan/elements/elements.js'
import type { ClauseSet } from './clause-set.js'
import { readDate } from './values.js'

/** The `approval` clauses of an element. One without a readable name is left out. */
export function readApprovals(set: ClauseSet): Approval[] {
  const { reading } = set
  return set.all('approval', 'ApprovalClause').flatMap((node) => {
    const by = reading.allRefs(node.refs, 'approval', set.takes('approval'))
    if (by.length === 0) {
      set.missing(node, undefined)
      return []
    }
    return {
      by,
      until: readDate(reading, node.until, reading.placeIn(node, 'until')),
      given: readDate(reading, node.given, reading.placeIn(node, 'given')),
      place: set.place(node),
    }
  })
}
