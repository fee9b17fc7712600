import { describe, expect, it } from 'vitest'
import { milestoneSketch, personSketch, planSketch, strategySketch, taskSketch } from '../../../test/sketch/plan-sketch.js'
import type { PlanElement } from '../elements/elements.js'
import { createPlan } from './create-plan.js'
import { onceWhileSame, values } from './once.js'
import type { Plan } from './plan.js'

const today = '2027-02-12'
const frame = strategySketch(undefined)

/** The next version of a plan, with these elements behind the strategy. */
function next(before: Plan, elements: readonly PlanElement[], date = today): Plan {
  const { source } = planSketch([frame, ...elements], date)
  return createPlan(source, { today: date, clock: date, stage: 'running' }, before)
}

function first(elements: readonly PlanElement[]): Plan {
  return planSketch([frame, ...elements], today)
}

/** A computation that counts how often it runs. */
function counted<T>(look: (plan: Plan) => T): { readonly of: (plan: Plan) => T; readonly runs: () => number } {
  let runs = 0
  const of = onceWhileSame((plan) => {
    runs++
    return look(plan)
  })
  return { of, runs: () => runs }
}

const ben = personSketch('ben')
const dana = personSketch('dana')
const write = taskSketch('write')
const send = taskSketch('send')

describe('what is handed on to the next version of a plan', () => {
  it('is what has looked at none of the kinds that have changed', () => {
    const people = counted((plan) => plan.all('person').length)
    const work = counted((plan) => plan.all('task').length)
    const plan = first([ben, write])
    expect([people.of(plan), work.of(plan)]).toEqual([1, 1])
    const later = next(plan, [ben, write, send])
    expect([people.of(later), work.of(later)]).toEqual([1, 2])
    expect([people.runs(), work.runs()]).toEqual([1, 2])
  })

  it('counts what a computation has looked at by way of another', () => {
    const work = counted((plan) => plan.all('task').length)
    const twice = counted((plan) => work.of(plan) * 2)
    const plan = first([write])
    work.of(plan)
    expect(twice.of(plan)).toBe(2)
    expect(twice.of(next(plan, [write, send]))).toBe(4)
  })

  it('holds a name that means nothing only until it means something, of whatever kind', () => {
    const known = counted((plan) => plan.isKnown({ name: 'dana', place: ben.place }))
    const plan = first([ben, write])
    expect(known.of(plan)).toBe(false)
    const later = next(plan, [ben, write, send])
    expect(known.of(later)).toBe(false)
    expect(known.runs()).toBe(1)
    expect(known.of(next(later, [ben, write, send, dana]))).toBe(true)
  })

  it('is nothing when a name comes that another element bears, since it may now mean that one', () => {
    const found = counted((plan) => plan.find({ name: 'write' }, 'task')?.name)
    const plan = first([ben, write])
    expect(found.of(plan)).toBe('write')
    expect(found.of(next(plan, [ben, milestoneSketch('write'), write]))).toBeUndefined()
  })

  it('is nothing on another status date', () => {
    const date = counted((plan) => plan.statusDate.date)
    const plan = first([ben])
    expect(date.of(plan)).toBe(today)
    expect(date.of(next(plan, [ben], '2027-02-13'))).toBe('2027-02-13')
  })

  it('leaves the version before to itself', () => {
    const people = counted((plan) => plan.all('person').map(({ name }) => name))
    const plan = first([ben])
    const later = next(plan, [ben, dana])
    expect(people.of(later)).toEqual(['ben', 'dana'])
    expect(people.of(plan)).toEqual(['ben'])
    expect(people.of(next(later, [ben, dana, write]))).toEqual(['ben', 'dana'])
  })
})

describe('values for single elements', () => {
  it('are kept for those that stay, though others of their kind change', () => {
    const seen: string[] = []
    const lengths = values<PlanElement, number>()
    const lengthOf = (plan: Plan, element: PlanElement) =>
      lengths(plan).of(element, () => {
        seen.push(element.name)
        return element.name.length
      })
    const plan = first([write])
    lengthOf(plan, write)
    const later = next(plan, [write, send])
    expect([lengthOf(later, write), lengthOf(later, send)]).toEqual([5, 4])
    expect(seen).toEqual(['write', 'send'])
  })

  it('are computed again when something that one of them has looked at changes', () => {
    const counts = values<PlanElement, number>()
    const countFor = (plan: Plan) => counts(plan).of(write, () => plan.all('person').length)
    const plan = first([ben, write])
    expect(countFor(plan)).toBe(1)
    expect(countFor(next(plan, [ben, dana, write]))).toBe(2)
  })
})
