import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { format } from '../src/language/format/format.js'
import { Workspace } from '../src/language/workspace/workspace.js'
import type { Plan } from '../src/plan/model/plan.js'
import { workCsv } from '../src/report/work-export/csv.js'
import { readConfiguration } from '../src/rules/engine/read-configuration.js'
import { rules } from '../src/rules/generated/registry.js'
import { folder, mops } from './cli/mops.js'

const head = `strategy s "S" period 2027-01-04 .. 2027-03-31 owner ben asof 2027-02-01
person ben "Ben" works 20h per week
`
const clock = '2027-02-01'

function judged(files: Readonly<Record<string, string>>) {
  const workspace = new Workspace()
  for (const [name, text] of Object.entries(files)) workspace.setText(name, text)
  return { workspace, ...workspace.judge({ clock }) }
}

function planOf(text: string): Plan {
  const plan = judged({ 'plan.mops': text }).workspace.plan('plan.mops', { clock })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

const count = (length: number, line: (at: number) => string) => Array.from({ length }, (_, at) => line(at)).join('')

/** Names that every object has, or that change what all objects have. */
const inherited = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'isPrototypeOf']

describe('names that objects have by themselves', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort()

  test.each(inherited)('%s is a name like any other in a plan and all that is made of it', (name) => {
    const text = `${head}person ${name} "P ${name}" works 8h per week
stakeholder st_${name} "St" contact ${name} needs "x" power high interest high
measure ${name}_m "M" in mails per month sum
goal g "G" { relevant to st_${name} measurable ${name}_m from 1 in 2027-01 to 2 in 2027-03 timebound 2027-01-04 .. 2027-03-31 owner ${name} }
[ ] task t_${name} "T" for g @${name} 8h start 2027-02-01 due 2027-02-05 category ${name}
`
    const cwd = folder({ 'plan.mops': text, 'mops.config.json': `{ "rules": { "${name}": "off", "smart": { "${name}": "off" } } }` })
    const exported = JSON.parse(mops(['export', 'plan.mops'], { cwd }).stdout)
    expect(JSON.stringify(exported)).toContain(`"P ${name}"`)
    expect(mops(['tasks', '--of', name], { cwd }).stdout).toContain(`t_${name}`)
    const { stdout, stderr } = mops(['check', '--format', 'json', '--fail-on', 'never', '.'], { cwd })
    expect(stderr).toBe('')
    expect(stdout).not.toMatch(/native code|\[object/)
    expect(stdout).toContain(`no rule \`${name}\``)
    expect(mops(['render', 'plan.mops'], { cwd }).stdout).toContain(`P ${name}`)
  })

  test.each(inherited)('%s names nothing where nobody has declared it', (name) => {
    const { findings } = judged({
      'plan.mops': `${head}[ ] task t "T" @${name} 8h for ${name} after ${name}\nmetric m "M" in mails = ${name} * 2\n`,
    })
    const unknown = findings.filter(({ code, message }) => code === 'plan/unknown-name' && message.includes(`\`${name}\``))
    expect(unknown.length).toBeGreaterThanOrEqual(4)
  })

  test('change nothing as keys of a configuration, or of known findings', () => {
    const text =
      '{ "rules": { "__proto__": { "level": "off", "polluted": true }, "constructor": { "prototype": { "polluted": true } } }, "__proto__": { "polluted": true } }'
    const configuration = readConfiguration('mops.config.json', text, rules)
    expect(configuration.level('polluted', 'smart', 'draft')).toBeUndefined()
    expect(configuration.option('__proto__', 'polluted')).toBeUndefined()
    const known =
      '{ "version": 1, "findings": [{ "fingerprint": "x", "code": "a", "file": "b", "message": "c", "__proto__": { "polluted": 1 } }] }'
    const cwd = folder({ 'plan.mops': head, 'known.json': known })
    expect(mops(['check', '--known', 'known.json', '.'], { cwd }).stderr).toContain('`known.json` is no list of known findings')
    expect('polluted' in {}).toBe(false)
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before)
  })

  test('are columns of a data file like any other', () => {
    const files = {
      'plan.mops': `${head}source d "D" file "d.csv" owner ben dated day\nmeasure a "A" in mails sum from d.__proto__\nmeasure b "B" in mails sum from d.constructor\n`,
    }
    const cwd = folder({ ...files, 'd.csv': 'day,__proto__\n' })
    const { stdout } = mops(['check', '.'], { cwd })
    expect(stdout).toContain('has no column `constructor`')
    expect(stdout).not.toContain('has no column `__proto__`')
  })
})

