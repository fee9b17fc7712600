import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { mops } from './mops.js'

const script = (shell: string) => mops(['completion', shell]).stdout

describe('in bash', () => {
  const complete = (words: readonly string[]) => {
    const list = words.map((word) => `'${word}'`).join(' ')
    const text = `${script('bash')}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _mops; printf '%s\\n' "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', text], { encoding: 'utf8' }).stdout.trim().split('\n')
  }

  test('commands are completed', () => {
    expect(complete(['mops', 'ta'])).toEqual(['tasks'])
  })

  test('options are those of the command', () => {
    expect(complete(['mops', 'tasks', '--'])).toEqual([
      '--mine',
      '--of',
      '--due',
      '--late',
      '--blocked',
      '--priority',
      '--format',
      '--today',
      '--help',
    ])
  })
})

test.each(['zsh', 'fish'])('%s knows every command', (shell) => {
  const commands = [...mops(['--help']).stdout.matchAll(/^ {2}([a-z]+) (?=[ [])/gm)].map(([, name]) => name ?? '')
  expect(commands.length).toBeGreaterThan(10)

  for (const command of commands.filter((one) => one !== 'help')) expect(script(shell)).toContain(command)
})
