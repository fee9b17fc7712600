import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folder } from './cli/mops.js'

const launcher = fileURLToPath(new URL('../bin/mops.cjs', import.meta.url))

test('says in one line that the Node is too old, and exits with 2', () => {
  const onOldNode = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require(${JSON.stringify(launcher)})`

  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', onOldNode], { encoding: 'utf8' })

  expect(stderr).toBe('mops needs Node.js 22 or newer; this is 18.20.4.\n')
  expect(stdout).toBe('')
  expect(status).toBe(2)
})

test('says in one sentence that it is not built, and exits with 2', () => {
  const root = folder({})
  cpSync(path.dirname(launcher), path.join(root, 'bin'), { recursive: true })

  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'bin/mops.cjs'), 'check'], { encoding: 'utf8' })

  expect(stderr).toBe(`mops is not built: out/cli/main.cjs is missing in ${root}. Run \`npm ci && npm run build\` there.\n`)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