describe('a small text that stands for an endless one', () => {
  test('formulas that double a hundred times are judged and shown', () => {
    const text = `${head}source p "P" owner ben\nmeasure m0 "M" in mails per month sum from p\n${count(100, (at) => `metric m${at + 1} "M" in mails = m${at} + m${at}\n`)}`
    const { findings } = judged({ 'plan.mops': text })
    for (const { message } of findings) expect(message.length).toBeLessThan(1000)
    const cwd = folder({ 'plan.mops': text })
    for (const words of [
      ['export', 'plan.mops'],
      ['render', 'plan.mops'],
      ['render', '--format', 'md', 'plan.mops'],
    ])
      expect(mops(words, { cwd }).stdout.length).toBeLessThan(3_000_000)
  })

  test('imports that double fifty times, and in a circle, are read once', () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) =>
        [
          ['a', 'b'],
          ['b', 'a'],
        ].map(([own, other]) => [
          `${own}${at}.mops`,
          `import "a${at + 1}.mops"\nimport "b${at + 1}.mops"\nimport "${other}${at}.mops"\nperson ${own}${at} "P"\n`,
        ]),
      ).flat(),
    )
    const { workspace } = judged({ 'plan.mops': `import "a0.mops"\n${head}`, ...files, 'a50.mops': '', 'b50.mops': '' })
    expect(workspace.plan('plan.mops', { clock })?.files).toHaveLength(103)
  })

  test('thousands of imports that lead nowhere are one finding each', () => {
    const { findings } = judged({ 'plan.mops': count(5000, (at) => `import "nothing${at}.mops"\n`) })
    expect(findings.filter(({ code }) => code === 'plan/unresolved-import')).toHaveLength(5000)
  })

  test('steps that wait for each other in twos a hundred times are scheduled', () => {
    const steps = count(
      100,
      (at) => `[ ] task a${at + 1} "A" @ben 1h after a${at}, b${at}\n[ ] task b${at + 1} "B" @ben 1h after a${at}, b${at}\n`,
    )
    expect(judged({ 'plan.mops': `${head}[ ] task a0 "A" @ben 1h\n[ ] task b0 "B" @ben 1h\n${steps}` }).findings.length).toBeGreaterThan(0)
  })

  test('ten thousand clauses in one line are mended in one go', () => {
    const cwd = folder({ 'plan.mops': `${head}goal g "G" { ${'owner ben '.repeat(10_000)}}\n` })
    expect(mops(['check', '--fix', '.'], { cwd }).stderr).toBe('')
    expect(readFileSync(path.join(cwd, 'plan.mops'), 'utf8').match(/owner ben/g)).toHaveLength(2)
  })

  test('a stakeholder for each of a thousand goals makes a page of a size that can be read', () => {
    const text = `${head}${count(1000, (at) => `stakeholder s${at} "S" contact ben\ngoal g${at} "G" { relevant to s${at} }\n`)}`
    expect(mops(['render', 'plan.mops'], { cwd: folder({ 'plan.mops': text }) }).stdout.length).toBeLessThan(20_000_000)
  })
})

