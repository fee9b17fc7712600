import type { Finding } from '../plan/elements/finding.js'
import type { Plan } from '../plan/model/plan.js'
import { unknownName } from '../rules/plan/unknown-name.js'
import type { Effect, FindingEffect } from './effects.js'

/** What says of one name in several places that nothing declares it, or that something does again, becomes one effect. */
export function withLostNames(effects: readonly Effect[], before: Plan, after: Plan): readonly Effect[] {
  if (effects.filter(isAboutName).length < 2) return effects
  const names = new Map([...before.refs, ...after.refs].map(({ ref }) => [keyOf(ref), ref.name]))
  const groups = new Map<string, FindingEffect[]>()
  const nameOf = (effect: FindingEffect) => names.get(keyOf(effect.finding)) ?? ''
  for (const effect of effects.filter(isAboutName)) {
    const key = `${effect.isIntroduced} ${nameOf(effect)}`
    groups.set(key, [...(groups.get(key) ?? []), effect])
  }
  return effects.flatMap((effect): readonly Effect[] => {
    if (!isAboutName(effect)) return [effect]
    const [first, ...others] = groups.get(`${effect.isIntroduced} ${nameOf(effect)}`) ?? []
    if (others.length === 0) return [effect]
    return first === effect ? [{ ...effect, lost: { name: nameOf(effect), others: others.map(({ finding }) => finding) } }] : []
  })
}

function isAboutName(effect: Effect): effect is FindingEffect {
  return effect.type === 'finding' && effect.finding.code === unknownName.code
}

function keyOf({ place }: Pick<Finding, 'place'>): string {
  return `${place.start} ${place.end} ${place.file}`
}
