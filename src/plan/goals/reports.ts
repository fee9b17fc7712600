import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'

/** The names of all numbers that some report shows again and again. */
export const regularlyReported = once((plan: Plan): ReadonlySet<string> => {
  return new Set(plan.all('report').flatMap((report) => (report.every ? report.shows.map((ref) => ref.name) : [])))
})
