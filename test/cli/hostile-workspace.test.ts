import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, git, gitOutput, launcher, mops, put } from './mops.js'

const isPosix = process.platform !== 'win32'
const secret = 'hunter2 = "secret" {\n'
const plan = `import "library.mops"
strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner ben
}
person ben "Ben"
source data "Data" file "data.csv" dated hunter1 owner ben
measure mails "Mails" in mails sum from data.hunter3
`

/** A repository with the files, and besides a file outside of it that nobody may see. */
function repository(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const root = folder({ 'secret.txt': secret, 'repository/.git/HEAD': 'ref: refs/heads/main\n' })
  const inside = path.join(root, 'repository')
  put(inside, files)
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(inside, name))
  return inside
}

describe.runIf(isPosix)('a link that leads out of the repository', () => {
  const outside = '../secret.txt'
  const commands = [
    ['check', '--format', 'json', '.'],
    ['check', '--fail-on', 'never', '*.mops'],
    ['export', 'plan.mops'],
    ['render', '--format', 'md', 'plan.mops'],
    ['tasks'],
    ['fmt', '--diff', '.'],
  ]

  test.each([
    ['a plan', 'leak.mops'],
    ['an import', 'library.mops'],
    ['data', 'data.csv'],
    ['the configuration', 'mops.config.json'],
    ['what git ignores', '.gitignore'],
  ])('shows nothing as %s', (_, name) => {
    const cwd = repository({ 'plan.mops': plan }, { [name]: outside })
    for (const words of commands) {
      const { stdout, stderr } = mops(words, { cwd })
      expect(`${stdout}${stderr}`).not.toMatch(/hunter2|secret/)
    }
  })

  test('is said to lead outside', () => {
    const links = { 'library.mops': outside, 'mops.config.json': outside }
    const { stdout } = mops(['check', 'plan.mops'], { cwd: repository({ 'plan.mops': plan }, links) })
    expect(stdout).toContain('`library.mops` lies outside the workspace')
    expect(stdout).toContain('This configuration is a link that leads outside the workspace')
  })

  test('brings in no folder either', () => {
    const cwd = repository({ 'plan.mops': 'import "up/secret.txt"\n' }, { up: '..' })
    expect(mops(['check', 'plan.mops'], { cwd }).stdout).toContain('`up/secret.txt` lies outside the workspace')
  })

  test('is no way to overwrite what lies there', () => {
    const cwd = repository({ 'plan.mops': plan }, { 'mops.sarif': outside, 'known.json': outside, up: '..' })
    for (const words of [
      ['--output', 'sarif=mops.sarif'],
      ['--output', 'sarif=up/secret.txt'],
      ['--known', 'known.json', '--write-known'],
    ]) {
      const { status, stderr } = mops(['check', ...words, 'plan.mops'], { cwd })
      expect({ words, status, lines: stderr.trimEnd().split('\n').length }).toEqual({ words, status: 2, lines: 1 })
    }
    expect(readFileSync(path.join(cwd, outside), 'utf8')).toBe(secret)
  })

  test('within the repository is followed', () => {
    const cwd = repository({ 'plan.mops': plan, 'shared/people.mops': 'person mara "Mara"\n' }, { 'library.mops': 'shared/people.mops' })
    expect(mops(['check', 'plan.mops'], { cwd }).stdout).not.toContain('outside')
  })
})

describe('a path that leads out of the repository', () => {
  test.each([
    '../secret.txt',
    '/etc/passwd',
    'C:\\secret.txt',
    '..\\secret.txt',
    'file:///etc/passwd',
    '\\\\host\\share\\x',
    'https://a.example/x',
  ])('is not read as an import: %s', (written) => {
    const cwd = repository({ 'plan.mops': `import "${written.replaceAll('\\', '\\\\')}"\n` })
    const { stdout } = mops(['check', '--format', 'json', 'plan.mops'], { cwd })
    expect(stdout).toContain('plan/import-outside-workspace')
    expect(stdout).not.toMatch(/hunter2/)
  })

  test.each(['a\\u0000b', '%2e%2e/secret.txt', '....//secret.txt', '.'])('is no file: %s', (written) => {
    const cwd = repository({ 'plan.mops': `import "${written}"\n` })
    const { stdout, stderr } = mops(['check', '--format', 'json', 'plan.mops'], { cwd })
    expect(stderr).toBe('')
    expect(stdout).not.toMatch(/hunter2/)
  })
})

