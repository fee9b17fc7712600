import { spawnSync } from 'node:child_process'
import { t } from '@vscode/l10n'
import { type DecodedText, decodeHead, decodeText } from '../../language/workspace/decode-text.js'
import type { FileProblem } from '../../language/workspace/file-source.js'
import { UsageError } from '../terminal/usage-error.js'
import { gitGuards, gitProgram } from './git-program.js'

const mostBytes = 1_000_000_000

/** The files of a folder as they were at a git revision. Paths are relative to the folder. */
export class Revision {
  readonly #contents = new Map<string, Uint8Array>()

  private constructor(
    private readonly folder: string,
    /** As it was written. */
    readonly name: string,
    /** The ids of the contents by path. */
    private readonly ids: ReadonlyMap<string, string>,
  ) {}

  /** Undefined when the folder is in no repository or the revision does not exist. Asked once in a run. */
  static find(folder: string, revision: string, asker = '--new-only'): Revision | undefined {
    const key = `${folder}\0${revision}`
    if (!found.has(key)) found.set(key, revision.startsWith('-') ? undefined : Revision.list(folder, revision, asker))
    return found.get(key)
  }

  /** Throws when the folder is in no repository or the revision does not exist; `asker` is what needs it, for the message. */
  static open(folder: string, revision: string, asker = '--new-only'): Revision {
    const opened = Revision.find(folder, revision, asker)
    if (!opened) throw new UsageError(unknownRevision(folder, revision, asker))
    return opened
  }

  private static list(folder: string, revision: string, asker: string): Revision | undefined {
    const listing = git(folder, ['ls-tree', '-r', '-z', `${revision}^{commit}`, '.'], { asker })
    return listing && new Revision(folder, revision, idsIn(listing, /(\d+) \w+ ([0-9a-f]+)\t([^\0]+)\0/g))
  }

  /** What the next commit would hold; without the files of a merge that has stopped. */
  static staged(folder: string, asker: string): Revision | undefined {
    const listing = git(folder, ['ls-files', '--stage', '-z', '.'], { asker })
    return listing && new Revision(folder, '', idsIn(listing, /(\d+) ([0-9a-f]+) 0\t([^\0]+)\0/g))
  }

  /** The id of the content of a file, or of the commit of a submodule around it. */
  idOf(path: string): string | undefined {
    for (let one = path; one !== ''; one = one.slice(0, Math.max(one.lastIndexOf('/'), 0))) {
      const id = this.ids.get(one)
      if (id !== undefined) return id
    }
    return undefined
  }

  get paths(): Pick<ReadonlySet<string>, 'has' | typeof Symbol.iterator> {
    return { has: (path) => this.ids.has(path), [Symbol.iterator]: () => this.ids.keys() }
  }

  read(path: string): DecodedText | FileProblem {
    const bytes = this.bytes(path)
    return bytes ? decodeText(bytes) : 'missing'
  }

  /** The beginning of a file, so many bytes. */
  readHead(path: string, limit: number): { readonly text: string } | 'missing' {
    const bytes = this.bytes(path)
    return bytes ? { text: decodeHead(bytes.subarray(0, limit)) } : 'missing'
  }

  private bytes(path: string): Uint8Array | undefined {
    this.readAhead([path])
    return this.#contents.get(path)
  }

  /** Reads several files in one go. */
  readAhead(paths: readonly string[]): void {
    const asked = [...new Set(paths)].filter((path) => this.ids.has(path) && !this.#contents.has(path))
    if (asked.length === 0) return
    const output = git(this.folder, ['cat-file', '--batch'], { input: asked.map((path) => `${this.ids.get(path)}\n`).join('') })
    if (!output) return
    let position = 0
    for (const path of asked) {
      const headEnd = output.indexOf(10, position)
      const [, kind, size] = output.toString('utf8', position, headEnd).split(' ')
      position = headEnd + 1
      const length = Number(size)
      if (!Number.isInteger(length)) continue
      if (kind === 'blob') this.#contents.set(path, output.subarray(position, position + length))
      position += length + 1
    }
  }
}

function idsIn(listing: Buffer, entries: RegExp): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  // The content of a link is where it leads to: no plan.
  for (const [, mode, id = '', path = ''] of listing.toString('utf8').matchAll(entries)) if (mode !== '120000') ids.set(path, id)
  return ids
}

const found = new Map<string, Revision | undefined>()

/** True for what names a commit that git has. */
export function isCommit(folder: string, revision: string, asker: string): boolean {
  return !revision.startsWith('-') && gitText(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], asker) !== undefined
}

/** Where two revisions parted; undefined where git cannot tell. */
export function mergeBase(folder: string, a: string, b: string, asker: string): string | undefined {
  return gitText(folder, ['merge-base', a, b], asker)
}

/** The youngest commits, of those that any branch or tag has, that bring a content to a path, with the first that each comes from. */
export function commitsThatBring(
  folder: string,
  id: string,
  path: string,
  most: number,
  asker: string,
): readonly (readonly [string, string])[] {
  const words = ['log', '--all', `--max-count=${most}`, '--format=%H %P', `--find-object=${id}`, '--', path]
  return (gitText(folder, words, asker) ?? '').split('\n').flatMap((line) => {
    const [commit, parent] = line.split(' ')
    return commit && parent ? [[commit, parent] as const] : []
  })
}

/** The last commits of all branches and tags. */
export function tips(folder: string, most: number, asker: string): readonly string[] {
  const words = ['for-each-ref', '--sort=-committerdate', `--count=${most}`, '--format=%(objectname)']
  return (gitText(folder, words, asker) ?? '').split('\n').filter(Boolean)
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
