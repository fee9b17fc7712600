import type { Plan } from './plan.js'

/** Makes a computation over a plan run once per plan and remembers its result as long as the plan lives. */
export function once<T>(compute: (plan: Plan) => T): (plan: Plan) => T {
  const results = new WeakMap<Plan, { readonly value: T }>()
  return (plan) => {
    const known = results.get(plan)
    if (known) return known.value
    const value = compute(plan)
    results.set(plan, { value })
    return value
  }
}
