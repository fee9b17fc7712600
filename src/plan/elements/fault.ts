import type { RelativeDay } from '../quantity/relative-day.js'
import type { Sited } from '../text/place.js'
import type { Fix, Related } from './finding.js'

/** Something that the reader of the text already knows to be wrong; the rule of the same code reports it. */
export interface Fault extends Sited {
  readonly code: string
  readonly message: string
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
  /** The day that `{day}` in the message and the fixes stands for, seen from the status date. */
  readonly day?: RelativeDay
}
