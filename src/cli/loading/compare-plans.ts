import path from 'node:path'
import { type DiffSettings, diffAlone, diffPlans, diffWhole, type PlanDiff } from '../../diff/diff-plans.js'
import { LoadedWorkspace } from '../../language/workspace/loaded-workspace.js'
import type { JudgeSettings, Workspace } from '../../language/workspace/workspace.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import type { ReportedPlanDiff } from '../../report/diff-result.js'
import { Lines } from '../../report/lines.js'
import type { Location } from '../../report/result.js'
import { rules } from '../../rules/generated/registry.js'
import type { Reader } from './diff-sides.js'
import { lostImports, unclearFiles } from './unclear.js'
import { whyUnread } from './unread.js'

type BaseSettings = Pick<JudgeSettings, 'today' | 'stage' | 'clock'>

/** The changes of a plan with both of its states; one is undefined for a plan that is new or gone. */
export interface ComparedPlan extends ReportedPlanDiff {
  readonly old: Plan | undefined
  readonly plan: Plan | undefined
}

export interface Comparison {
  readonly diffs: readonly ComparedPlan[]
  /** What is not compared, and why, a sentence each. */
  readonly unread: readonly string[]
}

/** Compares the plans of two readers. What no other file brings (columns of data) is left open on both sides. */
export async function compare(before: Reader, after: Reader, base: BaseSettings, workingFolder: string): Promise<Comparison> {
  const loadedNow = new LoadedWorkspace(after.files)
  const loadedThen = new LoadedWorkspace(before.files, { engine: loadedNow.engine.beside() })
  const filledNow = await fill(loadedNow, after)
  const filledThen = await fill(loadedThen, before)
  await loadedNow.loadConfigurations()
  const [now, then] = [loadedNow.engine, loadedThen.engine]
  const settings = (root: string): DiffSettings => ({ ...base, rules, configuration: loadedNow.configuration(root) })
  const locate = (workspace: Workspace, { root }: Reader) => locator(workspace, root, workingFolder)
  const [locateBefore, locateAfter] = [locate(then, before), locate(now, after)]
  const plansOf = (workspace: Workspace, paths: readonly string[]) => paths.flatMap((root) => workspace.plan(root, base) ?? [])
  const pairs = pairPlans(plansOf(then, filledThen.roots), plansOf(now, filledNow.roots), before, after)
  // To say of a file that cannot be read on one side that its plan was dropped or added would be false.
  const unclear = { before: unclearFiles(then, now, 'before'), after: unclearFiles(now, then, 'after') }
  const untold = new Map([
    ...ofOwn(loadedThen, filledThen.unread, unclear.before).map(([file, why]) => [before.keyOf(file), why] as const),
    ...ofOwn(loadedNow, filledNow.unread, unclear.after).map(([file, why]) => [after.keyOf(file), why] as const),
  ])
  const unread = new Set([...filledThen.unread.values(), ...filledNow.unread.values()])
  const diffs = pairs.flatMap(({ old, plan }): readonly ComparedPlan[] => {
    const whole = (old && untold.get(before.keyOf(old.root))) ?? (plan && untold.get(after.keyOf(plan.root)))
    if (whole !== undefined) unread.add(whole)
    if (whole !== undefined) return []
    const lost = old && plan ? [...lostImports(old, then, unclear.before), ...lostImports(plan, now, unclear.after)] : []
    for (const why of lost) unread.add(why)
    const found = old && plan && lost.length > 0 ? diffAlone(old, plan, settings(plan.root)) : diffOf(old, plan, settings)
    const [shown, isThere] = plan ? [plan, true] : [old, false]
    const place = { file: shown?.root ?? '', start: 0, end: 0 }
    return [
      {
        ...found,
        old,
        plan,
        file: (isThere ? locateAfter : locateBefore)(place).file,
        name: shown?.strategy?.name ?? '',
        title: shown?.strategy?.title?.text,
        locateBefore,
        locateAfter,
      },
    ]
  })
  return { diffs, unread: [...unread] }
}

interface Filled {
  /** The files that are plans and libraries by themselves. */
  readonly roots: readonly string[]
  /** Why a file is not read. */
  readonly unread: ReadonlyMap<string, string>
}

/** Reads what a side has with all that it imports. */
async function fill(loaded: LoadedWorkspace, reader: Reader): Promise<Filled> {
  const files = reader.list()
  await loaded.load(files)
  const unread = new Map<string, string>()
  for (const file of files) {
    const problem = loaded.engine.problem(file)
    if (problem !== undefined && problem !== 'missing') unread.set(file, whyUnread(problem, file))
  }
  await loaded.loadImports()
  const { engine } = loaded
  return { roots: engine.roots(loaded.own), unread }
}

function ofOwn({ own }: LoadedWorkspace, ...reasons: readonly ReadonlyMap<string, string>[]): readonly (readonly [string, string])[] {
  return reasons.flatMap((one) => [...one].filter(([file]) => own.has(file)))
}

function locator(workspace: Workspace, root: string, workingFolder: string): (place: Place) => Location {
  const lines = new Map<string, Lines>()
  return ({ file, start, end }) => {
    const known = lines.get(file) ?? new Lines(workspace.text(file) ?? '')
    lines.set(file, known)
    const label = path.relative(workingFolder, path.join(root, file)).split(path.sep).join('/')
    return { file: label, start: known.at(start), end: known.at(end) }
  }
}

function diffOf(old: Plan | undefined, plan: Plan | undefined, settings: (root: string) => DiffSettings): PlanDiff {
  if (old && plan) return diffPlans(old, plan, settings(plan.root))
  if (plan) return diffWhole(plan, 'added', settings(plan.root))
  if (old) return diffWhole(old, 'dropped', settings(old.root))
  throw new Error('A comparison needs at least one side.')
}

interface PlanPair {
  readonly old: Plan | undefined
  readonly plan: Plan | undefined
}

/** Plans with the same path belong together, then those with the same strategy, then those that mostly name the same things. */
function pairPlans(old: readonly Plan[], plans: readonly Plan[], before: Reader, after: Reader): readonly PlanPair[] {
  const left = new Set(old)
  const take = (fits: (one: Plan) => boolean): Plan | undefined => {
    const found = [...left].find(fits)
    if (found) left.delete(found)
    return found
  }
  const pairs = new Map<Plan, Plan | undefined>()
  const ways: readonly ((plan: Plan) => (one: Plan) => boolean)[] = [
    (plan) => (one) => before.keyOf(one.root) === after.keyOf(plan.root) && one.isLibrary === plan.isLibrary,
    (plan) => (one) => plan.strategy !== undefined && plan.strategy.name === one.strategy?.name,
    (plan) => (one) => one.isLibrary === plan.isLibrary && sharesMostNames(one, plan),
  ]
  for (const way of ways) for (const plan of plans) if (!pairs.get(plan)) pairs.set(plan, take(way(plan)))
  return [...plans.map((plan) => ({ old: pairs.get(plan), plan })), ...[...left].map((one) => ({ old: one, plan: undefined }))]
}

function sharesMostNames(a: Plan, b: Plan): boolean {
  const names = a.elements.filter(({ name }) => name !== '')
  return names.length > 0 && names.filter(({ name }) => b.byName(name)).length * 2 > names.length
}
