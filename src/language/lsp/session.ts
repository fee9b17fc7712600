import type { Finding } from '../../plan/elements/finding.js'
import type { ReadFile } from '../../plan/elements/source.js'
import type { Interruptible } from '../../plan/model/interruptible.js'
import type { Plan } from '../../plan/model/plan.js'
import { isDate } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { localDay } from '../local-day.js'
import type { Settings } from '../protocol.js'
import type { JudgedPlan } from '../workspace/workspace.js'
import { type FilesOfFolder, oneSpelling } from './folder-files.js'
import { PlanFolder } from './plan-folder.js'

/** A file as a provider sees it: its text, what was read from it, and the plans that it belongs to. */
export interface FileView {
  readonly uri: string
  readonly path: string
  readonly folder: PlanFolder
  readonly text: string
  readonly file: ReadFile
  /** The plan whose root the file is, else the first that holds it; a library by itself when it belongs to none. */
  readonly plan: Plan
  /** All plans that hold the file, the one above first. */
  readonly plans: readonly Plan[]
}

/** What was judged: the findings of every file that has any, and the plans. */
export interface Outcome {
  readonly folder: PlanFolder
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  readonly plans: readonly JudgedPlan[]
}

/** What the quick rules say of a file whose text has changed, while the others are still at it. */
export interface QuickOutcome {
  readonly folder: PlanFolder
  readonly path: string
  readonly findings: readonly Finding[]
}

export interface SessionEvents {
  /** Comes before `judged` where judging takes long enough to be noticed. */
  readonly quick: (outcome: QuickOutcome) => void
  readonly judged: (outcomes: readonly Outcome[], removed: readonly PlanFolder[]) => void
  readonly indexing: (done: number, total: number) => void
  readonly failed: (error: unknown) => void
}

function isUri(uri: string): boolean {
  return oneSpelling(uri) !== ''
}

/** A plan, what git ignores, or a folder, which has no ending. */
function changesWhatIsListed(path: string): boolean {
  return path.endsWith('.mops') || /(?:^|\/)(?:\.gitignore|[^/.]*)$/.test(path)
}

const filesPerBreath = 25
/** Milliseconds. Judging that takes less is not noticed; a step of it lasts little longer than this. */
const noticeable = 10
const longestStep = 25
const longestPatience = 8
const longestDelay = 1000

/**
 * Everything that the server knows: the folders with their files, open or not, and the settings. The text of an open document is what the
 * editor says; all others are as they lie on the disk.
 */
export class Session {
  settings: Settings = {}
  /** Today. */
  readonly clock: () => PlainDate
  private folders: PlanFolder[] = []
  private dropped: PlanFolder[] = []
  private readonly makeshift = new WeakSet<PlanFolder>()
  private readonly open = new Map<string, { uri: string; text: string; isNew: boolean }>()
  private loading: Promise<void> = Promise.resolve()
  private isLoading = false
  private isScheduled = false
  private generation = 0
  private lastJudging = 0
  private unjudgedSince: number | undefined
  private readonly changed = new Set<string>()
  private readonly toList = new Set<PlanFolder>()

  constructor(
    private readonly files: FilesOfFolder,
    private readonly events: SessionEvents,
    clock?: () => PlainDate,
  ) {
    this.clock = clock ?? localDay
  }

  // ---- folders

  addFolders(uris: readonly string[]): void {
    const wanted = uris.filter(isUri).map((uri) => oneSpelling(uri).replace(/\/$/, ''))
    this.dropMakeshift(wanted)
    const added = wanted.map((uri) => this.newFolder(uri))
    for (const [uri] of this.open) this.apply(uri, true)
    this.whileLoading(async () => {
      const found = await Promise.all(added.map(async (folder) => ({ folder, plans: await this.plansIn(folder) })))
      const total = found.reduce((sum, one) => sum + one.plans.length, 0)
      let done = 0
      const breathe = async () => {
        if (++done % filesPerBreath !== 0) return
        this.events.indexing(done, total)
        await new Promise((resolve) => setTimeout(resolve))
      }
      for (const { folder, plans } of found) await folder.list(plans, breathe)
      this.events.indexing(total, total)
    })
  }

  /** The paths of the plans in a folder, without those of a folder inside it. */
  private async plansIn(folder: PlanFolder): Promise<readonly string[]> {
    const plans = await folder.files.findPlans(this.settings.exclude ?? [])
    return plans.filter((path) => this.folderOf(oneSpelling(folder.uriOf(path))) === folder)
  }

  removeFolders(uris: readonly string[]): void {
    const gone = new Set(uris.map((uri) => oneSpelling(uri).replace(/\/$/, '')))
    this.dropped.push(...this.folders.filter((folder) => gone.has(folder.uri)))
    this.folders = this.folders.filter((folder) => !gone.has(folder.uri))
    for (const [uri] of this.open) this.apply(uri, true)
    this.schedule()
  }

