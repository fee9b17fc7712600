import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position, Range } from 'vscode-languageserver-types'
import { URI, Utils } from 'vscode-uri'
import type { Finding } from '../../plan/elements/finding.js'
import type { DataFiles } from '../../plan/elements/source.js'
import type { Interruptible } from '../../plan/model/interruptible.js'
import type { Plan } from '../../plan/model/plan.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { Place } from '../../plan/text/place.js'
import { type Configuration, configurationName } from '../../rules/engine/configuration.js'
import { looseFindings } from '../../rules/engine/loose-finding.js'
import { rules } from '../../rules/generated/registry.js'
import { reread } from '../read/reread.js'
import { headBytes, isTooLarge } from '../workspace/text-size.js'
import { isUnread, type Unread, unreadFault } from '../workspace/unread-file.js'
import { type JudgedPlan, type JudgeSettings, Workspace, type WorkspaceResult } from '../workspace/workspace.js'
import type { FileRead, FileSource } from './file-source.js'

/** One workspace folder: its files, read and judged by the one engine. Paths are relative to the folder, with `/`. */
export class PlanFolder {
  readonly engine: Workspace
  private readonly base: URI
  private readonly unread = new Map<string, Unread>()
  private readonly absent = new Set<string>()
  private readonly configurations = new Map<string, { readonly text: string; readonly configuration: Configuration } | 'absent'>()
  private readonly knownData = new Map<string, { readonly columns: readonly string[] } | 'missing' | 'unknown'>()
  private data: DataFiles = new Map()
  private readonly documents = new Map<string, TextDocument>()
  private readonly clientUris = new Map<string, string>()
  private membership: ReadonlyMap<string, readonly string[]> | undefined
  private today: PlainDate | undefined

  constructor(
    /** Without a slash at the end. */
    readonly uri: string,
    private readonly clock: () => PlainDate,
    /** True for a file whose text the editor has; what lies on the disk does not count for it. */
    private readonly isOpen: (uri: string) => boolean,
  ) {
    this.engine = new Workspace()
    this.base = URI.parse(uri.includes(':') ? uri : `${uri}:`) // unsaved documents have a scheme alone
  }

  // ---- paths and positions

  pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.uri.length + 1))
  }

  uriOf(path: string): string {
    // Half a character of UTF-16, which a text can hold, is none in a URI.
    return this.clientUris.get(path) ?? Utils.joinPath(this.base, path.replace(/\p{Surrogate}/gu, '\ufffd')).toString()
  }

  /** The text of a plan or a configuration. */
  text(path: string): string | undefined {
    const configuration = this.configurations.get(path)
    return this.engine.text(path) ?? (typeof configuration === 'object' ? configuration.text : undefined)
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

  /** Sets the text of a file; `uri` is what the client calls it. */
  setText(path: string, text: string, uri?: string): void {
    if (uri !== undefined) this.clientUris.set(path, uri)
    this.absent.delete(path)
    this.membership = undefined
    if (isTooLarge(text)) {
      this.setUnread(path, 'too-large')
      return
    }
    this.unread.delete(path)
    const known = this.engine.read(path)
    const before = this.engine.text(path)
    if (known && before !== undefined && uri !== undefined) {
      if (before !== text) this.engine.setRead(reread(known, before, text), text)
    } else this.engine.setText(path, text)
  }

  private setUnread(path: string, why: Unread): void {
    this.unread.set(path, why)
    this.engine.setProblem(path, why)
  }

  remove(path: string): void {
    this.engine.remove(path)
    this.unread.delete(path)
    this.absent.delete(path)
    this.documents.delete(path)
    this.membership = undefined
  }

  /** Forgets what was read from a file, so that it is read again where it is wanted. */
  forget(path: string): void {
    this.absent.delete(path)
    this.knownData.delete(path)
    if (path.endsWith(configurationName)) this.configurations.delete(path)
  }

  /** Reads one file from where it lies. */
  async load(path: string, files: FileSource): Promise<void> {
    const found = await this.readFrom(files, path)
    if (this.isOpen(this.uriOf(path))) {
      // Two paths can have one URI, which stands for the document alone.
      if (!this.engine.read(path)) this.absent.add(path)
      return
    }
    this.membership = undefined
    if ('text' in found) {
      this.setText(path, found.text)
      return
    }
    this.unread.delete(path)
    if (found.problem === 'missing') {
      this.engine.remove(path)
      this.absent.add(path)
    } else if (isUnread(found.problem)) this.setUnread(path, found.problem)
    else this.engine.setProblem(path, found.problem)
  }

  /** A source that fails gives a file that cannot be read: what is wanted is not asked for again and again. */
  private async readFrom(files: FileSource, path: string, limit?: number): Promise<FileRead> {
    try {
      return await files.read(this.uriOf(path), { within: this.uri, ...(limit !== undefined && { limit }) })
    } catch {
      return { problem: 'unreadable' }
    }
  }

  /** Reads what a file imports, directly or not, as far as it has not been read. */
  async loadImports(path: string, files: FileSource): Promise<void> {
    const seen = new Set([path])
    for (const one of seen) {
      for (const { target } of this.engine.read(one)?.imports ?? []) {
        if (target === undefined || seen.has(target)) continue
        seen.add(target)
        if (!this.engine.read(target) && !this.absent.has(target)) await this.load(target, files)
      }
    }
  }

  /** Reads what plans import, their data files and the configurations, until nothing is missing. Resolves at once when nothing is. */
  async complete(files: FileSource): Promise<void> {
    for (;;) {
      const wanted = this.engine.importsWanted().filter((path) => !this.absent.has(path))
      if (wanted.length === 0) break
      for (const path of wanted) await this.load(path, files)
    }
    for (const path of this.configurationsWanted()) {
      const found = await this.readFrom(files, path)
      if ('problem' in found) {
        this.configurations.set(path, 'absent')
        continue
      }
      // Loaded where there is one: most workspaces have none, and its schema takes a while.
      const { readConfiguration } = await import('../../rules/engine/read-configuration.js')
      this.configurations.set(path, { text: found.text, configuration: readConfiguration(path, found.text, rules) })
    }
    await this.completeData(files)
  }

  /** True when nothing has to be read before the plans can be judged. */
  get isComplete(): boolean {
    return (
      this.engine.importsWanted().every((path) => this.absent.has(path)) &&
      this.configurationsWanted().length === 0 &&
      this.engine.dataFilesWanted().every((path) => this.knownData.has(path))
    )
  }

  private async completeData(files: FileSource): Promise<void> {
    let hasNew = this.knownData.size !== this.data.size && this.data.size === 0 && this.knownData.size > 0
    for (const path of this.engine.dataFilesWanted()) {
      if (this.knownData.has(path)) continue
      const found = await this.readFrom(files, path, headBytes)
      const { columnsOf } = await import('../workspace/data-columns.js')
      const columns = 'text' in found ? columnsOf(path, found.text) : undefined
      this.knownData.set(
        path,
        'problem' in found && (found.problem === 'missing' || found.problem === 'folder') ? 'missing' : columns ? { columns } : 'unknown',
      )
      hasNew = true
    }
    if (!hasNew) return
    this.data = new Map([...this.knownData].flatMap(([path, known]) => (known === 'unknown' ? [] : [[path, known]])))
  }

  private configurationsWanted(): string[] {
    const wanted = new Set<string>()
    for (const path of this.engine.paths) {
      for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
        const candidate = folder === '' ? configurationName : `${folder}/${configurationName}`
        const known = this.configurations.get(candidate)
        if (known === undefined) wanted.add(candidate)
        if (known !== undefined && known !== 'absent') break
      }
    }
    return [...wanted]
  }

  private readonly configurationOf = (path: string): Configuration | undefined => {
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      const known = this.configurations.get(folder === '' ? configurationName : `${folder}/${configurationName}`)
      if (known !== undefined && known !== 'absent') return known.configuration
    }
    return undefined
  }

  // ---- plans

  setStatusDate(date: PlainDate | undefined): void {
    this.today = date
  }

  private get settings(): JudgeSettings {
    return { today: this.today, clock: this.clock(), configuration: this.configurationOf, data: this.data }
  }

  judge(): WorkspaceResult {
    return this.engine.judge(this.settings)
  }

  /** Findings about files that are no plan: configurations, and files that hold no text. */
  looseFindings(): readonly Finding[] {
    const problems = [...this.configurations.values()].flatMap((one) => (one === 'absent' ? [] : one.configuration.problems))
    const about = looseFindings(problems, rules, ({ place }) => (this.text(place.file) ?? '').slice(place.start, place.end))
    return [
      ...about,
      ...looseFindings(
        [...this.unread].map(([path, why]) => unreadFault(path, why)),
        rules,
        () => '',
      ),
    ]
  }

  /** The roots of the plans and libraries that a file belongs to: its own first. */
  rootsOf(path: string): readonly string[] {
    if (!this.membership) {
      const membership = new Map<string, string[]>()
      for (const root of this.engine.roots()) {
        for (const file of this.engine.source(root, this.data)?.files ?? []) {
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

/** The folder around a path; '' is the workspace folder, around which there is nothing. */
function folderOf(path: string): string | undefined {
  if (path === '') return undefined
  const at = path.lastIndexOf('/')
  return at < 0 ? '' : path.slice(0, at)
}
