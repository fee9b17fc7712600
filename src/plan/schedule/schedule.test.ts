import { describe, expect, it } from 'vitest'
import {
  milestoneSketch,
  personSketch,
  phaseSketch,
  planSketch,
  span,
  strategySketch,
  taskSketch,
} from '../../../test/sketch/plan-sketch.js'
import type { PlanElement } from '../elements/elements.js'
import { load } from './load.js'
import { schedule } from './schedule.js'

const strategy = strategySketch(span('2027-01-04', '2027-04-09'), ['2027-01-18', '2027-02-15'])
const scheduleOn = (today: string, ...steps: readonly PlanElement[]) =>
  schedule(planSketch([strategy, personSketch('ben', '20h'), ...steps], today))
const scheduleOf = (...steps: readonly PlanElement[]) => scheduleOn('2027-01-04', ...steps)

describe('the schedule', () => {
  it('keeps written dates', () => {
    const dates = scheduleOf(taskSketch('a', { start: '2027-01-04', due: '2027-01-22' })).of('a')
    expect(dates).toMatchObject({
      start: '2027-01-04',
      end: '2027-01-22',
      length: 14,
      es: '2027-01-04',
      ef: '2027-01-22',
      slack: 0,
      cause: { type: 'own' },
    })
  })

  it('computes dates behind a predecessor, over weekends and holidays', () => {
    const dates = scheduleOf(
      taskSketch('a', { start: '2027-01-04', due: '2027-01-15' }),
      taskSketch('b', { after: ['a'], takes: '3wd' }),
    ).of('b')
    expect(dates).toMatchObject({
      start: '2027-01-19',
      end: '2027-01-21',
      isStartWritten: false,
      isEndWritten: false,
      cause: { type: 'predecessor', name: 'a' },
    })
  })

  it('ends what is done on the day that it was done, and all else when it is due', () => {
    const dates = { start: '2027-01-04', due: '2027-01-22', done: '2027-01-12' }
    expect(scheduleOn('2027-01-12', taskSketch('a', { ...dates, mark: 'done' })).of('a')?.end).toBe('2027-01-12')
    expect(scheduleOf(taskSketch('a', { ...dates, mark: 'doing' })).of('a')?.end).toBe('2027-01-22')
  })

  it('takes calendar weeks as days from the start on', () => {
    expect(scheduleOf(taskSketch('a', { start: '2027-01-04', takes: '2w' })).of('a')?.end).toBe('2027-01-15')
  })

  it('computes the length from the effort and the hours of a day', () => {
    expect(scheduleOf(taskSketch('a', { start: '2027-01-04', who: { ben: '18h' } })).of('a')).toMatchObject({
      end: '2027-01-08',
      length: 5,
    })
  })

  it('does not invent dates where only the start of the plan would hold a task', () => {
    const dates = scheduleOf(taskSketch('a', { takes: '3wd' })).of('a')
    expect(dates).toMatchObject({ es: '2027-01-04', ef: '2027-01-06', cause: { type: 'strategy' } })
    expect(dates?.start).toBeUndefined()
    expect(dates?.end).toBeUndefined()
  })

  it('lets a task behind a phase wait for all that the phase holds', () => {
    const dates = scheduleOf(
      phaseSketch('build', ['a', 'b']),
      taskSketch('a', { phase: 'build', start: '2027-01-04', due: '2027-01-06' }),
      taskSketch('b', { phase: 'build', start: '2027-01-04', due: '2027-01-08' }),
      taskSketch('c', { after: ['build'], takes: '1wd' }),
    )
    expect(dates.of('c')?.start).toBe('2027-01-11')
    expect(dates.of('build')).toMatchObject({ start: '2027-01-04', end: '2027-01-08' })
  })

  it('uses the done date of what is done', () => {
    const dates = scheduleOn(
      '2027-01-08',
      taskSketch('a', { mark: 'done', start: '2027-01-04', due: '2027-01-15', done: '2027-01-08' }),
      taskSketch('b', { after: ['a'], takes: '1wd' }),
    )
    expect(dates.of('a')).toMatchObject({ end: '2027-01-08', slack: undefined })
    expect(dates.of('b')?.start).toBe('2027-01-11')
  })

  it('finds the slack before what waits and before the end of the plan', () => {
    const dates = scheduleOf(
      taskSketch('a', { start: '2027-01-04', takes: '5wd' }),
      taskSketch('b', { after: ['a'], takes: '2wd', due: '2027-01-15' }),
      milestoneSketch('m', { after: ['b'] }),
    )
    expect(dates.of('b')).toMatchObject({ ef: '2027-01-12', lf: '2027-01-15', ls: '2027-01-14', slack: 3, isCritical: true })
    expect(dates.of('a')).toMatchObject({ lf: '2027-01-13', slack: 3, isCritical: true })
    expect(dates.of('m')).toMatchObject({ end: '2027-01-13', length: 0, isCritical: false })
  })

  it('finds the slack of what lies in a phase before what waits for the phase', () => {
    const dates = scheduleOf(
      taskSketch('a', { start: '2027-01-04', takes: '5wd', phase: 'p' }),
      taskSketch('free', { start: '2027-01-04', takes: '5wd', phase: 'q' }),
      phaseSketch('p', ['a']),
      phaseSketch('q', ['free']),
      taskSketch('b', { after: ['p'], takes: '2wd', due: '2027-01-15' }),
    )
    expect(dates.of('a')).toMatchObject({ ef: '2027-01-08', lf: '2027-01-13', ls: '2027-01-07', slack: 3 })
    expect(dates.of('free')).toMatchObject({ lf: '2027-04-09' })
  })

  it('finds a loop once, as a path, and says nothing about what stands behind it', () => {
    const dates = scheduleOf(
      taskSketch('a', { after: ['c'], start: '2027-01-04', due: '2027-01-08' }),
      taskSketch('b', { after: ['a'] }),
      taskSketch('c', { after: ['b'] }),
      taskSketch('d', { after: ['b'], due: '2027-02-01' }),
      taskSketch('e', { start: '2027-01-04', due: '2027-01-08' }),
    )
    expect(dates.loops.map((loop) => loop.path.map((step) => step.name))).toEqual([['a', 'c', 'b']])
    expect(['a', 'd', 'e'].map((name) => [dates.of(name)?.isInLoop, dates.of(name)?.isStuck])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ])
    expect(dates.of('d')?.end).toBeUndefined()
  })

  it('sees a task that waits for its own phase, and one that waits for itself', () => {
    const dates = scheduleOf(
      phaseSketch('build', ['a']),
      taskSketch('a', { phase: 'build', after: ['build'] }),
      taskSketch('b', { after: ['b'] }),
    )
    expect(dates.loops.map((loop) => loop.path.map((step) => step.name))).toEqual([['a', 'build'], ['b']])
  })

  it('leaves cancelled steps out', () => {
    const dates = scheduleOf(
      taskSketch('a', { mark: 'cancelled', after: ['b'] }),
      taskSketch('b', { after: ['a'], start: '2027-01-04', takes: '1wd' }),
    )
    expect(dates.loops).toEqual([])
    expect(dates.of('a')).toBeUndefined()
    expect(dates.of('b')?.end).toBe('2027-01-04')
  })

  it('follows a chain of 20 000 tasks without running out of stack', () => {
    const steps = Array.from({ length: 20_000 }, (_, index) =>
      taskSketch(`t${index}`, { after: index ? [`t${index - 1}`] : [], who: { ben: '1h' }, ...(index ? {} : { start: '2027-01-04' }) }),
    )
    const plan = planSketch([strategy, personSketch('ben', '20h'), ...steps])
    expect(schedule(plan).of('t19999')?.isStuck).toBe(false)
    expect(load(plan).of('ben')?.total).toBe('20000')
  })
})

