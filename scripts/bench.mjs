// Measures every pass on generated plans of growing size, and the cold command line next to an empty Node.
// node scripts/bench.mjs [--rules] [SIZE …]   --rules also lists the rules that take longest or grow fastest
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = path.join(root, 'out/bench/passes.mjs')
const mops = process.env.MOPS_UNDER_TEST ?? path.join(root, 'bin/mops.cjs')
const written = process.argv
  .slice(2)
  .filter((one) => !one.startsWith('-'))
  .map(Number)
const sizes = written.length > 0 ? written : [100, 1000, 5000, 20000]
const runsOf = (tasks) => (tasks <= 1000 ? 9 : tasks <= 5000 ? 5 : 3)

const usageScript = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('usage ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS)
})`

await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/passes.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})

console.log(`Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
const results = sizes.map((tasks) => JSON.parse(run([bundle, String(tasks), String(runsOf(tasks))]).stdout))
passes()
if (process.argv.includes('--rules')) slowRules()
coldRuns()

function run(parameters) {
  const result = spawnSync(process.execPath, parameters, { encoding: 'utf8', maxBuffer: 1e9, cwd: root })
  if (result.status !== 0 && result.status !== 1) throw new Error(result.stderr)
  return result
}

/** Milliseconds by pass and size, and the exponent with which the time grows from the second size to the last: 1 is linear. */
function passes() {
  const names = Object.keys(results[0].times).sort((a, b) => (a === 'total') - (b === 'total'))
  row('', ...results.map(({ tasks }) => `${tasks} tasks`), 'exponent', '× per 10 ×')
  for (const name of names)
    row(name, ...results.map(({ times }) => `${times[name].toFixed(1)} ms`), ...growth(results.map(({ times }) => times[name])))
  row('lines', ...results.map(({ lines }) => String(lines)))
  row('lines per s', ...results.map(({ lines, times }) => String(Math.round((lines / times.total) * 1000))))
  row('findings', ...results.map(({ findings }) => String(findings)))
  row('peak memory', ...results.map(({ megabytes }) => `${Math.round(megabytes)} MB`))
}

function growth(times) {
  const from = Math.min(1, times.length - 1)
  const to = times.length - 1
  if (from === to) return []
  const exponent = Math.log(times[to] / times[from]) / Math.log(results[to].tasks / results[from].tasks)
  return [exponent.toFixed(2), (10 ** exponent).toFixed(1)]
}

function slowRules() {
  console.log('')
  const last = results.at(-1)
  const codes = Object.keys(last.ruleTimes).sort((a, b) => last.ruleTimes[b] - last.ruleTimes[a])
  for (const code of codes.slice(0, 25))
    row(
      code,
      ...results.map(({ ruleTimes }) => `${ruleTimes[code].toFixed(1)} ms`),
      ...growth(results.map(({ ruleTimes }) => ruleTimes[code])),
    )
}

/** Cold starts alternate with the empty Node, so that a busy machine slows both; of each the shortest counts. */
function coldRuns() {
  const folder = mkdtempSync(path.join(tmpdir(), 'mops-bench-'))
  const usage = path.join(folder, 'usage.cjs')
  writeFileSync(usage, usageScript)
  const plans = [1000, 5000].map((tasks) => {
    const file = path.join(folder, `${tasks}.mops`)
    writeFileSync(file, run([bundle, String(tasks), '0']).stdout)
    return { name: `${tasks} tasks`, file, most: tasks === 1000 ? 12 : undefined }
  })
  const small = path.join(root, 'examples/email-churn-q1.mops')
  if (existsSync(small)) plans.unshift({ name: 'small example', file: small, most: 6 })
  console.log('')
  row('cold start', 'time', '× node -e 0', 'processor', '× node -e 0', 'at most', 'peak memory')
  for (const { name, file, most } of plans) {
    const empty = shortest()
    const check = shortest()
    for (let round = 0; round < 12; round++) {
      empty.add(cold(usage, ['-e', '0']))
      check.add(cold(usage, [mops, 'check', file]))
    }
    const ratio = (key) => (check[key] / empty[key]).toFixed(1)
    const ms = (key) => `${check[key].toFixed(0)} ms`
    row(
      name,
      ms('elapsed'),
      ratio('elapsed'),
      ms('processor'),
      ratio('processor'),
      most ? String(most) : '',
      `${Math.round(check.memory)} MB`,
    )
  }
}

function shortest() {
  return {
    elapsed: Number.POSITIVE_INFINITY,
    processor: Number.POSITIVE_INFINITY,
    memory: 0,
    add({ elapsed, processor, memory }) {
      this.elapsed = Math.min(this.elapsed, elapsed)
      this.processor = Math.min(this.processor, processor)
      this.memory = Math.max(this.memory, memory)
    },
  }
}

/** Milliseconds on the clock, milliseconds of processor time on all threads, peak memory in MB. */
function cold(usage, parameters) {
  const start = process.hrtime.bigint()
  const { stderr } = run(['--require', usage, ...parameters])
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6
  const [processor = 0, memory = 0] = (/usage (\d+) (\d+)/.exec(stderr) ?? []).slice(1).map(Number)
  return { elapsed, processor: processor / 1000, memory: memory / 1024 }
}

function row(name, ...cells) {
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(13)).join(''))
}
