import { expect, test } from 'vitest'
import { gitProgram } from './git-program.js'

const windows = (PATH: string) => ({ platform: 'win32' as const, env: { PATH } })

test('on Windows git is the one of the PATH, and never one that lies in the working folder', () => {
  const there = new Set(['C:\\Git\\cmd\\git.exe', 'git.exe', 'tools\\git.exe', 'D:\\other\\git.exe'])
  const isThere = (file: string) => there.has(file)
  expect(gitProgram(windows('.;;tools;C:\\none;C:\\Git\\cmd;D:\\other'), isThere)).toBe('C:\\Git\\cmd\\git.exe')
  expect(isThere(gitProgram(windows('.;tools'), isThere))).toBe(false)
})

test('elsewhere the system finds it', () => {
  expect(gitProgram({ platform: 'linux', env: { PATH: '/usr/bin' } }, () => false)).toBe('git')
})
