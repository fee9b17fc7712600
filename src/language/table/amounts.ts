/**
 * What kind of amount a clause expects. `number` is the value of a number of the plan, in that number's unit; `any` is compared with a
 * column of data and may be whatever stands there; `quantity` is how much of something there is.
 */
export type AmountKind =
  | 'effort'
  | 'weekly work'
  | 'length'
  | 'money'
  | 'money or share'
  | 'share'
  | 'number'
  | 'points'
  | 'people'
  | 'periods'
  | 'quantity'
  | 'any'

/** What completion offers for an amount, best first; money and values of numbers follow from the plan. */
export const usualAmounts: Readonly<Record<AmountKind, readonly string[]>> = {
  effort: ['4h', '8h', '16h', '24h', '40h'],
  'weekly work': ['40h per week', '32h per week', '24h per week', '16h per week'],
  length: ['1wd', '2wd', '5wd', '10wd'],
  money: [],
  'money or share': ['25%', '40%'],
  share: ['25%', '50%', '75%'],
  number: [],
  points: ['50', '65', '100'],
  people: ['2', '3', '4'],
  periods: [],
  quantity: [],
  any: [],
}
