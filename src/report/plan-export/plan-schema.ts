import { z } from 'zod'
import { waitedKinds } from '../../plan/elements/elements.js'
import { facets } from '../../plan/goals/smart-letters.js'
import { decisionKinds } from '../../plan/judgement/decisions.js'
import { healths, standings, unknownReasons } from '../../plan/judgement/target.js'
import { stageSchema, statusDateSchema } from '../findings-schema.js'
import { elementSchema } from './element-schemas.js'
import { date, exact, grain, name, names } from './value-schemas.js'

const amount = z.strictObject({ amount: exact, text: z.string() }).describe('In base units: 25% is 0.25, durations are hours.')
const window = z.strictObject({ start: date, end: date }).describe('Both days included.')
const facet = z.enum(facets.map((one) => one.name))

const numberSchema = z.strictObject({
  name,
  unit: z.string().optional(),
  grain: grain.optional(),
  additivity: z.enum(['additive', 'semi', 'non']).optional(),
  aggregation: z.enum(['sum', 'distinct', 'last', 'average', 'median', 'max', 'min', 'ratio', 'formula']).optional(),
  formula: z.string().optional(),
  expanded: z.string().optional().describe('The formula over measures only.'),
  latest: z.strictObject({ period: z.string(), value: z.string() }).optional().describe('The latest actual on the status date.'),
  restsOn: names,
  measures: names,
  isInLoop: z.boolean(),
  hasError: z.boolean(),
})

const standing = z.enum(standings).describe('Against its own path.')
const health = z.enum(healths).describe('Whether it will be reached.')

const aimSchema = z.strictObject({
  number: name,
  unit: z.string().optional(),
  direction: z.enum(['up', 'down', 'hold']).optional(),
  baseline: amount.optional(),
  baselineWindow: window.optional(),
  neededChange: amount.optional(),
  target: amount.optional(),
  targetWindow: window.optional(),
  period: z.string().optional().describe('The period of the latest actual.'),
  actual: amount.optional().describe('Its value; of a number that adds up, what the target window has brought so far.'),
  expected: amount.optional().describe('On the straight line from baseline to target at the end of that period.'),
  standing,
  because: z.enum(unknownReasons).optional().describe('Why the standing is not known.'),
  atPace: amount.optional().describe('What the target window has at the pace so far.'),
  withEffects: amount.optional().describe('The latest value with all stated effects of work that is to come.'),
  health,
})

const goalFactsSchema = z.strictObject({
  name,
  start: date.optional(),
  deadline: date.optional(),
  boundBy: z
    .enum(['goal', 'objective', 'strategy'])
    .optional()
    .describe('What says until when: the goal, or what it takes its period from.'),
  smart: z.string().optional().describe('The five letters in words.'),
  letters: z.array(
    z.strictObject({
      letter: z.enum(['S', 'M', 'A', 'R', 'T']),
      state: z.enum(['complete', 'partial', 'missing']),
      firstAbsent: facet.optional(),
    }),
  ),
  facets: z.partialRecord(facet, z.boolean()),
  isSettled: z.boolean(),
  isDropped: z.boolean(),
  standing: standing.describe('That of its worst number.'),
  health,
  aims: z.array(aimSchema),
  tasks: names,
  tasksDone: z.int(),
  serves: names,
  campaigns: names,
  problems: names,
  criticalChain: names,
})

const judgementSchema = z.strictObject({
  health,
  verdict: z.string().describe('The judgement in a sentence.'),
  goals: names.describe('The worst first; dropped ones are left out.'),
  tasks: z
    .strictObject({ all: z.int(), done: z.int(), late: z.int(), blocked: z.int() })
    .describe('Cancelled tasks count nowhere; late and blocked ones with milestones.'),
  decisions: z.array(
    z.strictObject({ kind: z.enum(decisionKinds), about: name, text: z.string(), owner: name.optional(), date: date.optional() }),
  ),
})

