import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folder, git, gitOutput, launcher, put } from '../cli/mops.js'
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

describe('the program of the action', () => {
  const marks = (made: string) => `#!/usr/bin/env bash\ntouch "${made}/ran"\n`
  const foreign = () => {
    const made = repository({ 'plan.mops': plan })
    put(made, {
      'node_modules/mops-plan/package.json': '{ "name": "mops-plan", "version": "0.1.0", "bin": { "mops": "mops.sh" } }',
      'node_modules/mops-plan/mops.sh': marks(made),
      'node_modules/.bin/mops': marks(made),
      'node_modules/.bin/node': marks(made),
      'bin/mops.cjs': `require('node:fs').writeFileSync('${made}/ran', '')`,
      '.npmrc': 'registry=http://127.0.0.1:9/\nscript-shell=./node_modules/.bin/mops\n',
    })
    for (const file of ['mops-plan/mops.sh', '.bin/mops', '.bin/node']) chmodSync(path.join(made, 'node_modules', file), 0o755)
    return made
  }

  test.each([
    ['check.sh', {}],
    ['diff.sh', { MOPS_BASE: 'HEAD', MOPS_COMMENT: 'comment.md' }],
  ])('is the one beside %s, whatever the repository brings', (script, env) => {
    const made = foreign()
    expect(run(script, made, { MOPS_COMMAND: '', ...env })).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(path.join(made, 'ran'))).toBe(false)
  })

  test('is built from its own files and lock, and not where the job stands', () => {
    const made = foreign()
    const tools = folder({ npm: '#!/usr/bin/env bash\npwd -P > "$LOG"\necho "$*" >> "$LOG"\n' })
    chmodSync(path.join(tools, 'npm'), 0o755)
    const log = path.join(tools, 'log')

    const result = run('install.sh', made, { LOG: log, PATH: `${tools}${path.delimiter}${process.env.PATH}` })

    expect(result).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect(readFileSync(log, 'utf8').split('\n')).toEqual([path.resolve(root), expect.stringMatching(/^ci /), ''])
    expect(existsSync(path.join(made, 'ran'))).toBe(false)
  })

  test('is installed, with a Node of its own, unless somebody names another', () => {
    const { runs, inputs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'))
    expect(inputs.command.default).toBe('')
    expect(runs.steps.slice(0, 2)).toEqual([
      { if: "inputs.command == ''", uses: expect.stringMatching(/^actions\/setup-node@/), with: { 'node-version': 24 } },
      { if: "inputs.command == ''", shell: 'bash', run: 'bash "$GITHUB_ACTION_PATH/ci/install.sh"' },
    ])
  })
})

interface Comment {
  readonly id: number
  readonly user: { readonly login: string }
  readonly body: string
}

const marker = '<!-- mops: what this change means -->'
const bot = 'github-actions[bot]'

