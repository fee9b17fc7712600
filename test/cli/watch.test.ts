import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folder, launcher } from './mops.js'

const plan = 'strategy small "Small" owner ben period 2027-01-04 .. 2027-03-31 asof 2027-02-12\nperson ben "Ben" works 24h per week\n'

test('mops watch checks again when a file changes, and ends when it is told to', async () => {
  const root = folder({ 'plan.mops': plan })
  const child = spawn(process.execPath, [launcher, 'watch'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const until = async (found: () => boolean) => {
    for (const end = Date.now() + 20_000; !found() && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 50))
  }

  await until(() => output.includes('Waiting for changes.'))
  const first = output
  // The watcher needs a moment before it sees what changes.
  await until(() => {
    writeFileSync(path.join(root, 'plan.mops'), plan.replace('owner ben', 'owner bem'))
    return output.includes('`bem`')
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')

  expect(await ended).toBe(0)
  expect(first).not.toContain('`bem`')
  expect(output).toContain('[plan/unknown-name]')
})
