import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folder, git, launcher, put } from '../cli/mops.js'
import { sarifLog } from '../report/schemas/sarif.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

const plan = `strategy small "Small" {
  period 2027-01-04 .. 2027-03-31
  asof   2027-02-12
  owner  ben
}
person ben "Ben" works 24h per week
[ ] task one "One" @ben 8h start 2027-02-15 due 2027-02-19 owner ben
`

/** A repository with one commit; what follows changes the working tree. */
function repository(files: Record<string, string>): string {
  const made = folder(files)
  git(made, 'init', '-q', '-b', 'main')
  git(made, 'add', '.')
  git(made, 'commit', '-q', '-m', 'first')
  return made
}

function run(script: string, cwd: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync('bash', [path.join(root, 'ci', script)], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, MOPS_COMMAND: `${process.execPath} ${launcher}`, ...env },
  })
  return { status, stdout, stderr }
}

describe('the check of the action', () => {
  test('annotates, writes SARIF and the summary, and ends with 1 on an error', () => {
    const made = repository({ 'plans of 2027/plan.mops': plan.replace('owner  ben', 'owner  bem') })
    const output = path.join(made, 'output')

    const { status, stdout } = run('check.sh', made, { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: path.join(made, 'summary.md') })

    expect(stdout).toMatch(/^::error file=plans of 2027\/plan\.mops,line=4,/m)
    expect(status).toBe(1)
    expect(readFileSync(output, 'utf8')).toBe('sarif=mops.sarif\n')
    expect(sarifLog(readFileSync(path.join(made, 'mops.sarif'), 'utf8')).runs).toHaveLength(1)
    expect(readFileSync(path.join(made, 'summary.md'), 'utf8')).toMatch(/^### mops: 1 error/)
  })

  test('obeys its inputs', () => {
    const made = repository({ 'plan.mops': plan.replace('owner  ben', 'owner  bem'), 'good.mops': plan })

    expect(run('check.sh', made, { MOPS_FAIL_ON: 'never', MOPS_SARIF: 'out.sarif' }).status).toBe(0)
    expect(existsSync(path.join(made, 'out.sarif'))).toBe(true)
    expect(run('check.sh', made, { MOPS_NEW_ONLY: 'HEAD' }).status).toBe(0)
    expect(run('check.sh', made, { MOPS_PATHS: 'good.mops' }).status).toBe(0)
    expect(run('check.sh', made, { MOPS_PATHS: '--version' }).status).toBe(2)
  })
})

describe('the comment of the action', () => {
  /** A `gh` that answers with a comment's number, and writes down what it was asked and told. */
  const withGitHub = (made: string, existing: string) => {
    put(made, {
      'bin/gh': `#!/usr/bin/env bash
echo "$*" >> "$LOG"
for word in "$@"; do [[ "$word" == body=@* ]] && cat "\${word#body=@}" >> "$LOG.body"; done
[[ "$*" == *--paginate* ]] && echo "${existing}"
exit 0
`,
    })
    chmodSync(path.join(made, 'bin/gh'), 0o755)
    return {
      LOG: path.join(made, 'log'),
      PATH: `${path.join(made, 'bin')}${path.delimiter}${process.env.PATH}`,
      GITHUB_REPOSITORY: 'owner/plans',
      MOPS_PULL_REQUEST: '7',
      MOPS_BASE: 'HEAD~1',
    }
  }
  const changed = () => {
    const made = repository({ 'plan.mops': plan })
    put(made, { 'plan.mops': plan.replaceAll('2027-02-19', '2027-03-05') })
    git(made, 'commit', '-q', '-a', '-m', 'second')
    return made
  }

  test('is written once', () => {
    const made = changed()

    expect(run('comment.sh', made, withGitHub(made, ''))).toMatchObject({ status: 0, stderr: '' })

    expect(readFileSync(path.join(made, 'log'), 'utf8')).toMatch(/--method POST repos\/owner\/plans\/issues\/7\/comments /)
    expect(readFileSync(path.join(made, 'log.body'), 'utf8')).toMatch(/^<!-- mops: what this change means -->\n[\s\S]*2027-03-05/)
  })

  test('is changed by a later run', () => {
    const made = changed()

    run('comment.sh', made, withGitHub(made, '42'))

    expect(readFileSync(path.join(made, 'log'), 'utf8')).toMatch(/--method PATCH repos\/owner\/plans\/issues\/comments\/42 /)
  })

  test('says that nothing changed in meaning where there is a comment, and is not written otherwise', () => {
    const made = repository({ 'plan.mops': plan })
    put(made, { 'plan.mops': `// Only a comment.\n${plan}`, 'README.md': 'Plans' })
    git(made, 'add', '.')
    git(made, 'commit', '-q', '-m', 'second')

    expect(run('comment.sh', made, withGitHub(made, ''))).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(path.join(made, 'log'), 'utf8')).not.toMatch(/POST|PATCH/)

    expect(run('comment.sh', made, withGitHub(made, '42'))).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(path.join(made, 'log'), 'utf8')).toMatch(/--method PATCH repos\/owner\/plans\/issues\/comments\/42 /)
    expect(readFileSync(path.join(made, 'log.body'), 'utf8')).toContain('Nothing in the plans has another meaning.')
  })

  test('fetches the base into a shallow clone', () => {
    const origin = changed()
    const base = spawnSync('git', ['rev-parse', 'HEAD~1'], { cwd: origin, encoding: 'utf8' }).stdout.trim()
    const made = folder({})
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    git(made, 'clone', '-q', '--depth=1', `file://${origin}`, 'clone')
    const clone = path.join(made, 'clone')

    expect(run('comment.sh', clone, { ...withGitHub(clone, ''), MOPS_BASE: base })).toMatchObject({ status: 0 })
    expect(readFileSync(path.join(clone, 'log.body'), 'utf8')).toContain('2027-03-05')
  })
})

