import { isActive } from '../model/active.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'

/** The names of the numbers that tasks expect to move; cancelled tasks left out. */
export const expectedNumbers = once(
  (plan: Plan): ReadonlySet<string> =>
    new Set(
      plan
        .all('task')
        .filter(isActive)
        .flatMap((task) => task.expects.map((effect) => effect.number.name)),
    ),
)
