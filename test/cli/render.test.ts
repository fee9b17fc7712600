import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { folder, mops } from './mops.js'

// Every test starts processes of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const examples = fileURLToPath(new URL('../../examples', import.meta.url))
const small = path.join(examples, 'email-churn-q1.mops')

test('a plan becomes one page that loads nothing', () => {
  const { status, stdout, stderr } = mops(['render', small])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/)
  expect(stdout).toContain('<title>Email churn, quarter one</title>')
  expect(stdout).toContain("default-src 'none'")
  expect(stdout).not.toMatch(/<(script|link|img)\b|@import|url\(/)
})

test('a plan becomes Markdown', () => {
  const { status, stdout } = mops(['render', small, '--format', 'md'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^# Email churn, quarter one\n/)
  expect(stdout).toContain('```mermaid\ngantt')
})

test.each(['timeline', 'workload', 'metrics'])('the %s becomes a picture', (view) => {
  const { status, stdout } = mops(['render', small, '--format', 'svg', '--view', view])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^<svg xmlns/)
})

test('the status date can be asked for', () => {
  expect(mops(['render', small, '--format', 'md', '--today', '2027-03-01']).stdout).toContain('Status of 1 Mar 2027')
})

test('a plan with errors is rendered with what the checker says', () => {
  const root = folder({ 'plan.mops': 'strategy small "Small" { owner bem }\n' })
  const { status, stdout } = mops(['render', 'plan.mops', '--format', 'md'], { cwd: root })
  expect(status).toBe(0)
  expect(stdout).toContain('`bem`')
})

test('what cannot be asked for is a usage error in one line', () => {
  const runs = [
    mops(['render', small, '--format', 'pdf']),
    mops(['render', small, '--view', 'timeline']),
    mops(['render', small, '--format', 'svg', '--view', 'goals']),
    mops(['render', 'nowhere.mops']),
  ]
  expect(runs.map(({ status }) => status)).toEqual([2, 2, 2, 2])
  expect(runs.map(({ stderr }) => stderr.trim().split('\n').length)).toEqual([1, 1, 1, 1])
  expect(runs[0]?.stderr).toBe('mops: --format takes html, md or svg, not `pdf`.\n')
})
