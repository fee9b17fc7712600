import { createPlan, type PlanSettings } from '../plan/create-plan.js'
import type { Stage } from '../plan/elements.js'
import type { Plan } from '../plan/plan.js'
import type { PlainDate } from '../plan/quantity.js'
import { judge, type RuleSettings } from '../rules/judge.js'
import type { Rule } from '../rules/rule.js'
import { alignedSource } from './aligned-source.js'
import { type Change, type FoundChange, findChanges } from './changes.js'
import { type Effect, effectKey, effectsBetween, type Judged } from './effects.js'
import { renames } from './match.js'
import { revertedPlan, type Unit, unitOf } from './reverted.js'
import { changeClasses, type Group, groups } from './taxonomy.js'

export interface DiffSettings {
  readonly rules: readonly Rule[]
  readonly configuration: RuleSettings | undefined
  readonly clock: PlainDate
  readonly today?: PlainDate | undefined
  readonly stage?: Stage | undefined
}

/** What lies between two states of one plan. */
export interface PlanDiff {
  /** The day on which both sides were judged. */
  readonly statusDate: PlainDate
  /** The most important first. */
  readonly changes: readonly Change[]
  /** Effects that no change has alone. */
  readonly together: readonly Effect[]
}

/** So many changed elements are looked at one by one; in a larger comparison effects are only told of all together. */
const mostUnits = 40

/**
 * Compares two states of a plan on one status date. A change is what somebody wrote; what follows from it (dates, load, money, coverage,
 * findings) is its effect, found by undoing this one change in the later plan and comparing. Cost: linear in the plan for each changed
 * element, up to forty of them.
 */
export function diffPlans(earlier: Plan, later: Plan, settings: DiffSettings): PlanDiff {
  const { rules, configuration } = settings
  const planSettings = settingsOf(earlier, later, settings)
  const after =
    planSettings.today === undefined || planSettings.today === later.statusDate.date ? later : createPlan(later.source, planSettings)
  const names = renames(earlier, after)
  const source = alignedSource(earlier.source, after.source, names)
  const root = after.isLibrary && earlier.isLibrary ? after.root : source.root
  const before = createPlan({ ...source, root }, planSettings)
  const oldNames = new Map([...names].map(([old, now]) => [now, old]))
  const found = findChanges(before, after, oldNames)
  const statusDate = after.statusDate.date
  if (found.length === 0) return { statusDate, changes: [], together: [] }

  const now: Judged = { plan: after, findings: judge(after, rules, configuration).findings }
  const then: Judged = { plan: before, findings: judge(before, rules, configuration).findings }
  const units = unitsOf(found, before, after)
  const changed = new Set(found.map(({ after: element }) => element?.name))
  const total = effectsBetween(then, now, ({ name }) => changed.has(name))
  const affected = rulesBehind(total, rules)
  const told = new Set<string>()
  const effectsOf = ({ unit }: UnitChanges): readonly Effect[] => {
    const plan = revertedPlan(before, after, unit, planSettings)
    const reverted: Judged = { plan, findings: affected.length > 0 ? judge(plan, affected, configuration).findings : [] }
    const effects = effectsBetween(reverted, only(now, affected), ({ name }) => name === unit.after?.name)
    const wanted = effects.filter((effect) => isWanted(effect, total, told))
    for (const effect of wanted) told.add(effectKey(effect))
    return wanted
  }
  const changes =
    units.size > mostUnits
      ? found.map(({ change }) => change)
      : [...units.values()].flatMap((one) =>
          withEffects(
            one.changes.map(({ change }) => change),
            effectsOf(one),
          ),
        )
  const together = total.filter((effect) => !told.has(effectKey(effect)))
  return { statusDate, changes: changes.sort(byImportance), together }
}

/** What there is to say about a plan that is new or gone: that, and for a library every element. */
export function diffWhole(plan: Plan, side: 'added' | 'dropped', settings: DiffSettings): PlanDiff {
  const nothing = createPlan({ ...plan.source, files: [], faults: [], filesWithFailedImports: new Set() }, settings)
  const found = side === 'added' ? findChanges(nothing, plan, new Map()) : findChanges(plan, nothing, new Map())
  const changes = found.map(({ change }) => change).filter(({ kind }) => plan.isLibrary || kind === 'strategy')
  return { statusDate: plan.statusDate.date, changes: changes.sort(byImportance), together: [] }
}

/** Both plans are judged on one day: the later of the two, unless the caller names one. */
function settingsOf(earlier: Plan, after: Plan, { today, clock, stage }: DiffSettings): PlanSettings {
  const [a, b] = [earlier.statusDate.date, after.statusDate.date]
  const common = today ?? (a === b ? undefined : [a, b].sort().at(-1))
  return { clock, stage, today: common }
}

interface UnitChanges {
  readonly unit: Unit
  readonly changes: FoundChange[]
}

