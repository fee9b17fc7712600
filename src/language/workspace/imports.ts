import { t } from '@vscode/l10n'
import type { Strategy } from '../../plan/elements/elements.js'
import type { Fault } from '../../plan/elements/fault.js'
import type { DataFiles, ImportLine, PlanSource, ReadFile } from '../../plan/elements/source.js'
import { suggestions } from '../../plan/text/distance.js'
import { importTarget } from '../../plan/text/import-target.js'
import { isUnmerged } from '../read/unresolved-merge.js'
import type { FileProblem } from './file-source.js'
import { mostMillions } from './text-size.js'

/** What lies at a workspace path. */
export type Found = ReadFile | FileProblem

/** Gives the file of a workspace path, and the paths that exist, for suggestions. */
export interface FileAccess {
  readonly file: (path: string) => Found
  readonly paths: () => readonly string[]
}

/** A plan is a file with a strategy. */
export function hasStrategy(file: ReadFile): boolean {
  return file.elements.some((element) => element.kind === 'strategy')
}

/** Gathers a file with all that it imports, directly or not; cycles are legal. Cost: linear in files and imports. */
export function gather(root: ReadFile, access: FileAccess, data: DataFiles | undefined): PlanSource {
  const files = new Map<string, ReadFile>([[root.path, root]])
  const faults: Fault[] = []
  const importers = new Map<string, string[]>()
  const failed = new Set<string>()
  const queue = [root]
  for (let file = queue.shift(); file; file = queue.shift()) {
    let waiting: number | undefined
    for (const line of file.imports) {
      const target = importTarget(file.path, line.path.text)
      const there = target === undefined ? 'outside' : access.file(target)
      const found = typeof there !== 'string' && isUnmerged(there) ? 'unmerged' : there
      if (target === undefined || typeof found === 'string') {
        failed.add(file.path)
        waiting ??= namesWaiting(file, access)
        faults.push(importFault(file, line, target, { why: typeof found === 'string' ? found : 'outside', waiting, access }))
        continue
      }
      const known = importers.get(target)
      if (known) known.push(file.path)
      else importers.set(target, [file.path])
      if (files.has(target)) continue
      files.set(target, found)
      queue.push(found)
    }
  }
  faults.push(...strategyFaults(root, files, access))
  return {
    root: root.path,
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    faults,
    filesWithFailedImports: reaching(failed, importers),
    data,
  }
}

/** The files that reach one of the given files by their imports, these included. */
function reaching(failed: ReadonlySet<string>, importers: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(failed)
  const queue = [...failed]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const importer of importers.get(path) ?? []) {
      if (reached.has(importer)) continue
      reached.add(importer)
      queue.push(importer)
    }
  }
  return reached
}

interface FailedImport {
  readonly why: Exclude<Found, ReadFile> | 'unmerged'
  /** How many names of the file nothing declares. */
  readonly waiting: number
  readonly access: FileAccess
}

function importFault(file: ReadFile, line: ImportLine, target: string | undefined, { why, waiting: count, access }: FailedImport): Fault {
  const { place } = line.path
  const path = line.path.text
  if (why === 'outside') {
    return {
      code: 'plan/import-outside-workspace',
      place,
      message: t('`{path}` lies outside the workspace, so others cannot open this plan. Move the file into the workspace.', { path }),
      related: [],
      fixes: [],
    }
  }
  const waiting =
    count === 0
      ? ''
      : count === 1
        ? t(' 1 name of this file may wait for it.')
        : t(' {count} names of this file may wait for it.', { count })
  const near = nearPaths(file.path, target ?? '', access)
  const didYouMean = near.length > 0 ? t(' Did you mean {near}?', { near: near.map((one) => `\`${one}\``).join(t(' or ')) }) : ''
  const reason =
    why === 'folder'
      ? t('`{path}` is a folder, and a file is imported.', { path })
      : why === 'undecodable'
        ? t('`{path}` is not UTF-8 text, so nothing of it can be read.', { path })
        : why === 'too-large'
          ? t('`{path}` has more than {most} million characters, so nothing of it is read. Split it into several files.', {
              path,
              most: mostMillions,
            })
          : why === 'unmerged'
            ? t('`{path}` holds an unresolved merge, so nothing of it is read.', { path })
            : why === 'unreadable'
              ? t('`{path}` cannot be read; check its permissions.', { path })
              : t('`{path}` was not found beside this file.', { path })
  const create =
    why === 'missing' && target
      ? [{ title: t('Create `{path}`', { path }), isSafe: false, changes: [{ type: 'create-file' as const, path: target, text: '' }] }]
      : []
  return {
    code: 'plan/unresolved-import',
    place,
    message: `${reason}${waiting}${didYouMean}`,
    related: [],
    fixes: [
      ...near.map((one) => ({
        title: t('Use `{near}`', { near: one }),
        isSafe: false,
        changes: [{ type: 'replace' as const, place, text: `"${one}"` }],
      })),
      ...create,
    ],
  }
}

