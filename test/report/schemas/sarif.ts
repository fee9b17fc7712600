import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
import Ajv from 'ajv'
import draft from 'ajv/lib/refs/json-schema-draft-04.json'
import { z } from 'zod'

// The part of SARIF 2.1.0 (OASIS, 2020) that mops writes, with what GitHub's code scanning asks for beyond it.

const text = z.string().min(1)
const message = z.strictObject({ text })
const level = z.enum(['none', 'note', 'warning', 'error'])
const relativeUri = text.regex(/^(?![/.]|[A-Za-z][A-Za-z0-9+.-]*:)(?:[A-Za-z0-9._~!*'()/-]|%[0-9A-F]{2})+$/)

const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: relativeUri, uriBaseId: z.literal('%SRCROOT%') }),
  region: z
    .strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1), endLine: z.int().min(1), endColumn: z.int().min(1) })
    .refine(
      (region) => region.endLine > region.startLine || (region.endLine === region.startLine && region.endColumn >= region.startColumn),
    ),
})

const rule = z.strictObject({
  id: text.max(255),
  name: text.max(255),
  shortDescription: z.strictObject({ text: text.max(1024) }),
  fullDescription: z.strictObject({ text: text.max(1024) }),
  helpUri: z.url(),
  help: z.strictObject({ text, markdown: text }),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({
    tags: z.array(text).max(20),
    precision: z.enum(['very-high', 'high', 'medium', 'low']),
    'problem.severity': z.enum(['error', 'warning', 'recommendation']),
  }),
})

const result = z.strictObject({
  ruleId: text,
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z.array(z.strictObject({ physicalLocation })).length(1),
  relatedLocations: z
    .array(z.strictObject({ id: z.int().min(0), message, physicalLocation }))
    .max(1000)
    .optional(),
  partialFingerprints: z.strictObject({ primaryLocationLineHash: text, 'mopsFingerprint/v1': text }),
  suppressions: z.array(z.strictObject({ kind: z.enum(['inSource', 'external']) })).optional(),
})

const run = z
  .strictObject({
    tool: z.strictObject({
      driver: z.strictObject({ name: text, version: text, semanticVersion: text, rules: z.array(rule).max(25_000) }),
    }),
    automationDetails: z.strictObject({ id: text }),
    columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
    invocations: z.array(
      z.strictObject({
        executionSuccessful: z.boolean(),
        toolExecutionNotifications: z.array(z.strictObject({ level, message })).optional(),
      }),
    ),
    results: z.array(result).max(25_000),
  })
  .refine(({ results, tool }) => results.every((one) => tool.driver.rules[one.ruleIndex]?.id === one.ruleId), 'ruleIndex leads to the rule')
  .refine(
    // 3.27.23: suppressions are absent from all results of a run or present in all.
    ({ results }) => new Set(results.map((one) => one.suppressions === undefined)).size <= 1,
    'suppressions of all or none',
  )

const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run).max(20),
})

const validator = new Ajv({ schemaId: 'id', meta: false, allErrors: true, logger: false, unknownFormats: 'ignore' })
validator.addMetaSchema(draft)
const followsPublished = validator.compile(published)

/** Reads a log that must follow the published schema and, beyond it, what GitHub asks for and what mops promises. */
export function sarifLog(text: string): z.infer<typeof sarifSchema> {
  const log: unknown = JSON.parse(text)
  if (!followsPublished(log)) throw new Error(validator.errorsText(followsPublished.errors))
  return sarifSchema.parse(log)
}
