import path from 'node:path'
import {
  type DiskProblem,
  type DiskText,
  decodeText,
  isFile,
  isWithin,
  leadsOutside,
  ownPath,
  readText,
  readWithin,
  repositoryRoot,
} from '../../language/node/files.js'
import { isUnread, type Unread, unreadFault } from '../../language/workspace/unread-file.js'
import { Workspace } from '../../language/workspace/workspace.js'
import type { Finding } from '../../plan/elements/finding.js'
import type { DataFiles } from '../../plan/elements/source.js'
import { Lines } from '../../report/lines.js'
import type { Configuration } from '../../rules/engine/configuration.js'
import { looseFindings } from '../../rules/engine/loose-finding.js'
import { rules } from '../../rules/generated/registry.js'
import { UsageError } from '../terminal/usage-error.js'
import { loadConfigurations } from './configurations.js'
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
  readonly onDisk: (file: string) => DiskText | undefined
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
  for (const named of targets.files) {
    const file = ownPath(rootOf(path.dirname(named)), named)
    const root = rootOf(path.dirname(file))
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(file))
  }
  const stdin = targets.hasStdin ? { file: path.join(workingFolder, stdinName), bytes: await readStdin() } : undefined
  if (stdin) {
    const root = workspaceRoot(workingFolder, workingFolder)
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(stdin.file))
  }
  const sorted = [...byRoot].sort(([a], [b]) => (a < b ? -1 : 1))
  return Promise.all(sorted.map(([root, files]) => load(root, [...files], stdin, workingFolder)))
}

function workspaceRoot(folder: string, workingFolder: string): string {
  return repositoryRoot(folder) ?? (isWithin(folder, workingFolder) ? workingFolder : folder)
}

async function load(
  root: string,
  files: readonly string[],
  stdin: { readonly file: string; readonly bytes: Uint8Array } | undefined,
  workingFolder: string,
): Promise<CheckedWorkspace> {
  const workspace = new Workspace()
  const disk = new Map<string, DiskText>()
  const unread = new Map<string, Unread>()
  const inWorkspace = (file: string) => path.relative(root, file).split(path.sep).join('/')
  const named = new Set(files.map(inWorkspace))
  const label = (file: string) => {
    const relative = path.relative(workingFolder, path.join(root, file)).split(path.sep).join('/')
    return file.endsWith(stdinName) ? stdinName : relative
  }
  for (const file of files) {
    const target = inWorkspace(file)
    const read = file === stdin?.file ? decodeText(stdin.bytes) : readText(file)
    if (typeof read !== 'string') {
      if (file !== stdin?.file) disk.set(target, read)
      workspace.setText(target, read.text)
    } else if (isUnread(read)) {
      unread.set(target, read)
      workspace.setProblem(target, read)
    } else {
      throw new UsageError(whyUnread(read, label(target)))
    }
  }
  followImports(workspace, (target) => readWithin(root, path.join(root, target)), disk)
  const configurations = await loadConfigurations(root, workspace.paths)
  const problems = looseFindings(configurations.problems, rules, ({ place }) =>
    (configurations.text(place.file) ?? '').slice(place.start, place.end),
  )
  const text = (file: string) => workspace.text(file) ?? configurations.text(file)
  return {
    root,
    workspace,
    named,
    unread,
    data: await loadData(root, workspace),
    configuration: configurations.of,
    looseFindings: [
      ...problems,
      ...looseFindings(
        [...unread].map(([file, why]) => unreadFault(file, why)),
        rules,
        () => '',
      ),
    ],
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

/** Reads what is imported, until nothing is missing. */
export function followImports(workspace: Workspace, read: (target: string) => DiskText | DiskProblem, disk?: Map<string, DiskText>): void {
  const missing = new Set<string>()
  for (;;) {
    const wanted = workspace.importsWanted().filter((target) => !missing.has(target))
    if (wanted.length === 0) return
    for (const target of wanted) {
      const found = read(target)
      if (found === 'missing') missing.add(target)
      else if (typeof found === 'string') workspace.setProblem(target, found)
      else {
        disk?.set(target, found)
        workspace.setText(target, found.text)
      }
    }
  }
}

async function loadData(root: string, workspace: Workspace): Promise<DataFiles> {
  const data = new Map<string, { readonly columns: readonly string[] } | 'missing'>()
  for (const target of workspace.dataFilesWanted()) {
    const file = path.join(root, target)
    if (!isFile(file) || leadsOutside(root, file)) {
      data.set(target, 'missing')
      continue
    }
    const { columnsOfFile } = await import('./data-columns.js')
    const columns = columnsOfFile(file)
    if (columns) data.set(target, { columns })
  }
  return data
}
