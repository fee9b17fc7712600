import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

/** Where a build leaves the hash of the sources that it was made of. */
export const stampFile = 'out/sources.sha256'

const sources = ['src/**', 'scripts/*.mjs', 'package.json', 'package-lock.json', 'langium-config.json']
const without = ['**/*.test.{ts,tsx}', '**/generated/**']

/** A hash of the names and contents of everything that a build is made of. */
export function sourcesHash(root) {
  const hash = createHash('sha256')
  for (const name of globSync(sources, { cwd: root, ignore: without }).sort()) {
    const content = readFileSync(path.join(root, name))
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}
