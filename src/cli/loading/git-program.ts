import path from 'node:path'
import { isFile } from '../../language/node/files.js'

/** Git is asked only about repositories that have a `.git` of their own: a clone can bring a bare one in a folder, with a configuration. */
export const gitGuards = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false']

/**
 * What to start for git. Windows would look into the working folder first, where a repository may have put a program of that name, so
 * there the first of the PATH is named in full.
 */
export function gitProgram(
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
  isThere: (file: string) => boolean = isFile,
): string {
  if (platform !== 'win32') return 'git'
  const folders = (env.PATH ?? env.Path ?? '').split(';').filter((folder) => path.win32.isAbsolute(folder))
  // Where there is none, what is not there is named, and the caller says so.
  return folders.map((folder) => path.win32.join(folder, 'git.exe')).find(isThere) ?? 'C:\\git-was-not-found\\git.exe'
}