describe('huge values', () => {
  test.each([
    ['digits', `measure n "N" in mails\nmetric x "X" in mails = n * ${'9'.repeat(100_000)}\n`],
    ['decimals', `measure n "N" in mails\nmetric x "X" in mails = n / 0.${'0'.repeat(100_000)}1\n`],
    ['an exponent', 'measure n "N" in mails\nmetric x "X" in mails = n * 1e999999999\n'],
    ['an effort', `[ ] task t "T" @ben ${'9'.repeat(30)}h start 2027-01-04\n`],
    ['years', '[ ] task t "T" @ben 999999999999 years start 2027-01-04\n'],
    ['dates', '[ ] task t "T" @ben 8h start 1900-01-01 due 2199-12-31\ngoal g "G" { timebound 9999 .. 1900-01-01 }\n'],
    ['a rhythm', 'stakeholder st "St" contact ben\ncommunication c "C" to st every 1 day on 1900-01-01 owner ben\n'],
    [
      'a product of products',
      `source p "P" owner ben\nmeasure n "N" in mails per month sum from p\nactual n ${'9'.repeat(30)} in 2027-01\nmetric c0 "C" in mails = n * ${'9'.repeat(30)}\n${count(40, (at) => `metric c${at + 1} "C" in mails = c${at} * c${at}\n`)}goal g "G" { measurable c40 from 1 in 2027-01 to 2 in 2027-03 }\n`,
    ],
  ])('%s are read, or said to be too large', (_, text) => {
    for (const { message } of judged({ 'plan.mops': head + text }).findings) {
      expect(message).not.toMatch(/NaN|Infinity|undefined/)
      expect(message.length).toBeLessThan(2000)
    }
    for (const words of [
      ['export', '-'],
      ['render', '-'],
      ['export', '-', '--format', 'ics'],
    ])
      expect(mops(words, { input: head + text })).toMatchObject({ status: 0, stderr: '' })
  })

  test('a plan that ends with the calendar is judged as any other', () => {
    const input = `${head.replace('2027-01-04 .. 2027-03-31', '9999')}stakeholder st "St" contact ben\ncommunication c "C" to st every day owner ben\n`
    expect(mops(['render', '-'], { input })).toMatchObject({ status: 0, stderr: '' })
    const { findings } = judged({ 'plan.mops': input })
    expect(findings.map(({ code }) => code)).not.toContain('plan/period-too-long')
  })
})

describe('long texts against regular expressions', () => {
  const length = 50_000
  const texts = {
    blanks: ' '.repeat(length),
    'blanks with an end': `${' '.repeat(length)}x`,
    tabs: '\\t'.repeat(length),
    digits: '1'.repeat(length),
    'digits with commas': '1,'.repeat(length),
    letters: 'a'.repeat(length),
    'half an address': 'a.'.repeat(length),
  }

  test.each(Object.entries(texts))('%s are judged, formatted and printed', (_, long) => {
    const text = `${head}stakeholder a "${long}" needs "${long}" contact ben
goal g "${long}" { specific "${long}" relevant to a because "${long}" owner ben }
[ ] task t "${long}" for g @ben 8h note "${long}" link "${long}"
/** ${long.replaceAll('*/', '')} */
metric m "${long}" { in mails owner ben = ${long.replaceAll('"', '').slice(0, 2000)} }
`
    judged({ 'plan.mops': text })
    expect(format(text).length).toBeGreaterThan(length)
    expect(mops(['render', '-', '--format', 'md'], { input: text })).toMatchObject({ status: 0, stderr: '' })
  })
})

test('a title cannot be a formula of a spreadsheet', () => {
  const plan = planOf(
    `${head}${['=1+1', '+1', '-1', '@SUM(A1)', '\\t=1', '\\u003d1'].map((title, at) => `[ ] task t${at} "${title}" @ben 1h\n`).join('')}`,
  )
  const cells: string[][] = parse(workCsv(plan), { record_delimiter: '\r\n' })
  for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
})

describe('the threat model', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const rows = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\|.*`(?:src|ci|test|bin)\//.test(line))

  test('names for every threat what stops it and what tests it, and all of that is there', () => {
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) {
      const named = [...row.matchAll(/`((?:src|ci|test|\.github)\/[\w./-]+)`/g)].map(([, file = '']) => file)
      expect({ row, hasTest: named.some((file) => file.includes('.test.')) }).toEqual({ row, hasTest: true })
      for (const file of named) expect(readdirSync(path.join(root, path.dirname(file)))).toContain(path.basename(file))
    }
  })

  test('names functions in the files that declare them', () => {
    const named = rows.flatMap((row) => [...row.matchAll(/((?:`\w+`(?: and )?)+) in `((?:src|ci|test|bin)\/[\w./-]+)`/g)])
    const declared = ([, names = '', file = '']: readonly string[]) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const words = [...names.matchAll(/`(\w+)`/g)].map(([, word]) => word)
      return words.map((word) => [word, file, new RegExp(`(?:function|const|class) ${word}\\b|^  (?:static )?${word}\\(`, 'm').test(text)])
    }
    expect(named.length).toBeGreaterThan(10)
    expect(named.flatMap(declared).filter(([, , isThere]) => !isThere)).toEqual([])
  })
})
