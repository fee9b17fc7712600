import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { mutated } from './mutate.mjs'

const longestText = 3000
/** Milliseconds. */
const longestShrinking = 10_000

/**
 * Runs a target on mutated texts of a corpus and keeps each text that takes a branch which no other has taken, or takes one clearly more
 * often. What the target throws is kept once for each place that it is thrown from. Ends at the given time of `performance.now()`.
 */
export async function fuzz({ target, taken, seeds, words, random, until, grown, findings, beat }) {
  const best = new Uint8Array(taken.length)
  const corpus = []
  const kinds = new Set()
  let runs = 0
  let current = ''

  /** Runs a text; true when it shows something new. */
  const isNew = async (text) => {
    taken.fill(0)
    current = text
    beat(text)
    try {
      await target(text)
    } catch (error) {
      await note(text, error)
    }
    runs++
    let isNews = false
    for (let index = 0; index < taken.length; index++) {
      const step = taken[index] ? 8 - Math.clz32(taken[index]) + 24 : 0
      if (step <= best[index]) continue
      best[index] = step
      isNews = true
    }
    return isNews
  }

  const note = async (text, error) => {
    const kind = kindOf(error)
    if (kinds.has(kind)) return
    kinds.add(kind)
    const small = await shrunk(text, target, kind, beat)
    const id = nameOf(kind)
    mkdirSync(findings, { recursive: true })
    writeFileSync(path.join(findings, id), small)
    writeFileSync(path.join(findings, `${id}.txt`), `${error.stack ?? error}\n${JSON.stringify(small)}\n`)
    console.log(`Found ${id}: ${String(error.message ?? error).slice(0, 200)}\n  ${JSON.stringify(small.slice(0, 300))}`)
  }

  process.on('unhandledRejection', (error) => note(current, error))
  mkdirSync(grown, { recursive: true })
  const earlier = readdirSync(grown).map((name) => readFileSync(path.join(grown, name), 'utf8'))
  for (const text of [...seeds, ...earlier]) if (await isNew(text)) corpus.push(text)
  const report = () => {
    const branches = best.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0)
    return `${runs} runs, ${corpus.length} texts, ${branches} of ${best.length} branches, ${kinds.size} kinds of faults`
  }
  console.log(`The seeds: ${report()}`)

  let told = performance.now()
  while (performance.now() < until) {
    // The newest texts more often: what is behind them was seen least.
    const text = random.below(3) ? random.pick(corpus) : corpus[corpus.length - 1 - random.below(Math.min(50, corpus.length))]
    const other = mutated(text, random, { words, other: random.pick(corpus) }).slice(0, longestText)
    if (await isNew(other)) {
      corpus.push(other)
      writeFileSync(path.join(grown, nameOf(other)), other)
    }
    if (performance.now() - told > 30_000) {
      told = performance.now()
      console.log(report())
    }
  }
  return { runs, texts: corpus.length, faults: kinds.size, report: report() }
}

function nameOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** The first words of the message and the functions on the stack: equal for what is most probably the same fault. */
function kindOf(error) {
  const stack = String(error?.stack ?? error)
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const [message = ''] = stack.split('\n')
  return [message.replace(/\d+|`[^`]*`/g, '').slice(0, 60), ...places.slice(0, 5).map((line) => line.replace(/.*at (\S+).*/, '$1'))].join(
    '\n',
  )
}

/** A shorter text with the same fault: ranges are left out as long as it stays. */
async function shrunk(text, target, kind, beat) {
  const fails = async (candidate) => {
    beat(candidate)
    try {
      await target(candidate)
      return false
    } catch (error) {
      return kindOf(error) === kind
    }
  }
  let small = text
  const until = performance.now() + longestShrinking
  for (let length = Math.ceil(text.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let at = 0; at < small.length; ) {
      if (performance.now() > until) return small
      const candidate = small.slice(0, at) + small.slice(at + length)
      if (await fails(candidate)) small = candidate
      else at += length
    }
  }
  return small
}
