import { z } from 'zod'
import { severities } from '../plan/elements/finding.js'

const position = z
  .object({ line: z.int().min(1), column: z.int().min(1).describe('In UTF-16 code units.') })
  .describe('A place in a text, counted from 1.')
const range = z.object({ start: position, end: position }).describe('`end` is exclusive.')
const file = z.string().describe('Relative to the working folder, with `/`; `<stdin>` for standard input.')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe('Stays the same when the text around is moved, reformatted or translated.')

export const statusDateSchema = z
  .object({ date, origin: z.enum(['option', 'asof', 'clock']) })
  .describe('The day that a plan is judged on, and where it came from: `--today`, the plan’s `asof`, or the clock.')

export const stageSchema = z.enum(['draft', 'review', 'approved', 'running', 'closed'])

const knownFinding = z.object({ fingerprint, code: z.string(), file: z.string(), message: z.string() })

/** What `mops check --format json` prints. */
export const findingsSchema = z
  .object({
    version: z.literal(1),
    statusDate: statusDateSchema.nullable().describe('Null when the plans have different ones; see `plans`.'),
    plans: z.array(z.object({ file, name: z.string(), stage: stageSchema, statusDate: statusDateSchema })),
    summary: z.object({ error: z.int(), warning: z.int(), information: z.int(), hint: z.int() }),
    findings: z.array(
      z.object({
        code: z.string().describe('`family/name`, stable for ever.'),
        severity: z.enum(severities),
        message: z.string(),
        file,
        range,
        related: z.array(z.object({ file, range, message: z.string() })),
        fixes: z.array(z.string()).describe('Titles of the quick fixes, the preferred one first.'),
        dated: z.boolean().describe('True when the rule depends on the status date.'),
        fingerprint,
        help: z.string().describe('The rule’s page.'),
      }),
    ),
    known: z
      .object({ hidden: z.int(), gone: z.array(knownFinding).describe('Listed, but they no longer occur.') })
      .optional()
      .describe('With --known.'),
    newOnly: z.object({ revision: z.string(), hidden: z.int() }).optional().describe('With --new-only.'),
    fixed: z.object({ fixes: z.int(), files: z.int() }).optional().describe('With --fix.'),
  })
  .describe('The findings of one run of mops check.')

export type FindingsReport = z.infer<typeof findingsSchema>

/** The file of `--known`. */
export const knownFindingsSchema = z
  .strictObject({ $schema: z.string().optional(), version: z.literal(1), findings: z.array(knownFinding) })
  .describe('Findings that a team has accepted: they are counted and not shown.')
