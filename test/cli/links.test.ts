import { linkSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, git, mops } from './mops.js'

const isPosix = process.platform !== 'win32'

const plan = `import "../lib/people.mops"
strategy s "S" { period 2027-01-01 .. 2027-03-31 asof 2027-01-04 owner lead stage draft }
[ ] task t "T" @lead 2h start 2027-01-11 due 2027-01-12
`

/** A plan with links beside it: by the usual name of the plan in force, in a folder of their own, and of a link. */
function linked(): string {
  const root = folder({ 'plans/plan.mops': plan, 'lib/people.mops': 'person lead "Lead" works 40h per week\n', 'team/note.txt': '' })
  symlinkSync('plans/plan.mops', path.join(root, 'current.mops'))
  symlinkSync('../current.mops', path.join(root, 'team/ours.mops'))
  git(root, 'init', '-q')
  return root
}

describe.runIf(isPosix)('a link to a plan', () => {
  test.each([[['.']], [['*.mops']], [['current.mops']], [['team']], [['team/ours.mops', 'plans/plan.mops', '.']], [[]]])(
    'is the plan itself, once: mops check %j',
    (targets) => {
      const { stdout, status } = mops(['check', ...targets, '--format', 'json'], { cwd: linked() })
      const { plans, findings } = JSON.parse(stdout)

      expect(plans.map(({ file }: { file: string }) => file)).toEqual(['plans/plan.mops'])
      expect(findings.map(({ code }: { code: string }) => code)).not.toContain('plan/import-outside-workspace')
      expect(status).not.toBe(2)
    },
  )

  test('has its steps once', () => {
    const root = linked()

    expect(mops(['done', 't'], { cwd: root }).status).toBe(0)
    expect(readFileSync(path.join(root, 'plans/plan.mops'), 'utf8')).toContain('[x] task t')
  })

  test.each(['fmt --check', 'tasks', 'status', 'export --format csv current.mops', 'render team/ours.mops'])(
    'is that plan for mops %s',
    (line) => {
      expect(mops(line.split(' '), { cwd: linked() }).stderr).toBe('')
    },
  )

  test.each([[[]], [['current.mops']], [['HEAD', '.']]])('is no plan of its own in mops diff %j', (words) => {
    const root = linked()
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'one')

    expect(mops(['diff', ...words], { cwd: root }).stdout).toMatch(/^Nothing changed|^No /)
  })
})

test('a file with several names keeps them when it is formatted, and a step is done', () => {
  const root = folder({ 'plan.mops': 'strategy s "S" {\n      owner ben\n}\nperson ben "Ben"\n[ ] task t "T"\n' })
  linkSync(path.join(root, 'plan.mops'), path.join(root, 'other.txt'))

  expect(mops(['fmt'], { cwd: root })).toMatchObject({ status: 0, stdout: 'plan.mops\n' })
  expect(mops(['done', 't'], { cwd: root }).status).toBe(0)

  const text = readFileSync(path.join(root, 'other.txt'), 'utf8')
  expect(text).toContain('{\n  owner ben\n}')
  expect(text).toContain('[x] task t')
  expect(text).toBe(readFileSync(path.join(root, 'plan.mops'), 'utf8'))
  expect(statSync(path.join(root, 'plan.mops')).nlink).toBe(2)
})

describe('colours', () => {
  const colored = (env: Readonly<Record<string, string>>) =>
    mops(['check', 'plan.mops'], { cwd: folder({ 'plan.mops': 'strategy s "S" owner nobody\n' }), env }).stdout.includes('\u001B[')

  test.each([
    [{ FORCE_COLOR: '' }, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: 'true' }, true],
    [{ FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
  ])('in a pipe with %j: %s', (env, expected) => {
    expect(colored(env)).toBe(expected)
  })
})

describe('today', () => {
  /** The same moment is another day at the two ends of the world. */
  const ends = ['Pacific/Kiritimati', 'Pacific/Pago_Pago']
  const text = (asof: string) => `strategy s "S" { period 2020 .. 2040 ${asof} owner lead stage draft }
person lead "Lead"
[ ] task t "T" @lead 2h due 2030-01-12
`
  const dayAt = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())

  test.each(ends)('of a step that is done is the day of the machine, here in %s, not that of the plan', (timeZone) => {
    const root = folder({ 'plan.mops': text('asof 2025-01-04') })
    const before = dayAt(timeZone)

    mops(['done', 't'], { cwd: root, env: { TZ: timeZone } })

    const written = /done (\S+)/.exec(readFileSync(path.join(root, 'plan.mops'), 'utf8'))?.[1]
    expect([before, dayAt(timeZone)]).toContain(written)
  })

  test('of a step that is done is --today where it is given, and --on before that', () => {
    for (const [options, day] of [
      [['--today', '2026-03-03'], '2026-03-03'],
      [['--today', '2026-03-03', '--on', '2026-03-02'], '2026-03-02'],
    ] as const) {
      const root = folder({ 'plan.mops': text('asof 2025-01-04') })
      mops(['done', 't', ...options], { cwd: root })
      expect(readFileSync(path.join(root, 'plan.mops'), 'utf8')).toContain(`done ${day}`)
    }
  })

  test.each(ends)('of a check without asof is the day of the machine, here in %s, and is named', (timeZone) => {
    const before = dayAt(timeZone)
    const { stdout } = mops(['check', '.'], { cwd: folder({ 'plan.mops': text('') }), env: { TZ: timeZone } })

    const named = /Status date (\S+), from the clock\./.exec(stdout)?.[1]
    expect([before, dayAt(timeZone)]).toContain(named)
  })
})
