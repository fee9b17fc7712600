import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JudgedPlan } from '../../src/language/workspace/workspace.js'
import { dateOf, dayNumber } from '../../src/plan/quantity/days.js'
import type { Example } from '../../src/rules/engine/rule.js'
import { rules } from '../../src/rules/generated/registry.js'
import { judgeExample, overlaid } from '../example-plan.js'
import { EditedFiles, type Given, givenBy, judgeFiles } from '../judged-files.js'

function given(example: Example): Given {
  const { text } = judgeExample(example)
  const { earlier, isWhole, without }: Exclude<Example, string> = typeof example === 'string' ? { text: example } : example
  return givenBy(example, text, earlier === undefined || isWhole ? earlier : overlaid(earlier, without))
}

/** Everything that is found, with places and fixes; in a text that was edited and in one that was read afresh. */
function expectSame(files: EditedFiles, start: Given, text: string): void {
  const afresh = judgeFiles({ ...start, files: { ...start.files, [start.root]: text } })
  const [now, then] = [files.judged(), afresh]
  expect(now.findings.map((one) => JSON.stringify(one))).toEqual(then.findings.map((one) => JSON.stringify(one)))
  expect(now.ignored.map((one) => JSON.stringify(one))).toEqual(then.ignored.map((one) => JSON.stringify(one)))
}

/** Texts one behind the other, each an edit of the one before. */
function editsOf(text: string, good: string): string[] {
  const lines = text.split('\n')
  const at = Math.floor(lines.length * 0.6)
  const without = (index: number) => lines.toSpliced(index, 1).join('\n')
  const moved = `// One line more.\n${text}`
  return [
    moved,
    text,
    without(lines.length - 2),
    text,
    without(at),
    without(at + 1),
    text,
    text.replace('ben ', 'benno '),
    text,
    good,
    moved,
  ]
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  it('finds after edits what it finds in the same text read afresh', () => {
    const start = given(rule.bad)
    const files = new EditedFiles(start)
    files.judged()
    for (const text of editsOf(start.files[start.root] ?? '', judgeExample(rule.good).text)) {
      files.type(text)
      expectSame(files, start, text)
    }
  })
})

const edit = fc.record({
  line: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.constantFrom('date', 'hours', 'name', 'doubled', 'dropped', 'comment', 'swapped'),
  by: fc.nat(400),
})

/** A line with something in it changed, as the hand of an author would; or the same line where it holds no such thing. */
function changed(line: string, { what, by }: { readonly what: string; readonly by: number }): string[] {
  switch (what) {
    case 'date':
      return [line.replace(/\b2027-\d\d-\d\d\b/, dateOf(dayNumber('2026-12-01') + by))]
    case 'hours':
      return [line.replace(/\b\d+h\b/, `${by}h`)]
    case 'name':
      return [line.replace(/\b[a-z]+_[a-z_]+\b/, (name) => `${name}${by % 3}`)]
    case 'doubled':
      return [line, line]
    case 'dropped':
      return []
    case 'comment':
      return ['// One line more.', line]
    default:
      return [line.replace(/\b(after|for|consults|informs|owner) (\w+)\b/, '$1 nobody')]
  }
}

describe('after edits of large examples', () => {
  it.each(['email-churn-q1.mops', 'campaign-client.mops'])('%s has the findings of the text read afresh', (file) => {
    const whole = readFileSync(path.resolve(import.meta.dirname, '../../examples', file), 'utf8')
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
        const start: Given = { root: 'plan.mops', files: { 'plan.mops': whole }, today: '2027-02-12' }
        const files = new EditedFiles(start)
        files.judged()
        let text = whole
        for (const one of edits) {
          const lines = text.split('\n')
          const at = Math.floor(one.line * lines.length)
          text = lines.toSpliced(at, 1, ...changed(lines[at] ?? '', one)).join('\n')
          files.type(text)
          expectSame(files, start, text)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a task that waits for another', () => {
  const planWith = (due: string) => `strategy spring "Spring" period 2027-01-04 .. 2027-03-31 owner ben stage approved
person ben "Ben Cole" works 40h per week
[ ] task write "Write" @ben 4h start 2027-02-15 due ${due}
[ ] task send "Send" @ben takes 5d after write
`

  it('is looked at again when that one moves it, and when it moves back', () => {
    const said = (judged: JudgedPlan) =>
      judged.findings.filter(({ code, message }) => code === 'schedule/outside-plan-period' && message.includes('send')).length
    const start: Given = { root: 'plan.mops', files: { 'plan.mops': planWith('2027-02-19') }, today: '2027-02-12' }
    const files = new EditedFiles(start)
    expect(said(files.judged())).toBe(0)
    files.type(planWith('2027-03-30'))
    expect(said(files.judged())).toBe(1)
    files.type(planWith('2027-03-19'))
    expect(said(files.judged())).toBe(0)
  })

  it('is looked at again also when several edits came between two looks', () => {
    const start: Given = { root: 'plan.mops', files: { 'plan.mops': planWith('2027-02-19') }, today: '2027-02-12' }
    const files = new EditedFiles(start)
    files.judged()
    const moved = planWith('2027-03-30')
    files.type(moved)
    files.judged()
    files.type(moved.replace('"Write"', '"Write it"'))
    files.type(planWith('2027-03-29'))
    expectSame(files, start, planWith('2027-03-29'))
  })
})
