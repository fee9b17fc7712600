import { closeSync, constants, type Dirent, existsSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { compareText } from '../../plan/text/compare-text.js'
import { type DecodedText, decodeHead, decodeText } from '../workspace/decode-text.js'
import type { FileProblem, FileRead } from '../workspace/file-source.js'
import { mostBytes } from '../workspace/text-size.js'

/** Reads a text file, links followed; never throws. A pipe or device, which may have no end, is unreadable. */
export function readText(file: string): DecodedText | FileProblem {
  try {
    const bytes = regularBytes(file)
    return typeof bytes === 'string' ? bytes : decodeText(bytes)
  } catch (error) {
    return problemOf(error)
  }
}

/** The same for a file that a plan, a link or a folder leads to: nothing outside the folder `root` is read, whichever way links lead. */
export function readWithin(root: string, file: string): DecodedText | FileProblem {
  return leadsOutside(root, file) ? 'outside' : readText(file)
}

/** The beginning of a file that a plan leads to, at most so many bytes; never throws. What is no regular file, or lies outside, is missing. */
export function readHeadWithin(root: string, file: string, bytes: number): FileRead {
  if (!isFile(file) || leadsOutside(root, file)) return 'missing'
  try {
    return { text: readHead(file, bytes) }
  } catch (error) {
    return problemOf(error)
  }
}

/** The beginning of a regular file, with signs in place of what is no UTF-8. Throws where it cannot be read. */
function readHead(file: string, bytes: number): string {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const buffer = Buffer.alloc(bytes)
    return decodeHead(buffer.subarray(0, readSync(descriptor, buffer, 0, bytes, 0)))
  } finally {
    closeSync(descriptor)
  }
}

function regularBytes(file: string): Uint8Array | 'folder' | 'too-large' | 'unreadable' {
  // Opening a pipe waits for a writer, unless it is told not to.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(descriptor)
    if (stats.isFile()) return stats.size > mostBytes ? 'too-large' : bytesOf(descriptor, stats.size)
    return stats.isDirectory() ? 'folder' : 'unreadable'
  } finally {
    closeSync(descriptor)
  }
}

/** What an open file holds: its size may be no more than a guess, as of a file that the system makes up while it is read, or one that grows. */
function bytesOf(descriptor: number, size: number): Uint8Array | 'too-large' {
  let buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null)
    if (count === 0) return buffer.subarray(0, length)
    length += count
    if (length > mostBytes) return 'too-large'
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(2 * length + 4096, mostBytes + 1))
  }
}

/** True for a path that links lead to a place outside of a folder. What does not exist, or cannot be followed, leads nowhere. */
export function leadsOutside(root: string, file: string): boolean {
  try {
    return !isWithin(realpathSync.native(file), realpathSync.native(root))
  } catch {
    return false
  }
}

/** Where a file lies that links in a folder lead to, as a path in that folder; as it is where they lead out of it, or not to a plan. */
export function ownPath(root: string, file: string): string {
  try {
    const [top, real] = [realpathSync.native(root), realpathSync.native(file)]
    return isWithin(real, top) && real.endsWith(planExtension) ? path.join(root, path.relative(top, real)) : file
  } catch {
    return file
  }
}

/** True for a folder itself and all that its path begins the path of. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

function problemOf(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  if (code === 'EISDIR') return 'folder'
  return 'unreadable'
}

/** What stands at a path, links followed; `special` is what may have no end: a device, a pipe, a socket. */
export function kindOfPath(file: string): 'file' | 'folder' | 'special' | 'missing' | 'unreadable' {
  try {
    const stats = statSync(file)
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'special'
  } catch (error) {
    return problemOf(error) === 'missing' ? 'missing' : 'unreadable'
  }
}

/** The folder that a repository begins in, from a folder upwards; undefined outside of one. */
export function repositoryRoot(folder: string): string | undefined {
  for (const one of upwards(folder)) if (existsSync(path.join(one, '.git'))) return one
  return undefined
}

/** A folder and those above it, innermost first, up to `last` where it is given. */
function* upwards(folder: string, last?: string): Generator<string> {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    yield current
    if (current === last || current === path.dirname(current)) return
  }
}

