import { describe, expect, it } from 'vitest'
import { personSketch, phaseSketch, planSketch, span, strategySketch, taskSketch } from '../../../test/sketch/plan-sketch.js'
import type { PlanElement } from '../elements/elements.js'
import { observed } from '../model/dependencies.js'
import { StepDaysKept } from './step-days.js'

const frame = strategySketch(span('2027-01-04', '2027-04-09'))
const ben = personSketch('ben', '40h')
const write = taskSketch('write', { who: { ben: '40h' }, start: '2027-02-15' })
const send = taskSketch('send', { takes: '2wd', after: ['write'] })
const still = taskSketch('still', { start: '2027-02-15', due: '2027-02-16' })

/** The names of the steps that have moved from version to version. */
function moved(...versions: readonly (readonly PlanElement[])[]): (readonly string[])[] {
  const days = new StepDaysKept()
  return versions.map((elements) => days.moved(planSketch([frame, ...elements])).map(({ name }) => name))
}

describe('steps that take place on other days than before', () => {
  it('are none in the first version, and none where nothing has changed', () => {
    const days = new StepDaysKept()
    const plan = planSketch([frame, ben, write])
    expect([days.moved(plan), days.moved(plan)]).toEqual([[], []])
  })

  it('are those whose end alone has moved, and those that wait for them', () => {
    expect(moved([ben, write, send, still], [personSketch('ben', '8h'), write, send, still])).toEqual([[], ['write', 'send']])
  })

  it('are those whose start alone has moved', () => {
    const due = taskSketch('due', { due: '2027-03-31', after: ['write'] })
    expect(moved([ben, write, due, still], [personSketch('ben', '8h'), write, due, still])).toEqual([[], ['write', 'due']])
  })

  it('are those that have come into a loop or behind one, or out of it', () => {
    const undated = taskSketch('undated', { after: ['write'] })
    const loop = [taskSketch('write', { after: ['other'] }), taskSketch('other', { after: ['write'] })]
    const line = [taskSketch('write'), taskSketch('other', { after: ['write'] })]
    expect(moved([...line, undated, still], [...loop, undated, still])).toEqual([[], ['write', 'other', 'undated']])
  })

  it('are all between the first and the last one that is another object, also where the list grows or shrinks', () => {
    const more = taskSketch('more', { start: '2027-02-15', due: '2027-02-16' })
    const again = taskSketch('still', { start: '2027-02-15', due: '2027-02-16' })
    expect(moved([ben, write, still, send], [ben, write, again, send])).toEqual([[], ['still']])
    expect(moved([ben, write, send], [ben, write, more, send])).toEqual([[], ['more']])
    expect(moved([ben, write, more, send], [ben, write, send])).toEqual([[], []])
    expect(moved([ben, more, write], [ben, more, write, still])).toEqual([[], ['still']])
  })

  it('are phases as well', () => {
    const phase = phaseSketch('phase', ['write'])
    const within = taskSketch('write', { who: { ben: '40h' }, start: '2027-02-15', phase: 'phase' })
    expect(moved([ben, phase, within], [personSketch('ben', '8h'), phase, within])).toEqual([[], ['phase', 'write']])
  })

  it('are found without a note that the plan was looked at', () => {
    const days = new StepDaysKept()
    days.moved(planSketch([frame, ben, write]))
    expect(observed(() => days.moved(planSketch([frame, personSketch('ben', '8h'), write]))).dependencies).toBe(0)
  })
})
