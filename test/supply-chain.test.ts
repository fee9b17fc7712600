import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly hasInstallScript?: boolean
}

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>
  readonly dependencies?: object
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

interface Lock {
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, Entry & { readonly devDependencies?: object }>>
}

function locked(folder: string) {
  const manifest: Manifest = JSON.parse(read(path.join(folder, 'package.json')))
  const lock: Lock = JSON.parse(read(path.join(folder, 'package-lock.json')))
  return { manifest, lock, entries: Object.entries(lock.packages).filter(([name]) => name !== '') }
}

/** Builds for other platforms that were added by hand, since no registry at hand offered them; npm takes them by version alone. */
const addedByHand = /^node_modules\/(?:@biomejs\/cli|@oxc-parser\/binding)-[\w-]+$/

describe.each(['.', 'test/mutation/tool'])('the lock file in %s', (folder) => {
  const { manifest, lock, entries } = locked(folder)

  test('locks what the manifest asks for', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(lock.packages['']?.devDependencies).toEqual(manifest.devDependencies)
  })

  test('takes every package from the registry, by version and checksum', () => {
    const isSound = ([name, { version, resolved, integrity, link, optional, os }]: [string, Entry]) =>
      /^\d+\.\d+\.\d+/.test(version ?? '') &&
      !link &&
      (resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/') &&
      (/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') || (addedByHand.test(name) && optional === true && os !== undefined))
    expect(entries.filter((entry) => !isSound(entry)).map(([name]) => name)).toEqual([])
  })

  test('says of every install script whether it may run', () => {
    const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name.replace(/^.*node_modules\//, ''))
    expect(scripted.filter((name) => !(name in (manifest.allowScripts ?? {})))).toEqual([])
  })
})

test('nothing is installed beside the package', () => {
  const { manifest, entries } = locked('.')
  expect(manifest.dependencies).toBeUndefined()
  expect(entries.filter(([, { dev, optional }]) => !dev && !optional).map(([name]) => name)).toEqual([])
})

const allowed = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']

describe.each(['cli', 'extension', 'preview'])('what is bundled into out/%s', (bundle) => {
  const blocks = read(`out/${bundle}/THIRD-PARTY-LICENSES.txt`).split(`\n${'-'.repeat(80)}\n\n`)

  test('is named with a licence that may be passed on, and with its text', () => {
    expect(blocks.length).toBeGreaterThan(5)
    for (const block of blocks) {
      const [head = '', ...text] = block.split('\n')
      const [, name, licence] = /^(\S+) \d+\.\d+\.\d+\S* \(([^)]+)\)$/.exec(head) ?? []
      expect({ head, name: name ?? '', isAllowed: allowed.includes(licence ?? '') }).toEqual({
        head,
        name: expect.stringMatching(/./),
        isAllowed: true,
      })
      expect({ head, length: text.join('').length }).toEqual({ head, length: expect.any(Number) })
      expect(text.join('')).toMatch(/copyright|licen[cs]e/i)
    }
  })
})
