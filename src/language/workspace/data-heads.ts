import type { DataFile, DataFiles } from '../../plan/elements/source.js'
import { columnsOf } from './data-columns.js'
import type { FileRead } from './file-source.js'
import { headBytes } from './text-size.js'

/** What is known of the data files of a workspace: for each the names of its columns, from its beginning. */
export class DataHeads {
  private readonly heads = new Map<string, DataFile | undefined>()
  private found: DataFiles = new Map()

  constructor(private readonly read: (path: string, limit: number) => Promise<FileRead>) {}

  /** The same object as long as nothing has changed. */
  get files(): DataFiles {
    return this.found
  }

  areKnown(paths: readonly string[]): boolean {
    return paths.every((path) => this.heads.has(path))
  }

  /** Reads the beginnings of files that are not known. */
  async complete(paths: readonly string[]): Promise<void> {
    if (this.areKnown(paths)) return
    for (const path of paths) {
      if (!this.heads.has(path)) this.heads.set(path, headOf(path, await this.read(path, headBytes)))
    }
    this.found = new Map([...this.heads].flatMap(([path, head]) => (head === undefined ? [] : [[path, head]])))
  }

  /** False where nothing was known of what is meant. */
  forget(isMeant: (path: string) => boolean): boolean {
    const meant = [...this.heads.keys()].filter(isMeant)
    for (const path of meant) this.heads.delete(path)
    return meant.length > 0
  }
}

/** Undefined where there is a file, and its columns are not known: it cannot be read, or is of another kind. */
function headOf(path: string, found: FileRead): DataFile | undefined {
  if (found === 'missing' || found === 'folder' || found === 'outside') return 'missing'
  const columns = typeof found === 'string' ? undefined : columnsOf(path, found.text)
  return columns && { columns }
}
