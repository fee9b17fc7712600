import { t } from '@vscode/l10n'
import { diskFiles } from '../../language/node/disk-files.js'
import { readText } from '../../language/node/files.js'
import { planBlock } from '../../report/diff-text.js'
import { plainText } from '../../report/plain-text.js'
import { compare } from '../loading/compare-plans.js'
import type { Reader } from '../loading/diff-sides.js'
import { clock } from '../terminal/options.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'

/**
 * `mops diff --git-driver`, as git calls an external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, and behind them the new
 * path of a file that was renamed. What the file imports is read from the working tree, for both sides. Never fails on what a plan holds,
 * since git would stop there.
 */
export async function gitDriver(words: readonly string[]): Promise<number> {
  const [name, oldFile, , , newFile] = words
  if (name === undefined) throw new UsageError(t('--git-driver is called by git; `.gitattributes` and `git config` set it up.'))
  const newName = words[7] ?? name
  if (oldFile === undefined || newFile === undefined) {
    process.stdout.write(`${t('{name}: not merged yet.', { name: plainText(name) })}\n`)
    return exitCodes.clean
  }
  const root = process.cwd()
  const files = diskFiles(root)
  const side = (path: string, file: string): Reader => ({
    root,
    list: () => (readText(file) === 'missing' || isNothing(file) ? [] : [path]),
    files: { read: (wanted, limit) => (wanted === path && limit === undefined ? readText(file) : files.read(wanted, limit)) },
    keyOf: () => '',
  })
  process.stdout.write(`${await told(side(name, oldFile), side(newName, newFile), newName)}\n\n`)
  return exitCodes.clean
}

async function told(before: Reader, after: Reader, name: string): Promise<string> {
  try {
    const { diffs, unread } = await compare(before, after, { clock: clock() }, after.root)
    if (unread.length > 0) return plainText(unread.join(' '))
    const blocks = diffs.filter(({ changes, together }) => changes.length + together.length > 0).map((one) => planBlock(one, false))
    return blocks.length === 0 ? t('{name}: no change of meaning.', { name: plainText(name) }) : blocks.join('\n\n')
  } catch (error) {
    if (error instanceof UsageError) return plainText(error.message)
    throw error
  }
}

/** What git passes for the missing side of a new or deleted file. */
function isNothing(file: string): boolean {
  return file === '/dev/null' || file === 'nul'
}
