import { type Argument, amount, date, either, name, oneOf } from './arguments.js'
import { takes } from './references.js'

/** What a relative date counts from, besides the `start` and `end` of the strategy. */
const anchor = takes('task', 'milestone', 'decision', 'phase', 'campaign')

/** A date, or a distance from something: `2027-03-05`, `8w before launch`, `2wd after start`. */
export const when: Argument = either(
  [date],
  [amount('length', ['1w', '2w', '2wd', '1mo']), oneOf('before', 'after'), either([name(anchor)], [oneOf('start', 'end')])],
)
