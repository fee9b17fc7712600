// Coverage-guided fuzzing: `npm run fuzz -- plan 600` fuzzes one target for so many seconds, `MOPS_SEED=7` makes it go another way.
// What it learns stays in `out/fuzz/corpus`, what it finds in `out/fuzz/findings`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { instrument } from './fuzz/instrument.mjs'
import { fuzz } from './fuzz/loop.mjs'
import { randomFrom } from './fuzz/mutate.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = path.join(root, 'out/fuzz')
const corpora = path.join(root, 'test/fuzz/corpus')

const targets = readdirSync(corpora).sort()
const [name = '', seconds = '60'] = process.argv.slice(2)
if (!targets.includes(name) || !(Number(seconds) > 0)) {
  console.error(`Usage: npm run fuzz -- TARGET [SECONDS]\nTARGET is one of ${targets.join(', ')}.`)
  process.exit(2)
}

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['test/fuzz/targets.ts'],
  bundle: true,
  write: false,
  packages: 'external', // only the code of mops guides the fuzzer
  format: 'esm',
  platform: 'node',
  target: 'node22',
})
const { code, count } = instrument(outputFiles[0].text)
const program = path.join(out, 'targets.mjs')
mkdirSync(out, { recursive: true })
writeFileSync(program, code)

const taken = new Uint8Array(count)
globalThis.__taken = taken
const { targets: functions, seeds } = await import(pathToFileURL(program).href)

const folder = path.join(corpora, name)
const result = await fuzz({
  target: functions[name],
  taken,
  seeds: [...readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8')), ...seeds()[name]],
  words: words(),
  random: randomFrom(Number(process.env.MOPS_SEED ?? 20270104)),
  until: performance.now() + Number(seconds) * 1000,
  grown: path.join(out, 'corpus', name),
  findings: path.join(out, 'findings', name),
  beat: watched(),
})
console.log(`${result.report}, ${Math.round(process.cpuUsage().user / 1e6)} s of processor time`)
process.exit(result.faults > 0 ? 1 : 0)

/** The keywords and signs of the grammar. */
function words() {
  const grammar = path.join(root, 'src/language/grammar')
  const texts = readdirSync(grammar)
    .filter((file) => file.endsWith('.langium'))
    .map((file) => readFileSync(path.join(grammar, file), 'utf8'))
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/'([^'\n]+)'/g)].map(([, word]) => word)))].sort()
}

/** A thread that keeps the text and ends the run when one text takes more than two minutes; to be told each text before it is run. */
function watched() {
  const shared = new SharedArrayBuffer(64 * 1024)
  const [times, bytes] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)]
  const watch = ({ shared, file }) => {
    const { writeFileSync } = require('node:fs')
    const [times, bytes] = [new Int32Array(shared, 0, 2), new Uint8Array(shared, 8)]
    let last = -1
    setInterval(() => {
      if (times[0] === last) {
        writeFileSync(file, bytes.slice(0, times[1]))
        console.error(`A text takes more than two minutes: ${file}`)
        process.kill(process.pid, 'SIGKILL')
      }
      last = times[0]
    }, 120_000)
  }
  const file = path.join(out, 'endless')
  new Worker(`(${watch})(require('node:worker_threads').workerData)`, { eval: true, workerData: { shared, file } }).unref()
  const encoder = new TextEncoder()
  return (text) => {
    times[1] = encoder.encodeInto(text, bytes).written
    times[0]++
  }
}