describe('what is open in a plan under way', () => {
  it('does not begin before the status date, nor on a day off', () => {
    const steps = [
      taskSketch('a', { mark: 'done', start: '2027-01-04', done: '2027-01-08' }),
      taskSketch('b', { after: ['a'], takes: '2wd' }),
      taskSketch('c', { takes: '2wd' }),
    ]
    const dates = scheduleOn('2027-02-13', ...steps) // a Saturday; the Monday is a holiday
    expect(dates.of('b')).toMatchObject({ start: '2027-02-16', end: '2027-02-17', cause: { type: 'today' } })
    expect(dates.of('c')).toMatchObject({ start: undefined, es: '2027-02-16', ef: '2027-02-17', cause: { type: 'today' } })
  })

  it('keeps a written start, which says that it has begun', () => {
    const dates = scheduleOn('2027-02-12', taskSketch('a', { start: '2027-02-08', takes: '10wd' }))
    expect(dates.of('a')).toMatchObject({ start: '2027-02-08', end: '2027-02-22', cause: { type: 'own' } })
  })

  it('needs what is left of it where it is in progress and nothing says since when', () => {
    const steps = [
      taskSketch('a', { mark: 'done', start: '2027-01-04', done: '2027-01-08' }),
      taskSketch('b', { mark: 'doing', after: ['a'], takes: '10wd', progress: '75%' }),
    ]
    expect(scheduleOn('2027-02-16', ...steps).of('b')).toMatchObject({ es: '2027-02-16', ef: '2027-02-18', length: 10 })
  })

  it('moves what waits for it, takes its slack, and is not what is done', () => {
    const steps = [
      taskSketch('a', { takes: '2wd' }),
      taskSketch('b', { after: ['a'], takes: '2wd', due: '2027-02-18' }),
      taskSketch('c', { mark: 'done', start: '2027-01-04', takes: '2wd' }),
    ]
    const dates = scheduleOn('2027-02-16', ...steps)
    expect(dates.of('b')).toMatchObject({ es: '2027-02-18', ef: '2027-02-19', slack: -1, cause: { type: 'predecessor', name: 'a' } })
    expect(dates.of('c')).toMatchObject({ start: '2027-01-04', end: '2027-01-05' })
  })
})

