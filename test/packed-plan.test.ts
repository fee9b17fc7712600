import { describe, expect, it } from 'vitest'
import { packPlan, unpackPlan } from '../src/plan/model/packed-plan.js'
import type { Plan } from '../src/plan/model/plan.js'
import { schedule } from '../src/plan/schedule/schedule.js'
import { Lines } from '../src/report/lines.js'
import { planJson } from '../src/report/plan-export/plan-json.js'
import { planSchema } from '../src/report/plan-export/plan-schema.js'
import { judge } from '../src/rules/engine/judge.js'
import { rules } from '../src/rules/generated/registry.js'
import { judgePlan, plans, smallPlan } from './example-files.js'

function sentOver(plan: Plan): Plan {
  return unpackPlan(JSON.parse(JSON.stringify(packPlan(plan))))
}

describe('a packed plan', () => {
  it.each(plans)('%s survives the way through JSON with everything that is derived from it', (root) => {
    const { plan } = judgePlan(root)
    const again = sentOver(plan)
    expect(packPlan(again)).toEqual(JSON.parse(JSON.stringify(packPlan(plan))))
    expect(again.statusDate).toEqual(plan.statusDate)
    for (const task of again.all('task')) expect(schedule(again).of(task.name)).toEqual(schedule(plan).of(task.name))
    expect(judge(again, rules)).toEqual(judge(plan, rules))
  })

  it('has each element once', () => {
    const again = sentOver(judgePlan(smallPlan).plan)
    const [budget] = again.all('budget')
    expect(budget?.lines.length).toBeGreaterThan(0)
    for (const line of budget?.lines ?? []) expect(again.elements).toContain(line)
  })
})

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
