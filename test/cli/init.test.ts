import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folder, mops, put } from './mops.js'

describe('mops init', () => {
  test('writes a plan that checks clean', () => {
    const root = folder({})

    const run = mops(['init', '--template', 'year', '--title', 'Größe 2027!', '--owner', 'Mara Lindt', '--start', '2027'], { cwd: root })

    expect(run).toEqual({ status: 0, stdout: 'Wrote größe-2027.mops. Next: mops check größe-2027.mops\n', stderr: '' })
    const { stdout, status } = mops(['check', '--today', '2027-01-01', '--fail-on', 'information'], { cwd: root })
    expect(stdout).toMatch(/^No findings in 1 plan/)
    expect(status).toBe(0)
  })

  test('writes to standard output, and needs no answers where nobody can be asked', () => {
    const { stdout, status } = mops(['init', '-'], { cwd: folder({}) })

    expect(stdout).toMatch(/^strategy our_plan "Our plan" \{$/m)
    expect(status).toBe(0)
  })

  test.each([
    [
      ['--template', 'quater'],
      '--template takes quarter, year, campaign, tool-consolidation, lead-management, small, guided or numbers, not `quater`. Did you mean `quarter`?',
    ],
    [['--start', 'soon'], 'A plan begins on a date such as 2027-04-01 or in a period such as 2027-Q2, and `soon` is none.'],
    [['plan.mops'], 'There is a file `plan.mops` already. Name another one.'],
    [['no/such/folder.mops'], '`no/such/folder.mops` cannot be written: there is no such folder.'],
  ])('%j is wrong usage and writes nothing', (parameters, message) => {
    const root = folder({})
    put(root, { 'plan.mops': 'mine' })

    expect(mops(['init', ...parameters], { cwd: root })).toEqual({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
    expect(readdirSync(root)).toEqual(['plan.mops'])
  })
})

test.each([
  ['quarter', '2027-Q2', 'period     2027-Q2'],
  ['quarter', '2027-05', 'period     2027-05-01 .. 2027-07-31'],
  ['year', '2028', 'period     2028'],
  ['year', '2027-04-01', 'period     2027-04-01 .. 2028-03-31'],
  ['campaign', '2027-Q2', 'period     2027-04-01 .. 2027-05-31'],
])('mops init --template %s --start %s writes the period as people say it', (template, start, period) => {
  expect(mops(['init', '-', '--template', template, '--start', start]).stdout).toContain(period)
})
