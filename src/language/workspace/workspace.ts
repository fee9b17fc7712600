import type { Stage } from '../../plan/elements/elements.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { DataFiles, PlanSource, ReadFile } from '../../plan/elements/source.js'
import { createPlan } from '../../plan/model/create-plan.js'
import { type Interruptible, runToEnd } from '../../plan/model/interruptible.js'
import type { Plan } from '../../plan/model/plan.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { compareText } from '../../plan/text/compare-text.js'
import { importTarget, isPattern } from '../../plan/text/import-target.js'
import { inOrder, type Judgement, judgeQuickly, judgingInSteps } from '../../rules/engine/judge.js'
import type { RuleSettings } from '../../rules/engine/rule.js'
import { rules } from '../../rules/generated/registry.js'
import { readPlanText } from '../read/read-file.js'
import { type FileAccess, type Found, gather, hasStrategy } from './imports.js'

export interface JudgeSettings {
  /** The status date that the user asks for. */
  readonly today?: PlainDate | undefined
  readonly clock: PlainDate
  readonly stage?: Stage | undefined
  /** The configuration that holds for a plan, by the path of its root file. The same object for the same configuration. */
  readonly configuration?: (root: string) => RuleSettings | undefined
  /** What the data files of the sources hold, by workspace path. */
  readonly data?: DataFiles | undefined
  /** The workspace at the base revision, for rules that compare two. */
  readonly earlier?: Workspace | undefined
  /** Only these files are judged as plans and libraries of their own; what they import is read all the same. */
  readonly only?: ReadonlySet<string> | undefined
}

export interface JudgedPlan extends Judgement {
  readonly root: string
  readonly plan: Plan
}

export interface WorkspaceResult {
  /** The findings of all plans and libraries; what two plans say about a shared file stands once. */
  readonly findings: readonly Finding[]
  readonly ignored: readonly Finding[]
  /** In the order of their root files. */
  readonly plans: readonly JudgedPlan[]
}

type Problem = Exclude<Found, ReadFile>

interface Known {
  readonly text: string
  readonly read: ReadFile
}

type Key = readonly unknown[]

interface Cached extends JudgedPlan {
  readonly key: Key
}

/**
 * All files of a workspace and what the checker says about them. Paths are relative to the workspace with `/`. A file is read again only
 * when its text changes; a plan is judged again only when one of its files or a setting has changed.
 */
export class Workspace {
  private readonly files = new Map<string, Known>()
  private readonly problems = new Map<string, Problem>()
  private readonly sources = new Map<string, PlanSource>()
  private readonly planned = new Map<string, { readonly plan: Plan; readonly key: Key }>()
  private readonly judged = new Map<string, Cached>()
  private readonly twin: Workspace | undefined

  constructor(twin?: Workspace) {
    this.twin = twin
  }

  /** An empty workspace that shares what this one has read of files with the same path and text. */
  beside(): Workspace {
    return new Workspace(this)
  }

  setText(path: string, text: string): void {
    if (this.files.get(path)?.text === text) return
    const twin = this.twin?.files.get(path)
    if (twin?.text === text) this.setRead(twin.read, text)
    else this.setRead(readPlanText(path, text), text)
  }

  /** Sets a file that somebody else has parsed and read. */
  setRead(read: ReadFile, text: string): void {
    const wasThere = this.files.has(read.path)
    this.problems.delete(read.path)
    this.files.set(read.path, { read, text })
    if (!wasThere) this.sources.clear()
    // A file that was there before changes only the plans that hold it.
    else for (const [root, source] of this.sources) if (source.files.some(({ path }) => path === read.path)) this.sources.delete(root)
  }

  /** Says why a path that an import may lead to is no readable file. */
  setProblem(path: string, why: Problem): void {
    if (this.problems.get(path) === why && !this.files.has(path)) return
    this.files.delete(path)
    this.problems.set(path, why)
    this.sources.clear()
  }

  remove(path: string): void {
    this.files.delete(path)
    this.problems.delete(path)
    this.sources.clear()
  }

  get paths(): readonly string[] {
    return [...this.files.keys()].sort(compareText)
  }

  /** The paths of which anything is known, be it why they are no files. */
  get known(): readonly string[] {
    return [...this.files.keys(), ...this.problems.keys()]
  }

  text(path: string): string | undefined {
    return this.files.get(path)?.text
  }

  read(path: string): ReadFile | undefined {
    return this.files.get(path)?.read
  }

  /** Why a path is no readable file; undefined where it is one, or nothing has been said of it. */
  problem(path: string): Problem | undefined {
    return this.problems.get(path)
  }

  /** The paths that imports lead to and that have not been set, neither as text nor as a problem. */
  importsWanted(): readonly string[] {
    const wanted = new Set<string>()
    for (const { read } of this.files.values()) {
      for (const line of read.imports) {
        const target = importTarget(read.path, line.path.text)
        if (target !== undefined && !this.files.has(target) && !this.problems.has(target)) wanted.add(target)
      }
    }
    return [...wanted].sort(compareText)
  }

  /** The workspace paths of the data files that sources name. */
  dataFilesWanted(): readonly string[] {
    const wanted = new Set<string>()
    for (const { read } of this.files.values()) {
      for (const element of read.elements) {
        if (element.kind !== 'source' || !element.file) continue
        const target = importTarget(read.path, element.file.text)
        if (target !== undefined && !isPattern(element.file.text)) wanted.add(target)
      }
    }
    return [...wanted].sort(compareText)
  }

