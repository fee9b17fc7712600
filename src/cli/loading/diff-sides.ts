import path from 'node:path'
import { t } from '@vscode/l10n'
import { diskFiles } from '../../language/node/disk-files.js'
import { findPlans, isSkippedFolder, kindOfPath, ownPath, planExtension, readText, repositoryRoot } from '../../language/node/files.js'
import type { FileSource } from '../../language/workspace/file-source.js'
import { UsageError } from '../terminal/usage-error.js'
import { isCommit, mergeBase, Revision, submoduleCommit, unknownRevision } from './revision.js'
import { revisionFiles } from './revision-files.js'
import { whySpecial } from './unread.js'

const asker = 'mops diff'

/** The files of one side of a comparison within one repository or folder. Paths are relative to its root, with `/`. */
export interface Reader {
  /** Absolute. */
  readonly root: string
  /** The plans and libraries that the comparison is about. */
  readonly list: () => readonly string[]
  readonly files: FileSource
  /** What the file of the same plan has on the other side too. */
  readonly keyOf: (file: string) => string
}

export interface Sides {
  /** For people: `main`, `the working tree`, `old/`. */
  readonly before: string
  readonly after: string
  readonly readers: readonly { readonly before: Reader; readonly after: Reader }[]
}

/** Finds out what `mops diff BASE HEAD PATHS` is about. The words may be revisions, a range of them, files and folders. */
export function sidesOf(words: readonly string[], workingFolder: string): Sides {
  const [first, second, ...more] = words
  const onDisk = (word: string) => kindOfPath(path.resolve(workingFolder, word))
  for (const word of words) if (onDisk(word) === 'special') throw new UsageError(whySpecial(word))
  if (first !== undefined && second !== undefined && more.length === 0) {
    const kinds = [onDisk(first), onDisk(second)]
    const areSame = kinds[0] === kinds[1] && (kinds[0] === 'file' || kinds[0] === 'folder')
    if (areSame && !isRevision(first, workingFolder)) return twoPaths(first, second, workingFolder)
  }
  const range = first === undefined ? undefined : rangeOf(first, workingFolder)
  const base = range?.base ?? (first !== undefined && isRevision(first, workingFolder) ? first : undefined)
  const rest = base === undefined ? words : words.slice(1)
  const [next] = rest
  const head = range?.head ?? (base !== undefined && next !== undefined && isRevision(next, workingFolder) ? next : undefined)
  const paths = head === undefined || range ? rest : rest.slice(1)
  for (const word of paths) requirePath(word, base ?? 'HEAD', workingFolder)
  return revisions(base ?? 'HEAD', head, paths, workingFolder)
}

/** A word that looks like a path is one; of others git is asked. */
function isRevision(word: string, workingFolder: string): boolean {
  if (/^[./~]/.test(word) || word.endsWith(planExtension) || word.endsWith('/') || path.isAbsolute(word)) return false
  const root = repositoryRoot(workingFolder)
  return root !== undefined && Revision.find(root, word, asker) !== undefined
}

function rangeOf(word: string, workingFolder: string): { readonly base: string; readonly head: string } | undefined {
  const [, from = '', dots, to = ''] = /^([^.].*?)?(\.{2,3})([^./].*)?$/.exec(word) ?? []
  if (dots === undefined || kindOfPath(path.resolve(workingFolder, word)) !== 'missing') return undefined
  const [a, b] = [from || 'HEAD', to || 'HEAD']
  for (const one of [a, b]) if (!isCommit(workingFolder, one, asker)) throw new UsageError(unknownRevision(workingFolder, one, asker))
  if (dots === '..') return { base: a, head: b }
  const base = mergeBase(workingFolder, a, b, asker)
  if (base === undefined)
    throw new UsageError(
      t('git finds no commit from which `{a}` and `{b}` both come. A shallow clone may lack it: `git fetch --unshallow`.', { a, b }),
    )
  return { base, head: b }
}

