import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, mops } from './mops.js'

const plan = 'strategy s "S" { stage draft }\n'

/** Where the launcher keeps compiled code, in a folder of its own. */
function caches(root: string) {
  const env = { XDG_CACHE_HOME: root, LOCALAPPDATA: root, HOME: root, NODE_DISABLE_COMPILE_CACHE: '' }
  const place = process.platform === 'darwin' ? path.join(root, 'Library/Caches/mops') : path.join(root, 'mops')
  const files = () => readdirSync(place).map((name) => path.join(place, name))
  return { env, place, files }
}

describe('the code that the launcher keeps', () => {
  it('is written by the first runs, kept by the next, and changes nothing that is said', () => {
    const root = folder({ 'plan.mops': plan })
    const { env, files } = caches(root)
    const first = mops(['check', 'plan.mops'], { cwd: root, env })
    for (let run = 2; run <= 4; run++) expect(mops(['check', 'plan.mops'], { cwd: root, env })).toEqual(first)
    const [file = '', ...others] = files()
    const kept = readFileSync(file)
    expect(others).toEqual([])
    expect(mops(['check', 'plan.mops'], { cwd: root, env })).toEqual(first)
    expect(readFileSync(file).equals(kept)).toBe(true)
  })

  it('is made anew when it is damaged', () => {
    const root = folder({ 'plan.mops': plan })
    const { env, files } = caches(root)
    const first = mops(['check', 'plan.mops'], { cwd: root, env })
    const [file = ''] = files()
    const damaged = readFileSync(file).fill(7, 100, 2000)
    writeFileSync(file, damaged)
    expect(mops(['check', 'plan.mops'], { cwd: root, env })).toEqual(first)
    expect(readFileSync(file).equals(damaged)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('is not trusted where others may write', () => {
    const root = folder({ 'plan.mops': plan })
    const { env, place, files } = caches(root)
    const first = mops(['check', 'plan.mops'], { cwd: root, env })
    const [file = ''] = files()
    const before = readFileSync(file)
    chmodSync(place, 0o777)
    expect(mops(['check', 'plan.mops'], { cwd: root, env })).toEqual(first)
    expect(readFileSync(file).length).toBeGreaterThan(before.length / 2)
  })

  it('reads typographic quotation marks as a run without it does', () => {
    const root = folder({ 'plan.mops': 'strategy s “Größe” { stage draft }\n' })
    const kept = mops(['check', 'plan.mops'], { cwd: root, env: caches(root).env })
    expect(kept).toEqual(mops(['check', 'plan.mops'], { cwd: root, env: { NODE_DISABLE_COMPILE_CACHE: '1' } }))
    expect(kept.stdout).toContain('[plan/typographic-character]')
  })

  it('may be missing: a home that cannot be written costs nothing but time', () => {
    const root = folder({ 'plan.mops': plan, 'no-folder': '' })
    const { env } = caches(path.join(root, 'no-folder'))
    const { status, stderr } = mops(['check', 'plan.mops'], { cwd: root, env })
    expect(stderr).toBe('')
    expect(status).toBe(mops(['check', 'plan.mops'], { cwd: root, env: { NODE_DISABLE_COMPILE_CACHE: '1' } }).status)
  })
})