describe('the comment of the action', () => {
  /** A `gh` that lists these comments, writes down what it was asked and told, and answers with an error to what begins with `refused`. */
  const withGitHub = (made: string, comments: readonly Comment[] = [], { login = bot, refused = 'nothing', code = 403 } = {}) => {
    put(made, {
      'bin/comments.json': JSON.stringify(comments),
      'bin/gh': `#!/usr/bin/env bash
echo "$*" >> "$LOG"
for word in "$@"; do [[ "$word" == body=@* ]] && cat "\${word#body=@}" >> "$LOG.body"; done
[[ "$*" == *"${refused}"* ]] && { echo "gh: Refused (HTTP ${code})" >&2; exit 1; }
[[ "$*" == *graphql* ]] && echo "${login}"
[[ "$*" == *--paginate* ]] && exec "${process.execPath}" -e '
  const own = JSON.parse(require("node:fs").readFileSync(process.argv[1])).filter(
    ({ user, body }) => user.login === process.env.MOPS_LOGIN && body.startsWith(process.env.MOPS_MARKER))
  for (const { id } of own) console.log(id)' "$(dirname "$0")/comments.json"
exit 0
`,
    })
    chmodSync(path.join(made, 'bin/gh'), 0o755)
    return {
      LOG: path.join(made, 'log'),
      PATH: `${path.join(made, 'bin')}${path.delimiter}${process.env.PATH}`,
      GITHUB_REPOSITORY: 'owner/plans',
      GITHUB_STEP_SUMMARY: path.join(made, 'summary.md'),
      MOPS_PULL_REQUEST: '7',
      MOPS_COMMENT: path.join(made, 'comment.md'),
    }
  }
  const comment = (id: number, login: string): Comment => ({ id, user: { login }, body: `${marker}\nOld.` })
  const changed = () => {
    const made = repository({ 'plan.mops': plan })
    put(made, { 'plan.mops': plan.replaceAll('2027-02-19', '2027-03-05') })
    git(made, 'commit', '-q', '-a', '-m', 'second')
    return made
  }
  const both = (made: string, env: Record<string, string>) => {
    expect(run('diff.sh', made, { MOPS_BASE: 'HEAD~1', ...env })).toMatchObject({ status: 0, stderr: '' })
    return run('comment.sh', made, env)
  }
  const asked = (made: string) => readFileSync(path.join(made, 'log'), 'utf8')

  test('is written once', () => {
    const made = changed()

    expect(both(made, withGitHub(made))).toMatchObject({ status: 0, stderr: '' })

    expect(asked(made)).toMatch(/--method POST repos\/owner\/plans\/issues\/7\/comments /)
    expect(readFileSync(path.join(made, 'log.body'), 'utf8')).toMatch(/^<!-- mops: what this change means -->\n[\s\S]*2027-03-05/)
  })

  test.each([bot, 'mara', 'our-app[bot]'])('is changed by a later run where the token of %s has written it', (login) => {
    const made = changed()

    both(made, withGitHub(made, [comment(41, 'somebody'), comment(42, login)], { login }))

    expect(asked(made)).toMatch(/--method PATCH repos\/owner\/plans\/issues\/comments\/42 /)
  })

  test('never takes the place of what somebody else has written', () => {
    const made = changed()

    both(made, withGitHub(made, [comment(41, 'somebody'), { id: 43, user: { login: bot }, body: 'Another tool' }]))

    expect(asked(made)).not.toContain('PATCH')
    expect(asked(made)).toContain('--method POST')
  })

  test('says that nothing changed in meaning where there is a comment, and is not written otherwise', () => {
    const made = repository({ 'plan.mops': plan })
    put(made, { 'plan.mops': `// Only a comment.\n${plan}`, 'README.md': 'Plans' })
    git(made, 'add', '.')
    git(made, 'commit', '-q', '-m', 'second')

    expect(both(made, withGitHub(made))).toMatchObject({ status: 0, stderr: '' })
    expect(asked(made)).not.toMatch(/POST|PATCH/)

    expect(both(made, withGitHub(made, [comment(42, bot)]))).toMatchObject({ status: 0, stderr: '' })
    expect(asked(made)).toMatch(/--method PATCH repos\/owner\/plans\/issues\/comments\/42 /)
    expect(readFileSync(path.join(made, 'log.body'), 'utf8')).toContain('Nothing in the plans has another meaning.')
  })

  test.each([
    ['write', 'POST', []],
    ['change', 'PATCH', [comment(42, bot)]],
    ['list', '--paginate', []],
  ])('stands in the summary where the token may not %s comments, as in a pull request of a fork', (_, refused, comments) => {
    const made = changed()

    const { status, stdout } = both(made, withGitHub(made, comments, { refused }))

    expect(stdout).toMatch(/^::notice title=mops::.*summary/)
    expect(status).toBe(0)
    expect(readFileSync(path.join(made, 'summary.md'), 'utf8')).toContain('2027-03-05')
  })

  test('fails where the service does', () => {
    const made = changed()
    expect(both(made, withGitHub(made, [], { refused: 'POST', code: 500 }))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('500'),
    })
  })
})