/** A path may be gone by now, but it was there once. */
function requirePath(word: string, base: string, workingFolder: string): void {
  const full = path.resolve(workingFolder, word)
  if (kindOfPath(full) !== 'missing' || /[*?[{]/.test(word)) return
  const root = repositoryRoot(workingFolder)
  const relative = root === undefined ? undefined : inFolder(root, full)
  const paths = root === undefined ? [] : [...Revision.open(root, base, asker).paths]
  if (relative !== undefined && paths.some((one) => one === relative || one.startsWith(`${relative}/`))) return
  const looksLikePath = /[/\\]/.test(word) || word.endsWith(planExtension)
  throw new UsageError(
    looksLikePath
      ? t('There is no file or folder `{name}`.', { name: word })
      : `${unknownRevision(workingFolder, word, asker)} ${t('There is no file or folder of this name either.')}`,
  )
}

function inFolder(root: string, full: string): string {
  return path.relative(root, full).split(path.sep).join('/')
}

function twoPaths(before: string, after: string, workingFolder: string): Sides {
  const side = (word: string): Reader => {
    const full = path.resolve(workingFolder, word)
    const folder = kindOfPath(full) === 'folder' ? full : undefined
    const root = repositoryRoot(folder ?? path.dirname(full)) ?? folder ?? path.dirname(full)
    const prefix = folder === undefined ? undefined : inFolder(root, folder)
    return {
      ...diskReader(root, [full]),
      keyOf: (file) => (prefix === undefined ? '' : prefix === '' ? file : file.slice(prefix.length + 1)),
    }
  }
  return { before, after, readers: [{ before: side(before), after: side(after) }] }
}

function revisions(base: string, head: string | undefined, paths: readonly string[], workingFolder: string): Sides {
  const named = paths.length === 0 ? [workingFolder] : paths.map((word) => path.resolve(workingFolder, word))
  const top = repositoryRoot(workingFolder) ?? repositoryRoot(named[0] ?? workingFolder)
  if (top === undefined) throw new UsageError(unknownRevision(workingFolder, base, asker))
  const selected = named.map((full) => ownPath(top, full))
  const roots = new Set([top, ...selected.flatMap(plansOnDisk).map((file) => repositoryRoot(path.dirname(file)) ?? top)])
  const readers = [...roots].sort().flatMap((root) => {
    const isInner = root !== top
    const inner = (revision: string) => (isInner ? submoduleCommit(top, revision, inFolder(top, root), asker) : revision)
    const [from, to] = [inner(base), head === undefined ? undefined : inner(head)]
    if (isInner && from === undefined && head !== undefined && to === undefined) return []
    const before = from === undefined ? emptyReader(root) : revisionReader(root, from, selected)
    const after =
      head === undefined ? diskReader(root, selected) : to === undefined ? emptyReader(root) : revisionReader(root, to, selected)
    return [{ before, after }]
  })
  return { before: label(base), after: head === undefined ? t('the working tree') : label(head), readers }
}

/** A whole commit id says no more than its beginning. */
function label(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : revision
}

function plansOnDisk(full: string): readonly string[] {
  const kind = kindOfPath(full)
  return kind === 'file' ? [full] : kind === 'folder' ? findPlans(full) : []
}

function emptyReader(root: string): Reader {
  return { root, list: () => [], files: { read: () => 'missing' }, keyOf: (file) => file }
}

/** Files as they lie on the disk. What stands in another repository below is left to that one. */
function diskReader(root: string, selected: readonly string[]): Reader {
  const files = selected.flatMap(plansOnDisk).filter((file) => (repositoryRoot(path.dirname(file)) ?? root) === root)
  return {
    root,
    list: () => [...new Set(files.map((file) => inFolder(root, file)))].sort(),
    files: namedFiles(root, selected),
    keyOf: (file) => file,
  }
}

/** Files of the disk below a root, of which some were named by their full paths. */
function namedFiles(root: string, named: readonly string[]): FileSource {
  const files = diskFiles(root)
  const isNamed = (file: string) => named.includes(path.join(root, file))
  return { read: (file, limit) => (limit === undefined && isNamed(file) ? readText(path.join(root, file)) : files.read(file, limit)) }
}

function revisionReader(root: string, name: string, selected: readonly string[]): Reader {
  const revision = Revision.open(root, name, asker)
  const wanted = selected.map((full) => inFolder(root, full))
  const isWanted = (file: string) =>
    wanted.some((one) => one === '' || one === file || file.startsWith(`${one}/`) || isAbove(one)) && isPlan(file)
  return {
    root,
    list: () => [...revision.paths].filter(isWanted).sort(),
    files: revisionFiles(root, revision, asker),
    keyOf: (file) => file,
  }
}

/** The selection is a folder around the repository: all of it is meant. */
function isAbove(relative: string): boolean {
  return relative === '..' || relative.split('/').every((part) => part === '..')
}

function isPlan(file: string): boolean {
  return file.endsWith(planExtension) && !file.split('/').slice(0, -1).some(isSkippedFolder)
}