const skippedFolders: ReadonlySet<string> = new Set(['node_modules', 'out', 'dist', '.git'])

/** True for a folder that holds no plans of its own: what was built, installed or belongs to version control. */
export function isSkippedFolder(name: string): boolean {
  return skippedFolders.has(name)
}

export const planExtension = '.mops'

/** A folder that cannot be listed. */
export class UnreadableFolder extends Error {
  constructor(readonly folder: string) {
    super(`Unreadable folder: ${folder}`)
  }
}

interface Search {
  /** What links must not lead out of. */
  readonly within: string
  /** Leaves out folders that cannot be listed, instead of throwing. */
  readonly isLenient: boolean
  readonly found: string[]
}

/**
 * All `.mops` files in a folder and below, absolute, in code-unit order. Honours the `.gitignore` files of the folder, those below, and
 * those above up to the repository's root; never enters a folder that holds what was built or installed. Linked folders are not followed,
 * and neither are linked files outside of the repository, or of the folder where there is none. A link to a plan within it is that plan.
 */
export function findPlans(folder: string, { isLenient = false, within }: { isLenient?: boolean; within?: string } = {}): string[] {
  const start = path.resolve(folder)
  const top = repositoryRoot(start) ?? start
  const search: Search = { within: within ?? top, isLenient, found: [] }
  const above = [...upwards(start, top)].reverse().slice(0, -1)
  walk(start, above.flatMap(ignoresOf), search)
  return [...new Set(search.found)].sort(compareText)
}

/** Leaves out the files that a `.gitignore` of their repository, or of a folder above them, excludes. */
export function withoutIgnored(files: readonly string[], base: string): string[] {
  const known = new Map<string, readonly FolderIgnore[]>()
  const ignoresIn = (folder: string): readonly FolderIgnore[] => {
    const found = known.get(folder)
    if (found) return found
    const isTop = folder === base || folder === path.dirname(folder) || existsSync(path.join(folder, '.git'))
    const all = [...(isTop ? [] : ignoresIn(path.dirname(folder))), ...ignoresOf(folder)]
    known.set(folder, all)
    return all
  }
  return files.filter((file) => !isIgnored(ignoresIn(path.dirname(file)), file, false))
}

interface FolderIgnore {
  readonly folder: string
  readonly rules: Ignore
}

function ignoresOf(folder: string): FolderIgnore[] {
  const file = readText(path.join(folder, '.gitignore'))
  return typeof file === 'string' ? [] : [{ folder, rules: ignore().add(file.text) }]
}

/** As in git: the innermost `.gitignore` that has an opinion decides. */
function isIgnored(ignores: readonly FolderIgnore[], file: string, isFolder: boolean): boolean {
  for (let index = ignores.length - 1; index >= 0; index--) {
    const one = ignores[index]
    if (!one) continue
    const relative = path.relative(one.folder, file).split(path.sep).join('/')
    if (relative === '' || relative.startsWith('..')) continue
    const { ignored, unignored } = one.rules.test(isFolder ? `${relative}/` : relative)
    if (ignored) return true
    if (unignored) return false
  }
  return false
}

function walk(folder: string, above: readonly FolderIgnore[], search: Search): void {
  const entries = listed(folder, search)
  const ignores = entries.some(({ name }) => name === '.gitignore') ? [...above, ...ignoresOf(folder)] : above
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name) && !isIgnored(ignores, file, true)) walk(file, ignores, search)
    } else if (entry.name.endsWith(planExtension) && !isIgnored(ignores, file, false)) {
      if (entry.isFile()) search.found.push(file)
      else if (entry.isSymbolicLink() && isFile(file) && !leadsOutside(search.within, file)) search.found.push(ownPath(search.within, file))
    }
  }
}

/** True for a file with an end: no folder, pipe or device. Links are followed. */
export function isFile(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function listed(folder: string, { isLenient }: Search): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // It may have gone since its own folder was listed.
    if (isLenient || problemOf(error) === 'missing') return []
    throw new UnreadableFolder(folder)
  }
}
