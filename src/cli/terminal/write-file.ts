import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { t } from '@vscode/l10n'
import { isWithin, leadsOutside, repositoryRoot } from '../../language/node/files.js'
import { type DecodedText, decodeText, encodeText } from '../../language/workspace/decode-text.js'
import { UsageError } from './usage-error.js'

/**
 * Writes the changed text of a plan in place of what was read. Where another program has changed the file since, or it cannot be written
 * whole, it stays as it is and this throws; `name` is what messages call it.
 */
export function replaceText(file: string, name: string, read: DecodedText, text: string): void {
  const isAsRead = (bytes: Uint8Array) => {
    const now = decodeText(bytes)
    return typeof now !== 'string' && now.text === read.text && now.hasByteOrderMark === read.hasByteOrderMark
  }
  try {
    replaceFile(file, encodeText({ ...read, text }), isAsRead)
  } catch (error) {
    if (error instanceof ChangedMeanwhile)
      throw new UsageError(
        t('Another program has changed `{name}` in the meantime, so nothing was written. Run the command again.', { name }),
      )
    throw new UsageError(whyNotWritten(error, name))
  }
}

/** Writes a file of which only the newest content matters: a report, or the list of known findings. Throws where it cannot be written whole. */
export function writeReport(file: string, text: string): void {
  const full = path.resolve(file)
  const workspace = repositoryRoot(process.cwd()) ?? process.cwd()
  // A file of the repository must not choose what of this machine is overwritten.
  if (isWithin(full, workspace) && (leadsOutside(workspace, full) || leadsOutside(workspace, path.dirname(full))))
    throw new UsageError(
      t('`{name}` leads outside the workspace by a link, so nothing is written there. Name the place itself.', { name: file }),
    )
  try {
    replaceFile(full, text)
  } catch (error) {
    throw new UsageError(whyNotWritten(error, file))
  }
}

/** Writes a file that must not exist yet; throws where there is one, and leaves nothing half-written. */
export function createFile(file: string, name: string, text: string): void {
  let isOurs = false
  try {
    const descriptor = openSync(file, 'wx')
    isOurs = true
    writeAndClose(descriptor, text)
  } catch (error) {
    if (isOurs) rmSync(file, { force: true })
    if (codeOf(error) === 'EEXIST') throw new UsageError(t('There is a file `{file}` already. Name another one.', { file: name }))
    throw new UsageError(whyNotWritten(error, name))
  }
}

class ChangedMeanwhile extends Error {}

/**
 * Writes beside the file, then renames, so that at every moment the old or the new content is there. Links are followed. A file that was read
 * before, which `isExpected` tells, and that has several names (hard links) keeps them.
 */
function replaceFile(file: string, text: string, isExpected?: (bytes: Uint8Array) => boolean): void {
  const target = linkTarget(file)
  const old = statSync(target, { throwIfNoEntry: false })
  if (isStream(file, old)) {
    writeFileSync(file, text)
    return
  }
  if (old) accessSync(target, constants.W_OK)
  if (old && isExpected && old.nlink > 1) {
    overwrite(target, text, isExpected)
    return
  }
  const temporary = path.join(path.dirname(target), `.mops-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const descriptor = openSync(temporary, 'wx', old ? old.mode & 0o7777 : 0o666)
    writeAndClose(descriptor, text, old)
    if (old && isExpected?.(readFileSync(target)) === false) throw new ChangedMeanwhile()
    renameSync(temporary, target)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Writes into the file itself, since a renamed one would leave its other names with the old content; puts that back where it fails. */
function overwrite(file: string, text: string, isExpected: (bytes: Uint8Array) => boolean): void {
  const descriptor = openSync(file, 'r+')
  try {
    const before = readFileSync(descriptor)
    if (!isExpected(before)) throw new ChangedMeanwhile()
    try {
      fill(descriptor, Buffer.from(text))
    } catch (error) {
      fill(descriptor, before)
      throw error
    }
  } finally {
    closeSync(descriptor)
  }
}

function fill(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, at)
  ftruncateSync(descriptor, bytes.length)
  fsyncSync(descriptor)
}

/** What is open already or has no content of its own: `/dev/stdout`, a pipe. */
function isStream(file: string, old: Stats | undefined): boolean {
  return (old !== undefined && !old.isFile()) || /^\/(?:dev|proc)\//.test(path.resolve(file))
}

function writeAndClose(descriptor: number, text: string, like?: Stats): void {
  try {
    writeFileSync(descriptor, text)
    if (like) keepRights(descriptor, like)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function keepRights(descriptor: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid)
  } catch {
    // Only the administrator may give files away; the mode holds all the same.
  }
  fchmodSync(descriptor, mode & 0o7777)
}

/** Where links lead; the path itself where they lead nowhere. */
function linkTarget(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return file
  }
}

function whyNotWritten(error: unknown, name: string): string {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return t('`{name}` cannot be written: there is no space left. It is as it was before.', { name })
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? t('`{name}` cannot be written: there is no such folder.', { name })
    : t('`{name}` cannot be written; check its permissions.', { name })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
