import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { gitlabSchema, rdjsonSchema } from '../report/schemas/review.js'
import { sarifLog } from '../report/schemas/sarif.js'
import { xmlRoot } from '../report/xml.js'
import { folder, mops } from './mops.js'

const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  stage  approved
  owner  ben
  ignore "plan/for-missing" because "Our own"
}
person ben "Ben" works 24h per week
channel email "Email" owner bem
`

const read = (root: string, file: string) => readFileSync(path.join(root, file), 'utf8')

describe('mops check --output', () => {
  test('writes several reports besides the one on the terminal', () => {
    const root = folder({ '.git/HEAD': 'ref: refs/heads/main\n', 'plans/plan.mops': plan })
    const outputs = ['sarif=a.sarif', 'junit=a.xml', 'gitlab=a.json', 'checkstyle=c.xml', 'rdjson=r.json', 'markdown=a.md']

    const run = mops(['check', ...outputs.flatMap((one) => ['--output', one]), 'plan.mops'], { cwd: path.join(root, 'plans') })

    expect(run).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('9:29 error') })
    const { runs } = sarifLog(read(root, 'plans/a.sarif'))
    const uris = runs[0]?.results.map(({ locations: [one] }) => one?.physicalLocation.artifactLocation.uri)
    expect(new Set(uris)).toEqual(new Set(['plans/plan.mops']))
    expect(xmlRoot(read(root, 'plans/a.xml')).nodeName).toBe('testsuites')
    expect(xmlRoot(read(root, 'plans/c.xml')).nodeName).toBe('checkstyle')
    expect(gitlabSchema.parse(JSON.parse(read(root, 'plans/a.json')))[0]?.location.path).toBe('plans/plan.mops')
    expect(rdjsonSchema.parse(JSON.parse(read(root, 'plans/r.json'))).diagnostics[0]?.location.path).toBe('plan.mops')
    expect(read(root, 'plans/a.md')).toContain('### mops: ')
  })

  test('is told to whom it does not know', () => {
    const root = folder({ 'plan.mops': plan })

    expect(mops(['check', '--output', 'findings.sarif'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: 'mops: --output takes a format and a file, such as sarif=findings.sarif, not `findings.sarif`.\n',
    })
    expect(mops(['check', '--output', 'sarif=no/such/folder'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: 'mops: `no/such/folder` cannot be written: there is no such folder.\n',
    })
  })
})

test('--format github adds to the job summary', () => {
  const root = folder({ 'plan.mops': plan })

  const run = mops(['check', '--format', 'github'], { cwd: root, env: { GITHUB_STEP_SUMMARY: path.join(root, 'summary.md') } })

  expect(run).toMatchObject({ status: 1, stdout: expect.stringMatching(/^::/) })
  expect(read(root, 'summary.md')).toMatch(/^### mops: /)
})

test('known and ignored findings are suppressed results', () => {
  const root = folder({ 'plan.mops': plan })
  mops(['check', '--known', 'known.json', '--write-known'], { cwd: root })

  const { stdout, status } = mops(['check', '--known', 'known.json', '--format', 'sarif'], { cwd: root })

  const kinds = sarifLog(stdout).runs[0]?.results.flatMap((one) => one.suppressions?.map(({ kind }) => kind) ?? ['none'])
  expect(new Set(kinds)).toEqual(new Set(['external']))
  expect(status).toBe(0)
})
