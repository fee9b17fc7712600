import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folder, mops } from './mops.js'

const untidy =
  '\uFEFFstrategy   small "Small" {\r\n  owner ben\r\n      period 2027-01-04 .. 2027-03-31 // why\r\n}\r\nperson ben "Ben"\r\n'
const tidy = '\uFEFFstrategy small "Small" {\r\n  owner  ben\r\n  period 2027-01-04 .. 2027-03-31  // why\r\n}\r\nperson ben "Ben"\r\n'

const read = (root: string) => readFileSync(path.join(root, 'plan.mops'), 'utf8')

test('writes files as the editor formats them, and says which', () => {
  const root = folder({ 'plan.mops': untidy, 'other.mops': tidy })

  expect(mops(['fmt'], { cwd: root })).toEqual({ status: 0, stdout: 'plan.mops\n', stderr: '' })
  expect(read(root)).toBe(tidy)
  expect(mops(['fmt', '--check'], { cwd: root })).toEqual({ status: 0, stdout: '', stderr: '' })
})

test('--check and --diff change nothing and end with 1', () => {
  const root = folder({ 'plan.mops': untidy })

  expect(mops(['fmt', '--check'], { cwd: root })).toEqual({ status: 1, stdout: 'plan.mops\n', stderr: '' })
  const { status, stdout } = mops(['fmt', '--diff', 'plan.mops'], { cwd: root })
  expect(stdout).toContain('-  owner ben\n')
  expect(stdout).toContain('+  owner  ben\n')
  expect(status).toBe(1)
  expect(read(root)).toBe(untidy)
})

test('standard input goes to standard output', () => {
  expect(mops(['fmt', '-'], { input: untidy }).stdout).toBe(tidy)
})

test('a file that is no text is wrong usage', () => {
  const root = folder({ 'plan.mops': Buffer.from('f\xFCr', 'latin1') })

  expect(mops(['fmt'], { cwd: root })).toEqual({ status: 2, stdout: '', stderr: 'mops: `plan.mops` is not UTF-8 text.\n' })
})
