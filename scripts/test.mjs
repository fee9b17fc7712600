// Runs every part of the test suite in turn, goes on after a failure, and ends with one line: `312 passed, 0 failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vitestResults = 'out/test/vitest.json'

/**
 * `command` runs with the repository's own tools first on the path. `needs` are packages without which the part cannot run, `ready` is a
 * command that finds or fetches the rest of what it needs, and fails when it cannot.
 * A part without `count` counts as one test.
 */
const parts = [
  { name: 'build', command: 'npm run --silent build', needs: ['langium-cli', 'esbuild'] },
  { name: 'types', command: 'npm run --silent typecheck', needs: ['typescript'] },
  { name: 'lint and format', command: 'npm run --silent lint', needs: ['@biomejs/biome'] },
  { name: 'floors', command: 'npm run --silent floors', needs: ['@biomejs/biome'] },
  { name: 'dead code', command: 'npm run --silent knip', needs: ['knip'] },
  {
    name: 'unit and integration tests',
    command: `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json=${vitestResults}`,
    needs: ['vitest'],
    count: countVitest,
  },
  { name: 'package of the extension', command: 'node scripts/package.mjs', needs: ['@vscode/vsce'] },
  {
    name: 'tests in VS Code',
    ready: 'node scripts/vscode-ready.mjs',
    command: `npm run --silent vscode -- --reporter=default --reporter=json --outputFile.json=${vitestResults}`,
    needs: ['vitest', '@vscode/test-electron', 'playwright-core'],
    count: countVitest,
  },
]

const total = { passed: 0, failed: 0, skipped: 0 }
const troubles = []

for (const part of parts) {
  console.log(`\n── ${part.name}`)
  const reason = whyNot(part)
  if (reason) {
    console.log(reason)
    troubles.push(reason)
    if (process.env.CI) total.failed += 1
    else total.skipped += 1
    continue
  }
  rmSync(`${root}/${vitestResults}`, { force: true })
  const { status, signal } = spawnSync(part.command, { cwd: root, shell: true, stdio: 'inherit' })
  const succeeded = status === 0
  const count = part.count?.(succeeded) ?? { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  if (!succeeded) troubles.push(`${part.name} failed (${signal ?? `exit ${status}`}): ${part.command}`)
}

console.log('')
for (const trouble of troubles) console.log(trouble)
if (total.skipped > 0) console.log(`${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
// Nothing run is nothing proven.
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** Why a part cannot run here. */
function whyNot({ name, needs, ready }) {
  const missing = needs.filter((one) => !existsSync(`${root}/node_modules/${one}`))
  if (missing.length > 0) return `${name} cannot run: ${missing.join(', ')} is not installed. Run \`npm ci\`.`
  if (!ready) return undefined
  const { status, stderr } = spawnSync(ready, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8' })
  return status === 0 ? undefined : `${name} cannot run: ${stderr.trim()}`
}

/** Tests by result; a test file that does not load, or a runner that dies, counts as one failure. */
function countVitest(succeeded) {
  if (!existsSync(`${root}/${vitestResults}`)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(`${root}/${vitestResults}`, 'utf8'),
  )
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  const failed = numFailedTests + unloaded.length
  return {
    passed: numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}
