import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, mops } from './mops.js'

const plan = `\uFEFFstrategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  stage  running
  owner  ben
}
person ben "Ben" works 24h per week contact "ben@example.com"
person dana "Dana" works 24h per week
team desk "Desk" members dana
[x] task first "First" @ben 8h start 2027-01-04 due 2027-01-08 done 2027-01-08
[ ] task late_one "Should be over" @ben 8h start 2027-02-01 due 2027-02-10
[~] task next_one "Next" {
  @dana    8h
  start    2027-02-15
  due      2027-02-19 // a Friday
  after    late_one
  progress 50%
  [ ] "One"
}
[!] task stuck "Stuck" @dana 8h start 2027-03-01 due 2027-03-05 blocked because "No key\u001B[31m"
[ ] milestone launch "Launch" due 2027-03-31 owner ben after stuck
`.replaceAll('\n', '\r\n')

const names = (run: { readonly stdout: string }): string[] => JSON.parse(run.stdout).plans[0].tasks.map((one: { name: string }) => one.name)
const text = (root: string) => readFileSync(path.join(root, 'plan.mops'), 'utf8')

describe('mops tasks', () => {
  const root = folder({ 'plan.mops': plan })
  const json = (...filters: string[]) => mops(['tasks', '--format', 'json', ...filters], { cwd: root, env: { MOPS_ME: 'ben@example.com' } })

  test('lists what is open by its end, with what is wrong', () => {
    expect(mops(['tasks'], { cwd: root }).stdout).toMatchInlineSnapshot(`
      "Small (plan.mops, 2027-02-12)
        [ ]  2027-02-10  late_one  ben        Should be over (2 working days late; critical)
        [~]  2027-02-19  next_one  dana  50%  Next (waits for late_one; critical)
        [!]  2027-03-05  stuck     dana       Stuck (blocked: No key\\u{1b}[31m; critical)
        [ ]  2027-03-31  launch    –          Launch (waits for stuck; critical)
      "
    `)
  })

  test.each([
    [['--late'], ['late_one']],
    [['--blocked'], ['stuck']],
    [['--mine'], ['late_one', 'launch']],
    [
      ['--of', 'desk'],
      ['next_one', 'stuck'],
    ],
    [
      ['--due', '1w'],
      ['late_one', 'next_one'],
    ],
    [
      ['--due', '2027-03-05', '--of', 'dana'],
      ['next_one', 'stuck'],
    ],
    [
      ['--late', '--today', '2027-03-08'],
      ['late_one', 'next_one', 'stuck'],
    ],
  ])('%j', (filters, expected) => {
    expect(names(json(...filters))).toEqual(expected)
  })

  test('JSON says where a task stands and why it is blocked', () => {
    expect(JSON.parse(json('--blocked').stdout).plans[0].tasks[0]).toMatchObject({
      mark: 'blocked',
      people: ['dana'],
      because: 'No key\u001B[31m',
      at: { file: 'plan.mops', line: 20 },
    })
  })

  test.each([
    [['--of', 'dan'], 'There is no person, team or role `dan`. Did you mean `dana`?'],
    [['--due', 'soon'], '--due takes a span such as 2w or a date such as 2027-03-31, not `soon`.'],
  ])('%j is wrong usage', (filters, message) => {
    expect(mops(['tasks', ...filters], { cwd: root })).toEqual({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
  })

  test('says how to become known when nobody has the address', () => {
    const { status, stderr } = mops(['tasks', '--mine'], { cwd: root, env: { MOPS_ME: 'x@example.com' } })

    expect(stderr).toMatch(/^mops: No person of the plan has the contact `x@example\.com`\./)
    expect(status).toBe(2)
  })
})

describe('mops done, start and progress', () => {
  test('change the words that they are about, and nothing else', () => {
    const root = folder({ 'plan.mops': plan })

    expect(mops(['done', 'next_one', '--today', '2027-02-12'], { cwd: root })).toEqual({
      status: 0,
      stdout: 'plan.mops:12: [x] task next_one "Next" {\nStill open in it: One\n',
      stderr: '',
    })
    expect(text(root)).toBe(plan.replace('[~] task next_one', '[x] task next_one').replace('progress 50%', 'done     2027-02-12'))
  })

  test('done also checks the items when asked, on the day that is named', () => {
    const root = folder({ 'plan.mops': plan })

    mops(['done', 'next_one', '--items', '--on', '2027-02-11'], { cwd: root })

    expect(text(root)).toContain('done     2027-02-11\r\n  [x] "One"')
  })

  test('progress replaces the share and sets the mark', () => {
    const root = folder({ 'plan.mops': plan })

    mops(['progress', 'next_one', '60%'], { cwd: root })
    mops(['progress', 'late_one', '10', 'plan.mops'], { cwd: root })

    expect(text(root)).toContain('progress 60%\r\n')
    expect(text(root)).toContain('[~] task late_one "Should be over" @ben 8h start 2027-02-01 due 2027-02-10 progress 10%\r\n')
  })

  test('start takes a block away', () => {
    const root = folder({ 'plan.mops': plan })

    mops(['start', 'stuck'], { cwd: root })

    expect(text(root)).toContain('[~] task stuck "Stuck" @dana 8h start 2027-03-01 due 2027-03-05\r\n')
  })

  test.each([
    [['done', 'nex_one'], 'There is no task or milestone `nex_one`. Did you mean `next_one`?'],
    [['start', 'launch'], '`launch` is a milestone: it has no progress. Say `mops done launch` when it is reached.'],
    [['progress', 'next_one', '101%'], 'A progress is a share from 0% to 100%, and `101%` is none.'],
    [['done', 'next_one', '--on', 'now'], '--on takes a date such as 2027-03-31, and `now` is none.'],
  ])('%j is wrong usage and changes nothing', (parameters, message) => {
    const root = folder({ 'plan.mops': plan })

    expect(mops(parameters, { cwd: root })).toEqual({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
    expect(text(root)).toBe(plan)
  })

  test('a name in several plans is not guessed', () => {
    const root = folder({ 'a.mops': plan, 'b.mops': plan })

    expect(mops(['done', 'stuck'], { cwd: root }).stderr).toBe(
      'mops: There is a `stuck` in several files: `a.mops`, `b.mops`. Name the plan behind it.\n',
    )
    expect(mops(['done', 'stuck', 'b.mops'], { cwd: root }).status).toBe(0)
  })
})
