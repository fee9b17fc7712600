import { type Dependencies, note, nothing, type Observed, observed } from './dependencies.js'
import type { Kept, PlanChange } from './memory.js'
import type { Plan } from './plan.js'

let computations = 0

/** Makes a computation over a plan run once per plan and remembers its result as long as the plan lives. */
export function once<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const number = computations++
  return (plan) => {
    const derived = plan.derived as Observed<unknown>[] // what stands at a computation's number is its own
    const known = derived[number]
    if (known) {
      note(known.dependencies)
      return known.value as T
    }
    const result = observed(() => compute(plan))
    derived[number] = result
    return result.value
  }
}

/**
 * The same for a result that is handed on to the next version of a plan as long as nothing has changed that the computation has looked at.
 * Functions in it may look up nothing else of the plan.
 */
export function onceWhileSame<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const kept = values<typeof compute, T>()
  return once((plan) => kept(plan).of(compute, () => compute(plan)))
}

/** What a computation gave for each of its keys, elements or others. */
export class ValuesByKey<K, T> implements Kept {
  private readonly values = new Map<K, T>()
  private dependencies: Dependencies = nothing

  /** The value for a key, computed where it is not known. */
  of(key: K, compute: () => T): T {
    note(this.dependencies)
    const known = this.values.get(key)
    if (known !== undefined || this.values.has(key)) return known as T // undefined may be a value
    const { value, dependencies } = observed(compute)
    this.dependencies |= dependencies
    this.values.set(key, value)
    return value
  }

  outlive({ dependencies, removed }: PlanChange): void {
    if (this.dependencies & dependencies) {
      this.values.clear()
      this.dependencies = nothing
    } else for (const element of removed) this.values.delete(element as K) // other keys are no elements
  }
}

/**
 * A computation for keys of a plan, whose values are handed on to its next version as long as nothing has changed that they rest on. They
 * have to be plain data, the same in whatever order they are computed, and may hold elements that the computation has looked up.
 */
export function values<K, T>(): (plan: Plan) => ValuesByKey<K, T> {
  const key = {}
  return (plan) => plan.memory.of(key, () => new ValuesByKey<K, T>())
}