function unitsOf(found: readonly FoundChange[], before: Plan, after: Plan): ReadonlyMap<string, UnitChanges> {
  const units = new Map<string, UnitChanges>()
  for (const one of found) {
    const [old, now] = [one.before && unitOf(one.before, before), one.after && unitOf(one.after, after)]
    const own = now ?? old
    const key = own === undefined ? '' : `${own.kind} ${own.path.join('/')}`
    const known = units.get(key)
    if (known) known.changes.push(one)
    else units.set(key, { unit: completed({ key, before: old, after: now }, before, after), changes: [one] })
  }
  return units
}

/** A dropped line of a budget that is still there is undone by the budget. */
function completed(unit: Unit, before: Plan, after: Plan): Unit {
  const { before: old, after: now } = unit
  const partner = (plan: Plan, name: string, kind: string) => {
    const element = plan.byName(name)
    return element?.kind === kind ? element : undefined
  }
  if (old && !now && old.name) return { ...unit, after: partner(after, old.name, old.kind) }
  if (now && !old && now.name) return { ...unit, before: partner(before, now.name, now.kind) }
  return unit
}

/** The rules whose findings differ, with those that they give way to, so that a few of them say what all of them would. */
function rulesBehind(effects: readonly Effect[], rules: readonly Rule[]): readonly Rule[] {
  const byCode = new Map<string, Rule>(rules.map((rule) => [rule.code, rule]))
  const wanted = new Set<string>()
  const want = (code: string) => {
    if (wanted.has(code)) return
    wanted.add(code)
    for (const other of byCode.get(code)?.yieldsTo ?? []) want(other)
  }
  for (const effect of effects) if (effect.type === 'finding') want(effect.finding.code)
  return rules.filter(({ code }) => wanted.has(code))
}

function only({ plan, findings }: Judged, rules: readonly Rule[]): Judged {
  const codes = new Set<string>(rules.map(({ code }) => code))
  return { plan, findings: findings.filter(({ code }) => codes.has(code)) }
}

/** A finding belongs to the whole comparison, to one change only, and on the same side. */
function isWanted(effect: Effect, total: readonly Effect[], told: ReadonlySet<string>): boolean {
  if (effect.type !== 'finding') return true
  const key = effectKey(effect)
  return !told.has(key) && total.some((one) => one.type === 'finding' && effectKey(one) === key && one.isIntroduced === effect.isIntroduced)
}

/** Where an element has several changes, each effect goes to the one that it fits best. */
function withEffects(changes: readonly Change[], effects: readonly Effect[]): readonly Change[] {
  const sorted = [...changes].sort(byImportance)
  const own = new Map<Change, Effect[]>()
  for (const effect of effects) {
    const wanted = groupsOf(effect)
    const best = sorted.find((change) => fits(change, wanted)) ?? sorted.find(({ code }) => !isWording(code)) ?? sorted[0]
    if (best) own.set(best, [...(own.get(best) ?? []), effect])
  }
  return changes.map((change) => ({ ...change, effects: own.get(change) ?? [] }))
}

function fits({ group, code }: Change, wanted: readonly Group[]): boolean {
  return wanted.includes(group) && !isWording(code)
}

function isWording(code: string): boolean {
  return code === 'element/renamed' || code === 'element/retitled' || code.startsWith('element/note')
}

function groupsOf(effect: Effect): readonly Group[] {
  switch (effect.type) {
    case 'end':
    case 'moved':
    case 'slack':
      return ['schedule']
    case 'coverage':
      return ['communication', 'people']
    case 'load':
    case 'hours':
      return ['people', 'schedule']
    case 'budget':
      return ['money']
    case 'target':
    case 'needed':
      return ['goals']
    case 'finding':
      return groupsOfFamily(effect.finding.code.split('/')[0] ?? '')
  }
}

function groupsOfFamily(family: string): readonly Group[] {
  switch (family) {
    case 'smart':
      return ['goals']
    case 'schedule':
      return ['schedule', 'people']
    case 'coverage':
      return ['people', 'communication']
    case 'communication':
    case 'sla':
    case 'report':
      return ['communication']
    case 'formula':
      return ['numbers', 'goals']
    case 'budget':
      return ['money']
    default:
      return ['checks']
  }
}

/** Class, then group, then the number of effects, then the place in the text. */
function byImportance(a: Change, b: Change): number {
  return (
    changeClasses.indexOf(a.class) - changeClasses.indexOf(b.class) ||
    groups.indexOf(a.group) - groups.indexOf(b.group) ||
    b.effects.length - a.effects.length ||
    compareText(placeKey(a), placeKey(b)) ||
    compareText(a.code, b.code) ||
    compareText(a.item, b.item)
  )
}

function placeKey({ before, after }: Change): string {
  const { file, start } = (after ?? before)?.place ?? { file: '', start: 0 }
  return `${file} ${String(start).padStart(12, '0')}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
