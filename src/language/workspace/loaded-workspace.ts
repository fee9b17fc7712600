import type { Finding } from '../../plan/elements/finding.js'
import type { DataFiles } from '../../plan/elements/source.js'
import type { Configuration } from '../../rules/engine/configuration.js'
import { looseFindings } from '../../rules/engine/loose-finding.js'
import { rules } from '../../rules/generated/registry.js'
import { reread } from '../read/reread.js'
import { Configurations } from './configurations.js'
import { DataHeads } from './data-heads.js'
import type { FileRead, FileSource } from './file-source.js'
import { isTooLarge } from './text-size.js'
import { isUnread, type Unread, unreadFault } from './unread-file.js'
import { Workspace } from './workspace.js'

export interface LoadSettings {
  /** An empty workspace that shares what another has read. */
  readonly engine?: Workspace
  /** True for a file whose text somebody else has, such as an editor: what the source says of it does not count. */
  readonly isHeld?: (path: string) => boolean
}

/**
 * The one loader: the files of a workspace with all that they import, the configurations that hold for them, the columns of their data, and
 * what is to be said about the files themselves. The command line, the server and tests differ in their source alone.
 */
export class LoadedWorkspace {
  readonly engine: Workspace
  private readonly source: FileSource
  private readonly isHeld: (path: string) => boolean
  private readonly ownFiles = new Set<string>()
  private readonly configurations: Configurations
  private readonly heads: DataHeads

  constructor(source: FileSource, { engine = new Workspace(), isHeld = () => false }: LoadSettings = {}) {
    this.engine = engine
    this.source = source
    this.isHeld = isHeld
    const read = (path: string, limit?: number) => this.read(path, limit)
    this.configurations = new Configurations(read)
    this.heads = new DataHeads(read)
  }

  // ---- files

  /** The files that are judged as plans and libraries of their own, rather than for those that import them. */
  get own(): ReadonlySet<string> {
    return this.ownFiles
  }

  /** Reads files as plans or libraries of their own. */
  async load(paths: readonly string[]): Promise<void> {
    this.source.readAhead?.(paths)
    for (const path of paths) {
      this.ownFiles.add(path)
      await this.take(path)
    }
  }

  /** Takes the text of a file of its own that does not come from the source. */
  setText(path: string, text: string): void {
    this.ownFiles.add(path)
    if (isTooLarge(text)) this.engine.setProblem(path, 'too-large')
    else this.engine.setText(path, text)
  }

  /** The same for a text that is being edited: only what the edit touches is read again. */
  edit(path: string, text: string): void {
    const known = this.engine.read(path)
    const before = this.engine.text(path)
    if (!known || before === undefined || isTooLarge(text)) this.setText(path, text)
    else if (before !== text) this.engine.setRead(reread(known, before, text), text)
    this.ownFiles.add(path)
  }

  /** A file that is no longer of its own, or no longer there; where it is imported, it is read again. */
  remove(path: string): void {
    this.ownFiles.delete(path)
    this.engine.remove(path)
  }

  /**
   * Forgets what the source said of a file, or of all in a folder, so that it is read again where it is wanted; files of their own stay.
   * False where nothing was known.
   */
  forget(path: string): boolean {
    const isMeant = (one: string) => one === path || one.startsWith(`${path}/`)
    const imported = this.engine.known.filter((one) => isMeant(one) && !this.ownFiles.has(one))
    for (const one of imported) this.engine.remove(one)
    const [isHead, isConfiguration] = [this.heads.forget(isMeant), this.configurations.forget(isMeant)]
    return imported.length > 0 || isHead || isConfiguration
  }

  /** Reads what a file imports, directly or not, as far as it has not been read. */
  async loadImportsOf(path: string): Promise<void> {
    const seen = new Set([path])
    for (const one of seen) {
      for (const { target } of this.engine.read(one)?.imports ?? []) {
        if (target === undefined || seen.has(target)) continue
        seen.add(target)
        if (!this.engine.read(target) && this.engine.problem(target) === undefined) await this.take(target)
      }
    }
  }

  /** Reads what all files import, until nothing is missing. */
  async loadImports(): Promise<void> {
    for (;;) {
      const wanted = this.engine.importsWanted()
      if (wanted.length === 0) return
      this.source.readAhead?.(wanted)
      for (const path of wanted) await this.take(path)
    }
  }

  /** Reads the configurations that hold for the files. */
  async loadConfigurations(): Promise<void> {
    await this.configurations.complete(this.engine.paths)
  }

  /** Reads imports, configurations and data, until nothing is missing. */
  async complete(): Promise<void> {
    await this.loadImports()
    await this.loadConfigurations()
    await this.heads.complete(this.engine.dataFilesWanted())
  }

  /** True when nothing has to be read before the plans can be judged. */
  get isComplete(): boolean {
    return (
      this.engine.importsWanted().length === 0 &&
      this.configurations.wanted(this.engine.paths).length === 0 &&
      this.heads.areKnown(this.engine.dataFilesWanted())
    )
  }

  private async take(path: string): Promise<void> {
    const found = await this.read(path)
    if (this.isHeld(path)) {
      // Two paths can have one address, which stands for the held file alone.
      if (!this.engine.read(path) && this.engine.problem(path) === undefined) this.engine.setProblem(path, 'missing')
    } else if (typeof found === 'string') this.engine.setProblem(path, found)
    else this.engine.setText(path, found.text)
  }

  /** A source that fails gives a file that cannot be read: what is wanted is not asked for again and again. */
  private async read(path: string, limit?: number): Promise<FileRead> {
    try {
      return await this.source.read(path, limit)
    } catch {
      return 'unreadable'
    }
  }

  // ---- what was found

  /** The configuration that holds for a file. */
  readonly configuration = (file: string): Configuration | undefined => this.configurations.of(file)

  /** What the data files of the sources hold; the same object as long as nothing has changed. */
  get data(): DataFiles {
    return this.heads.files
  }

  /** Why nothing of a file of its own is read. */
  get unread(): ReadonlyMap<string, Unread> {
    const unread = new Map<string, Unread>()
    for (const path of this.ownFiles) {
      const problem = this.engine.problem(path)
      if (problem !== undefined && isUnread(problem)) unread.set(path, problem)
    }
    return unread
  }

  /** The text of a plan or a configuration. */
  text(path: string): string | undefined {
    return this.engine.text(path) ?? this.configurations.text(path)
  }

  /** Findings about files that are no plan: configurations, and files that hold no text. */
  looseFindings(): readonly Finding[] {
    const problems = this.configurations.problems(this.engine.paths)
    const unread = [...this.unread].map(([path, why]) => unreadFault(path, why))
    return looseFindings([...problems, ...unread], rules, ({ place }) => (this.text(place.file) ?? '').slice(place.start, place.end))
  }
}
