import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Shows mops at work: what it says about the examples, and one of them as a page.

const root = fileURLToPath(new URL('..', import.meta.url))
const example = 'examples/one-automation-tool/plan.mops'
const page = path.join(root, 'out/pages/one-automation-tool.html')

mops(['check', 'examples', '--fail-on', 'never'], 'inherit')
console.log('What the data of an example say, beside what its plan says:')
mops(['measure', 'examples/newsletter', '--number', 'churn'], 'inherit')
mkdirSync(path.dirname(page), { recursive: true })
writeFileSync(page, mops(['render', example], 'pipe'))
console.log(`The same plan as a page:\n${page}`)

function mops(words, stdout) {
  const { status, stdout: written } = spawnSync(process.execPath, ['bin/mops.cjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) process.exit(status ?? 1)
  return written
}
