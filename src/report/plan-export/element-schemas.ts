import { z } from 'zod'
import { cadence, date, grain, location, measurement, name, names, reason, relativeDate, span, text } from './value-schemas.js'

const level = z.enum(['low', 'medium', 'high'])
const attitude = z.enum(['unaware', 'resistant', 'neutral', 'supportive', 'leading'])
const mark = z.enum(['todo', 'doing', 'done', 'blocked', 'cancelled'])
const bound = z.enum(['at least', 'at most'])
const amountPer = z.strictObject({ value: measurement, per: grain.optional() })
const check = z.union([z.strictObject({ date }), z.strictObject({ every: cadence })])
const response = z.strictObject({ text, by: names })
const flag = z.literal(true).optional()

const approvals = z.array(z.strictObject({ by: names, until: date.optional(), given: date.optional() }))

const common = {
  name: z.string().describe('Empty for elements without a name of their own.'),
  path: z.array(z.string()).describe('Names from the outermost element inwards.'),
  at: location,
  title: text.optional(),
  documentation: text.optional(),
  notes: z.array(text),
  links: z.array(text),
  tags: z.array(z.string()),
  ignores: z.array(z.strictObject({ code: z.string(), because: text.optional(), until: date.optional() })),
}

function element<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), ...common, ...shape }).meta({ id: kind })
}

const assignment = z.strictObject({ actor: name, hours: measurement.optional() }).or(z.strictObject({ actor: name }))
const step = {
  mark,
  phase: name.optional(),
  for: names,
  owners: names,
  approvals,
  due: date.optional(),
  dueFrom: relativeDate.optional(),
  after: names,
  done: date.optional(),
  assignments: z.array(assignment),
  effort: measurement.optional(),
  start: date.optional(),
  startFrom: relativeDate.optional(),
}

const aspirational = z
  .union([z.literal(true), z.strictObject({ share: measurement })])
  .optional()
  .describe('It counts as met from this share of the way, 70% where none is given.')

const goalSchema = element('goal', {
  objective: name.optional().describe('The objective that holds it, from which it takes owners, period and reason where it has none.'),
  specific: text.optional(),
  scope: names,
  aims: z.array(
    z.strictObject({
      number: name,
      verb: z.enum(['increase', 'decrease', 'hold']).optional(),
      baseline: z.strictObject({ value: measurement, window: span.optional() }).optional(),
      change: z.strictObject({ value: measurement, signed: z.boolean(), window: span.optional() }).optional(),
      target: z.strictObject({ bound: bound.optional(), value: measurement, window: span.optional() }).optional(),
    }),
  ),
  achievable: text.optional(),
  given: names,
  relevantTo: names,
  because: text.optional(),
  realistic: text.optional(),
  timebound: z.union([z.strictObject({ by: date }), z.strictObject({ within: measurement }), z.strictObject({ period: span })]).optional(),
  owners: names,
  approvals,
  guards: z.array(z.strictObject({ number: name, bound, value: measurement, per: grain.optional() })),
  watches: names,
  checkpoints: z.array(z.union([z.strictObject({ date, value: measurement }), z.strictObject({ date })])),
  supports: names,
  aspirational,
  outcome: z.strictObject({ outcome: z.enum(['met', 'missed', 'dropped']), on: date.optional() }).optional(),
  changes: z.array(z.strictObject({ date, because: text.optional() })),
})

const people = [
  element('person', {
    fills: names,
    works: measurement.optional().describe('Working time per `worksPer`, or a share of the workweek.'),
    worksPer: grain.optional().describe('A week where none is written.'),
    away: z.array(span),
    skills: z.array(z.string()),
    contact: text.optional(),
    belongsTo: names,
  }),
  element('role', { duties: text.optional(), skills: z.array(z.string()), required: flag }),
  element('team', {
    members: names,
    owners: names,
    external: flag,
    works: measurement.optional().describe('Of a team that is planned as one: working time per `worksPer`, or a share of the workweek.'),
    worksPer: grain.optional().describe('A week where none is written.'),
    contacts: names,
  }),
  element('stakeholder', {
    is: z.string().optional(),
    needs: text.optional(),
    power: level.optional(),
    interest: level.optional(),
    attitude: z.strictObject({ from: attitude, to: attitude.optional() }).optional(),
    contacts: names,
    monitor: reason.optional(),
  }),
] as const

const columnValue = z.strictObject({ text, measurement: measurement.optional() })
const filter = z.union([
  z.strictObject({ column: z.string(), operator: z.enum(['=', '!=', '<', '<=', '>', '>=']), value: z.union([text, columnValue]) }),
  z.strictObject({ column: z.string(), operator: z.literal('in'), values: z.array(z.union([text, columnValue])) }),
  z.strictObject({ column: z.string(), operator: z.enum(['empty', 'not empty']) }),
])

const numbers = [
  element('source', {
    from: name.optional(),
    file: text.optional(),
    sheet: text.optional(),
    table: z.strictObject({ name: text, connection: z.string().optional() }).optional(),
    decimal: text.optional(),
    dated: z.string().optional(),
    every: cadence.optional(),
    owners: names,
  }),
  element('measure', {
    in: z.string().optional(),
    per: grain.optional(),
    aggregation: z.enum(['sum', 'count', 'distinct', 'last', 'average', 'median', 'max', 'min']).optional(),
    from: z.strictObject({ origin: name, column: z.string().optional() }).optional(),
    where: z.array(filter),
    partOf: name.optional(),
    atLeast: measurement.optional(),
  }),
  element('metric', {
    in: z.string().optional(),
    per: grain.optional(),
    better: z.enum(['lower', 'higher']).optional(),
    bounds: z.strictObject({ low: measurement, high: measurement }).optional(),
    observe: cadence.optional(),
    owners: names,
    kpi: flag,
    stage: name.optional(),
    formula: z.strictObject({ text, else: z.union([z.literal('none'), measurement]).optional() }).optional(),
  }),
  element('benchmark', { of: name.optional(), value: measurement.optional(), window: span.optional() }),
  element('actuals', { of: name.optional(), rows: z.array(z.strictObject({ period: span, value: measurement })) }),
] as const

