import { describe, expect, it } from 'vitest'
import { Lines } from '../src/report/lines.js'
import { planJson } from '../src/report/plan-export/plan-json.js'
import { planSchema } from '../src/report/plan-export/plan-schema.js'
import { judgePlan, plans } from './example-files.js'

describe('an exported plan', () => {
  it.each(plans)('%s is read back by its schema without a loss', (root) => {
    const { plan, text } = judgePlan(root)
    const lines = new Map(plan.files.map((file) => [file.path, new Lines(text(file.path))]))
    const at = (file: string, offset: number) => lines.get(file)?.at(offset) ?? { line: 1, column: 1 }
    const written = planJson(plan, ({ file, start, end }) => ({ file, start: at(file, start), end: at(file, end) }))
    const json: unknown = JSON.parse(written)
    expect(planSchema.parse(json)).toEqual(json)
  })
})
