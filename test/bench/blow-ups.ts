import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Files, type Shape, shapes } from './blow-up-texts.js'
import { amount, atMost, type Figure, type Unit } from './figures.js'
import { inFolder, mopsCommand, type Usage, usageOf } from './processes.js'

/** Beyond what a plan of nothing takes; below, a figure is lost in the noise, however it grows. */
const judgedFrom: Readonly<Record<keyof Usage, number>> = { processor: 200, memory: 40, printed: 20_000 }

const units: Readonly<Record<keyof Usage, readonly [words: string, unit: Unit, perUnit: number]>> = {
  processor: ['processor', 'ms', 1],
  memory: ['memory', 'MB', 1],
  printed: ['output', 'kB', 1000],
}

const rounds = 2

/** Texts that would have a check take more and more time, memory or paper, at two sizes of which one is about twice the other. */
export function blowUps(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const nothing = await leastUsage(folder, { 'plan.mops': '' })
    const figures: Figure[] = []
    for (const shape of shapes) figures.push(await figureOf(folder, shape, nothing))
    return figures
  })
}

async function figureOf(folder: string, { name, size, files }: Shape, nothing: Usage): Promise<Figure> {
  const texts = [files(Math.floor(size / 2)), files(size)] as const
  const [half, whole] = [await leastUsage(folder, texts[0]), await leastUsage(folder, texts[1])]
  const doublings = Math.log2(lengthOf(texts[1]) / lengthOf(texts[0]))
  const keys = ['processor', 'memory', 'printed'] as const
  const grown = keys.map((key) => {
    const [first, second] = [half[key] - nothing[key], whole[key] - nothing[key]]
    const isJudged = second >= judgedFrom[key]
    return { key, factor: isJudged ? (second / Math.max(first, second / 16)) ** (1 / doublings) : 0 }
  })
  const worst = grown.reduce((most, one) => (one.factor > most.factor ? one : most))
  const detail = keys.map((key) => {
    const [words, unit, perUnit] = units[key]
    return `${words} ${amount(half[key] / perUnit, unit)}, ${amount(whole[key] / perUnit, unit)}`
  })
  return {
    part: 'blow-ups',
    what: name,
    value: worst.factor,
    unit: '×',
    limit: atMost(2.3),
    detail: [
      `${amount(lengthOf(texts[1]) / 1000, 'kB')} of text`,
      ...detail,
      worst.factor === 0 ? 'too short to judge' : `worst ${units[worst.key][0]}`,
    ].join('; '),
  }
}

async function leastUsage(folder: string, files: Files): Promise<Usage> {
  const place = path.join(folder, String(lengthOf(files)), String(Object.keys(files).length))
  mkdirSync(place, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text)
  let least: Usage = { processor: Number.POSITIVE_INFINITY, memory: Number.POSITIVE_INFINITY, printed: 0 }
  for (let round = 0; round < rounds; round++) {
    const { processor, memory, printed } = await usageOf(mopsCommand(path.join(folder, 'cache'), place, 'check'))
    least = { processor: Math.min(least.processor, processor), memory: Math.min(least.memory, memory), printed }
  }
  return least
}

function lengthOf(files: Files): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0)
}
