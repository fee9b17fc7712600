import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folder, mops } from './mops.js'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

function copied(): string {
  const root = folder({})
  cpSync(examples, root, { recursive: true })
  return root
}

describe('mops new', () => {
  test.each([
    ['email-churn-q1.mops', 'email-churn-q1-next.mops', '2027-04-12 .. 2027-06-30'],
    ['one-automation-tool/plan.mops', 'one-automation-tool/plan-next.mops', '2027-09 .. 2028-02'],
  ])('the plan after %s is a draft without errors and warnings', (from, made, period) => {
    const root = copied()

    expect(mops(['new', '--from', from, '--period', period], { cwd: root })).toEqual({
      status: 0,
      stdout: `Wrote ${made}. Next: mops check ${made}\n`,
      stderr: '',
    })

    const { stdout, status } = mops(['check', made, '--fail-on', 'warning', '--today', '2027-04-12'], { cwd: root })
    expect(stdout).toMatch(/^\d+ information in 1 plan/m)
    expect(status).toBe(0)
  })

  test('carries open work and unmet goals over, with the last value as baseline', () => {
    const root = copied()
    mops(['new', 'q2.mops', '--from', 'email-churn-q1.mops', '--period', '2027-Q2'], { cwd: root })

    const text = readFileSync(path.join(root, 'q2.mops'), 'utf8')

    expect(text).toMatch(/^strategy email_churn_q1_next /m)
    expect(text).toMatch(/^ {2}period {5}2027-Q2 /m)
    expect(text).toMatch(/^ {2}stage {6}draft /m)
    expect(text).not.toMatch(/\basof\b|\bactuals\b|segment_owners|audit_workflows|^\[x\]/m)
    expect(text).toContain('  measurable email_churn decrease from 0.776% in 2027-01\n')
    expect(text).toContain('[ ] task lead_handoff_rule "Agree the qualification and hand-off rule with sales" {\n  for      sales_leads\n')
    expect(text).toContain('  check      2027-05-24\n')
  })

  test('lessons become notes, and dates move along', () => {
    const root = folder({
      'a.mops': `strategy a "A" period 2027-Q1 stage closed owner ben {
}
person ben "Ben" works 24h per week away 2027-02-01
review r "Looking back" on 2027-03-31 owner ben lesson "Ask \\"sales\\" first"
risk x "X" owner ben check 2027-01-31
`,
    })

    mops(['new', '--from', 'a.mops'], { cwd: root })

    const text = readFileSync(path.join(root, 'a-next.mops'), 'utf8')
    expect(text).toContain('period 2027-Q2 stage draft')
    expect(text).toContain('note "Ask \\"sales\\" first"')
    expect(text).toContain('person ben "Ben" works 24h per week\n')
    expect(text).toContain('check 2027-04-30\n')
    expect(text).not.toContain('review')
  })

  test.each([
    [['--from', 'a.mops', 'b.mops'], 'There is a file `b.mops` already. Name another one.'],
    [['--from', 'a.mops', '../c.mops'], 'The next plan stands beside its forerunner. Name a file, not a folder.'],
    [['--from', 'a.mops'], '`a.mops` has no period to follow. Name the next one with --period.'],
    [['--from', 'a.mops', '--period', 'soon'], '--period takes a period such as 2027-Q3 or 2027-07-01 .. 2027-09-30, not `soon`.'],
  ])('%j is wrong usage and writes nothing', (parameters, message) => {
    const root = folder({ 'a.mops': 'strategy a "A"\n', 'b.mops': '' })

    expect(mops(['new', ...parameters], { cwd: root })).toEqual({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
    expect(existsSync(path.join(root, 'a-next.mops'))).toBe(false)
  })
})

test.each([
  ['2027-04-01 .. 2027-06-30', '2027-07-01 .. 2027-09-30', '2027-07-30'],
  ['2027-01-01 .. 2027-01-31', '2027-02-01 .. 2027-02-28', '2027-05-30'],
  ['2027-01 .. 2027-03', '2027-04 .. 2027-06', '2027-07-30'],
  ['2027-Q1 .. 2027-Q2', '2027-Q3 .. 2027-Q4', '2027-10-30'],
  ['2027-04-01 .. 2028-03-31', '2028-04-01 .. 2029-03-31', '2028-04-30'],
  ['2028', '2029', '2028-04-30'],
  ['2027-Q2', '2027-Q3', '2027-07-30'],
])('the plan after %s is about %s, and a check of its month is in the month that matches', (period, next, check) => {
  const root = folder({
    'a.mops': `strategy a "A" period ${period} stage closed owner ben\nperson ben "Ben"\nrisk x "X" owner ben check 2027-04-30\n`,
  })

  mops(['new', '--from', 'a.mops'], { cwd: root })

  const text = readFileSync(path.join(root, 'a-next.mops'), 'utf8')
  expect(text).toContain(`period ${next} stage draft`)
  expect(text).toContain(`check ${check}`)
})
