import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { type NumberFacts, numbers } from '../numbers/numbers.js'
import { PlanNetwork } from './network.js'
import { type Said, saidInGoals } from './statements.js'

/** The numbers that goals speak of, by scope. */
export const networksOf = once((plan: Plan): readonly PlanNetwork[] => {
  const byScope = new Map<string, Said[]>()
  for (const said of saidInGoals(plan)) {
    const known = byScope.get(said.scope ?? '')
    if (known) known.push(said)
    else byScope.set(said.scope ?? '', [said])
  }
  const users = usersOf(plan)
  return [...byScope.values()].filter((said) => said.length > 0).map((said) => new PlanNetwork(plan, said, users))
})

/** The numbers whose formula names a number, by its name. */
function usersOf(plan: Plan): ReadonlyMap<string, readonly NumberFacts[]> {
  const users = new Map<string, NumberFacts[]>()
  for (const facts of numbers(plan).all)
    for (const name of facts.restsOn) {
      const known = users.get(name)
      if (known) known.push(facts)
      else users.set(name, [facts])
    }
  return users
}
