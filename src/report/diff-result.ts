import { isEarlier, originalPlace } from '../diff/aligned-source.js'
import type { Change } from '../diff/changes.js'
import type { Effect } from '../diff/effects.js'
import { type ChangeClass, changeClasses } from '../diff/taxonomy.js'
import type { PlainDate } from '../plan/quantity/quantity.js'
import type { Place } from '../plan/text/place.js'
import type { Location } from './result.js'

/** One plan or library of a comparison, with the changes in it. */
export interface ReportedPlanDiff {
  /** As the reader knows it; where it was, for one that is gone. */
  readonly file: string
  /** Empty for a library. */
  readonly name: string
  readonly title: string | undefined
  /** The day on which both sides were judged. */
  readonly statusDate: PlainDate
  readonly changes: readonly Change[]
  readonly together: readonly Effect[]
  readonly locateBefore: (place: Place) => Location
  readonly locateAfter: (place: Place) => Location
}

/** What `mops diff` has to say. */
export interface DiffResult {
  /** What was compared, for people. */
  readonly before: string
  readonly after: string
  /** What is not compared, and why, a sentence each. */
  readonly unread: readonly string[]
  /** Only plans with changes. */
  readonly plans: readonly ReportedPlanDiff[]
}

/** Where something of a comparison stands, on the side that has it. */
export function locateIn({ locateBefore, locateAfter }: ReportedPlanDiff): (place: Place) => Location {
  return (place) => (isEarlier(place) ? locateBefore(originalPlace(place)) : locateAfter(place))
}

/** How many changes there are of each class, the most important first. */
export function classCounts({ plans }: DiffResult): readonly (readonly [ChangeClass, number])[] {
  const all = plans.flatMap(({ changes }) => changes)
  return changeClasses.map((one) => [one, all.filter((change) => change.class === one).length] as const)
}
