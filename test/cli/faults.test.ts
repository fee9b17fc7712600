import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { folder, launcher, mops, put, type Run } from './mops.js'

const isPosix = process.platform !== 'win32'
const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  stage  running
  owner ben
  owner ben
}
person ben   "Ben" works 24h per week contact "ben@example.com"
${Array.from({ length: 12 }, (_, at) => `[ ] task more_${at} "More" @ben`).join('\n')}
[ ] task one "One" @ben 8h start 2027-02-15 due 2027-02-19
${'// A comment that makes the file longer than what the disk takes.\n'.repeat(40)}`

/** Every command that writes, and the file that it changes or makes. */
const writers: readonly { readonly words: readonly string[]; readonly file: string }[] = [
  { words: ['done', 'one'], file: 'plan.mops' },
  { words: ['start', 'one'], file: 'plan.mops' },
  { words: ['progress', 'one', '40%'], file: 'plan.mops' },
  { words: ['fmt'], file: 'plan.mops' },
  { words: ['check', '--fix'], file: 'plan.mops' },
  { words: ['check', '--known', 'known.json', '--write-known'], file: 'known.json' },
  { words: ['check', '--known', 'old.json', '--write-known'], file: 'old.json' },
  { words: ['check', '--output', 'json=report.json'], file: 'report.json' },
  { words: ['check', '--output', 'json=old.json'], file: 'old.json' },
  { words: ['init', 'first.mops'], file: 'first.mops' },
  { words: ['new', 'next.mops', '--from', 'plan.mops'], file: 'next.mops' },
]

function workspace(): string {
  return folder({ 'plan.mops': plan, 'old.json': `{ "version": 1, "findings": [] }${' '.repeat(3000)}` })
}

/** All files of a folder with what they hold. */
function contents(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(root).map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))
}

/** Runs mops after a script that changes what Node's file functions do, as another program or the machine would. */
function mopsAfter(script: string, words: readonly string[], cwd: string): Run {
  const preload = path.join(folder({ 'preload.cjs': `${script}\nrequire('node:module').syncBuiltinESMExports()` }), 'preload.cjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', preload, launcher, ...words], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** Node and the command line where anybody may read them: the project may lie in a folder that only its owner may enter. */
let readable: { readonly node: string; readonly launcher: string } | undefined

function readableCopy(): { readonly node: string; readonly launcher: string } {
  if (readable) return readable
  const place = folder({})
  chmodSync(place, 0o755)
  const node = path.join(place, 'node')
  copyFileSync(process.execPath, node)
  chmodSync(node, 0o755)
  const project = path.dirname(path.dirname(launcher))
  for (const part of ['package.json', 'bin', 'out/cli']) cpSync(path.join(project, part), path.join(place, part), { recursive: true })
  readable = { node, launcher: path.join(place, path.relative(project, launcher)) }
  return readable
}

afterAll(() => {
  if (readable) rmSync(path.dirname(readable.node), { recursive: true })
})

/** The same as somebody who is not the administrator, to whom nothing is forbidden. */
function mopsAsSomebody(words: readonly string[], cwd: string): Run {
  const isAdministrator = process.getuid?.() === 0
  if (isAdministrator) for (const name of ['.', ...readdirSync(cwd)]) chownSync(path.join(cwd, name), 65_534, 65_534)
  const program = isAdministrator ? readableCopy() : { node: process.execPath, launcher }
  const { status, stdout, stderr } = spawnSync(program.node, [program.launcher, ...words], {
    cwd,
    encoding: 'utf8',
    ...(isAdministrator && { uid: 65_534, gid: 65_534 }),
  })
  return { status, stdout, stderr }
}

describe.runIf(isPosix)('a disk without space', () => {
  // The shell's limit on the size of a file stands for it: one kilobyte, and then an error.
  const full = (words: readonly string[], cwd: string) =>
    spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`, process.execPath, launcher, ...words], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
    })

  test.each(writers)('leaves everything as it was in $words', ({ words, file }) => {
    const root = workspace()
    const before = contents(root)

    const { status, stderr } = full(words, root)

    expect(stderr).toBe(`mops: \`${file}\` cannot be written: there is no space left. It is as it was before.\n`)
    expect(status).toBe(2)
    expect(contents(root)).toEqual(before)
  })

  test('is told of when it is behind standard output', ({ skip }) => {
    if (process.platform !== 'linux') return skip('Only Linux has /dev/full.')
    const { status, stderr } = spawnSync('bash', ['-c', '"$0" "$@" > /dev/full', process.execPath, launcher, 'export', 'plan.mops'], {
      cwd: workspace(),
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^mops: Standard output cannot be written: .*ENOSPC.*\n$/)
    expect(status).toBe(2)
  })
})

