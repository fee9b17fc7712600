import { describe, expect, it } from 'vitest'
import {
  measured,
  milestoneSketch,
  personSketch,
  phaseSketch,
  planSketch,
  span,
  strategySketch,
  taskSketch,
} from '../../../test/sketch/plan-sketch.js'
import type { PlanElement } from '../elements/elements.js'
import { agenda } from './agenda.js'

const agendaOf = (...steps: readonly PlanElement[]) =>
  agenda(planSketch([strategySketch(span('2027-01-04', '2027-04-09'), ['2027-02-09']), personSketch('ben', '20h'), ...steps]))

const on = (day: string, more = {}) => ({ start: day, due: day, ...more })

describe('the agenda', () => {
  it('goes by the ends, has what has no date last, and keeps the order of the plan on one day', () => {
    const steps = [
      taskSketch('open_end'),
      taskSketch('late', on('2027-03-10')),
      taskSketch('z', on('2027-02-22')),
      taskSketch('a', on('2027-02-22')),
      taskSketch('open_too'),
      milestoneSketch('soon', { due: '2027-02-17' }),
    ]
    expect(agendaOf(...steps).map(({ step }) => step.name)).toEqual(['soon', 'z', 'a', 'late', 'open_end', 'open_too'])
  })

  it('leaves out what is done or cancelled', () => {
    const steps = (['done', 'cancelled', 'blocked'] as const).map((mark) => taskSketch(mark, on('2027-02-22', { mark })))
    expect(agendaOf(...steps)).toMatchObject([{ step: { name: 'blocked' }, isBlocked: true }])
  })

  it('counts the working days behind the end up to today, 12 February', () => {
    const late = (due: string) => agendaOf(taskSketch('it', { start: '2027-02-01', due }))[0]?.daysLate
    expect(late('2027-02-05')).toBe(4) // a weekend and the holiday on the 9th between
    expect(late('2027-02-11')).toBe(1)
    expect(late('2027-02-12')).toBe(0)
    expect(late('2027-02-26')).toBe(0)
  })

  it('names what a step waits for, of a phase what is in it', () => {
    const [first, second, third] = [
      taskSketch('write', on('2027-02-15')),
      taskSketch('read', on('2027-02-16', { mark: 'done', phase: 'draft' })),
      taskSketch('print', on('2027-02-17', { phase: 'draft' })),
    ]
    const last = taskSketch('send', on('2027-02-22', { after: ['draft', 'write'] }))
    const found = agendaOf(first, phaseSketch('draft', ['read', 'print']), second, third, last).find(({ step }) => step.name === 'send')
    expect(found).toMatchObject({ waitsFor: ['print', 'write'], start: '2027-02-22', end: '2027-02-22', isBlocked: false })
  })

  it('has the people of a step, and the progress of a task', () => {
    const steps = [
      { ...taskSketch('build', on('2027-02-22', { who: { ben: '10h' } })), progress: measured('40%') },
      milestoneSketch('sent', { due: '2027-02-26' }),
    ]
    expect(agendaOf(...steps)).toMatchObject([
      { people: [{ name: 'ben' }], progress: '0.4' },
      { people: [], progress: undefined },
    ])
  })
})
