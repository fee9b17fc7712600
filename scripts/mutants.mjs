// Mutation tests of the domain and the rules: `npm run mutants -- FILES…` tries all mutants of some files (globs); `--sample PERCENT` those
// of a random sample of their lines, or of all lines; `--seed N` takes another sample; `--kept` tries the code that keeps something between
// edits, all of it or the files named, with the tests that speak for it. Ends with each survivor, and the score by folder.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { globSync } from 'tinyglobby'

const root = fileURLToPath(new URL('..', import.meta.url))
const tools = path.join(root, 'test/mutation/tool')
const results = path.join(root, 'out/mutation/mutants.json')
const noResult = ['CompileError', 'Ignored', 'RuntimeError', 'Pending']

/** What is kept from one version of a text or plan to the next. */
const keeping = [
  'src/plan/model/{dependencies,memory,once,plan-change}.ts',
  'src/plan/schedule/step-days.ts',
  'src/rules/engine/found-before.ts',
  'src/language/read/{chunks,file-places,read-regions,regions,reread,text-change}.ts',
  'src/language/lsp/moved-finding.ts',
]

const { values, positionals: named } = parseArgs({
  options: { kept: { type: 'boolean', default: false }, sample: { type: 'string' }, seed: { type: 'string', default: '20270104' } },
  allowPositionals: true,
})
const positionals = values.kept && named.length === 0 ? keeping : named
const share = Number(values.sample) / 100
if (values.sample === undefined ? positionals.length === 0 : !(share > 0 && share <= 1)) {
  console.error('Name the files to mutate, or `--sample PERCENT`: there are some 26 000 mutants, a few seconds each.')
  process.exit(2)
}

const files = globSync(positionals.length > 0 ? positionals : ['src/{plan,rules}/**/*.ts'], {
  cwd: root,
  ignore: ['**/*.test.ts', '**/generated/**'],
}).sort()
const mutated = values.sample === undefined ? files : files.flatMap(sampled)
if (mutated.length === 0) {
  console.error('No file matches, or the sample is empty.')
  process.exit(2)
}

// Their 177 packages are of no use to anything else, so that they are installed here and not by each `npm ci`.
if (!existsSync(path.join(tools, 'node_modules'))) run('npm', ['ci', '--prefix', tools])
run('npm', ['run', '--silent', 'generate'])
run(
  process.execPath,
  [
    path.join(tools, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'test/mutation/stryker.config.mjs',
    ...['--mutate', mutated.join(',')],
  ],
  { TZ: 'Pacific/Kiritimati', ...(values.kept && { MOPS_MUTANTS: 'kept' }) }, // a worker thread takes its time zone from the process
)
report(JSON.parse(readFileSync(results, 'utf8')).files)

/**
 * Ranges of a file, four lines each, that a hash chooses: the same seed takes the same. A mutant belongs to the sample when it lies within,
 * so that one of a longer block, which tests notice more easily, does not.
 */
function sampled(file) {
  const count = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length
  const starts = Array.from({ length: Math.ceil(count / 4) }, (_, index) => 4 * index + 1)
  return starts
    .filter((start) => createHash('sha256').update(`${values.seed} ${file} ${start}`).digest().readUInt32BE() / 2 ** 32 < share)
    .map((start) => `${file}:${start}-${Math.min(start + 3, count)}`)
}

function run(command, args, env) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** Counts by folder and by file, and each mutant that no test noticed. */
function report(files) {
  const counted = Object.entries(files)
    .map(([file, { mutants, source }]) => [file, mutants.filter(({ status }) => !noResult.includes(status)), source])
    .filter(([, mutants]) => mutants.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [file, mutants, source] of counted) {
    for (const { status, mutatorName, replacement, location } of mutants.filter((mutant) => !isKilled(mutant))) {
      const { start, end } = location
      const text = source.split('\n').slice(start.line - 1, end.line)
      text.push(text.pop().slice(0, end.column - 1))
      text[0] = text[0].slice(start.column - 1)
      console.log(`${file}:${start.line}:${start.column} ${status} ${mutatorName}\n  ${text.join('\n  ')}\n→ ${replacement}\n`)
    }
  }
  const folders = Map.groupBy(counted, ([file]) => path.dirname(file))
  for (const [title, groups] of [
    ['file', counted.map(([file, mutants]) => [file, mutants])],
    ['folder', [...folders].map(([folder, its]) => [folder, its.flatMap(([, mutants]) => mutants)])],
    ['all', [['all', counted.flatMap(([, mutants]) => mutants)]]],
  ]) {
    console.log(`\n| ${title} | mutants | killed | timed out | survived | not covered | score |\n|---|--:|--:|--:|--:|--:|--:|`)
    for (const [name, mutants] of groups) {
      const of = (wanted) => mutants.filter(({ status }) => status === wanted).length
      const score = (100 * mutants.filter(isKilled).length) / mutants.length
      const counts = [mutants.length, of('Killed'), of('Timeout'), of('Survived'), of('NoCoverage'), `${score.toFixed(1)} %`]
      console.log(`| ${[name, ...counts].join(' | ')} |`)
    }
  }
  const untested = counted.flatMap(([, mutants]) =>
    mutants.filter(({ status, testsCompleted }) => status === 'Survived' && !testsCompleted),
  )
  if (untested.length > 0) console.log(`\n${untested.length} of the survivors met no test at all: the figures do not hold.`)
}

function isKilled({ status }) {
  return status === 'Killed' || status === 'Timeout'
}