/** How many names of a file nothing in it declares. */
function namesWaiting(file: ReadFile, access: FileAccess): number {
  const known = new Set(file.elements.map((element) => element.name))
  for (const line of file.imports) {
    const target = importTarget(file.path, line.path.text)
    const found = target === undefined ? 'outside' : access.file(target)
    if (typeof found !== 'string') for (const element of found.elements) known.add(element.name)
  }
  return new Set(file.refs.map((use) => use.ref.name).filter((name) => !known.has(name))).size
}

function nearPaths(from: string, target: string, access: FileAccess): string[] {
  const base = target.slice(target.lastIndexOf('/') + 1)
  const paths = access.paths().filter((path) => path !== from)
  const sameName = paths.filter((path) => path.slice(path.lastIndexOf('/') + 1) === base).slice(0, 2)
  const near = sameName.length > 0 ? sameName : suggestions(target, paths)
  return near.map((path) => relativePath(from, path))
}

/** The path to write in an import of one file to reach another. */
export function relativePath(from: string, to: string): string {
  const a = from.split('/').slice(0, -1)
  const b = to.split('/')
  let shared = 0
  while (shared < a.length && shared < b.length - 1 && a[shared] === b[shared]) shared++
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)].join('/')
}

function strategies(file: ReadFile): readonly Strategy[] {
  return file.elements.filter((element): element is Strategy => element.kind === 'strategy')
}

/** A second strategy in the root file, and imports that lead to a file with a strategy. */
function strategyFaults(root: ReadFile, files: ReadonlyMap<string, ReadFile>, access: FileAccess): Fault[] {
  const [own, ...more] = strategies(root)
  if (!own) return []
  const faults: Fault[] = more.map((second) => ({
    code: 'plan/several-strategies',
    place: second.place,
    message: t(
      '`{second}` is a second strategy in this file, after `{first}`. A plan has one strategy. Move one of them to a file of its own.',
      { second: second.name, first: own.name },
    ),
    related: [{ place: own.place, message: t('The first strategy.') }],
    fixes: [],
  }))
  const leadsToOther = pathsToOther(root, files, access)
  for (const line of root.imports) {
    const target = importTarget(root.path, line.path.text)
    const reached = target === undefined ? undefined : leadsToOther.get(target)
    const other = reached === undefined ? undefined : strategies(files.get(reached) ?? root)[0]
    if (reached === undefined || reached === root.path || !other) continue
    faults.push({
      code: 'plan/several-strategies',
      place: line.path.place,
      message: t(
        '`{path}` holds the strategy `{other}`, and this file has its own. A plan has one strategy. Import the shared library instead of the other plan.',
        {
          path: relativePath(root.path, reached),
          other: other.name,
        },
      ),
      related: [{ place: other.place, message: t('The other strategy.') }],
      fixes: [],
    })
  }
  return faults
}

/** For every file, the first file with a strategy other than the root that its imports lead to. */
function pathsToOther(root: ReadFile, files: ReadonlyMap<string, ReadFile>, access: FileAccess): ReadonlyMap<string, string> {
  const result = new Map<string, string>()
  const others = [...files.values()].filter((file) => file.path !== root.path && hasStrategy(file))
  if (others.length === 0) return result
  const importers = new Map<string, string[]>()
  for (const file of files.values()) {
    if (file.path === root.path) continue
    for (const line of file.imports) {
      const target = importTarget(file.path, line.path.text)
      if (target === undefined || typeof access.file(target) === 'string') continue
      const known = importers.get(target)
      if (known) known.push(file.path)
      else importers.set(target, [file.path])
    }
  }
  for (const other of others) {
    const queue = [other.path]
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (result.has(path)) continue
      result.set(path, other.path)
      queue.push(...(importers.get(path) ?? []))
    }
  }
  return result
}
