import type { Plan } from './plan.js'

/** Boxes, since a result may be undefined. */
interface Result {
  readonly value: unknown
}

let computations = 0

/** Makes a computation over a plan run once per plan and remembers its result as long as the plan lives. */
export function once<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const number = computations++
  return (plan) => {
    const derived: Result[] = plan.derived as Result[] // what stands at a computation's number is its own
    const known = derived[number]
    if (known) return known.value as T
    const value = compute(plan)
    derived[number] = { value }
    return value
  }
}
