import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { generatedPlan } from '../bench/generated-plan.js'
import { folder, git, launcher, put } from './mops.js'

/** Big enough that no machine is done with it before a person begins to wonder. */
const plan = generatedPlan(6000)
const root = folder({ 'plan.mops': plan })
git(root, 'init', '-q', '-b', 'main')
git(root, 'add', '-A')
git(root, 'commit', '-q', '-m', 'first')
put(root, { 'plan.mops': plan.replace('owner person_0', 'owner person_1') })

const beginning = '\r\u001B[K'
const quiet = { CI: '', NO_COLOR: '', TERM: 'xterm-256color' }

/** Runs mops on a pseudo terminal and returns what a person would have got to see, in order. What is printed goes to a file. */
function onTerminal(command: string, env: Readonly<Record<string, string>> = {}, output = '> /dev/null'): string {
  const line = `'${process.execPath}' '${launcher}' ${command} ${output}`
  const { stdout, error } = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { ...process.env, ...quiet, ...env },
    timeout: 120_000,
  })
  if (error) throw error
  return stdout
}

// `script` of util-linux gives a process a terminal.
describe.runIf(process.platform === 'linux')('long work on a terminal', () => {
  test.each([
    ['check .', 'Checking plans'],
    ['diff main', 'Comparing plans'],
    ['render plan.mops', 'Drawing the plan'],
  ])(
    'mops %s shows that it goes on, and clears that away',
    (command, text) => {
      const shown = onTerminal(command)

      expect(shown).toContain(`${beginning}- ${text}`)
      expect(shown.endsWith(beginning)).toBe(true)
      expect(shown.split(beginning).filter((line) => !/^(?:[-\\|/] [A-Za-z ]+)?$/.test(line))).toEqual([])
    },
    120_000,
  )

  test('ends before anything is printed', () => {
    const shown = onTerminal('check .', { NO_COLOR: '1' }, '')

    expect(shown.slice(shown.lastIndexOf(beginning) + beginning.length)).toMatch(/^plan\.mops\r\n/)
    expect(shown.slice(0, shown.lastIndexOf(beginning))).not.toContain('plan.mops')
  }, 120_000)

  test.each<[string, Readonly<Record<string, string>>]>([
    ['in continuous integration', { CI: 'true' }],
    ['on a terminal that understands no control characters', { TERM: 'dumb' }],
  ])(
    'nothing is shown %s',
    (_, env) => {
      expect(onTerminal('check .', env)).toBe('')
    },
    120_000,
  )
})