describe('what a pull request is compared with', () => {
  const later = (text: string) => text.replaceAll('2027-02-19', '2027-03-05')
  /** A pull request that moves a task, and a target branch on which another one has changed the stage meanwhile. */
  const made = () => {
    const origin = repository({ 'plan.mops': plan })
    const commit = (...words: string[]) => gitOutput(origin, ...words).trim()
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
    git(origin, 'checkout', '-q', '-b', 'mine')
    put(origin, { 'plan.mops': later(plan) })
    git(origin, 'commit', '-q', '-a', '-m', 'mine')
    git(origin, 'checkout', '-q', 'main')
    const before = commit('rev-parse', 'HEAD')
    put(origin, { 'plan.mops': plan.replace('  owner  ben', '  stage  review\n  owner  ben') })
    git(origin, 'commit', '-q', '-a', '-m', 'merged meanwhile')
    git(origin, 'checkout', '-q', '-b', 'merge')
    git(origin, 'merge', '-q', '--no-edit', 'mine')
    return { origin, before, tip: commit('rev-parse', 'main'), head: commit('rev-parse', 'mine') }
  }
  const told = (cwd: string, env: Record<string, string>) => {
    const file = path.join(folder({}), 'comment.md')
    expect(run('diff.sh', cwd, { ...env, MOPS_COMMENT: file })).toMatchObject({ status: 0 })
    return readFileSync(file, 'utf8')
  }
  const cloned = (origin: string, branch: string) => {
    const around = folder({})
    git(around, 'clone', '-q', '--depth=1', '--branch', branch, `file://${origin}`, 'clone')
    return path.join(around, 'clone')
  }

  test.each(['whole', 'shallow'])('is the target branch without it, in a %s clone of the merge', (kind) => {
    const { origin, before, head } = made()
    const text = told(kind === 'whole' ? origin : cloned(origin, 'merge'), { MOPS_HEAD: head, MOPS_TARGET: before })
    expect(text).toContain('2027-03-05')
    expect(text).not.toMatch(/stage/i)
  })

  test.each(['whole', 'shallow'])('is where it began, in a %s clone of its own branch', (kind) => {
    const { origin, tip, head } = made()
    if (kind === 'whole') git(origin, 'checkout', '-q', 'mine')
    const text = told(kind === 'whole' ? origin : cloned(origin, 'mine'), { MOPS_HEAD: head, MOPS_TARGET: tip })
    expect(text).toContain('2027-03-05')
    expect(text).not.toMatch(/stage/i)
  })

  test('is where it began or was brought up to date, if its last commit is a merge of its own', () => {
    const { origin, tip } = made()
    git(origin, 'checkout', '-q', 'mine')
    git(origin, 'merge', '-q', '--no-edit', 'main')
    const text = told(origin, { MOPS_HEAD: gitOutput(origin, 'rev-parse', 'HEAD').trim(), MOPS_TARGET: tip })
    expect(text).toContain('2027-03-05')
    expect(text).not.toMatch(/stage/i)
  })

  test('is what somebody names, fetched into a shallow clone', () => {
    const { origin, before } = made()
    expect(told(cloned(origin, 'main'), { MOPS_BASE: before })).toMatch(/stage/i)
  })
})

describe('what is declared', () => {
  const read = (file: string) => parse(readFileSync(path.join(root, file), 'utf8'))

  test('the action names its scripts, and passes inputs as variables only', () => {
    const { inputs, runs } = read('action.yml')
    const steps: { run?: string; uses?: string; env?: Record<string, string> }[] = runs.steps

    for (const { uses } of steps) expect(uses ?? '').toMatch(/^(?:actions\/[\w-]+@[0-9a-f]{40})?$/)
    for (const { run: script, env = {} } of steps) {
      if (script === undefined) continue
      expect(existsSync(path.join(root, /\$GITHUB_ACTION_PATH\/([\w./-]+)/.exec(script)?.[1] ?? '?'))).toBe(true)
      expect(script).not.toContain('${{')
      // What has a token runs nothing on the files of a pull request.
      expect(env).not.toMatchObject({ GH_TOKEN: expect.anything(), MOPS_COMMAND: expect.anything() })
      for (const [, name] of Object.values(env)
        .join(' ')
        .matchAll(/inputs\.([\w-]+)/g))
        expect(inputs).toHaveProperty(String(name))
    }
  })

  test('the documentation names the address and the release of the manifest', () => {
    const { repository, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    const address = repository.url.replace(/^git\+|\.git$/g, '')
    const [major] = version.split('.')
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8')

    expect(page.match(/(?<=uses: )(?!actions\/|github\/)[^\s@`]+@v\d+/g)).toEqual([
      `${address.replace('https://github.com/', '')}@v${major}`,
    ])
    expect(page.match(/(?<=repo: )\S+/g)).toEqual([address])
    expect(page).toContain(`rev: v${version}`)
    const { script, variables } = read('ci/mops.gitlab-ci.yml').mops
    expect(script.join()).toContain(`"${name}@$MOPS_VERSION"`)
    expect(variables.MOPS_VERSION).toBe(version)
  })

  test('the hooks and the job run commands that there are', () => {
    const commands = spawnSync(process.execPath, [launcher, '--help'], { encoding: 'utf8' }).stdout
    const hooks: { entry: string }[] = read('.pre-commit-hooks.yaml')
    const job: string[] = read('ci/mops.gitlab-ci.yml').mops.script.filter((one: string) => !one.startsWith('mkdir '))

    for (const text of [...hooks.map(({ entry }) => entry), ...job]) {
      const [, command] = /^(?:mops|node \/opt\/mops\/node_modules\/mops-plan\/bin\/mops\.cjs) (\w+)/.exec(text) ?? []
      expect(commands).toMatch(new RegExp(`^ {2}${command} `, 'm'))
    }
  })
})
