import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const launcher = fileURLToPath(new URL('../bin/mops.cjs', import.meta.url))

test('says in one line that the Node is too old, and exits with 2', () => {
  const onOldNode = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require(${JSON.stringify(launcher)})`

  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', onOldNode], { encoding: 'utf8' })

  expect(stderr).toBe('mops needs Node.js 22 or newer; this is 18.20.4.\n')
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