const scheduleSchema = z.strictObject({
  steps: z.array(
    z.strictObject({
      name,
      kind: z.enum(waitedKinds),
      start: date.optional(),
      end: date.optional(),
      earliestStart: date.optional(),
      earliestEnd: date.optional(),
      latestStart: date.optional(),
      latestEnd: date.optional(),
      slack: z.int().optional().describe('Working days; negative where it is late already.'),
      isStartWritten: z.boolean(),
      isEndWritten: z.boolean(),
      isCritical: z.boolean(),
      isInLoop: z.boolean(),
      workingDays: z.int().optional(),
      cause: z
        .union([z.strictObject({ type: z.enum(['strategy', 'today', 'own']) }), z.strictObject({ type: z.literal('predecessor'), name })])
        .optional()
        .describe('What fixed the earliest start; `today` is the status date.'),
      readyFor: name.optional().describe('The step behind this one whose written date alone settles `start` and `end`.'),
      progress: exact.optional().describe('0 to 1.'),
    }),
  ),
  loops: z.array(names),
})

const loadSchema = z.array(
  z.strictObject({
    person: name,
    total: exact.describe('Hours.'),
    weeks: z.array(
      z.strictObject({
        week: z.string().describe('ISO week, `2027-W07`.'),
        start: date,
        hours: exact,
        capacity: exact.optional(),
        isOver: z.boolean(),
        tasks: z.array(z.strictObject({ task: name, hours: exact })),
      }),
    ),
  }),
)

const matrix = z.strictObject({
  columns: names,
  cells: z
    .array(z.strictObject({ stakeholder: name, column: name, because: names, expects: z.int(), asks: z.int() }))
    .describe('Only what is true; `because` are the elements that make it so.'),
})

const coverageSchema = z.strictObject({
  stakeholders: z.array(
    z.strictObject({
      name,
      isMonitored: z.boolean(),
      isAffected: z.boolean(),
      treatment: z
        .strictObject({
          treatment: z.enum(['manage closely', 'keep satisfied', 'keep informed', 'monitor']),
          gaps: z.array(z.enum(['contact', 'goal', 'part', 'expectation', 'too often'])),
        })
        .optional(),
    }),
  ),
  matrices: z.strictObject({ goal: matrix, number: matrix, task: matrix, communication: matrix, sla: matrix, report: matrix }),
  tally: z.array(
    z.strictObject({
      kind: z.enum(['stakeholder', 'goal', 'task', 'metric', 'problem']),
      need: z.enum(['goal', 'communication', 'metric', 'task', 'owner', 'assignee', 'source', 'solution']),
      covered: z.int(),
      needed: z.int(),
      missing: names,
    }),
  ),
})

const moneySchema = z.array(
  z.strictObject({
    budget: name,
    currency: z.string().optional(),
    total: exact.optional(),
    sumOfLines: exact.optional(),
    need: exact.optional(),
    spent: exact.optional(),
    committed: exact.optional(),
    returns: exact.optional(),
    romi: exact.optional().describe('(returns − total) ÷ total, as a ratio.'),
    lines: z.array(
      z.strictObject({
        line: name,
        amount: exact.optional(),
        need: exact.optional(),
        spent: exact.optional(),
        committed: exact.optional(),
        draws: z.array(z.strictObject({ by: name, amount: exact.optional() })),
      }),
    ),
    periods: z.array(z.strictObject({ period: z.string(), amount: exact.optional(), inLines: exact.optional() })),
  }),
)

const traceSchema = z.array(
  z.strictObject({
    from: name,
    relation: z.enum([
      'solved by',
      'supported by',
      'measured by',
      'guarded by',
      'watched by',
      'computed from',
      'read from',
      'worked on by',
      'expected to move',
    ]),
    to: name,
    direction: z.enum(['up', 'down']).optional(),
  }),
)

/** What `mops export --format json` writes. What the text does not settle is left out. */
export const planSchema = z
  .strictObject({
    version: z.literal(1),
    file: z.string(),
    kind: z.enum(['plan', 'library']),
    stage: stageSchema,
    statusDate: statusDateSchema,
    calendar: z.strictObject({
      workdays: z.array(z.int().min(1).max(7)).describe('1 is Monday.'),
      hoursPerDay: exact,
      holidays: z.array(window),
    }),
    files: z.array(z.string()),
    elements: z.array(elementSchema),
    numbers: z.array(numberSchema),
    goals: z.array(goalFactsSchema),
    schedule: scheduleSchema,
    load: loadSchema,
    coverage: coverageSchema,
    judgement: judgementSchema,
    money: moneySchema,
    trace: traceSchema,
  })
  .describe('A marketing-operations plan with everything that is computed from its text.')

export type ExportedPlan = z.infer<typeof planSchema>
