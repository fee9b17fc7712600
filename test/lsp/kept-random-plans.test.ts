import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { broken, brokenEdit, standingFaults } from '../broken-edits.js'
import { EditedFiles, type Given, judgeFiles } from '../judged-files.js'
import { edited, randomEdit, randomPlan, textOf } from './random-plans.js'

function startWith(text: string): Given {
  return { root: 'plan.mops', files: { 'plan.mops': text }, today: '2027-02-12' }
}

/** Everything that is found, with places and fixes; in a text that was edited and in one that was read afresh. */
function expectSame(files: EditedFiles, text: string): void {
  const [now, then] = [files.judged(), judgeFiles(startWith(text))]
  expect(now.findings.map((one) => JSON.stringify(one))).toEqual(then.findings.map((one) => JSON.stringify(one)))
  expect(now.ignored).toEqual(then.ignored)
}

describe('the findings after edits of random plans', () => {
  it('are those of the text read afresh, whether hours, dates, marks, units, periods, holidays or absences have changed', () => {
    const step = fc.record({ edit: randomEdit, isLookedAt: fc.boolean() })
    fc.assert(
      fc.property(randomPlan, fc.array(step, { minLength: 2, maxLength: 8 }), (first, steps) => {
        const files = new EditedFiles(startWith(textOf(first)))
        files.judged()
        let plan = first
        for (const { edit, isLookedAt } of steps) {
          plan = edited(plan, edit)
          files.type(textOf(plan))
          if (isLookedAt) expectSame(files, textOf(plan))
        }
        expectSame(files, textOf(plan))
      }),
      { numRuns: 60 },
    )
  })

  it('are those of the text read afresh while it is broken, in one place or many', () => {
    const faults = fc.subarray(Object.values(standingFaults), { maxLength: 4 })
    fc.assert(
      fc.property(
        randomPlan,
        faults,
        fc.array(fc.oneof(brokenEdit, randomEdit), { minLength: 2, maxLength: 6 }),
        (first, standing, edits) => {
          let plan = first
          let text = standing.join('') + textOf(plan)
          const files = new EditedFiles(startWith(text))
          files.judged()
          for (const edit of edits) {
            if ('at' in edit) text = broken(text, edit)
            else {
              plan = edited(plan, edit)
              text = standing.join('') + textOf(plan)
            }
            files.type(text)
            expectSame(files, text)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are those of the text read afresh after every keystroke of an element that is typed, and taken back', () => {
    const example = readFileSync(path.resolve(import.meta.dirname, '../../examples/email-churn-q1.mops'), 'utf8')
    const at = example.indexOf('\n[ ] task') + 1
    const typed = '[ ] task new_one "New" @ben 4h {\n  due 2027-02-19\n  note """Two\nlines"""\n}\n'
    const files = new EditedFiles(startWith(example))
    files.judged()
    for (const length of [...Array(typed.length + 1).keys(), typed.length - 2, 30, 9, 0]) {
      const text = example.slice(0, at) + typed.slice(0, length) + example.slice(at)
      files.type(text)
      if (length % 4 === 0 || length > typed.length - 4) expectSame(files, text)
    }
  })
})

describe('a task whose days follow from its effort', () => {
  const planWith = (works: string) => `strategy spring "Spring" period 2027-01-04 .. 2027-03-31 owner ben stage approved
person ben "Ben Cole" works ${works} per week
[ ] task write "Write" @ben start 2027-03-15 effort 40h
`

  it('ends later when its assignee works less, though its start is written', () => {
    const files = new EditedFiles(startWith(planWith('40h')))
    const ends = () => files.judged().findings.filter(({ code }) => code === 'schedule/outside-plan-period').length
    expect(ends()).toBe(0)
    files.type(planWith('8h'))
    expect(ends()).toBe(1)
    files.type(planWith('40h'))
    expect(ends()).toBe(0)
  })
})
