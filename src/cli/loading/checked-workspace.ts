import path from 'node:path'
import { diskFiles } from '../../language/node/disk-files.js'
import { isWithin, ownPath, readText, readWithin, repositoryRoot } from '../../language/node/files.js'
import { type DecodedText, decodeText } from '../../language/workspace/decode-text.js'
import { LoadedWorkspace } from '../../language/workspace/loaded-workspace.js'
import { isUnread, type Unread } from '../../language/workspace/unread-file.js'
import type { Workspace } from '../../language/workspace/workspace.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { DataFiles } from '../../plan/elements/source.js'
import { Lines } from '../../report/lines.js'
import type { Configuration } from '../../rules/engine/configuration.js'
import { UsageError } from '../terminal/usage-error.js'
import { readStdin, stdinName, type Targets } from './targets.js'
import { whyUnread } from './unread.js'

/** The files of one workspace that a run is about, with all that they import. */
export interface CheckedWorkspace {
  /** Absolute. */
  readonly root: string
  readonly workspace: Workspace
  /** The workspace paths of the files that the user named. */
  readonly named: ReadonlySet<string>
  /** Why nothing of one of these is read. */
  readonly unread: ReadonlyMap<string, Unread>
  readonly data: DataFiles
  readonly configuration: (planRoot: string) => Configuration | undefined
  /** Findings about files that are no plan. */
  readonly looseFindings: readonly Finding[]
  /** The text of a plan or a configuration, by workspace path. */
  readonly text: (file: string) => string | undefined
  readonly linesOf: (file: string) => Lines
  /** What a file was read as, for writing it back; undefined for what did not come from the disk. */
  readonly onDisk: (file: string) => DecodedText | undefined
  /** A workspace path as seen from the working folder. */
  readonly label: (file: string) => string
}

/** Reads what the user named, by workspace: the repository around a file, else the working folder, else the file's own folder. */
export async function loadWorkspaces(targets: Targets, workingFolder: string): Promise<readonly CheckedWorkspace[]> {
  const byRoot = new Map<string, Set<string>>()
  const roots = new Map<string, string>()
  const rootOf = (folder: string) => {
    const root = roots.get(folder) ?? workspaceRoot(folder, workingFolder)
    roots.set(folder, root)
    return root
  }
  const named = new Set<string>()
  for (const target of targets.files) {
    const file = ownPath(rootOf(path.dirname(target)), target)
    if (targets.named.has(target)) named.add(file)
    const root = rootOf(path.dirname(file))
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(file))
  }
  const stdin = targets.hasStdin ? { file: path.join(workingFolder, stdinName), bytes: await readStdin() } : undefined
  if (stdin) {
    const root = workspaceRoot(workingFolder, workingFolder)
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(stdin.file))
  }
  const sorted = [...byRoot].sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(sorted.map(([root, files]) => load(root, [...files], { named, stdin, workingFolder })))
}

export function workspaceRoot(folder: string, workingFolder: string): string {
  return repositoryRoot(folder) ?? (isWithin(folder, workingFolder) ? workingFolder : folder)
}

interface LoadContext {
  readonly named: ReadonlySet<string>
  readonly stdin: { readonly file: string; readonly bytes: Uint8Array } | undefined
  readonly workingFolder: string
}

async function load(root: string, files: readonly string[], context: LoadContext): Promise<CheckedWorkspace> {
  const { stdin, workingFolder } = context
  const disk = new Map<string, DecodedText>()
  const inWorkspace = (file: string) => path.relative(root, file).split(path.sep).join('/')
  const named = new Set(files.map(inWorkspace))
  const label = (file: string) => {
    const relative = path.relative(workingFolder, path.join(root, file)).split(path.sep).join('/')
    return file.endsWith(stdinName) ? stdinName : relative
  }
  const onDisk = diskFiles(root)
  const loaded = new LoadedWorkspace({
    read: (file, limit) => {
      if (limit !== undefined) return onDisk.read(file, limit)
      const full = path.join(root, file)
      const found = full === stdin?.file ? decodeText(stdin.bytes) : named.has(file) ? readText(full) : readWithin(root, full)
      if (typeof found !== 'string' && full !== stdin?.file) disk.set(file, found)
      return found
    },
  })
  await loaded.load([...named])
  for (const file of named) {
    const problem = loaded.engine.problem(file)
    const isMissed = problem === 'unreadable' && context.named.has(path.join(root, file))
    if (problem !== undefined && (isMissed || !isUnread(problem))) throw new UsageError(whyUnread(problem, label(file)))
  }
  await loaded.complete()
  const text = (file: string) => loaded.text(file)
  return {
    root,
    workspace: loaded.engine,
    named,
    unread: loaded.unread,
    data: loaded.data,
    configuration: loaded.configuration,
    looseFindings: loaded.looseFindings(),
    text,
    linesOf: linesIn(text),
    onDisk: (file) => disk.get(file),
    label,
  }
}

function linesIn(text: (file: string) => string | undefined): (file: string) => Lines {
  const known = new Map<string, Lines>()
  return (file) => {
    const current = text(file) ?? ''
    const lines = known.get(file)
    if (lines?.text === current) return lines
    const made = new Lines(current)
    known.set(file, made)
    return made
  }
}
