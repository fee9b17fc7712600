import { expect, it } from 'vitest'
import { createPlan } from '../../plan/model/create-plan.js'
import { readPlanText } from '../read/read-file.js'
import { outlineOf } from './outline.js'

function outline(text: string) {
  const file = readPlanText('plan.mops', text)
  const source = { root: 'plan.mops', files: [file], faults: [], filesWithFailedImports: new Set<string>(), data: undefined }
  return outlineOf(createPlan(source, { clock: '2027-01-04' }))
}

it('lists goals with what is left to do for each, tasks first', () => {
  const { goals, loose } = outline(`goal clicks "More clicks" { }
goal churn { }
milestone launch "Launch" for clicks
[ ] task write "Write" for clicks, churn { due 2027-02-12 }
[!] task send for churn { blocked because "No list" }
[x] task plan for clicks
[-] task drop for clicks
[ ] task tidy "Tidy up"
[ ] task lost for nowhere
`)
  const write = { name: 'write', title: 'Write', due: '2027-02-12', isBlocked: false }
  const launch = { name: 'launch', title: 'Launch', due: undefined, isBlocked: false }
  expect(goals).toMatchObject([
    { name: 'clicks', title: 'More clicks', tasks: 2, done: 1, open: [write, launch] },
    { name: 'churn', title: 'churn', tasks: 2, done: 0, open: [write, { name: 'send', title: 'send', isBlocked: true }] },
  ])
  expect(loose.map(({ name }) => name)).toEqual(['tidy', 'lost'])
})

it('says how far each goal is SMART', () => {
  const [goal] = outline('goal clicks "More people click" { scope email }\nchannel email "Email"').goals
  expect(goal?.letters.map(({ letter }) => letter).join('')).toBe('SMART')
  expect(goal?.letters.at(-1)).toEqual({ letter: 'T', state: 'missing' })
})

it('lists one of two goals with the same name, and what serves them once', () => {
  const { goals } = outline('goal clicks "One"\ngoal clicks "Two"\n[ ] task write for clicks, clicks')
  expect(goals.map(({ title, open }) => [title, open.length])).toEqual([['One', 1]])
})
