import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { built } from '../built.js'

/** What is tested: the build of this folder, or another one that the environment names. */
export const launcher = process.env.MOPS_UNDER_TEST ?? built('bin/mops.cjs')

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  /** Undefined is what shall not be set. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs the built command line as a process of its own. */
export function mops(parameters: readonly string[], { cwd, input, env }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...parameters], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
    input: input ?? '',
    timeout: 60_000,
  })
  return { status, stdout, stderr }
}

/** A folder of its own with the given files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'mops-')))
  put(root, files)
  return root
}

/** Writes files into a folder. */
export function put(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** Runs git in a folder, with an identity of its own. */
export function git(root: string, ...parameters: string[]): void {
  gitOutput(root, ...parameters)
}

/** The same, with what git prints. */
export function gitOutput(root: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...parameters], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
