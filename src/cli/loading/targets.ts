import path from 'node:path'
import { t } from '@vscode/l10n'
import {
  findPlans,
  isFile,
  isSkippedFolder,
  isWithin,
  kindOfPath,
  leadsOutside,
  repositoryRoot,
  UnreadableFolder,
  withoutIgnored,
} from '../../language/node/files.js'
import { mostBytes } from '../../language/workspace/text-size.js'
import { UsageError } from '../terminal/usage-error.js'
import { whySpecial } from './unread.js'

/** The name that standard input goes by. */
export const stdinName = '<stdin>'

/** What a user named, as absolute paths in code-unit order. */
export interface Targets {
  readonly files: readonly string[]
  /** Those of them that were named by themselves, rather than found in a folder or by a glob. */
  readonly named: ReadonlySet<string>
  readonly hasStdin: boolean
}

/** Finds the files that are meant: a file as it is, the plans in a folder, the files that a glob fits. Throws on what does not exist. */
export async function findTargets(written: readonly string[], workingFolder: string): Promise<Targets> {
  const names = written.length === 0 ? ['.'] : written
  const files = new Set<string>()
  for (const name of names) if (name !== '-') for (const file of await filesOf(name, workingFolder)) files.add(file)
  const named = new Set(names.map((name) => path.resolve(workingFolder, name)).filter((full) => files.has(full)))
  return { files: [...files].sort((a, b) => (a < b ? -1 : 1)), named, hasStdin: names.includes('-') }
}

/** The one file that is meant, `-` being standard input. Throws on what is no file. */
export function fileTarget(name: string, workingFolder: string): Targets {
  if (name === '-') return { files: [], named: new Set(), hasStdin: true }
  const full = path.resolve(workingFolder, name)
  const kind = kindOfPath(full)
  if (kind === 'special') throw new UsageError(whySpecial(name))
  if (kind !== 'file') throw new UsageError(t('There is no file `{file}`.', { file: name }))
  return { files: [full], named: new Set([full]), hasStdin: false }
}

async function filesOf(name: string, workingFolder: string): Promise<readonly string[]> {
  const full = path.resolve(workingFolder, name)
  switch (kindOfPath(full)) {
    case 'file':
      return [full]
    case 'folder':
      return plansIn(name, full)
    case 'special':
      throw new UsageError(whySpecial(name))
    case 'unreadable':
      throw new UsageError(t('`{name}` cannot be read; check its permissions.', { name }))
    case 'missing':
      return matching(name, workingFolder)
  }
}

function plansIn(name: string, folder: string): readonly string[] {
  try {
    const found = findPlans(folder)
    if (found.length > 0) return found
  } catch (error) {
    if (!(error instanceof UnreadableFolder)) throw error
    const unreadable = path.relative(folder, error.folder)
    throw new UsageError(t('The folder `{name}` cannot be read; check its permissions.', { name: path.join(name, unreadable) }))
  }
  throw new UsageError(t('There is no .mops file in `{name}`.', { name }))
}

/** A glob as it is matched. Where `\\` parts folders it does so in globs too; elsewhere it takes the meaning of the sign behind it. */
export function asGlob(pattern: string, separator: string): string {
  return separator === '/' ? pattern : pattern.replaceAll(separator, '/')
}

async function matching(pattern: string, workingFolder: string): Promise<readonly string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(pattern)) throw new UsageError(t('There is no file or folder `{name}`.', { name: pattern }))
  const found = await glob(asGlob(pattern, path.sep), {
    cwd: workingFolder,
    absolute: true,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
  const top = repositoryRoot(workingFolder) ?? workingFolder
  const plans = withoutIgnored(
    found.map((file) => path.resolve(file)).filter((file) => !isBuilt(file, workingFolder) && isFile(file) && !leadsAway(file, top)),
    workingFolder,
  )
  if (plans.length === 0) throw new UsageError(t('No file fits `{pattern}`.', { pattern }))
  return plans
}

/** A link out of the workspace; a glob that itself reaches out of it does so knowingly. */
function leadsAway(file: string, top: string): boolean {
  return isWithin(file, top) && leadsOutside(top, file)
}

function isBuilt(file: string, workingFolder: string): boolean {
  return path.relative(workingFolder, path.dirname(file)).split(path.sep).some(isSkippedFolder)
}

/** All of standard input; of one that is larger than any text may be no more than shows that. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > mostBytes) break
  }
  return Buffer.concat(chunks)
}
