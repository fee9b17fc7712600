import { z } from 'zod'

/** GitLab's Code Quality report, after "Implement a custom tool" of its documentation. */
export const gitlabSchema = z
  .array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().regex(/^(?!\.?\/)/),
        lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
      }),
    }),
  )
  .refine((all) => new Set(all.map((one) => one.fingerprint)).size === all.length, 'fingerprints differ')

const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) })
const location = z.strictObject({ path: z.string().min(1), range: z.strictObject({ start: position, end: position }) })

/** reviewdog's DiagnosticResult, after `reviewdog.proto`. */
export const rdjsonSchema = z.strictObject({
  source: z.strictObject({ name: z.string(), url: z.string().optional() }),
  diagnostics: z.array(
    z.strictObject({
      message: z.string().min(1),
      location,
      severity: z.enum(['ERROR', 'WARNING', 'INFO']),
      code: z.strictObject({ value: z.string(), url: z.string().optional() }),
      relatedLocations: z.array(z.strictObject({ message: z.string(), location })).optional(),
    }),
  ),
})
