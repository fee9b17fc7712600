import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { version } from '../../package.json'
import { planSchema } from '../../src/report/plan-export/plan-schema.js'
import { basePlan } from '../../src/rules/examples/base-plan.mops.js'
import { rules } from '../../src/rules/generated/registry.js'
import { folder, launcher, mops } from './mops.js'

// Every test starts processes of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

test('explain shows the rule’s example with the exact output, the way to mend it and the way to turn it off', () => {
  const { stdout, status } = mops(['explain', 'smart/baseline-missing'])

  expect(stdout).toMatch(/^smart\/baseline-missing\nA measurable says where its number stands today\.\n/)
  expect(stdout).toMatch(/^ {2}4:14 warning `keepable_mail` .* \[smart\/baseline-missing\]$/m)
  expect(stdout).toMatch(/^ {4}4 \| {3}measurable email_churn .*\n {6}\| {14}\^{11}$/m)
  expect(stdout).toContain('ignore "smart/baseline-missing" because "…"')
  expect(stdout).toContain('{ "rules": { "smart/baseline-missing": "off" } }')
  expect(status).toBe(0)
})

test('rules lists every rule with its level at each stage', () => {
  const { stdout } = mops(['rules'])

  for (const { code } of rules) expect(stdout).toContain(`  ${code} `)
  expect(stdout).toMatch(/^ {2}I W W W W {2}smart\/baseline-missing /m)
  expect(JSON.parse(mops(['rules', '--format', 'json']).stdout).rules).toHaveLength(rules.length)
})

test('metrics finds a metric by what people call it', () => {
  expect(mops(['metrics', 'Öffnungsrate']).stdout).toContain('(open_rate)')
  expect(mops(['metrics']).stdout.trim().split('\n')).toHaveLength(73)
  expect(JSON.parse(mops(['metrics', 'open_rate', '--format', 'json']).stdout).metrics[0].key).toBe('open_rate')
})

test.each(readdirSync(examples).filter((name) => name.endsWith('.mops')))('the export of %s follows the published schema', (name) => {
  const { stdout, status } = mops(['export', `${examples}${name}`, '--today', '2027-02-12'])

  expect(planSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
  expect(status).toBe(0)
})

test('an export holds what is derived: letters, dates, load and money', () => {
  const { stdout } = mops(['export', '-'], { input: basePlan })

  const plan = planSchema.parse(JSON.parse(stdout))
  expect(plan.goals[0]).toMatchObject({
    name: 'keepable_mail',
    deadline: '2027-03-31',
    aims: [{ target: { amount: '0.006', text: '0.6%' } }],
  })
  expect(plan.schedule.steps[0]).toMatchObject({ name: 'audit_workflows', end: '2027-01-22' })
  expect(plan.load.find((one) => one.person === 'ben')?.weeks.length).toBeGreaterThan(0)
  expect(plan.statusDate).toEqual({ date: '2027-02-12', origin: 'asof' })
})

test('a plan with errors is exported all the same, the strange parts left out', () => {
  const { stdout, status } = mops(['export', '-'], {
    input: 'strategy x\ngoal g { owner nobody wibble 3 }\ntask t for g, h { due 2027-02-30 }\n',
  })

  expect(planSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
  expect(status).toBe(0)
})

test('the version is that of the package', () => {
  expect(mops(['--version']).stdout).toBe(`${version}\n`)
})

test('help names every command, also without any parameter', () => {
  const { stdout, status } = mops(['help'])

  for (const command of ['check', 'explain', 'rules', 'metrics', 'export']) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
  expect(status).toBe(0)
  expect(mops([])).toMatchObject({ status: 2, stderr: stdout })
})

test('a reader that closes the pipe early meets no error', () => {
  const root = folder({ 'plan.mops': basePlan })

  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${launcher}" export plan.mops | head -c 10`], {
    cwd: root,
    encoding: 'utf8',
  })

  expect(stderr).toBe('')
})