const work = [
  element('phase', { steps: names }),
  element('task', {
    ...step,
    consults: names,
    informs: names,
    affects: names,
    requires: z.array(z.string()),
    needsPeople: z.int().optional(),
    takes: measurement.optional(),
    progress: measurement.optional(),
    category: z.string().optional(),
    priority: level.optional(),
    expects: z.array(z.strictObject({ number: name, direction: z.enum(['up', 'down']), by: measurement.optional() })),
    using: names,
    costs: z.array(z.strictObject({ value: measurement, from: name.optional() })),
    blocked: reason.optional(),
    housekeeping: flag,
    wrapup: flag,
    evaluates: span.optional(),
    items: z.array(z.strictObject({ mark, text, actors: z.array(assignment) })),
  }),
  element('milestone', step),
  element('decision', {
    ...step,
    options: z.array(text),
    about: names,
    decided: z.strictObject({ text, because: text.optional() }).optional().describe('What was decided; the day is that of `done`.'),
    markedDone: flag,
  }),
] as const

const telling = [
  element('communication', {
    to: names,
    expects: z.array(text),
    asks: z.array(z.strictObject({ text, at: text.optional(), until: date.optional(), for: names })),
    on: date.optional(),
    every: cadence.optional(),
    via: names,
    owners: names,
    approvals,
    about: names,
    shows: names,
  }),
  element('sla', {
    from: name.optional(),
    to: name.optional(),
    service: text.optional(),
    within: measurement.optional(),
    atLeast: amountPer.optional(),
    rate: amountPer.optional(),
    escalate: z.strictObject({ to: name, after: measurement.optional() }).optional(),
    measuredBy: name.optional(),
    owners: names,
  }),
  element('report', {
    to: names,
    every: cadence.optional(),
    within: measurement.optional(),
    on: date.optional(),
    shows: names,
    owners: names,
    via: names,
    is: z.string().optional(),
  }),
] as const

const moneyRows = z.array(z.strictObject({ period: span, value: measurement }))
const line = element('line', {
  budget: name,
  amount: measurement.optional(),
  share: measurement.optional().describe('What the line is of the total, where no amount is written.'),
  spent: measurement.optional(),
  via: names,
  category: z.string().optional(),
  rows: moneyRows,
})

const means = [
  element('channel', {
    owners: names,
    utm: z.union([z.strictObject({ source: text, medium: text.optional() }), z.strictObject({ medium: text })]).optional(),
  }),
  element('campaign', {
    via: names,
    for: names,
    period: span.optional(),
    to: names,
    watches: names,
    utm: text.optional(),
    owners: names,
    approvals,
    sends: z.array(element('send', { date: date.optional(), to: names })),
  }),
  element('segment', { rule: text.optional(), within: name.optional(), consent: text.optional(), from: name.optional(), owners: names }),
  element('tool', {
    is: z.string().optional(),
    costs: z.strictObject({ value: measurement, per: grain.optional(), from: name.optional() }).optional(),
    owners: names,
    connects: names,
    decision: z.enum(['keep', 'adopt', 'retire']).optional(),
  }),
  element('budget', {
    total: measurement.optional(),
    for: names,
    owners: names,
    approvals,
    returns: z.array(z.strictObject({ text, value: measurement })),
    rows: moneyRows,
    lines: z.array(line),
  }),
] as const

const reasons = [
  element('problem', { hurts: names, symptoms: z.array(text), solutions: z.array(z.strictObject({ text, by: names })) }),
  element('risk', {
    likelihood: level.optional(),
    impact: level.optional(),
    owners: names,
    response: response.optional(),
    about: names,
    checks: z.array(check),
  }),
  element('assumption', { about: names, owners: names, checks: z.array(check) }),
  element('review', { on: date.optional(), about: names, lessons: z.array(text), owners: names }),
] as const

const automation = [
  element('journey', { stages: z.array(element('stage', { journey: name, when: text.optional() })) }),
  element('workflow', {
    trigger: text.optional(),
    actions: z.array(text),
    stage: name.optional(),
    watches: names,
    using: names,
    to: names,
    owners: names,
  }),
  element('scoring', {
    threshold: measurement.optional(),
    owners: names,
    routes: z.strictObject({ to: name, using: name.optional() }).optional(),
    using: names,
    scores: z.array(z.strictObject({ text, points: measurement.optional() })),
  }),
] as const

const frame = [
  element('strategy', {
    for: text.optional(),
    summary: text.optional(),
    period: span.optional(),
    standing: flag,
    reviewed: z.array(check),
    stage: z.enum(['draft', 'review', 'approved', 'running', 'closed']).optional(),
    asof: date.optional(),
    owners: names,
    approvals,
    supervisor: name.optional(),
    currency: z.string().optional(),
    workweek: z.strictObject({ days: z.array(z.int()), hours: measurement }).optional(),
    holidays: z.array(span),
  }),
  element('objective', { period: span.optional(), relevantTo: names, because: text.optional(), owners: names, aspirational }),
] as const

/** Every kind of element, as it is written in the plan. */
export const elementSchema = z.discriminatedUnion('kind', [
  ...frame,
  ...people,
  ...numbers,
  goalSchema,
  ...work,
  ...telling,
  ...means,
  ...reasons,
  ...automation,
])
