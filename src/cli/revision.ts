import { spawnSync } from 'node:child_process'
import { t } from '@vscode/l10n'
import { type DiskText, decodeText } from '../language/node-files.js'
import { gitGuards, gitProgram } from './git-program.js'
import { UsageError } from './usage-error.js'

const mostBytes = 1_000_000_000

/** The files of a folder as they were at a git revision. Paths are relative to the folder. */
export class Revision {
  readonly #texts = new Map<string, DiskText | 'undecodable'>()

  private constructor(
    private readonly folder: string,
    readonly commit: string,
    readonly paths: ReadonlySet<string>,
  ) {}

  /** Throws when the folder is in no repository or the revision does not exist; `asker` is what needs it, for the message. */
  static open(folder: string, revision: string, asker = '--new-only'): Revision {
    const id = commitOf(folder, revision, asker)
    if (id === undefined) throw new UsageError(unknownRevision(folder, revision, asker))
    const listing = git(folder, ['ls-tree', '-r', '-z', '--name-only', id, '.'])
    return new Revision(folder, id, new Set((listing?.toString('utf8') ?? '').split('\0').filter(Boolean)))
  }

  /** The text of a file, read with all that `ahead` names in one go. */
  read(path: string, ahead: readonly string[] = []): DiskText | 'missing' | 'undecodable' {
    if (!this.paths.has(path)) return 'missing'
    if (!this.#texts.has(path)) this.load([path, ...ahead.filter((one) => this.paths.has(one) && !this.#texts.has(one))])
    return this.#texts.get(path) ?? 'missing'
  }

  private load(paths: readonly string[]): void {
    // A newline in a path cannot be asked for in this way; such a file counts as missing.
    const asked = [...new Set(paths)].filter((path) => !path.includes('\n'))
    const input = asked.map((path) => `${this.commit}:./${path}\n`).join('')
    const output = git(this.folder, ['cat-file', '--batch'], { input })
    if (!output) return
    let position = 0
    for (const path of asked) {
      const headEnd = output.indexOf(10, position)
      const [, kind, size] = output.toString('utf8', position, headEnd).split(' ')
      position = headEnd + 1
      if (kind !== 'blob') continue
      const length = Number(size)
      this.#texts.set(path, decodeText(output.subarray(position, position + length)))
      position += length + 1
    }
  }
}

const commits = new Map<string, string | undefined>()

/** The commit that a revision names; undefined where git knows none, or the folder is in no repository. Asked once in a run. */
export function commitOf(folder: string, revision: string, asker: string): string | undefined {
  if (revision.startsWith('-')) return undefined
  const key = `${folder}\0${revision}`
  if (!commits.has(key)) commits.set(key, gitText(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], asker))
  return commits.get(key)
}

/** Where two revisions parted; undefined where git cannot tell. */
export function mergeBase(folder: string, a: string, b: string, asker: string): string | undefined {
  return gitText(folder, ['merge-base', a, b], asker)
}

/** The commit of a submodule at a revision, or undefined where there is none. */
export function submoduleCommit(folder: string, revision: string, path: string, asker: string): string | undefined {
  const entry = gitText(folder, ['ls-tree', revision, '--', path], asker)
  return /^160000 commit ([0-9a-f]+)\t/.exec(entry ?? '')?.[1]
}

/** Why a revision cannot be read. */
export function unknownRevision(folder: string, revision: string, asker: string): string {
  if (gitText(folder, ['rev-parse', '--git-dir'], asker) === undefined)
    return t('{asker} needs a git repository, and `{folder}` is in none.', { asker, folder })
  return gitText(folder, ['rev-parse', '--is-shallow-repository'], asker) === 'true'
    ? t('git knows no revision `{revision}`, and this clone is shallow. Fetch it first, with its history: `git fetch --unshallow`.', {
        revision,
      })
    : t('git knows no revision `{revision}`.', { revision })
}

function gitText(folder: string, command: readonly string[], asker: string): string | undefined {
  return git(folder, command, { asker })?.toString('utf8').trim()
}

function git(
  folder: string,
  command: readonly string[],
  { input, asker = '--new-only' }: { readonly input?: string; readonly asker?: string } = {},
): Buffer | undefined {
  const { status, stdout, error } = spawnSync(gitProgram(), [...gitGuards, ...command], {
    cwd: folder,
    maxBuffer: mostBytes,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  })
  if (error && 'code' in error && error.code === 'ENOENT') throw new UsageError(t('{asker} needs git, and it was not found.', { asker }))
  return status === 0 ? stdout : undefined
}
