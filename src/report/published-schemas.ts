import { z } from 'zod'
import { configurationSchema } from '../rules/engine/configuration-schema.js'
import type { Rule } from '../rules/engine/rule.js'
import { diffSchema } from './diff-schema.js'
import { findingsSchema, knownFindingsSchema } from './findings-schema.js'
import { planSchema } from './plan-export/plan-schema.js'

/** The JSON Schemas that ship with mops: file name → text. */
export function publishedSchemas(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const text = (title: string, schema: z.ZodType, io: 'input' | 'output') =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io }) }, undefined, 2)}\n`
  return new Map([
    ['findings.schema.json', text('Findings of mops', findingsSchema, 'output')],
    ['known.schema.json', text('Known findings of mops', knownFindingsSchema, 'input')],
    ['diff.schema.json', text('Plan changes of mops', diffSchema, 'output')],
    ['plan.schema.json', text('Plan of mops', planSchema, 'output')],
    ['configuration.schema.json', text('Configuration of mops', configurationSchema(rules), 'input')],
  ])
}
