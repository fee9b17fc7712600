import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const folder = path.resolve(import.meta.dirname, '../../.github/workflows')
const names = readdirSync(folder)

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: string
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly env?: Readonly<Record<string, string>> }[]
}

interface Workflow {
  readonly on: unknown
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const workflow = (name: string): Workflow => parse(readFileSync(path.join(folder, name), 'utf8'))

describe.each(names)('the workflow %s', (name) => {
  const { on, permissions, jobs } = workflow(name)

  test('may read and nothing else, unless a job says so', () => {
    expect(permissions).toEqual({ contents: 'read' })
  })

  test('never runs the code of a pull request with the rights of the repository', () => {
    expect(JSON.stringify(on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/)
  })

  test('pastes no text of an event into a command, and names the commit of every action with its tag', () => {
    for (const { run, uses } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      expect(run ?? '').not.toContain('${{')
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
    }
    const lines = readFileSync(path.join(folder, name), 'utf8').split('\n')
    for (const line of lines.filter((one) => one.includes('uses:'))) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })
})

describe('the release', () => {
  const { jobs } = workflow('release.yml')
  const runs = (job: Job) => job.steps.map(({ run }) => run ?? '').join('\n')
  const withRights = Object.values(jobs).filter(({ permissions }) => permissions !== undefined)

  test('publishes with provenance, and only what has passed all tests', () => {
    expect(runs(jobs.publish as Job)).toMatch(/npm publish .*--provenance/)
    expect(jobs.publish).toMatchObject({ needs: 'build', permissions: { 'id-token': 'write' } })
    expect(runs(jobs.build as Job)).toContain('.ci/run')
  })

  test('needs no token that lasts: npm trusts the workflow', () => {
    expect(readFileSync(path.join(folder, 'release.yml'), 'utf8')).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/)
  })

  test('has a bill of materials beside the packages', () => {
    expect(runs(jobs.build as Job)).toMatch(/npm sbom --sbom-format cyclonedx/)
    const { status, stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: path.resolve(folder, '../..'),
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    expect(status).toBe(0)
    const { bomFormat, components } = JSON.parse(stdout)
    expect(bomFormat).toBe('CycloneDX')
    // What is bundled.
    const names = components.map(({ name }: { readonly name: string }) => name)
    expect(names).toEqual(expect.arrayContaining(['commander', 'chevrotain', 'zod']))
  })

  test('installs no dependency where it holds a token', () => {
    expect(withRights).toHaveLength(1)
    for (const job of withRights) {
      expect(runs(job)).not.toMatch(/npm (?:ci|install|run|test)|npx|\.ci\/run/)
      expect(job.environment).toBe('release')
    }
  })
})

test('the job for GitLab runs mops from outside of the repository, in an exact version', () => {
  const { mops } = parse(readFileSync(new URL('../../ci/mops.gitlab-ci.yml', import.meta.url), 'utf8'))
  const commands: readonly string[] = mops.script
  expect(mops.variables.MOPS_VERSION).toMatch(/^\d+\.\d+\.\d+$/)
  expect(commands[0]).toMatch(/^mkdir -p \/opt\/mops && \(cd \/opt\/mops && npm install .*--ignore-scripts "mops-plan@\$MOPS_VERSION"\)$/)
  expect(commands.slice(1).every((one) => one.startsWith('node /opt/mops/node_modules/mops-plan/bin/mops.cjs '))).toBe(true)
})
