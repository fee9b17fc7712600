import type { Sited } from '../text/place.js'

/** A name as written where another element is meant. Look it up with `plan.find`. */
export interface Ref extends Sited {
  readonly name: string
}
