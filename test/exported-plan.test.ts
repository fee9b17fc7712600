import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { Lines } from '../src/report/lines.js'
import { planJson } from '../src/report/plan-export/plan-json.js'
import { planSchema } from '../src/report/plan-export/plan-schema.js'
import { judgePlan, plans } from './example-files.js'

// The reader knows an older draft, which has all that this schema uses.
const { $schema: _, ...published } = JSON.parse(readFileSync(new URL('../schemas/plan.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv({ allErrors: true }).compile(published)

describe('an exported plan', () => {
  it.each(plans)('%s is read back by its schema, and by another reader of the published one, without a loss', (root) => {
    const { plan, text } = judgePlan(root)
    const lines = new Map(plan.files.map((file) => [file.path, new Lines(text(file.path))]))
    const at = (file: string, offset: number) => lines.get(file)?.at(offset) ?? { line: 1, column: 1 }
    const written = planJson(plan, ({ file, start, end }) => ({ file, start: at(file, start), end: at(file, end) }))
    const json: unknown = JSON.parse(written)
    expect(planSchema.parse(json)).toEqual(json)
    expect(validate(json) ? [] : validate.errors).toEqual([])
    expect(validate({ ...plan.strategy, version: 1 })).toBe(false)
  })
})
