import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position, Range } from 'vscode-languageserver-types'
import type { Finding } from '../../plan/elements/finding.js'
import type { Interruptible } from '../../plan/model/interruptible.js'
import type { Plan } from '../../plan/model/plan.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { Place } from '../../plan/text/place.js'
import { LoadedWorkspace } from '../workspace/loaded-workspace.js'
import type { JudgedPlan, JudgeSettings, Workspace, WorkspaceResult } from '../workspace/workspace.js'
import { type FolderFiles, pathIn, uriIn } from './folder-files.js'

/** One workspace folder: its files, read and judged by the one engine. Paths are relative to the folder, with `/`. */
export class PlanFolder {
  private readonly loaded: LoadedWorkspace
  private readonly listed = new Set<string>()
  private readonly documents = new Map<string, TextDocument>()
  private readonly clientUris = new Map<string, string>()
  private membership: ReadonlyMap<string, readonly string[]> | undefined
  private today: PlainDate | undefined

  constructor(
    /** Without a slash at the end. */
    readonly uri: string,
    readonly files: FolderFiles,
    private readonly clock: () => PlainDate,
    /** True for a file whose text the editor has; what lies on the disk does not count for it. */
    private readonly isOpen: (uri: string) => boolean,
  ) {
    this.loaded = new LoadedWorkspace(files, { isHeld: (path) => isOpen(this.uriOf(path)) })
  }

  get engine(): Workspace {
    return this.loaded.engine
  }

  // ---- paths and positions

  pathOf(uri: string): string {
    return pathIn(this.uri, uri)
  }

  uriOf(path: string): string {
    return this.clientUris.get(path) ?? uriIn(this.uri, path)
  }

  /** The text of a plan or a configuration. */
  text(path: string): string | undefined {
    return this.loaded.text(path)
  }

  private document(path: string): TextDocument {
    const text = this.text(path) ?? ''
    const known = this.documents.get(path)
    if (known?.getText() === text) return known
    const document = TextDocument.create(this.uriOf(path), 'mops', 0, text)
    this.documents.set(path, document)
    return document
  }

  offsetAt(path: string, position: Position): number {
    return this.document(path).offsetAt(position)
  }

  positionAt(path: string, offset: number): Position {
    return this.document(path).positionAt(offset)
  }

  rangeOf(place: Place): Range {
    const document = this.document(place.file)
    return { start: document.positionAt(place.start), end: document.positionAt(place.end) }
  }

  locationOf(place: Place): Location {
    return { uri: this.uriOf(place.file), range: this.rangeOf(place) }
  }

  // ---- files

  /** The files of the folder that are part of the workspace whether they are open or not. */
  isListed(path: string): boolean {
    return this.listed.has(path)
  }

  /** Takes which files are listed: those that are new are read, those that are gone are dropped. Calls back after each file. */
  async list(paths: readonly string[], read: () => Promise<void> | void = () => {}): Promise<void> {
    const gone = new Set(this.listed)
    for (const path of paths) {
      gone.delete(path)
      if (this.listed.has(path)) continue
      this.listed.add(path)
      await this.load(path)
      await read()
    }
    for (const path of gone) this.remove(path)
  }

  /** Reads one file from where it lies. */
  async load(path: string): Promise<void> {
    await this.loaded.load([path])
    this.membership = undefined
  }

  /** Sets the text of an open document; `uri` is what the client calls it. */
  edit(path: string, text: string, uri: string): void {
    this.clientUris.set(path, uri)
    this.loaded.edit(path, text)
    this.membership = undefined
  }

  /** Drops a file that is not part of the workspace any more; one that is open stays until it is closed. */
  remove(path: string): void {
    this.listed.delete(path)
    if (this.isOpen(this.uriOf(path))) return
    this.loaded.remove(path)
    this.documents.delete(path)
    this.membership = undefined
  }

  /** Drops a deleted file, or all that lay in a deleted folder; false where there was nothing. */
  removeAll(path: string): boolean {
    const gone = this.engine.known.filter((one) => one === path || one.startsWith(`${path}/`))
    for (const one of gone) this.remove(one)
    return gone.length > 0
  }

  /** Forgets what is known of a file that has changed, or of a folder, so that it is read again where it is wanted; false for nothing. */
  forget(path: string): boolean {
    const wasKnown = this.loaded.forget(path)
    if (wasKnown) this.membership = undefined
    return wasKnown
  }

  async loadImportsOf(path: string): Promise<void> {
    await this.loaded.loadImportsOf(path)
    this.membership = undefined
  }

  /** Reads what plans import, their data files and the configurations, until nothing is missing. Resolves at once when nothing is. */
  async complete(): Promise<void> {
    await this.loaded.complete()
    this.membership = undefined
  }

  get isComplete(): boolean {
    return this.loaded.isComplete
  }

  // ---- plans

  setStatusDate(date: PlainDate | undefined): void {
    this.today = date
  }

  /** What plans of the folder are judged by. */
  get settings(): JudgeSettings {
    const { configuration, data, own } = this.loaded
    return { today: this.today, clock: this.clock(), configuration, data, only: own }
  }

  judge(): WorkspaceResult {
    return this.engine.judge(this.settings)
  }

  looseFindings(): readonly Finding[] {
    return this.loaded.looseFindings()
  }

  /** The root files of all plans and libraries. */
  roots(): readonly string[] {
    return this.engine.roots(this.loaded.own)
  }

  /** The roots of the plans and libraries that a file belongs to: its own first. */
  rootsOf(path: string): readonly string[] {
    if (!this.membership) {
      const membership = new Map<string, string[]>()
      for (const root of this.roots()) {
        for (const file of this.engine.source(root, this.loaded.data)?.files ?? []) {
          const known = membership.get(file.path)
          if (!known) membership.set(file.path, [root])
          else if (file.path === root) known.unshift(root)
          else known.push(root)
        }
      }
      this.membership = membership
    }
    return this.membership.get(path) ?? []
  }

  plan(root: string): Plan | undefined {
    return this.engine.plan(root, this.settings)
  }

  /** What the quick rules say of a file; undefined where it belongs to several plans, whose findings would have to be put together. */
  quickFindings(path: string): readonly Finding[] | undefined {
    const [root, ...more] = this.rootsOf(path)
    if (root === undefined || more.length > 0) return undefined
    return this.engine.quickFindings(root, this.settings).filter(({ place }) => place.file === path)
  }

  judgedPlan(root: string): JudgedPlan | undefined {
    return this.engine.judgeRoot(root, this.settings)
  }

  judging(root: string): Interruptible<JudgedPlan | undefined> {
    return this.engine.judgingRoot(root, this.settings)
  }
}
