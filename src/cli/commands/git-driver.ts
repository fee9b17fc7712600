import { t } from '@vscode/l10n'
import type { Change } from '../../diff/changes.js'
import { diskFiles } from '../../language/node/disk-files.js'
import { readText } from '../../language/node/files.js'
import type { FileSource } from '../../language/workspace/file-source.js'
import type { ReportedPlanDiff } from '../../report/diff-result.js'
import { planBlock } from '../../report/diff-text.js'
import { plainText } from '../../report/plain-text.js'
import { compare } from '../loading/compare-plans.js'
import type { Reader } from '../loading/diff-sides.js'
import { driverFiles } from '../loading/driver-files.js'
import { clock } from '../terminal/options.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'

/**
 * `mops diff --git-driver`, as git calls an external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, and behind them the new
 * path of a file that was renamed. What the file imports comes from the commits that git compares. Never fails on what a plan holds, since
 * git would stop there.
 */
export async function gitDriver(words: readonly string[]): Promise<number> {
  const [name, oldFile, oldId, , newFile, newId] = words
  if (name === undefined) throw new UsageError(t('--git-driver is called by git; `.gitattributes` and `git config` set it up.'))
  const newName = words[7] ?? name
  if (oldFile === undefined || newFile === undefined) {
    process.stdout.write(`${t('{name}: not merged yet.', { name: plainText(name) })}\n`)
    return exitCodes.clean
  }
  const root = process.cwd()
  const [old, now] = [
    { path: name, id: idOf(oldId) },
    { path: newName, id: idOf(newId) },
  ]
  const files = driverFiles(root, old, now, diskFiles(root))
  const side = (path: string, file: string, others: FileSource): Reader => ({
    root,
    list: () => (readText(file) === 'missing' || isNothing(file) ? [] : [path]),
    files: { read: (wanted, limit) => (wanted === path && limit === undefined ? readText(file) : others.read(wanted, limit)) },
    keyOf: () => '',
  })
  const text = await told(side(name, oldFile, files.before), side(newName, newFile, files.after), newName, [name, newName])
  process.stdout.write(`${text}\n\n`)
  return exitCodes.clean
}

async function told(before: Reader, after: Reader, name: string, paths: readonly string[]): Promise<string> {
  try {
    const { diffs, unread } = await compare(before, after, { clock: clock() }, after.root)
    const blocks = diffs
      .map((diff) => within(diff, paths))
      .filter(({ changes, together }) => changes.length + together.length > 0)
      .map((one) => planBlock(one, false))
    const notes = unread.map(plainText)
    if (blocks.length + (diffs.length === 0 ? notes.length : 0) === 0)
      return [...notes, t('{name}: no change of meaning.', { name: plainText(name) })].join('\n')
    return [...(notes.length > 0 ? [notes.join('\n')] : []), ...blocks].join('\n\n')
  } catch (error) {
    if (error instanceof UsageError) return plainText(error.message)
    throw error
  }
}

/** What a file itself changes: what it imports is shown where git shows that file. */
function within(diff: ReportedPlanDiff, paths: readonly string[]): ReportedPlanDiff {
  const isOwn = ({ before, after }: Change) => paths.includes((after ?? before)?.place.file ?? '')
  const changes = diff.changes.filter(isOwn)
  return { ...diff, changes, together: changes.length === diff.changes.length ? diff.together : [] }
}

/** The working tree has zeros for an id, and a side without the file none. */
function idOf(word: string | undefined): string | undefined {
  return word !== undefined && /^[0-9a-f]+$/.test(word) && !/^0+$/.test(word) ? word : undefined
}

/** What git passes for the missing side of a new or deleted file. */
function isNothing(file: string): boolean {
  return file === '/dev/null' || file === 'nul'
}
