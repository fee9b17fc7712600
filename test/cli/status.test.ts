import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mops } from './mops.js'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))

test('mops status prints the report of a stakeholder', () => {
  const { stdout, status } = mops(['status', 'email-churn-q1.mops', '--for', 'sales'], { cwd: examples })

  expect(stdout).toMatch(/^# Email churn, quarter one\n\nStatus on 2027-02-12 for Sales\./)
  expect(status).toBe(0)
})

test.each([
  [['status', 'email-churn-q1.mops', '--for', 'sale'], 'There is no stakeholder `sale`. Did you mean `sales`?'],
  [
    ['status', 'email-churn-2020.mops', 'email-churn-q1.mops'],
    'There are several plans: `email-churn-2020.mops`, `email-churn-q1.mops`. Name one.',
  ],
  [['status', path.join('one-automation-tool', 'people.mops')], 'There is no plan here: no file has a `strategy`.'],
])('%j is wrong usage', (parameters, message) => {
  expect(mops(parameters, { cwd: examples })).toEqual({ status: 2, stdout: '', stderr: `mops: ${message}\n` })
})
