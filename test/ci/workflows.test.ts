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

  test('pastes no text of an event into a command, and names the version of every action', () => {
    for (const { run, uses } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      expect(run ?? '').not.toContain('${{')
      expect(uses ?? 'actions/none@v1').toMatch(/^actions\/[\w-]+@(?:v\d+|[0-9a-f]{40})$/)
    }
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

  test('installs no dependency where it holds a token', () => {
    expect(withRights).toHaveLength(1)
    for (const job of withRights) {
      expect(runs(job)).not.toMatch(/npm (?:ci|install|run|test)|npx|\.ci\/run/)
      expect(job.environment).toBe('release')
    }
  })
})