describe('another program that writes at the same time', () => {
  const meanwhile = `
    const fs = require('node:fs')
    const open = fs.openSync
    fs.openSync = (file, flags, ...more) => {
      if (String(file).endsWith('.tmp')) fs.appendFileSync('plan.mops', '// saved by the editor\\n')
      return open(file, flags, ...more)
    }`

  test.each(writers.filter(({ file }) => file === 'plan.mops'))('keeps what it wrote, whatever $words wanted', ({ words }) => {
    const root = workspace()

    const { status, stderr } = mopsAfter(meanwhile, words, root)

    expect(stderr).toBe('mops: Another program has changed `plan.mops` in the meantime, so nothing was written. Run the command again.\n')
    expect(status).toBe(2)
    expect(contents(root)['plan.mops']).toBe(`${plan}// saved by the editor\n`)
    expect(readdirSync(root).sort()).toEqual(['old.json', 'plan.mops'])
  })

  test('finds the old text or the new one when mops is killed while it writes', () => {
    const killed = `
      const fs = require('node:fs')
      fs.fsyncSync = () => process.kill(process.pid, 'SIGKILL')`
    const root = workspace()

    mopsAfter(killed, ['done', 'one'], root)

    expect(contents(root)['plan.mops']).toBe(plan)
  })

  test('may take a file or folder away while mops looks for plans', () => {
    const taken = `
      const fs = require('node:fs')
      const list = fs.readdirSync
      fs.readdirSync = (folder, options) => {
        const found = list(folder, options)
        fs.rmSync('gone', { recursive: true, force: true })
        return found
      }`
    const root = folder({ 'plan.mops': plan, 'gone/other.mops': plan })
    expect(mopsAfter(taken, ['check', '.'], root)).toMatchObject({ stderr: '', stdout: expect.stringContaining('in 1 plan (1 file)') })

    const read = taken.replaceAll('readdirSync', 'readFileSync').replace("'gone'", "'plan.mops'")
    const again = mopsAfter(read, ['check', 'plan.mops'], workspace())
    expect(again).toMatchObject({ status: 2, stderr: 'mops: There is no file or folder `plan.mops`.\n' })
  })
})

test('a file that another program replaces by a folder while mops looks for plans ends in one line', () => {
  const replaced = `
    const fs = require('node:fs')
    const list = fs.readdirSync
    fs.readdirSync = (folder, options) => {
      const found = list(folder, options)
      fs.rmSync('gone.mops', { recursive: true })
      fs.mkdirSync('gone.mops')
      return found
    }`
  const run = mopsAfter(replaced, ['check', '.'], folder({ 'plan.mops': plan, 'gone.mops': plan }))
  expect(run).toEqual({ status: 2, stdout: '', stderr: 'mops: `gone.mops` cannot be read; check its permissions.\n' })
})

describe('what is written', () => {
  test.runIf(isPosix)('keeps the rights of the file, and a link stays a link', () => {
    const root = folder({ 'plans/plan.mops': plan })
    symlinkSync('plans/plan.mops', path.join(root, 'link.mops'))
    chmodSync(path.join(root, 'plans/plan.mops'), 0o640)

    expect(mops(['done', 'one', 'link.mops'], { cwd: root }).status).toBe(0)

    expect(lstatSync(path.join(root, 'link.mops')).isSymbolicLink()).toBe(true)
    expect(readFileSync(path.join(root, 'plans/plan.mops'), 'utf8')).toContain('[x] task one')
    expect(statSync(path.join(root, 'plans/plan.mops')).mode & 0o777).toBe(0o640)
  })

  test.runIf(isPosix)('may go to a stream', () => {
    const words = [process.execPath, launcher, 'check', '--format', 'json', '--output', 'markdown=/dev/stdout', 'plan.mops']
    const { stdout } = spawnSync('bash', ['-c', '"$0" "$@" | cat', ...words], { cwd: workspace(), encoding: 'utf8' })
    expect(stdout).toContain('\n### mops: ')
  })
})