describe('what is done', () => {
  it('has the dates that are written for it, and none that follow from what stands before it', () => {
    const dates = scheduleOn(
      '2027-03-01',
      taskSketch('a', { mark: 'done', start: '2027-01-04', done: '2027-01-08' }),
      taskSketch('b', { mark: 'done', after: ['a'], takes: '2wd', done: '2027-03-01' }),
      taskSketch('c', { mark: 'done', after: ['a'], takes: '2wd' }),
    )
    expect(dates.of('b')).toMatchObject({ start: undefined, es: undefined, end: '2027-03-01' })
    expect(dates.of('c')).toMatchObject({ start: undefined, end: undefined, ef: undefined })
  })
})

describe('what only a date behind it settles', () => {
  const launch = milestoneSketch('launch', { after: ['prep'], due: '2027-03-01' })
  const steps = [
    phaseSketch('prep', ['a', 'b']),
    taskSketch('a', { phase: 'prep', takes: '5wd' }),
    taskSketch('b', { phase: 'prep', after: ['a'], takes: '5wd' }),
    launch,
  ]

  it('is planned as late as that allows', () => {
    const dates = scheduleOf(...steps)
    expect(dates.of('b')).toMatchObject({ start: '2027-02-22', end: '2027-02-26', readyFor: 'launch' })
    expect(dates.of('a')).toMatchObject({ start: '2027-02-12', end: '2027-02-19', readyFor: 'b' })
    expect(dates.of('prep')).toMatchObject({ start: '2027-02-12', end: '2027-02-26' })
    expect(dates.of('launch')).toMatchObject({ end: '2027-03-01', readyFor: undefined })
  })

  it('is planned from today on where that is too late', () => {
    const dates = scheduleOn('2027-02-22', ...steps)
    expect(dates.of('a')).toMatchObject({ start: '2027-02-22', end: '2027-02-26', slack: -5 })
    expect(dates.of('b')).toMatchObject({ start: '2027-03-01', end: '2027-03-05' })
  })

  it('has no start where its length is unknown', () => {
    const dates = scheduleOf(taskSketch('a', {}), milestoneSketch('m', { after: ['a'], due: '2027-03-01' }))
    expect(dates.of('a')).toMatchObject({ start: undefined, end: '2027-02-26' })
  })
})
