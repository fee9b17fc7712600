import { ok } from 'node:assert/strict'
import { columnsOf } from '../../src/language/workspace/data-columns.js'
import { knownFindingsSchema } from '../../src/report/findings-schema.js'
import { readConfiguration } from '../../src/rules/engine/read-configuration.js'
import { families } from '../../src/rules/engine/rule.js'
import { rules } from '../../src/rules/generated/registry.js'
import { inTime } from './in-time.js'

const stages = ['draft', 'review', 'approved', 'running', 'closed'] as const
const levels: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off', undefined]

/** Reads any text whatever as a configuration, a list of known findings and a table. */
export function settingsFiles(text: string): void {
  inTime(text, () => {
    configuration(text)
    knownFindings(text)
    for (const path of ['data.csv', 'data.tsv', 'data.json']) columnsOf(path, text)
    ok(Object.keys(Object.prototype).length === 0 && !('level' in {}), 'The prototype of all objects has changed')
  })
}

function configuration(text: string): void {
  const { problems, level, option } = readConfiguration('mops.config.json', text, rules)
  for (const { place, message } of problems) {
    const slip = /undefined|NaN|\[object/.exec(message)?.[0]
    ok(slip === undefined || text.includes(slip), `A problem says: ${message}`)
    ok(0 <= place.start && place.start <= place.end && place.end <= text.length, `A problem is at ${place.start}..${place.end}`)
  }
  for (const { code, options } of rules) {
    const family = families.find((one) => code.startsWith(`${one}/`))
    if (!family) throw new Error(`${code} is of no family.`)
    for (const stage of stages) ok(levels.includes(level(code, family, stage)), `${code} has the level ${level(code, family, stage)}`)
    for (const name of Object.keys(options ?? {})) option(code, name)
  }
}

function knownFindings(text: string): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return
  }
  const { data } = knownFindingsSchema.safeParse(value)
  for (const { fingerprint } of data?.findings ?? []) ok(/^[0-9a-f]{16}$/.test(fingerprint), `A fingerprint is ${fingerprint}`)
}
