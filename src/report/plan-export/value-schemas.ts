import { z } from 'zod'

export const name = z.string().meta({ id: 'name', description: 'The name of an element.' })
export const names = z.array(name)
export const text = z.string()
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ id: 'date' })
export const grain = z.enum(['day', 'week', 'month', 'quarter', 'year']).meta({ id: 'grain' })
export const exact = z
  .string()
  .meta({ id: 'exact', description: 'An exact number: a decimal such as "0.008", or a fraction such as "49/6312".' })

export const measurement = z
  .strictObject({
    amount: exact,
    unit: z.string().describe('As written; empty where there is none.'),
    text: z.string().describe('As written.'),
    counts: z.strictObject({ part: exact, whole: exact }).optional().describe('`(400 of 50_000)`'),
  })
  .meta({ id: 'measurement', description: 'A number with its unit as the plan states it.' })

export const relativeDate = z
  .strictObject({
    distance: measurement,
    side: z.enum(['before', 'after']),
    anchor: name.describe('A step or campaign; `start` and `end` are the first and last day of the strategy.'),
  })
  .meta({ id: 'relativeDate', description: 'A date that counts from something else; the schedule has the day.' })

export const span = z
  .strictObject({ start: date, end: date, grain: grain.optional(), text })
  .meta({ id: 'span', description: 'A stretch of days, both ends included.' })

export const cadence = z.strictObject({ count: z.int(), grain, until: date.optional() }).meta({ id: 'cadence' })
export const reason = z.union([z.literal(true), z.strictObject({ because: text })]).meta({ id: 'reason' })

const position = z.strictObject({ line: z.int(), column: z.int() })

export const location = z
  .strictObject({ file: z.string(), start: position, end: position })
  .meta({ id: 'location', description: 'Counted from 1; columns in UTF-16 code units; `end` is exclusive.' })
