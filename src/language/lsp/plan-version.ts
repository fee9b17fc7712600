import type { Plan } from '../../plan/model/plan.js'

// A client may know versions of a server that has ended, which are not those of this one.
let last = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
const versions = new WeakMap<Plan, number>()

/** A number for this state of a plan: another one as soon as any of its files says something else. */
export function versionOf(plan: Plan): number {
  const known = versions.get(plan)
  if (known !== undefined) return known
  last += 1
  versions.set(plan, last)
  return last
}
