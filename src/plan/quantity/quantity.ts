import type { Place, Sited } from '../text/place.js'

/** An exact rational number as text: a decimal (`"0.008"`, `"-12"`) where it terminates within 30 digits, else a fraction (`"49/6312"`). */
export type Exact = string

/** A calendar date `YYYY-MM-DD`; compares as text. */
export type PlainDate = string

/** An ISO 4217 code. */
export type Currency = string

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A stretch of days, both ends included, with the text as written. */
export interface Span extends Sited {
  readonly start: PlainDate
  readonly end: PlainDate
  /** The grain that a period word names (`2027-Q1` is a quarter); undefined for `A .. B`; `day` for a single date. */
  readonly grain: Grain | undefined
  readonly text: string
}

/** A base of a unit with its exponent: a counted thing by the stem of its word, a currency by its code, time in hours (`h`). */
export interface UnitBase {
  readonly kind: 'count' | 'money' | 'time'
  readonly name: string
  /** The word as written, for people: `leads` where the stem is `lead`. */
  readonly word: string
  readonly exponent: number
}

/** The dimension of a number and how it is shown. */
export interface Unit {
  /** `ratio`: no bases; `points`: a difference of two percentages; `score`: a number without dimension; `plain`: no unit was written. */
  readonly nature: 'quantity' | 'ratio' | 'points' | 'score' | 'plain'
  /** Sorted by kind and name, exponents never 0. Empty unless nature is `quantity`. */
  readonly bases: readonly UnitBase[]
  /** As written or composed: `%`, `x`, `EUR/lead`, `h`, `contacts`. */
  readonly symbol: string
  /** One of this unit in base units: `%` 0.01, `h` 1, `d` 24, `wd` 24 for comparison of calendar spans (working time has `isWorkingTime`). */
  readonly scale: Exact
  /** `leads/month` has the grain `month` besides the base `leads`. */
  readonly grain: Grain | undefined
  /** Set for `wd` and `wh`, which follow the plan's calendar. */
  readonly isWorkingTime: boolean
}

export interface WrittenUnit extends Sited {
  readonly unit: Unit
  readonly text: string
}

/** A number with its unit as the plan states it. */
export interface Measurement extends Sited {
  /** The amount as written, in the unit as written: `-0.2pp` is -0.2. */
  readonly amount: Exact
  /** Digits written behind the decimal point; of `25k` -3, since its last written digit is the thousand. */
  readonly decimals: number
  readonly unit: Unit
  readonly unitPlace: Place | undefined
  /** `(400 of 50_000)`. */
  readonly counts: (Sited & { readonly part: Exact; readonly whole: Exact }) | undefined
  /** As written. */
  readonly text: string
}

/** A stretch of days, both included. */
export interface Window {
  readonly start: PlainDate
  readonly end: PlainDate
}
