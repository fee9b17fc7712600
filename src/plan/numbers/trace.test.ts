import { beforeEach, describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import type { Plan } from '../model/plan.js'
import { follow, foundationOf, trace } from './trace.js'

const text = `strategy spring "Spring" { period 2027-01-01 .. 2027-03-31 }
tool    hub "Hub"
source  platform "Platform" from hub
measure left "Left" in contacts per month sum from platform
measure all_of_them "All" in contacts per month sum from platform
metric  churn "Churn" in % per month = left / all_of_them
metric  inner "Inner" in % per month = outer + churn
metric  outer "Outer" in % per month = inner
goal    keepable "Keepable" measurable churn decrease guard outer at most 1%
problem unwanted "Unwanted" solution "Clean lists" by keepable
task    clean "Clean the lists" for keepable expects churn down
[-] task gone "Gone" for keepable expects churn down`

let plan: Plan
beforeEach(() => {
  plan = judgeExample({ text, isWhole: true }).plan
})

describe('the trace', () => {
  it('leads from a problem to the sources of the numbers and to the work', () => {
    expect(follow(trace(plan), 'unwanted', 'onwards').map((step) => `${step.distance} ${step.name}`)).toEqual([
      '1 keepable',
      '2 churn',
      '2 outer',
      '2 clean',
      '3 left',
      '3 all_of_them',
      '3 inner',
      '4 platform',
      '5 hub',
    ])
  })

  it('leads back from a source to the problem that it is read for', () => {
    expect(follow(trace(plan), 'platform', 'back').map((step) => step.name)).toEqual(
      expect.arrayContaining(['left', 'churn', 'keepable', 'clean', 'unwanted']),
    )
  })

  it('says the direction of an expected effect and leaves cancelled work out', () => {
    const effects = trace(plan).links.filter((link) => link.relation === 'expected to move')
    expect(effects.map((link) => `${link.from} ${link.to} ${link.direction}`)).toEqual(['clean churn down'])
  })

  it('ends a loop of formulas where it meets itself', () => {
    expect([...foundationOf(plan, 'outer').names]).toEqual(['outer', 'inner', 'churn', 'left', 'all_of_them'])
    expect(foundationOf(plan, 'nowhere').isCertain).toBe(false)
  })
})
