import { z } from 'zod'
import { contacts } from '../diff/effects.js'
import { changeClasses, groups } from '../diff/taxonomy.js'
import { severities } from '../plan/elements/finding.js'

const position = z.object({ line: z.int().min(1), column: z.int().min(1) }).describe('Counted from 1; the column in UTF-16 code units.')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const reached = { name: z.string(), title: z.string().optional() }
const text = z.string().describe('The effect as a sentence.')
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/)
const days = z.int().describe('Working days; later is positive.')

const effect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('end'), text, days, old: date, new: date }).describe('The critical path ends on another day.'),
  z
    .object({ type: z.literal('slack'), text, old: days, new: days })
    .describe('What the critical path has left; negative where it is too long.'),
  z
    .object({ type: z.literal('moved'), text, days, steps: z.array(z.object({ ...reached, days })) })
    .describe('Steps whose earliest end moves without a change of their own.'),
  z
    .object({ type: z.literal('coverage'), text, stakeholder: z.object(reached), contact: z.enum(contacts), isLost: z.boolean() })
    .describe('A stakeholder has the first, or no longer any, of one kind of contact.'),
  z.object({
    type: z.literal('load'),
    text,
    person: z.object(reached),
    weeks: z.array(z.string()),
    isOver: z.boolean(),
    hours: z.string(),
  }),
  z.object({ type: z.literal('hours'), text, person: z.object(reached), old: z.string(), new: z.string() }),
  z.object({ type: z.literal('budget'), text, budget: z.object(reached), old: z.string(), new: z.string(), left: z.string().optional() }),
  z.object({ type: z.literal('target'), text, goal: z.object(reached), number: z.string(), old: z.string(), new: z.string() }),
  z.object({ type: z.literal('needed'), text, goal: z.object(reached), number: z.string(), old: z.string(), new: z.string() }),
  z.object({
    type: z.literal('finding'),
    text,
    isIntroduced: z.boolean(),
    code: z.string(),
    severity: z.enum(severities),
    message: z.string(),
    fingerprint,
    places: z
      .array(z.object({ file: z.string(), start: position, end: position, fingerprint }))
      .min(1)
      .describe('More than one where a name stands in several places and nothing declares it.'),
  }),
])

const subject = z
  .object({ name: z.string(), title: z.string().optional(), file: z.string(), start: position, end: position })
  .describe('The element on one side. Files are relative to the working folder.')

/** What `mops diff --format json` prints. */
export const diffSchema = z
  .object({
    version: z.literal(1),
    before: z.string().describe('What was compared: a revision, a file or a folder.'),
    after: z.string(),
    summary: z.object({ weakened: z.int(), risk: z.int(), strengthened: z.int(), neutral: z.int() }),
    unread: z.array(z.string()).optional().describe('What is not compared, and why, a sentence each.'),
    plans: z.array(
      z.object({
        file: z.string(),
        name: z.string().describe('Of the strategy; empty for a library.'),
        statusDate: date.describe('The day on which both sides were judged.'),
        changes: z
          .array(
            z.object({
              code: z.string().describe('See docs/diff.md.'),
              group: z.enum(groups),
              class: z.enum(changeClasses),
              sentence: z.string(),
              kind: z.string().describe('Of the element that changed.'),
              item: z.string().optional().describe('Which of several facts: the number of a target, the person of an assignment.'),
              before: subject.optional(),
              after: subject.optional(),
              old: z.string().optional(),
              new: z.string().optional(),
              days: days.optional(),
              effects: z.array(effect),
            }),
          )
          .describe('The most important first.'),
        together: z.array(effect).describe('Effects that no single change has.'),
      }),
    ),
  })
  .describe('The changes between two states of plans.')

export type DiffReport = z.infer<typeof diffSchema>
