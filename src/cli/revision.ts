import { spawnSync } from 'node:child_process'
import { t } from '@vscode/l10n'
import { type DiskText, decodeText } from '../language/node-files.js'
import { UsageError } from './usage-error.js'

const mostBytes = 1_000_000_000

/** The files of a folder as they were at a git revision. Paths are relative to the folder. */
export class Revision {
  readonly #texts = new Map<string, DiskText | 'undecodable'>()

  private constructor(
    private readonly folder: string,
    private readonly commit: string,
    readonly paths: ReadonlySet<string>,
  ) {}

  /** Throws when the folder is in no repository or the revision does not exist. */
  static open(folder: string, revision: string): Revision {
    if (git(folder, ['rev-parse', '--git-dir']) === undefined)
      throw new UsageError(t('--new-only needs a git repository, and `{folder}` is in none.', { folder }))
    const commit = revision.startsWith('-') ? undefined : git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`])
    if (commit === undefined) throw new UsageError(t('git knows no revision `{revision}`.', { revision }))
    const id = commit.toString('utf8').trim()
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
    const output = git(this.folder, ['cat-file', '--batch'], input)
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

function git(folder: string, command: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', command, {
    cwd: folder,
    maxBuffer: mostBytes,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  })
  if (error && 'code' in error && error.code === 'ENOENT') throw new UsageError(t('--new-only needs git, and it was not found.'))
  return status === 0 ? stdout : undefined
}
