import type { Benchmark } from '../elements/elements.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { maximum, minimum } from '../quantity/exact.js'
import type { Exact } from '../quantity/quantity.js'
import { type AimFacts, amountOn } from './aims.js'

const byNumber = once((plan: Plan): ReadonlyMap<string, readonly Benchmark[]> => {
  const found = new Map<string, Benchmark[]>()
  for (const benchmark of plan.all('benchmark')) {
    const number = plan.find(benchmark.of, 'measure', 'metric')
    if (!number) continue
    const known = found.get(number.name)
    if (known) known.push(benchmark)
    else found.set(number.name, [benchmark])
  }
  return found
})

/** The benchmarks of a number, in order. */
export function benchmarksOf(plan: Plan, number: string): readonly Benchmark[] {
  return byNumber(plan).get(number) ?? []
}

/** The benchmark value that is furthest in the direction of a measurable, in base units. Undefined without one, or without a direction. */
export function bestBenchmark(plan: Plan, aim: AimFacts): Exact | undefined {
  const values = benchmarksOf(plan, aim.aim.number.name).flatMap(({ value }) => (value && amountOn(aim.unit, value)) ?? [])
  if (!aim.direction) return undefined
  return aim.direction > 0 ? maximum(values) : minimum(values)
}
