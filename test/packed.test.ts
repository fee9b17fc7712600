import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { folder, git, put } from './cli/mops.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner ben
}
person ben "Ben" works 24h per week contact "ben@example.com"
stakeholder sales "Sales" kind employee needs "Leads" power high interest high contact ben
[ ] task one "One" @ben 8h start 2027-02-15 due 2027-02-19 owner ben
[ ] task two "Two" @ben 8h start 2027-02-22 due 2027-02-26 owner ben
`

/** For each command what it is called with, in a folder with `plan.mops`. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: ['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'markdown'].map((format) => ['--format', format]),
  diff: [
    ['--format', 'text'],
    ['--format', 'markdown'],
    ['--format', 'json'],
  ],
  explain: [['smart/baseline-missing']],
  rules: [[]],
  metrics: [['open', 'rate']],
  export: ['json', 'csv', 'ics', 'jira', 'asana', 'mspdi', 'mermaid', 'utm'].map((format) => ['plan.mops', '--format', format]),
  render: ['html', 'md', 'svg'].map((format) => ['plan.mops', '--format', format]),
  init: [['first.mops']],
  new: [['--from', 'plan.mops']],
  tasks: [['--of', 'ben']],
  start: [['one', 'plan.mops']],
  progress: [['one', '40%', 'plan.mops']],
  done: [['one', 'plan.mops']],
  status: [['plan.mops', '--for', 'sales']],
  measure: [['plan.mops']],
  config: [[]],
  owners: [['--of', 'plan.mops']],
  fmt: [['--diff', 'plan.mops']],
  completion: [['bash'], ['zsh'], ['fish']],
}

/** Commands that run until they are ended, with what they say once they run. */
const servers: Readonly<Record<string, { readonly words: readonly string[]; readonly input: string; readonly said: RegExp }>> = {
  watch: { words: ['plan.mops'], input: '', said: /Waiting for changes/ },
  lsp: {
    words: ['--stdio'],
    input: message({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    said: /"capabilities"/,
  },
}

function message(content: object): string {
  const text = JSON.stringify(content)
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

const installed = folder({ 'package.json': '{ "private": true }' })
const launcher = path.join(installed, 'node_modules/mops-plan/bin/mops.cjs')

function npm(cwd: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync('npm', words, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

beforeAll(() => {
  // The build is there already: it is what the other tests run.
  npm(root, 'pack', '--ignore-scripts', '--pack-destination', installed)
  const [tarball = ''] = readdirSync(installed).filter((name) => name.endsWith('.tgz'))
  npm(installed, 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`)
}, 120_000)

/** The Node that the tests run on, and the oldest one that mops promises to run on. */
const nodes: Readonly<Record<string, () => string | undefined>> = {
  'the pinned Node': () => process.execPath,
  'Node 22': () => {
    const file = path.join(installed, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
    try {
      if (!existsSync(file)) npm(installed, 'install', '--no-audit', '--no-fund', `node-${process.platform}-${process.arch}@22`)
      return file
    } catch (error) {
      if (process.env.CI) throw error
      return undefined
    }
  },
}

describe.each(Object.entries(nodes))('the package on %s', (name, find) => {
  test('runs every command from where it is installed', { timeout: 300_000 }, async ({ skip }) => {
    const node = find()
    if (node === undefined) return skip('There is no other Node here, and none could be fetched.')
    const cwd = folder({ 'plan.mops': plan })
    git(cwd, 'init', '-q')
    git(cwd, 'add', '.')
    git(cwd, 'commit', '-q', '-m', 'first')
    put(cwd, { 'plan.mops': plan.replace('2027-02-26', '2027-03-05') })
    const run = (words: readonly string[]) => spawnSync(node, [launcher, ...words], { cwd, encoding: 'utf8', input: '' })

    const commands = [...run(['--help']).stdout.matchAll(/^ {2}([a-z]+) (?=[ [<])/gm)].map(([, name]) => name ?? '')
    expect(commands.filter((name) => name !== 'help').sort()).toEqual([...Object.keys(calls), ...Object.keys(servers)].sort())

    for (const [command, parameters] of Object.entries(calls)) {
      for (const words of name === 'Node 22' ? parameters.slice(0, 1) : parameters) {
        const { status, stdout, stderr } = run([command, ...words])
        expect({ command, words, stderr, isDone: status === 0 || status === 1, hasOutput: stdout !== '' }).toEqual({
          command,
          words,
          stderr: '',
          isDone: true,
          hasOutput: true,
        })
      }
      expect(run([command, '--help']).stdout).toContain(`mops ${command}`)
    }
    for (const [command, { words, input, said }] of Object.entries(servers)) {
      const child = spawn(node, [launcher, command, ...words], { cwd, stdio: ['pipe', 'pipe', 'inherit'] })
      const output = await new Promise<string>((resolve) => {
        let text = ''
        child.stdout.setEncoding('utf8').on('data', (more: string) => {
          text += more
          if (said.test(text)) child.kill('SIGTERM')
        })
        child.once('exit', () => resolve(text))
        child.stdin.write(input)
      })
      expect(output).toMatch(said)
    }
  })
})

test('the oldest Node says the same about all examples as the pinned one, byte by byte', { timeout: 300_000 }, ({ skip }) => {
  const oldest = nodes['Node 22']?.()
  if (oldest === undefined) return skip('There is no other Node here, and none could be fetched.')
  const cwd = folder({})
  cpSync(path.join(root, 'examples'), cwd, { recursive: true })
  const plans = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mops'))
  const calls = [
    ['check', '--today', '2027-02-12', '--format', 'json', '.'],
    ['fmt', '--diff', '.'],
    ...plans
      .filter((file) => /^strategy /m.test(readFileSync(path.join(cwd, file), 'utf8')))
      .map((file) => ['export', file, '--today', '2027-02-12', '--format', 'json']),
  ]
  for (const words of calls) {
    const [now, then] = [process.execPath, oldest].map((node) => {
      const { status, stdout, stderr } = spawnSync(node, [launcher, ...words], { cwd, encoding: 'utf8', input: '', maxBuffer: 100_000_000 })
      return { words, status, stdout, stderr }
    })
    expect(then).toEqual(now)
    expect(now?.stderr).toBe('')
  }
})

test('the package holds what it needs and nothing else', () => {
  const own = path.join(installed, 'node_modules/mops-plan')

  expect(readdirSync(own).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'out', 'package.json', 'schemas'])
  const stray = readdirSync(own, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.relative(own, path.join(one.parentPath, one.name)).split(path.sep).join('/'))
    .filter(
      (file) =>
        !/^(?:[A-Z]+(?:\.md)?|package\.json|bin\/[\w-]+\.cjs|out\/cli\/[\w-]+\.cjs|out\/cli\/THIRD-PARTY-LICENSES\.txt|schemas\/[\w.-]+\.json)$/.test(
          file,
        ),
    )
  expect(stray).toEqual([])
  expect(readdirSync(path.join(installed, 'node_modules')).filter((name) => !name.startsWith('.') && !name.startsWith('node-'))).toEqual([
    'mops-plan',
  ])
})
