import { type Effect, effectKey } from './effects.js'

/** The effects of a whole comparison, of which the changes take those that are theirs. */
export class OpenEffects {
  readonly #open: Map<string, Effect>

  constructor(total: readonly Effect[]) {
    this.#open = new Map(total.map((effect) => [effectKey(effect), effect]))
  }

  /** The effects that one change has: undoing it undoes them exactly. Each belongs to the first change that takes it. */
  take(effects: readonly Effect[]): readonly Effect[] {
    return effects.flatMap((effect) => {
      const key = effectKey(effect)
      const total = this.#open.get(key)
      const part = total && partOf(total, effect)
      if (!part) return []
      const rest = without(total, part)
      if (rest) this.#open.set(key, rest)
      else this.#open.delete(key)
      return [part]
    })
  }

  /** What no change has alone. */
  get left(): readonly Effect[] {
    return [...this.#open.values()]
  }
}

/** What two comparisons have in common; undefined when that is nothing. */
function partOf(total: Effect, own: Effect): Effect | undefined {
  if (total.type === 'finding') return own.type === 'finding' && own.isIntroduced === total.isIntroduced ? own : undefined
  if (total.type === 'moved') return own.type === 'moved' ? withSteps(total.steps.filter((step) => isAmong(step, own.steps))) : undefined
  return JSON.stringify(total) === JSON.stringify(own) ? own : undefined
}

function without(total: Effect, part: Effect): Effect | undefined {
  if (total.type !== 'moved' || part.type !== 'moved') return undefined
  return withSteps(total.steps.filter((step) => !isAmong(step, part.steps)))
}

type Steps = Extract<Effect, { type: 'moved' }>['steps']

function withSteps(steps: Steps): Effect | undefined {
  const [first] = steps
  return first && { type: 'moved', steps, days: first.days }
}

function isAmong({ name, days }: Steps[number], steps: Steps): boolean {
  return steps.some((one) => one.name === name && one.days === days)
}