describe.runIf(isPosix)('missing permission', () => {
  test.each(['plan.mops', '.'])('to write %s ends in one line, and changes nothing', (protectedPath) => {
    const root = workspace()
    chmodSync(path.join(root, protectedPath), protectedPath === '.' ? 0o555 : 0o444)

    const run = mopsAsSomebody(['done', 'one'], root)

    expect(run).toEqual({ status: 2, stdout: '', stderr: 'mops: `plan.mops` cannot be written; check its permissions.\n' })
    expect(contents(root)['plan.mops']).toBe(plan)
  })

  test('to read a file or a folder ends in one line', () => {
    const root = workspace()
    chmodSync(path.join(root, 'plan.mops'), 0o000)
    expect(mopsAsSomebody(['check', 'plan.mops'], root)).toMatchObject({
      status: 2,
      stderr: 'mops: `plan.mops` cannot be read; check its permissions.\n',
    })
    mkdirSync(path.join(root, 'closed'), { mode: 0o000 })
    expect(mopsAsSomebody(['check', '.'], root)).toMatchObject({
      status: 2,
      stderr: 'mops: The folder `closed` cannot be read; check its permissions.\n',
    })
  })
})

describe('large and odd workspaces', () => {
  test.runIf(isPosix)('links in a circle are not followed', () => {
    const root = folder({ 'a/plan.mops': plan })
    symlinkSync('..', path.join(root, 'a/up'))
    symlinkSync('self.mops', path.join(root, 'a/self.mops'))
    put(root, { 'a/other.mops': 'import "self.mops"\nimport "up/a/up/a/plan.mops"\n' })

    const { stdout, stderr } = mops(['check', '.'], { cwd: root })

    expect(stderr).toBe('')
    expect(stdout).toContain('`self.mops` cannot be read')
  })

  test('a workspace of 5,000 files among which are few plans is searched', () => {
    const root = folder(
      Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`d${at % 50}/f${at}.${at % 500 === 0 ? 'mops' : 'txt'}`, plan])),
    )
    expect(mops(['check', '--fail-on', 'never', '.'], { cwd: root }).stdout).toContain('in 10 plans (10 files).')
  })

  test('a file of 50 MB is one finding, where it is checked and where it is imported, and one line to all others', () => {
    const root = folder({
      'large.mops': `${plan}${'[ ] task another "One of very many tasks" @ben 8h due 2027-02-19 // A comment of some length.\n'.repeat(500_000)}`,
      'plan.mops': plan,
      'importing.mops': `import "large.mops"\n${plan.replace('small', 'other')}\n[ ] task two "Two" @somebody_there\n`,
    })
    const tooLarge = '`large.mops` has more than 10 million characters'
    const said = (file: string) => JSON.parse(mops(['check', '--format', 'json', file], { cwd: root }).stdout).findings
    expect(said('large.mops')).toMatchObject([{ code: 'plan/syntax', file: 'large.mops' }])
    const messages: readonly string[] = said('importing.mops').map(({ message }: { message: string }) => message)
    expect(messages.filter((message) => message.includes(tooLarge))).toHaveLength(1)
    expect(messages.join('\n')).not.toContain('somebody_there')
    for (const words of [
      ['fmt', 'large.mops'],
      ['render', 'large.mops'],
      ['export', 'large.mops'],
      ['tasks', 'large.mops'],
      ['done', 'one', 'large.mops'],
      ['diff', 'plan.mops', 'large.mops'],
    ])
      expect(mops(words, { cwd: root })).toEqual({
        status: 2,
        stdout: '',
        stderr: `mops: ${tooLarge}. Split it into several files, and import them.\n`,
      })
    const driver = mops(['diff', '--git-driver', 'plan.mops', 'plan.mops', '1', '1', 'large.mops', '1', '1'], { cwd: root })
    expect(driver).toMatchObject({ status: 0, stdout: expect.stringContaining('has more than 10 million characters') })
  })

  test('a nesting of 100,000 is one error and no overflow', () => {
    const root = folder({ 'plan.mops': 'phase p {'.repeat(100_000), 'formula.mops': `metric m = ${'('.repeat(100_000)}1` })
    for (const file of ['plan.mops', 'formula.mops']) {
      for (const words of [
        ['check', file],
        ['fmt', '--check', file],
        ['export', file],
      ]) {
        const { status, stderr } = mops(words, { cwd: root })
        expect({ words, stderr, isDone: status === 0 || status === 1 }).toEqual({ words, stderr: '', isDone: true })
      }
    }
  })
})
