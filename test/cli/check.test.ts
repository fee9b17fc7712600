import { chmodSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { findingsSchema } from '../../src/report/findings-schema.js'
import { rulePage } from '../../src/rules/engine/rule-page.js'
import { folder, mops } from './mops.js'

// Every test starts processes of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

// A draft with an error on the last line: two things are wrong in `small`, one of them an error.
const small = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner  ben
}
person ben "Ben" works 24h per week
channel email "Email" owner bem
`

const clean = small.replace('bem', 'ben')

interface Report {
  readonly statusDate: unknown
  readonly plans: readonly unknown[]
  readonly findings: readonly { code: string; severity: string; file: string; range: unknown; fingerprint: string }[]
}

function json(run: { stdout: string }): Report {
  return JSON.parse(run.stdout)
}

describe('what is printed', () => {
  test('a finding has its place, severity, message, code, and the source line with carets', () => {
    const root = folder({ 'plan.mops': small })

    const { stdout, status } = mops(['check'], { cwd: root })

    expect(stdout).toContain(`plan.mops\n\n`)
    expect(stdout).toMatch(/^7:29 error .*`bem`.* \[plan\/unknown-name\]$/m)
    expect(stdout).toContain(['  7 | channel email "Email" owner bem', '    |                             ^^^'].join('\n'))
    expect(stdout).toMatch(/^1 error, .* in 1 plan \(1 file\)\.$/m)
    expect(stdout).toMatch(/^Status date 2027-02-12, from `asof`\.$/m)
    expect(status).toBe(1)
  })

  test('JSON follows the published schema and counts lines and columns from 1', () => {
    const root = folder({ 'plan.mops': small })

    const run = mops(['check', '--format', 'json'], { cwd: root })

    const report = findingsSchema.parse(JSON.parse(run.stdout))
    expect(report.statusDate).toEqual({ date: '2027-02-12', origin: 'asof' })
    expect(report.findings.find((finding) => finding.code === 'plan/unknown-name')).toMatchObject({
      severity: 'error',
      file: 'plan.mops',
      range: { start: { line: 7, column: 29 }, end: { line: 7, column: 32 } },
      help: rulePage('plan/unknown-name'),
    })
  })

  test('line endings, a byte order mark, the time zone and the folder change nothing', () => {
    const expected = mops(['check'], { cwd: folder({ 'plan.mops': small }) }).stdout

    expect(mops(['check'], { cwd: folder({ 'plan.mops': small.replaceAll('\n', '\r\n') }) }).stdout).toBe(expected)
    expect(mops(['check'], { cwd: folder({ 'plan.mops': `\uFEFF${small}` }) }).stdout).toBe(expected)
    expect(mops(['check'], { cwd: folder({ 'plan.mops': small }), env: { TZ: 'America/Adak', LANG: 'de_DE.UTF-8' } }).stdout).toBe(expected)
  })

  test('control characters of a plan never reach the terminal', () => {
    const root = folder({ 'plan.mops': small.replace('"Email"', '"Em\u001B[31mail\u202E"') })

    const { stdout } = mops(['check'], { cwd: root })

    expect(stdout).toContain('"Em\\u{1b}[31mail\\u{202e}"')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not occur
    expect(stdout).not.toMatch(/[\u001B\u202E]/)
  })

  test('--quiet shows only what fails the run, and nothing of a clean one', () => {
    const root = folder({ 'plan.mops': small, 'clean.mops': clean })

    expect(mops(['check', '--quiet', 'plan.mops'], { cwd: root }).stdout).toMatch(/^plan\.mops\n\n7:29 error .*\n.*\n.*\n$/)
    expect(mops(['check', '--quiet', 'clean.mops'], { cwd: root })).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('plans with different status dates are named with theirs', () => {
    const root = folder({ 'a.mops': clean, 'b.mops': clean.replace('2027-02-12', '2027-02-19') })

    const { stdout } = mops(['check'], { cwd: root })

    expect(stdout).toContain('Status date 2027-02-12, from `asof`: a.mops.\nStatus date 2027-02-19, from `asof`: b.mops.\n')
    expect(json(mops(['check', '--format', 'json'], { cwd: root })).statusDate).toBeNull()
    expect(mops(['check', '--today', '2027-03-01'], { cwd: root }).stdout).toContain('Status date 2027-03-01, from --today.\n')
  })
})

describe('what is checked', () => {
  test('a folder gives its plans, without what git ignores and what is built or installed', () => {
    const root = folder({
      'plan.mops': clean,
      'deep/er/other.mops': clean,
      'node_modules/x/no.mops': small,
      'out/no.mops': small,
      'dist/no.mops': small,
      'secret/no.mops': small,
      'deep/no.mops': small,
      '.gitignore': 'secret/\n',
      'deep/.gitignore': 'no.mops\n',
    })

    const { plans } = json(mops(['check', '--format', 'json'], { cwd: root }))

    expect(plans).toMatchObject([{ file: 'deep/er/other.mops' }, { file: 'plan.mops' }])
  })

  test('a file that is named is checked even when git ignores it', () => {
    const root = folder({ 'plan.mops': small, '.gitignore': '*.mops\n' })

    expect(mops(['check', 'plan.mops'], { cwd: root }).status).toBe(1)
  })

  test('globs are understood where no shell does it', () => {
    const root = folder({ 'q1/plan.mops': clean, 'q2/plan.mops': small, 'node_modules/a/plan.mops': small })

    expect(json(mops(['check', '--format', 'json', '**/plan.mops'], { cwd: root })).plans).toHaveLength(2)
    expect(mops(['check', 'q1/*.mops'], { cwd: root }).status).toBe(0)
  })

  test('standard input is a plan in the working folder', () => {
    const root = folder({ 'people.mops': 'person ben "Ben" works 24h per week\n' })
    const importing = clean.replace('person ben "Ben" works 24h per week', '').replace('strategy', 'import "people.mops"\nstrategy')

    expect(mops(['check', '-', '--fail-on', 'error'], { cwd: root, input: importing })).toMatchObject({ status: 0 })
    expect(mops(['check', '-'], { cwd: root, input: small }).stdout).toMatch(/^<stdin>\n/)
  })

  test('what a plan imports is read, also from above the working folder in a repository', () => {
    const root = folder({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'people.mops': 'person ben "Ben" works 24h per week\n',
      'plans/plan.mops': `import "../people.mops"\n${clean.replace('person ben "Ben" works 24h per week', '')}`,
    })

    expect(mops(['check', 'plan.mops'], { cwd: path.join(root, 'plans') })).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('how it ends', () => {
  test.each([
    ['error', 1],
    ['warning', 1],
    ['information', 1],
    ['never', 0],
  ])('--fail-on %s ends with %d', (severity, expected) => {
    const root = folder({ 'plan.mops': small })

    expect(mops(['check', '--fail-on', severity], { cwd: root }).status).toBe(expected)
  })

  test('--fail-on warning fails where only warnings are', () => {
    const root = folder({ 'plan.mops': clean })

    expect(mops(['check'], { cwd: root }).status).toBe(0)
    expect(mops(['check', '--fail-on', 'information'], { cwd: root }).status).toBe(1)
  })

  test.each([
    [['check', 'nowhere.mops'], 'There is no file or folder `nowhere.mops`.'],
    [['check', 'empty'], 'There is no .mops file in `empty`.'],
    [['check', '*.nothing'], 'No file fits `*.nothing`.'],
    [['check', '--today', '2027-02-29'], '--today takes a date such as 2027-03-31, and `2027-02-29` is none.'],
    [['check', '--stage', 'drafts'], '--stage takes draft, review, approved, running or closed, not `drafts`. Did you mean `draft`?'],
    [['check', '--format', 'xml'], '--format takes text, json, sarif, github, junit, gitlab, checkstyle, rdjson or markdown, not `xml`.'],
    [['check', '--fail-on', 'errors'], '--fail-on takes error, warning, information or never, not `errors`. Did you mean `error`?'],
    [['check', '--tody', '2027-01-01'], "unknown option '--tody' (Did you mean --today?)"],
    [['chek'], "unknown command 'chek' (Did you mean check?)"],
    [['check', '--known', 'none.json'], 'There is no list of known findings `none.json`. Make one with --write-known.'],
    [['check', '--write-known'], '--write-known and --prune-known need to know the file. Add --known FILE.'],
    [['check', '--new-only', 'HEAD'], /^mops: --new-only needs a git repository, and `.*` is in none\.\n$/],
    [['explain', 'smart/baseline-mising'], 'There is no rule `smart/baseline-mising`. Did you mean `smart/baseline-missing`?'],
    [['explain', 'baseline-missing'], 'There is no rule `baseline-missing`. Did you mean `smart/baseline-missing`?'],
    [['metrics', 'qqqqqq'], 'The dictionary has nothing for `qqqqqq`. `mops metrics` lists all of it.'],
    [['export', 'nowhere.mops'], 'There is no file `nowhere.mops`.'],
  ])('%j is wrong usage, said in one line', (parameters, expected) => {
    const root = folder({ 'plan.mops': clean, 'empty/readme.txt': '' })

    const { status, stdout, stderr } = mops(parameters, { cwd: root })

    expect(stderr).toEqual(typeof expected === 'string' ? `mops: ${expected}\n` : expect.stringMatching(expected))
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a folder that cannot be read is wrong usage', () => {
    const root = folder({ 'plan.mops': clean, 'locked/plan.mops': clean })
    chmodSync(path.join(root, 'locked'), 0)

    expect(mops(['check'], { cwd: root })).toMatchObject({ status: 2, stderr: expect.stringContaining('locked') })
  })
})

describe('bad input', () => {
  const million = 1_000_000

  test.each([
    ['nothing', ''],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28])],
    ['zero bytes', new Uint8Array(1000)],
    ['a million opening brackets', '{'.repeat(million)],
    ['a million parentheses in a formula', `metric a "A" in % = ${'('.repeat(million)}`],
    ['10 MB without a line end', 'a '.repeat(5 * million)],
    ['a plan cut in the middle', clean.slice(0, 120)],
    ['a plan without its last line end', clean.trimEnd()],
  ])('%s ends in findings and an exit code', (_, content) => {
    const root = folder({ 'plan.mops': content })

    const { status, stderr } = mops(['check'], { cwd: root })

    expect(stderr).toBe('')
    expect([0, 1]).toContain(status)
  })

  test('a file that is not UTF-8 is one error', () => {
    const root = folder({ 'plan.mops': Buffer.from(`${clean}// f\xFCr`, 'latin1') })

    expect(json(mops(['check', '--format', 'json'], { cwd: root })).findings).toMatchObject([{ code: 'plan/syntax', file: 'plan.mops' }])
  })
})
