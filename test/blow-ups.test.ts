import { describe, expect, it, test } from 'vitest'
import { applyEdits, editsOfFix } from '../src/language/edits/text-edits.js'
import { effortOf } from '../src/plan/people/effort.js'
import { load } from '../src/plan/schedule/load.js'
import { shapes } from './bench/blow-up-texts.js'
import { judgeFiles } from './judged-files.js'

const root = 'plan.mops'

function filesOf(name: string, n: number) {
  const shape = shapes.find((one) => one.name === name)
  if (!shape) throw new Error(`There is no shape ${name}.`)
  return shape.files(n)
}

function judged(name: string, n: number) {
  return judgeFiles({ root, files: filesOf(name, n) })
}

function size(files: Readonly<Record<string, string>>): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0)
}

describe('what is told of a text', () => {
  it.each(shapes.map(({ name }) => name))('grows no faster than the text does: %s', (name) => {
    const [small, middle, large] = [25, 50, 100].map((n) => {
      const files = filesOf(name, n)
      return { text: size(files), told: JSON.stringify(judgeFiles({ root, files }).findings).length }
    })
    if (!small || !middle || !large) throw new Error('Three sizes were asked for.')
    const first = (middle.told - small.told) / (middle.text - small.text)
    const second = (large.told - middle.told) / (large.text - middle.text)

    expect(second).toBeLessThanOrEqual(Math.max(first * 1.3, 2))
  })
})

describe('each task after all before it', () => {
  const name = 'each task after all before it'
  const codes = ['schedule/redundant-dependency', 'schedule/due-before-predecessor']

  it('is one finding of each kind at each task', () => {
    const { findings } = judged(name, 30)

    for (const code of codes) expect(findings.filter((finding) => finding.code === code).length).toBeLessThan(30)
    expect(findings.find((finding) => finding.code === codes[0])?.message).toBe(
      '`t2` waits for `t0` already by way of `t1`. One line is enough.',
    )
    expect(findings.findLast((finding) => finding.code === codes[0])?.message).toBe(
      '`t29` waits for `t0`, `t1`, `t2`, `t3`, `t4` and 23 more already by way of the other names. Those are enough.',
    )
  })

  it('is mended by the fix of each finding', () => {
    const files = filesOf(name, 12)
    const { findings, plan } = judgeFiles({ root, files })
    const fixes = findings.flatMap(({ code, fixes: [first] }) => (code === codes[0] && first ? [first] : []))
    const edits = fixes.flatMap((fix) => editsOfFix(fix, { text: (file) => files[file], plan }))
    const { text, leftOut } = applyEdits(files[root] ?? '', edits)

    expect(leftOut).toEqual([])
    expect(text).toContain('after t10')
    expect(judgeFiles({ root, files: { [root]: text } }).findings.filter(({ code }) => code === codes[0])).toEqual([])
  })
})

describe('a team of too many people', () => {
  const name = 'one team of n people, n tasks of the team'

  it('shares its work out among nobody, and is told so once', () => {
    const { plan, findings } = judged(name, 51)
    const [task] = plan.all('task')

    expect(load(plan).people).toEqual([])
    expect(task && effortOf(plan, task).shares.size).toBe(0)
    expect(findings.filter(({ code }) => code === 'schedule/group-too-large')).toHaveLength(1)
    expect(findings.map(({ code }) => code)).not.toContain('schedule/over-capacity')
    expect(findings.map(({ code }) => code)).not.toContain('schedule/unassigned')
  })

  it('is judged person by person up to the limit', () => {
    const { plan, findings } = judged(name, 50)

    expect(load(plan).people).toHaveLength(50)
    expect(findings.map(({ code }) => code)).not.toContain('schedule/group-too-large')
    expect(load(plan).of('p7')?.total).toBe('100')
  })
})

test('every ignore of an element counts as needed where one finding is silenced', () => {
  const { findings, ignored } = judged('n ignores on an element with n findings', 20)

  expect(findings.map(({ code }) => code)).not.toContain('hygiene/ignore-without-effect')
  expect(ignored.filter(({ code }) => code === 'hygiene/link-not-a-url')).toHaveLength(20)
})