describe('what is declared', () => {
  const read = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'))

  test('the action names its scripts, and passes inputs as variables only', () => {
    const { inputs, runs } = read('action.yml')
    const steps: { run: string; env: Record<string, string> }[] = runs.steps

    for (const { run: script, env } of steps) {
      expect(existsSync(path.join(root, /\$GITHUB_ACTION_PATH\/([\w./-]+)/.exec(script)?.[1] ?? '?'))).toBe(true)
      expect(script).not.toContain('${{')
      for (const [, name] of Object.values(env)
        .join(' ')
        .matchAll(/inputs\.([\w-]+)/g))
        expect(inputs).toHaveProperty(String(name))
    }
  })

  test('the documentation names the address and the release of the manifest', () => {
    const { repository, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    const address = repository.url.replace(/^git\+|\.git$/g, '')
    const [major, minor] = version.split('.')
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8')

    expect(page.match(/(?<=uses: )(?!actions\/|github\/)[^\s@`]+@v\d+/g)).toEqual([
      `${address.replace('https://github.com/', '')}@v${major}`,
    ])
    expect(page.match(/(?<=repo: )\S+/g)).toEqual([address])
    expect(page).toContain(`rev: v${version}`)
    expect(read('action.yml').inputs.command.default).toBe(`npx --yes ${name}@${major}.${minor}`)
  })

  test('the hooks and the job run commands that there are', () => {
    const commands = spawnSync(process.execPath, [launcher, '--help'], { encoding: 'utf8' }).stdout
    const hooks: { entry: string }[] = read('.pre-commit-hooks.yaml')
    const job: string[] = read('ci/mops.gitlab-ci.yml').mops.script

    for (const text of [...hooks.map(({ entry }) => entry), ...job]) {
      const [, command] = /^(?:mops|npx --yes mops-plan@0\.1) (\w+)/.exec(text) ?? []
      expect(commands).toMatch(new RegExp(`^ {2}${command} `, 'm'))
    }
  })
})
