import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { targets } from './targets.js'

const corpora = new URL('corpus/', import.meta.url)

describe.each(Object.entries(targets))('what was fuzzed before still holds: %s', (name, target) => {
  const folder = new URL(`${name}/`, corpora)
  it.each(readdirSync(folder))('%s', (file) => target(readFileSync(new URL(file, folder), 'utf8')))
})
