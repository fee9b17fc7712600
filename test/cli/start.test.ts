import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folder, launcher, mops } from './mops.js'

const plan = 'strategy s "S" { stage draft }\n'

const isPosix = process.platform !== 'win32'
const isRoot = process.getuid?.() === 0

/** Where the launcher keeps compiled code, in a folder of its own outside of all workspaces. */
function caches(base = folder({})) {
  const env = { XDG_CACHE_HOME: base, LOCALAPPDATA: base, HOME: base, NODE_DISABLE_COMPILE_CACHE: undefined }
  const place = path.join(base, 'mops')
  const files = () =>
    readdirSync(place)
      .filter((name) => name.endsWith('.bin'))
      .map((name) => path.join(place, name))
  return { base, env, place, files }
}

/** All that lies below a folder, with its kind, size and time. */
function listing(base: string): string[] {
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const stats = lstatSync(path.join(base, name))
      return `${name} ${stats.mode} ${stats.size} ${stats.mtimeMs}`
    })
    .sort()
}

// Windows has no owners that Node could ask for; there the folder must lie in the profile of the user.
describe.runIf(isPosix)('the code that the launcher keeps', () => {
  it('is written by the first runs, kept by the next, and changes nothing that is said', () => {
    const root = folder({ 'plan.mops': plan })
    const { env, files } = caches()
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
    const { env, files } = caches()
    const first = mops(['check', 'plan.mops'], { cwd: root, env })
    const [file = ''] = files()
    const damaged = readFileSync(file).fill(7, 100, 2000)
    writeFileSync(file, damaged)
    expect(mops(['check', 'plan.mops'], { cwd: root, env })).toEqual(first)
    expect(readFileSync(file).equals(damaged)).toBe(false)
  })

  it('is readable for the user alone', () => {
    const root = folder({ 'plan.mops': plan })
    const { base, env, place } = caches()
    for (const words of [['check', 'plan.mops'], ['help'], ['check', 'plan.mops']]) mops(words, { cwd: root, env })
    expect(lstatSync(place).mode & 0o777).toBe(0o700)
    const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).map((name) => lstatSync(path.join(base, name)))
    const modes = files.filter((stats) => stats.isFile()).map(({ mode }) => mode & 0o777)
    expect(new Set(modes)).toEqual(new Set([0o600]))
    expect(modes.length).toBeGreaterThan(1)
  })

  it('reads typographic quotation marks as a run without it does', () => {
    const root = folder({ 'plan.mops': 'strategy s “Größe” { stage draft }\n' })
    const kept = mops(['check', 'plan.mops'], { cwd: root, env: caches().env })
    expect(kept).toEqual(mops(['check', 'plan.mops'], { cwd: root, env: { NODE_DISABLE_COMPILE_CACHE: '1' } }))
    expect(kept.stdout).toContain('[plan/typographic-character]')
  })

  it.each(['/proc', '/dev/null', '/nowhere/at/all', 'relative', ''])(
    'may be missing: with %j for a home the run ends as any other',
    (home) => {
      const root = folder({ 'plan.mops': plan })
      const { status, stderr } = mops(['check', 'plan.mops'], {
        cwd: root,
        env: { HOME: home, XDG_CACHE_HOME: '', NODE_DISABLE_COMPILE_CACHE: undefined },
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    },
  )

  it('may be missing: a home that cannot be written costs nothing but time', () => {
    const root = folder({ 'plan.mops': plan, 'no-folder': '' })
    const { env } = caches(path.join(root, 'no-folder'))
    const { status, stderr } = mops(['check', 'plan.mops'], { cwd: root, env })
    expect(stderr).toBe('')
    expect(status).toBe(mops(['check', 'plan.mops'], { cwd: root, env: { NODE_DISABLE_COMPILE_CACHE: '1' } }).status)
  })
})

/** A compiled bundle in the place of the own one: it says `owned` instead of checking. V8 compares no more of a source than its length. */
function planted(): string {
  const { env, files } = caches()
  mops(['check', 'plan.mops'], { cwd: folder({ 'plan.mops': plan }), env })
  const [target = ''] = files()
  const bundle = path.join(path.dirname(launcher), '../out/cli/main.cjs')
  const program = `const { Script } = require('node:vm'), fs = require('node:fs')
    const length = fs.statSync(process.argv[1]).size
    const head = '(function (exports, require, module, __filename, __dirname) {', end = '\\n})'
    const source = "process.stdout.write('owned');process.exit(0)"
    const script = new Script(head + source + ' '.repeat(length - source.length) + end, { filename: process.argv[1] })
    const code = script.createCachedData(), first = Buffer.alloc(8)
    first.writeUInt32LE(require('node:zlib').crc32(code), 0)
    first.writeUInt32LE(9, 4)
    fs.writeFileSync(process.argv[2], Buffer.concat([first, code]), { mode: 0o600 })`
  const { status, stderr } = spawnSync(process.execPath, ['-e', program, bundle, target], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return target
}

/** A folder for caches, filled by somebody else, with what makes that possible. `base` is the folder, `place` the one for mops in it. */
type Arrangement = (base: string, place: string) => Readonly<Record<string, string>> | undefined

const somebody = 12345
const arrangements: Readonly<Record<string, Arrangement>> = {
  'others may write in it': (_base, place) => void chmodSync(place, 0o777),
  'others may read it, and so link to what is in it': (_base, place) => void chmodSync(place, 0o755),
  'others may write in the folder around it': (base) => void chmodSync(base, 0o777),
  'it is a link': (base, place) => {
    renameSync(place, path.join(base, 'elsewhere'))
    symlinkSync('elsewhere', place)
  },
  'the folder around it is a link': (base) => {
    symlinkSync(base, `${base}-link`)
    return { XDG_CACHE_HOME: `${base}-link` }
  },
  'a link is on the way to it': (base) => {
    symlinkSync(path.dirname(base), `${base}-up`)
    return { XDG_CACHE_HOME: path.join(`${base}-up`, path.basename(base)) }
  },
  'its files are links': (base, place) => {
    for (const name of readdirSync(place)) {
      renameSync(path.join(place, name), path.join(base, name))
      symlinkSync(path.join('..', name), path.join(place, name))
    }
  },
  'its files have a second name': (base, place) => {
    for (const name of readdirSync(place)) linkSync(path.join(place, name), path.join(base, name))
  },
  'its files may be written by others': (_base, place) => {
    for (const name of readdirSync(place)) chmodSync(path.join(place, name), 0o666)
  },
  'it lies in a repository': (base) => void mkdirSync(path.join(base, '.git')),
  ...(isRoot && {
    'it belongs to somebody else': (_base, place) => void chownSync(place, somebody, somebody),
    'the home belongs to somebody else, as with sudo': (base) => void chownSync(base, somebody, somebody),
    'its files belong to somebody else': (_base, place) => {
      for (const name of readdirSync(place)) chownSync(path.join(place, name), somebody, somebody)
    },
  }),
}

describe.runIf(isPosix)('compiled code of somebody else', () => {
  let theirs = ''
  beforeAll(() => {
    theirs = planted()
  })
  const prepared = () => {
    const cwd = folder({ 'plan.mops': plan })
    const { base, env, place } = caches()
    mkdirSync(place, { mode: 0o700 })
    copyFileSync(theirs, path.join(place, path.basename(theirs)))
    return { cwd, base, env, place }
  }

  it('would be run where it lies in a folder of the own, so that the tests below say something', () => {
    const { cwd, env } = prepared()
    expect(mops(['check', 'plan.mops'], { cwd, env }).stdout).toBe('owned')
  })

  it.each(Object.entries(arrangements))('is not run where %s', (_, arrange) => {
    const { cwd, base, env, place } = prepared()
    const changed = arrange(base, place)
    const { status, stdout, stderr } = mops(['check', 'plan.mops'], { cwd, env: { ...env, ...changed } })
    expect(stderr).toBe('')
    expect(stdout).not.toContain('owned')
    expect(status).toBe(0)
  })

  const whole = Object.entries(arrangements).filter(([name]) => !name.startsWith('its files'))
  it.each(whole)('is not joined by any of ours where %s', (_, arrange) => {
    const { cwd, base, env, place } = prepared()
    const changed = arrange(base, place)
    const before = listing(base)
    for (const words of [['check', 'plan.mops'], ['help']]) mops(words, { cwd, env: { ...env, ...changed } })
    expect(listing(base)).toEqual(before)
  })

  it('is neither run nor joined in the working folder, in a repository or beside a plan that is named', () => {
    for (const where of ['working folder', 'repository', 'named file', 'named folder'] as const) {
      const { cwd, base, env, place } = prepared()
      writeFileSync(path.join(base, 'plan.mops'), plan)
      if (where === 'repository') mkdirSync(path.join(base, '.git'))
      const inside = path.join(base, 'inside')
      mkdirSync(inside)
      const words = {
        'working folder': 'plan.mops',
        repository: '../plan.mops',
        'named file': path.join(base, 'plan.mops'),
        'named folder': base,
      }
      const before = listing(place)
      const { stdout } = mops(['check', words[where]], {
        cwd: where === 'working folder' ? base : where === 'repository' ? inside : cwd,
        env,
      })
      expect({ where, stdout }).toEqual({ where, stdout: expect.not.stringContaining('owned') })
      expect(listing(place)).toEqual(before)
    }
  })

  it('is not looked for in the temporary folder', () => {
    const temporary = folder({})
    const cwd = folder({ 'plan.mops': plan })
    const env = { TMPDIR: temporary, HOME: '/nowhere', XDG_CACHE_HOME: '', NODE_DISABLE_COMPILE_CACHE: undefined, NODE_COMPILE_CACHE: '' }
    for (const words of [['help'], ['check', 'plan.mops'], ['render', 'plan.mops']]) mops(words, { cwd, env })
    expect(readdirSync(temporary)).toEqual([])
  })
})
