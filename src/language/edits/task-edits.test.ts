import { describe, expect, test } from 'vitest'
import type { Task } from '../../plan/elements/elements.js'
import { Workspace } from '../workspace/workspace.js'
import { blockedEdits, itemMarkEdits, markEdits, progressEdits } from './task-edits.js'
import type { TextEdit } from './text-edit.js'
import { applyEdits, type EditContext } from './text-edits.js'

function edited(text: string, edit: (task: Task, context: EditContext) => TextEdit[]): string {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  const task = plan?.all('task')[0]
  if (!plan || !task) throw new Error('There is no task.')
  const { text: after, leftOut } = applyEdits(text, edit(task, { text: () => text, plan }))
  expect(leftOut).toEqual([])
  return after
}

const on = '2027-02-12'

describe('a mark', () => {
  test('done writes the date behind the last clause', () => {
    const text = 'strategy s "S"\n[ ] task t "T" {\n  due      2027-02-19\n  for      g // why\n}\n'

    expect(edited(text, (task, context) => markEdits(task, 'done', on, context))).toBe(
      'strategy s "S"\n[x] task t "T" {\n  due      2027-02-19\n  for      g // why\n  done     2027-02-12\n}\n',
    )
  })

  test('done takes the line of a progress that it ends', () => {
    const text = 'strategy s "S"\n[~] task t "T" {\n  due      2027-02-19\n  blocked  because "x"\n  progress 70%\n}\n'

    expect(edited(text, (task, context) => markEdits(task, 'done', on, context))).toBe(
      'strategy s "S"\n[x] task t "T" {\n  due      2027-02-19\n  done     2027-02-12\n}\n',
    )
  })

  test('done again corrects the date', () => {
    const text = 'strategy s "S"\n[x] task t "T" due 2027-02-19 done 2027-02-01\n'

    expect(edited(text, (task, context) => markEdits(task, 'done', on, context))).toBe(text.replace('02-01', '02-12'))
  })

  test('any other removes the date', () => {
    const text = 'strategy s "S"\n[x] task t "T" due 2027-02-19 done 2027-02-01\n'

    expect(edited(text, (task, context) => markEdits(task, 'doing', on, context))).toBe('strategy s "S"\n[~] task t "T" due 2027-02-19\n')
  })

  test('is added where there is none', () => {
    expect(edited('strategy s "S"\n  task t "T"\n', (task, context) => markEdits(task, 'doing', on, context))).toBe(
      'strategy s "S"\n  [~] task t "T"\n',
    )
  })

  test('of a checklist item is its own', () => {
    const text = 'strategy s "S"\n[~] task t "T" {\n  [ ] "One"\n  [ ] "Two"\n}\n'

    expect(edited(text, ({ items: [, two] }, context) => (two ? itemMarkEdits(two, 'done', context) : []))).toContain(
      '[ ] "One"\n  [x] "Two"',
    )
  })
})

describe('progress', () => {
  test.each([
    ['0', '[ ] task t "T" progress 0%'],
    ['40', '[~] task t "T" progress 40%'],
    ['100', '[x] task t "T" done 2027-02-12'],
  ])('of %s gives %s', (percent, expected) => {
    const after = edited('strategy s "S"\n[~] task t "T" progress 10%\n', (task, context) => progressEdits(task, percent, on, context))

    expect(after).toBe(`strategy s "S"\n${expected}\n`)
  })
})

describe('blocked', () => {
  test('says why, with quotes escaped', () => {
    const after = edited('strategy s "S"\n[~] task t "T"\n', (task, context) => blockedEdits(task, 'Waits for\n"legal"', on, context))

    expect(after).toBe('strategy s "S"\n[!] task t "T" blocked because "Waits for \\"legal\\""\n')
  })

  test('no longer, and the reason goes', () => {
    const text = 'strategy s "S"\n[!] task t "T" blocked because "x"\n'

    expect(edited(text, (task, context) => blockedEdits(task, undefined, on, context))).toBe('strategy s "S"\n[~] task t "T"\n')
  })
})
