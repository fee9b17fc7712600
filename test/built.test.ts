import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { sourcesHash, stampFile } from '../scripts/sources.mjs'
import { whyNotCurrent } from './built.js'
import { folder, put } from './cli/mops.js'

const older = 'The bundle is older than the sources: run `npm run build`.'
let root = ''

beforeEach(() => {
  root = folder({
    'src/plan/day.ts': 'export const day = 1\n',
    'src/plan/day.test.ts': 'day\n',
    'src/plan/generated/names.ts': 'a\n',
    'scripts/build.mjs': 'build()\n',
    'package.json': '{}\n',
    'docs/days.md': 'Days.\n',
  })
  put(root, { [stampFile]: `${sourcesHash(root)}\n` })
  return () => rmSync(root, { recursive: true })
})

it('takes a build of the sources that are there, also after an edit of what is not built', () => {
  put(root, {
    'src/plan/day.test.ts': 'another\n',
    'src/plan/generated/names.ts': 'b\n',
    'docs/days.md': 'Nights.\n',
    'out/cli/main.cjs': '',
  })
  expect(whyNotCurrent(root)).toBeUndefined()
})

it.each(['src/plan/day.ts', 'src/plan/week.ts', 'src/preview/page.css', 'scripts/build.mjs', 'package.json'])(
  'refuses a build from before an edit of %s',
  (name) => {
    put(root, { [name]: 'another\n' })
    expect(whyNotCurrent(root)).toBe(older)
  },
)

it('refuses a build from before a file was moved or removed', () => {
  rmSync(path.join(root, 'src/plan/day.ts'))
  expect(whyNotCurrent(root)).toBe(older)
  put(root, { 'src/plan/night.ts': 'export const day = 1\n' })
  expect(whyNotCurrent(root)).toBe(older)
})

it('refuses when a build has not come to its end', () => {
  rmSync(path.join(root, stampFile))
  expect(whyNotCurrent(root)).toBe('There is no whole build: run `npm run build`.')
})