  /** The root files: every plan, and every library that belongs to no plan. */
  roots(only?: ReadonlySet<string>): readonly string[] {
    const isWanted = (path: string) => only === undefined || only.has(path)
    const all = [...this.files.values()].map(({ read }) => read)
    const plans = all.filter((file) => hasStrategy(file) && isWanted(file.path)).map((file) => file.path)
    const served = new Set(plans.flatMap((path) => (this.sources.get(path) ?? this.source(path))?.files.map((file) => file.path) ?? []))
    const libraries = all.filter((file) => !hasStrategy(file) && isWanted(file.path) && !served.has(file.path)).map((file) => file.path)
    return [...plans, ...libraries].sort(compareText)
  }

  /** What the plan of a root file is made from. */
  source(root: string, data?: DataFiles): PlanSource | undefined {
    const known = this.sources.get(root)
    if (known && known.data === data) return known
    const file = this.files.get(root)?.read
    if (!file) return undefined
    const source = known ? { ...known, data } : gather(file, this.access(), data)
    this.sources.set(root, source)
    return source
  }

  private access(): FileAccess {
    return { file: (path) => this.files.get(path)?.read ?? this.problems.get(path) ?? 'missing', paths: () => this.paths }
  }

  /** Judges every plan and library, reusing what has not changed. */
  judge(settings: JudgeSettings): WorkspaceResult {
    const plans = this.roots(settings.only).flatMap((root) => this.judgeRoot(root, settings) ?? [])
    return { plans, findings: merged(plans, (one) => one.findings), ignored: merged(plans, (one) => one.ignored) }
  }

  /** Judges the plan or library of one root file. */
  judgeRoot(root: string, settings: JudgeSettings): JudgedPlan | undefined {
    return runToEnd(this.judgingRoot(root, settings))
  }

  /** The same in steps. What is judged is that which is known now, whatever changes between the steps. */
  *judgingRoot(root: string, settings: JudgeSettings): Interruptible<JudgedPlan | undefined> {
    const plan = this.plan(root, settings)
    if (!plan) return undefined
    const configuration = settings.configuration?.(root)
    const key = [plan, configuration]
    const known = this.judged.get(root)
    if (known && isSameKey(known.key, key)) return known
    const judgement = yield* judgingInSteps(plan, rules, configuration)
    const cached: Cached = { root, plan, key, ...(plan.isLibrary ? within(judgement, root) : judgement) }
    this.judged.set(root, cached)
    return cached
  }

  /** What the quick rules say of the plan or library of one root file. */
  quickFindings(root: string, settings: JudgeSettings): readonly Finding[] {
    const plan = this.plan(root, settings)
    return plan ? judgeQuickly(plan, rules, settings.configuration?.(root)).findings : []
  }

  /** The plan of a root file, without judging it; the same as long as nothing that it is made from has changed. */
  plan(root: string, settings: JudgeSettings): Plan | undefined {
    const source = this.source(root, settings.data)
    if (!source) return undefined
    const earlier = settings.earlier?.plan(root, { ...settings, earlier: undefined })
    const key = [
      ...source.files,
      ...source.faults.map((fault) => fault.message),
      settings.today,
      settings.clock,
      settings.stage,
      settings.data,
      earlier,
    ]
    const known = this.planned.get(root)
    if (known && isSameKey(known.key, key)) return known.plan
    const plan = createPlan(source, { today: settings.today, clock: settings.clock, stage: settings.stage, earlier }, known?.plan)
    this.planned.set(root, { plan, key })
    return plan
  }
}

function isSameKey(a: Key, b: Key): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index])
}

/** What a library that another one imports lacks is said where that one is judged. */
function within(judgement: Judgement, root: string): Judgement {
  const isOwn = (finding: Finding) => finding.place.file === root
  return { findings: judgement.findings.filter(isOwn), ignored: judgement.ignored.filter(isOwn) }
}

const needEveryPlan: ReadonlySet<string> = new Set(rules.filter((rule) => rule.needsEveryPlan).map((rule) => rule.code))
const rank = { error: 0, warning: 1, information: 2, hint: 3 } as const

/** Puts the findings of several plans together: equal ones stand once, and "unused" counts only when all plans of the file agree. */
function merged(plans: readonly JudgedPlan[], of: (plan: JudgedPlan) => readonly Finding[]): readonly Finding[] {
  if (plans.length === 1 && plans[0]) return of(plans[0])
  const plansOfFile = new Map<string, number>()
  for (const { plan } of plans) for (const file of plan.files) plansOfFile.set(file.path, (plansOfFile.get(file.path) ?? 0) + 1)
  const alone: Finding[] = []
  const found = new Map<string, { finding: Finding; count: number }>()
  for (const plan of plans) {
    for (const finding of of(plan)) {
      const { file, start, end } = finding.place
      if (plansOfFile.get(file) === 1) {
        alone.push(finding)
        continue
      }
      const text = needEveryPlan.has(finding.code) ? '' : finding.message
      const key = `${finding.code} ${file} ${start} ${end} ${text}`
      const known = found.get(key)
      if (!known) found.set(key, { finding, count: 1 })
      else
        found.set(key, { finding: rank[finding.severity] < rank[known.finding.severity] ? finding : known.finding, count: known.count + 1 })
    }
  }
  const shared = [...found.values()]
    .filter(({ finding, count }) => !needEveryPlan.has(finding.code) || count === plansOfFile.get(finding.place.file))
    .map(({ finding }) => finding)
  return [...alone, ...shared].sort(inOrder)
}
