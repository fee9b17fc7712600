import type { Stage } from '../plan/elements/elements.js'
import { createPlan, type PlanSettings } from '../plan/model/create-plan.js'
import type { Plan } from '../plan/model/plan.js'
import type { PlainDate } from '../plan/quantity/quantity.js'
import { judge } from '../rules/engine/judge.js'
import type { Rule, RuleSettings } from '../rules/engine/rule.js'
import { alignedSource } from './aligned-source.js'
import { OpenEffects } from './attribution.js'
import { type Change, type FoundChange, findChanges } from './changes.js'
import { type Effect, effectsBetween, type Judged } from './effects.js'
import { byImportance, withEffects } from './importance.js'
import { withLostNames } from './lost-names.js'
import { renames } from './match.js'
import { revertedPlan, type Unit, unitOf } from './reverted.js'
import { saysTheSame } from './same-meaning.js'

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
  const open = new OpenEffects(total)
  const effectsOf = ({ unit, changes }: UnitChanges): readonly Effect[] => {
    // The earlier plan has the later one's names, so undoing a renaming alone changes nothing.
    if (changes.every(({ change }) => change.code === 'element/renamed') && saysTheSame(unit.before, unit.after)) return []
    const plan = revertedPlan(before, after, unit, planSettings)
    const reverted: Judged = { plan, findings: affected.length > 0 ? judge(plan, affected, configuration).findings : [] }
    return open.take(effectsBetween(reverted, only(now, affected), ({ name }) => name === unit.after?.name))
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
  const told = (effects: readonly Effect[]) => withLostNames(effects, before, after)
  return {
    statusDate,
    changes: changes.map((change) => ({ ...change, effects: told(change.effects) })).sort(byImportance),
    together: told(open.left),
  }
}

/** What there is to say about a plan that is new or gone: that, and for a library every element. */
export function diffWhole(plan: Plan, side: 'added' | 'dropped', settings: DiffSettings): PlanDiff {
  const nothing = createPlan({ ...plan.source, files: [], faults: [], filesWithFailedImports: new Set() }, settings)
  const found = side === 'added' ? findChanges(nothing, plan, new Map()) : findChanges(plan, nothing, new Map())
  const changes = found.map(({ change }) => change).filter(({ kind }) => plan.isLibrary || kind === 'strategy')
  return { statusDate: plan.statusDate.date, changes: changes.sort(byImportance), together: [] }
}

/** What stands in the file of a plan alone, without what follows from it: what it imports is not known for certain. */
export function diffAlone(earlier: Plan, later: Plan, settings: DiffSettings): PlanDiff {
  const { statusDate, changes } = diffPlans(alone(earlier, settings), alone(later, settings), { ...settings, rules: [] })
  return { statusDate, changes: changes.map((change) => ({ ...change, effects: [] })), together: [] }
}

function alone({ source }: Plan, settings: DiffSettings): Plan {
  const files = source.files.filter(({ path }) => path === source.root)
  return createPlan({ ...source, files, faults: [], filesWithFailedImports: new Set([source.root]) }, settings)
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
