import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Workspace } from '../src/language/workspace/workspace.js'
import { packPlan, unpackPlan } from '../src/plan/packed-plan.js'
import { schedule } from '../src/plan/schedule.js'
import { rules } from '../src/rules/generated/registry.js'
import { judge } from '../src/rules/judge.js'

describe('a packed plan', () => {
  const workspace = new Workspace()
  workspace.setText('plan.mops', readFileSync('examples/email-churn-q1.mops', 'utf8'))
  const judged = workspace.judgeRoot('plan.mops', { clock: '2027-02-12' })
  if (!judged) throw new Error('The example is no plan.')
  const again = unpackPlan(JSON.parse(JSON.stringify(packPlan(judged.plan))))

  it('survives the way through JSON with everything that is derived from it', () => {
    expect(packPlan(again)).toEqual(JSON.parse(JSON.stringify(packPlan(judged.plan))))
    expect(again.statusDate).toEqual(judged.plan.statusDate)
    for (const task of again.all('task')) expect(schedule(again).of(task.name)).toEqual(schedule(judged.plan).of(task.name))
    expect(judge(again, rules)).toEqual(judge(judged.plan, rules))
  })

  it('has each element once', () => {
    const [budget] = again.all('budget')
    expect(budget?.lines.length).toBeGreaterThan(0)
    for (const line of budget?.lines ?? []) expect(again.elements).toContain(line)
  })
})