  /** Documents that were opened before their folder was known do not need one of their own any more. */
  private dropMakeshift(uris: readonly string[]): void {
    const isCovered = (folder: PlanFolder) =>
      this.makeshift.has(folder) && uris.some((uri) => folder.uri === uri || folder.uri.startsWith(`${uri}/`))
    this.dropped.push(...this.folders.filter(isCovered))
    this.folders = this.folders.filter((folder) => !isCovered(folder))
  }

  private newFolder(uri: string): PlanFolder {
    const folder = new PlanFolder(uri, this.files(uri), this.clock, (file) => this.open.has(oneSpelling(file)))
    folder.setStatusDate(this.statusDate)
    this.folders.push(folder)
    return folder
  }

  /** The innermost folder around a file. */
  private folderOf(uri: string): PlanFolder | undefined {
    return this.folders
      .filter((folder) => uri.startsWith(folder.uri) && /^[/:]/.test(uri.slice(folder.uri.length)))
      .reduce<PlanFolder | undefined>((best, one) => (best && best.uri.length > one.uri.length ? best : one), undefined)
  }

  /** A file outside of all workspace folders has the folder that it lies in for its workspace, an unsaved one its scheme. */
  private folderFor(uri: string): PlanFolder {
    const known = this.folderOf(uri)
    if (known) return known
    const folder = this.newFolder(uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.indexOf(':'))))
    this.makeshift.add(folder)
    return folder
  }

  /** The day that a change is made on, whatever day the plan is judged by. */
  get today(): PlainDate {
    return this.statusDate ?? this.clock()
  }

  private get statusDate(): PlainDate | undefined {
    const { statusDate } = this.settings
    return statusDate && isDate(statusDate) ? statusDate : undefined
  }

  applySettings(settings: Settings): void {
    const hasOtherFiles = JSON.stringify(settings.exclude) !== JSON.stringify(this.settings.exclude)
    this.settings = settings
    for (const folder of this.folders) folder.setStatusDate(this.statusDate)
    if (hasOtherFiles) {
      const uris = this.folders.filter((folder) => !this.makeshift.has(folder)).map((folder) => folder.uri)
      this.removeFolders(uris)
      this.addFolders(uris)
    }
    this.schedule()
  }

  // ---- documents

  /** Takes the text of an open document; what has no URI is no document. */
  openOrChange(uri: string, text: string): void {
    if (!isUri(uri)) return
    this.open.set(oneSpelling(uri), { uri, text, isNew: true })
    this.schedule()
  }

  close(clientUri: string): void {
    const uri = oneSpelling(clientUri)
    this.open.delete(uri)
    const folder = this.folderOf(uri)
    if (!folder) return
    const path = folder.pathOf(uri)
    this.whileLoading(async () => {
      if (folder.isListed(path)) return folder.load(path)
      // It may have been saved since the folder was listed.
      if (!this.makeshift.has(folder)) await folder.list(await this.plansIn(folder))
      if (!folder.isListed(path)) folder.remove(path)
    })
  }

  /** A file on the disk was created, changed or deleted; for a folder all that lay in it. */
  fileChanged(clientUri: string, isDeleted: boolean): void {
    const uri = oneSpelling(clientUri)
    const folder = this.folderOf(uri)
    if (!folder) return
    const path = folder.pathOf(uri)
    const wasKnown = folder.forget(path)
    const isGone = isDeleted && folder.removeAll(path)
    if (wasKnown || isGone) this.schedule()
    if (!isDeleted && folder.isListed(path)) this.whileLoading(() => folder.load(path))
    else if (changesWhatIsListed(path)) this.listAgain(folder)
  }

  /** Once for all changes that arrive together. */
  private listAgain(folder: PlanFolder): void {
    if (this.toList.has(folder) || this.makeshift.has(folder)) return
    this.toList.add(folder)
    this.whileLoading(async () => {
      this.toList.delete(folder)
      await folder.list(await this.plansIn(folder))
    })
  }

  // ---- reading and judging

  /** Gives the folders the text of open documents that have changed. */
  private flush(): void {
    for (const [uri, document] of this.open) if (document.isNew) this.apply(uri, false)
  }

  private apply(uri: string, isForced: boolean): void {
    const document = this.open.get(uri)
    if (!document || !(document.isNew || isForced)) return
    document.isNew = false
    this.changed.add(uri)
    const folder = this.folderFor(uri)
    folder.edit(folder.pathOf(uri), document.text, document.uri)
  }

  private whileLoading(work: () => Promise<void>): void {
    this.isLoading = true
    const loading = this.loading.then(work).catch(this.events.failed)
    this.loading = loading
    loading.then(() => {
      if (this.loading !== loading) return
      this.isLoading = false
      this.schedule()
    })
  }

  /**
   * Judges soon, once for all changes that have arrived by then. Where judging takes long, a request that follows the keystroke, such as
   * completion, is answered first, and what the quick rules say is told before all else.
   */
  private schedule(): void {
    this.generation++
    this.unjudgedSince ??= performance.now()
    if (this.isScheduled) return
    this.isScheduled = true
    const patience = this.lastJudging < noticeable ? 0 : Math.min(this.lastJudging / 8, longestPatience)
    setTimeout(() => {
      this.isScheduled = false
      this.run().catch(this.events.failed)
    }, patience)
  }

  private async run(): Promise<void> {
    if (!this.isReady()) return
    const { generation } = this
    const began = performance.now()
    const isLeft = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve))
      // Who types without a pause is told something from time to time, though it be of the text as it was.
      return generation !== this.generation && performance.now() - (this.unjudgedSince ?? began) < longestDelay
    }
    if (this.lastJudging > 2 * noticeable && this.tellQuick() && (await isLeft())) return
    this.changed.clear()
    let stepBegan = performance.now()
    for (const _ of this.judgingInSteps()) {
      if (performance.now() - stepBegan < longestStep) continue
      if (await isLeft()) return
      stepBegan = performance.now()
    }
    this.lastJudging = performance.now() - began
    this.unjudgedSince = undefined
    const outcomes = this.folders.map((folder) => this.outcome(folder))
    this.events.judged(outcomes, this.dropped.splice(0))
  }

  /** Takes what has changed; false where something has to be read first, after which all is judged. */
  private isReady(): boolean {
    this.flush()
    if (this.isLoading) return false
    const incomplete = this.folders.filter((folder) => !folder.isComplete)
    if (incomplete.length === 0) return true
    this.whileLoading(async () => {
      for (const folder of incomplete) await folder.complete()
    })
    return false
  }

  /** Tells the quick findings of the one open document that has changed; false where there is none, or more than one. */
  private tellQuick(): boolean {
    const [uri, ...more] = this.changed
    const folder = uri === undefined || more.length > 0 ? undefined : this.folderOf(uri)
    if (uri === undefined || !folder) return false
    const path = folder.pathOf(uri)
    const findings = folder.quickFindings(path)
    if (findings) this.events.quick({ folder, path, findings })
    return findings !== undefined
  }

  /** Judges plan by plan, those with open documents first. What is judged is remembered. */
  private *judgingInSteps(): Interruptible<void> {
    for (const folder of this.folders) {
      const open = new Set(
        [...this.open.keys()].filter((uri) => this.folderOf(uri) === folder).flatMap((uri) => folder.rootsOf(folder.pathOf(uri))),
      )
      for (const root of [...open, ...folder.roots().filter((one) => !open.has(one))]) {
        yield* folder.judging(root)
        yield
      }
    }
  }

  private outcome(folder: PlanFolder): Outcome {
    const { findings, plans } = folder.judge()
    const byFile = new Map<string, Finding[]>()
    for (const finding of [...findings, ...folder.looseFindings()]) {
      const known = byFile.get(finding.place.file)
      if (known) known.push(finding)
      else byFile.set(finding.place.file, [finding])
    }
    return { folder, findings: byFile, plans }
  }

  /** Resolves when every file that is wanted was read, and all changes so far count. */
  async settled(): Promise<void> {
    this.flush()
    for (;;) {
      while (this.isLoading) await this.loading.then(() => undefined)
      const incomplete = this.folders.filter((folder) => !folder.isComplete)
      if (incomplete.length === 0) return
      this.whileLoading(async () => {
        for (const folder of incomplete) await folder.complete()
      })
    }
  }

  /** Resolves when a document and what it imports was read, though the rest of the workspace may still be on its way. */
  async known(uri: string): Promise<void> {
    this.flush()
    const spelled = oneSpelling(uri)
    const folder = this.folderOf(spelled)
    const path = folder?.pathOf(spelled)
    if (!this.isLoading || path === undefined || !folder?.engine.read(path)) return this.settled()
    await folder.loadImportsOf(path)
  }

  /** Judges everything now. */
  async outcomes(): Promise<readonly Outcome[]> {
    await this.settled()
    return this.folders.map((folder) => this.outcome(folder))
  }

  // ---- views

  /** All that is known about a file; undefined for one that is no readable plan. */
  view(uri: string): FileView | undefined {
    this.flush()
    const spelled = oneSpelling(uri)
    const folder = this.folderOf(spelled)
    if (!folder) return undefined
    const path = folder.pathOf(spelled)
    const file = folder.engine.read(path)
    const plans = folder.rootsOf(path).flatMap((root) => folder.plan(root) ?? [])
    const [plan] = plans
    return file && plan && { uri, path, folder, text: folder.text(path) ?? '', file, plan, plans }
  }

  get allFolders(): readonly PlanFolder[] {
    this.flush()
    return this.folders
  }
}