describe.runIf(isPosix)('what has no end', () => {
  test('is not read as an import, as data or as configuration', () => {
    const cwd = repository({ 'plan.mops': plan }, { 'endless.mops': '/dev/zero' })
    for (const name of ['library.mops', 'data.csv', 'mops.config.json', '.gitignore'])
      expect(spawnSync('mkfifo', [path.join(cwd, name)]).status).toBe(0)
    const { stdout, stderr } = mops(['check', '.'], { cwd })
    expect(stderr).toBe('')
    expect(stdout).toContain('`library.mops` cannot be read')
  })

  const commands = {
    check: (file: string) => ['check', file],
    'check --fix': (file: string) => ['check', '--fix', file],
    'check among others': (file: string) => ['check', 'plan.mops', file],
    'check --known': (file: string) => ['check', '--known', file, 'plan.mops'],
    'check --write-known': (file: string) => ['check', '--known', file, '--write-known', 'plan.mops'],
    fmt: (file: string) => ['fmt', '--check', file],
    diff: (file: string) => ['diff', 'plan.mops', file],
    'diff from it': (file: string) => ['diff', file, 'plan.mops'],
    'diff with a revision': (file: string) => ['diff', 'HEAD', file],
    export: (file: string) => ['export', file],
    render: (file: string) => ['render', file],
    tasks: (file: string) => ['tasks', file],
    status: (file: string) => ['status', file],
    done: (file: string) => ['done', 'one', file],
    progress: (file: string) => ['progress', 'one', '40%', file],
    'new --from': (file: string) => ['new', '--from', file, 'next.mops'],
  } as const

  test.each(Object.entries(commands))('is not read where somebody names it: %s', (_, command) => {
    const cwd = repository({ 'plan.mops': plan }, { 'endless.mops': '/dev/zero' })
    expect(spawnSync('mkfifo', [path.join(cwd, 'pipe.mops')]).status).toBe(0)
    symlinkSync('pipe.mops', path.join(cwd, 'linked.mops'))
    for (const file of ['endless.mops', 'pipe.mops', 'linked.mops', '/dev/zero', '/dev/stdin']) {
      const { status, stdout, stderr } = mops(command(file), { cwd })
      expect({ file, status, stdout, stderr }).toEqual({
        file,
        status: 2,
        stdout: '',
        stderr: `mops: \`${file}\` is no file but a device, a pipe or a socket, which may have no end. Name a file, or write - to read standard input.\n`,
      })
    }
  })

  test('is not read as a socket', async () => {
    const cwd = repository({ 'plan.mops': plan })
    const server = createServer().listen(path.join(cwd, 'socket.mops'))
    await once(server, 'listening')
    const { status, stderr } = mops(['check', 'socket.mops'], { cwd })
    server.close()
    expect(stderr).toContain('`socket.mops` is no file')
    expect(status).toBe(2)
  })

  test('is read from standard input no further than a text may go', () => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', '"$1" "$2" check - </dev/zero', '-', process.execPath, launcher], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect(stderr).toBe('')
    expect(stdout).toContain('million characters')
    expect(status).toBe(1)
  })
})

describe('git', () => {
  const made = () => {
    const cwd = folder({ 'plan.mops': plan })
    git(cwd, 'init', '-q')
    git(cwd, 'add', '.')
    git(cwd, 'commit', '-q', '-m', 'first')
    return cwd
  }

  test.each([['--output=stolen'], ['-h'], ['--upload-pack=touch stolen'], ['HEAD:plan.mops'], ['$(touch stolen)'], ['`touch stolen`']])(
    'takes no revision for an option or a command: %s',
    (revision) => {
      const cwd = made()
      const runs = [mops(['check', `--new-only=${revision}`, '.'], { cwd }), mops(['diff', '--', revision], { cwd })]
      for (const { status, stderr } of runs) {
        expect(stderr).toMatch(/^mops: .*\n$/)
        expect(status).toBe(2)
      }
      expect(gitOutput(cwd, 'status', '--porcelain')).toBe('')
    },
  )

  test('obeys no configuration of a repository without a folder of its own, which a clone can bring', () => {
    const cwd = made()
    const stolen = path.join(cwd, 'stolen')
    const hostileIn = (outer: string) => {
      const hostile = path.join(outer, 'hostile')
      git(cwd, 'clone', '-q', '--bare', cwd, hostile)
      put(hostile, { 'plan.mops': plan })
      writeFileSync(
        path.join(hostile, 'config'),
        `[core]\n\tbare = true\n\tfsmonitor = touch ${stolen}\n[alias]\n\trev-parse = !touch ${stolen}\n`,
      )
      return hostile
    }

    // In a clone it is a folder as any other; by itself it is no repository at all.
    expect(mops(['diff', 'HEAD~0'], { cwd: hostileIn(cwd) }).status).toBe(0)
    const { status, stderr } = mops(['diff', 'HEAD~0'], { cwd: hostileIn(folder({})) })

    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^mops: /) })
    expect(existsSync(stolen)).toBe(false)
  })
})

describe('a terminal', () => {
  const hostile = '\u001B]0;owned\u0007\u009B31m\u202Etxt'
  const hostilePlan = plan
    .replace('"Small"', `"Small ${hostile}"`)
    .replace('  owner ben\n', `  owner ben\n  owner ben // ${hostile}\n`)
    .concat(`[ ] task one "One ${hostile}" @ben 8h due 2027-02-15 { [ ] "Item ${hostile}" }\nhunter ${hostile}\n`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not occur
  const steering = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

  test.each([
    [['check', '.']],
    [['check', '--fix-dry-run', '.']],
    [['check', '--fix-dry-run', '--format', 'json', '.']],
    [['fmt', '--diff', '.']],
    [['fmt', '--check', '.']],
    [['tasks']],
    [['status', 'plan.mops']],
    [['start', 'one']],
    [['done', 'one']],
    [['done', `nobody ${hostile}`]],
    [['check', `nothing ${hostile}`]],
    [['diff', 'empty.mops', 'plan.mops']],
    [['export', '--format', 'csv', 'plan.mops']],
    [['render', '--format', 'md', 'plan.mops']],
    [['explain', hostile]],
    [['metrics', hostile]],
    [['--unknown', hostile]],
    [[hostile]],
  ])('is not steered by %j', (words) => {
    const cwd = folder({ 'plan.mops': hostilePlan, 'empty.mops': 'strategy small "Small"\n', 'mops.config.json': `{ "${hostile}": 1 }` })
    if (isPosix) writeFileSync(path.join(cwd, `named ${hostile}\n.mops`), hostilePlan)
    const { stdout, stderr } = mops(words, { cwd })
    // A CSV file has its line ends from its standard.
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(steering)
    expect(stderr).not.toMatch(steering)
  })
})
