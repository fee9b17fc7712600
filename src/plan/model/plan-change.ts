import type { PlanElement } from '../elements/elements.js'
import { dependenciesOf, names, nothing, texts } from './dependencies.js'
import type { PlanChange } from './memory.js'
import type { Plan } from './plan.js'

/** Names that mean nothing are seldom; those of a long session are not remembered for ever. */
const mostAsked = 10_000

/**
 * What has changed from one version of a plan to the next. Undefined where nothing can be kept: another root, strategy, stage, status date,
 * data or base revision, or a changed name that several elements bear. Cost: linear in the number of elements, with a very small constant.
 */
export function changeBetween(before: Plan, after: Plan): PlanChange | undefined {
  const isSameFrame =
    before.root === after.root &&
    before.strategy === after.strategy &&
    before.stage === after.stage &&
    before.statusDate.date === after.statusDate.date &&
    before.statusDate.origin === after.statusDate.origin &&
    before.source.data === after.source.data &&
    before.earlier === after.earlier &&
    before.memory.asked.size < mostAsked
  if (!isSameFrame) return undefined
  const changed = difference(before.elements, after.elements)
  if (!changed) return undefined
  const { removed, added } = changed
  if ([...removed, ...added].some(({ name }) => before.sharedNames.has(name) || after.sharedNames.has(name))) return undefined
  const hasOtherNames = isOtherName(removed, added, before.memory.asked) || isOtherName(added, removed, before.memory.asked)
  return { dependencies: texts | dependenciesOf(removed) | dependenciesOf(added) | (hasOtherNames ? names : nothing), removed, added }
}

/** True when a name that somebody has asked for in vain comes or goes. */
function isOtherName(list: readonly PlanElement[], others: readonly PlanElement[], asked: ReadonlySet<string>): boolean {
  return list.some(({ kind, name }) => asked.has(name) && !others.some((other) => other.name === name && other.kind === kind))
}

/** The elements of one list that the other has not; undefined where those of both stand in another order. */
function difference(before: readonly PlanElement[], after: readonly PlanElement[]): Omit<PlanChange, 'dependencies'> | undefined {
  const shorter = Math.min(before.length, after.length)
  let front = 0
  while (front < shorter && before[front] === after[front]) front++
  let back = 0
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++
  const old = new Set(before.slice(front, before.length - back))
  const fresh = new Set(after.slice(front, after.length - back))
  const stayed = [...fresh].filter((one) => old.has(one))
  if (![...old].filter((one) => fresh.has(one)).every((one, index) => one === stayed[index])) return undefined
  return { removed: [...old].filter((one) => !fresh.has(one)), added: [...fresh].filter((one) => !old.has(one)) }
}
