import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sourcesHash, stampFile } from '../scripts/sources.mjs'

/** Why what `npm run build` has made in this folder says nothing about the sources of today; undefined when it does. */
export function whyNotCurrent(root: string): string | undefined {
  let stamp: string
  try {
    stamp = readFileSync(path.join(root, stampFile), 'utf8')
  } catch {
    return 'There is no whole build: run `npm run build`.'
  }
  return stamp.trim() === sourcesHash(root) ? undefined : 'The bundle is older than the sources: run `npm run build`.'
}

const repository = path.resolve(import.meta.dirname, '..')
let isKnownCurrent = false

/** The path of a file that runs what was built, such as `bin/mops.cjs`. Throws when that is older than the sources. */
export function built(name: string): string {
  if (!isKnownCurrent) {
    const why = whyNotCurrent(repository)
    if (why !== undefined) throw new Error(why)
    isKnownCurrent = true
  }
  return path.join(repository, name)
}
