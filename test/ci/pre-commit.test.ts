import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folder, git, gitOutput, put } from '../cli/mops.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The Node that the tests run on, by both names that a system may have for it. */
const nodes = folder({})
for (const name of ['node', 'nodejs']) symlinkSync(process.execPath, path.join(nodes, name))

/** Nothing that npm has set for the run of these tests. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  PATH: `${nodes}${path.delimiter}${process.env.PATH}`,
}

function run(program: string, words: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8', env: { ...env, ...more } })
  return { status, text: `${stdout}${stderr}` }
}

/**
 * pre-commit as it is installed here, else Debian's package, else one that is fetched into a folder of its own; undefined where none works.
 * From 4.6 on with npm 11.19 no script of a package from git runs that npm has not been told of, and nothing is built: docs/ci.md says so.
 */
function preCommit(): string | undefined {
  const isThere = () => run('pre-commit', ['--version'], root).status === 0
  if (isThere()) return 'pre-commit'
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('sh', ['-c', 'apt-get update -q && apt-get install -q -y --no-install-recommends pre-commit'], root)
    if (isThere()) return 'pre-commit'
  }
  const place = folder({})
  if (run('python3', ['-m', 'venv', place], root).status !== 0) return undefined
  return run(path.join(place, 'bin/pip'), ['install', '--quiet', 'pre-commit'], root).status === 0
    ? path.join(place, 'bin/pre-commit')
    : undefined
}

/** This repository as somebody else gets it from git: what is tracked or new, and nothing that was built. */
function published(): string {
  const copy = folder({})
  const files = gitOutput(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of files) if (file !== '' && existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(copy, file))
  git(copy, 'init', '-q', '-b', 'main')
  git(copy, 'add', '-A')
  git(copy, 'commit', '-q', '-m', 'first')
  return copy
}

const plan = 'strategy a "A" {\n  period 2027-01-04 .. 2027-03-31\n  owner  ben\n}\nperson ben "Ben"\n'

describe('from git, where nothing is built', () => {
  test('npm installs a program that runs', { timeout: 600_000 }, ({ skip }) => {
    const place = folder({ 'package.json': '{ "private": true }' })
    const installed = run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `git+file://${published()}`], place)
    if (/ENOTCACHED|ENOTFOUND|EAI_AGAIN/.test(installed.text) && !process.env.CI) return skip('npm reaches no registry here.')
    expect(installed).toMatchObject({ status: 0 })
    put(place, { 'plan.mops': plan })
    expect(run('npx', ['mops', 'check', 'plan.mops'], place)).toMatchObject({ status: 0 })
  })

  test('pre-commit runs the hooks, which say what is wrong and format', { timeout: 600_000 }, ({ skip }) => {
    const program = preCommit()
    if (program === undefined) {
      if (process.env.CI) throw new Error('pre-commit is not installed, and pip could not fetch it. Install the package `pre-commit`.')
      return skip('pre-commit is not installed, and pip could not fetch it.')
    }
    const tool = published()
    const hooks = ['mops-check', 'mops-fmt'].map((id) => ({ id, language_version: 'system' }))
    const repos = [{ repo: `file://${tool}`, rev: gitOutput(tool, 'rev-parse', 'HEAD').trim(), hooks }]
    const plans = folder({ 'good.mops': plan, '.pre-commit-config.yaml': JSON.stringify({ repos }) })
    git(plans, 'init', '-q')
    git(plans, 'add', '.')
    const checked = () => run(program, ['run', '--all-files'], plans, { PRE_COMMIT_HOME: path.join(tool, '.cache') })

    expect(checked()).toMatchObject({ status: 0, text: expect.stringMatching(/mops check\.+Passed\n[\s\S]*mops fmt\.+Passed/) })

    put(plans, { 'good.mops': plan.replace('owner  ben', 'owner bem') })
    const { status, text } = checked()
    expect(text).toMatch(/mops check\.+Failed/)
    expect(text).toContain('plan/unknown-name')
    expect(text).toMatch(/mops fmt\.+Failed/)
    expect(status).toBe(1)
    expect(readFileSync(path.join(plans, 'good.mops'), 'utf8')).toContain('owner  bem')
  })
})

test('the hooks name the Node that the repository pins', () => {
  const hooks: readonly { readonly language_version?: string }[] = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'))
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))

  expect(hooks.length).toBeGreaterThan(0)
  for (const { language_version } of hooks) expect(language_version).toBe(packages['node_modules/node'].version)
})
