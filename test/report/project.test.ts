import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { lastWorkingDayUpTo } from '../../src/plan/quantity/calendar.js'
import { mspdi } from '../../src/report/work-export/mspdi.js'
import { livingItems } from '../../src/report/work-export/work-item.js'
import { judgePlan, plans } from '../example-files.js'
import { schedule } from './project-scheduler.js'
import { outOfOrder, projectOrder } from './schemas/mspdi.js'
import { children, xmlRoot } from './xml.js'

function planOf(steps: string, frame = 'period 2027-01-01 .. 2027-03-31'): Plan {
  const workspace = new Workspace()
  const strategy = `strategy s "S" { ${frame} asof 2027-01-08 owner lead }\nperson lead "Lead" works 40h per week\n`
  workspace.setText('plan.mops', strategy + steps)
  const plan = workspace.plan('plan.mops', { clock: '2027-01-08' })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

/** What a file says of each task, by title. */
function tasksOf(text: string): ReadonlyMap<string, Readonly<Record<string, string | null>>> {
  return new Map(
    [...xmlRoot(text).getElementsByTagName('Task')].map((task) => {
      const fields = Object.fromEntries(children(task).map((child) => [child.nodeName, child.textContent]))
      return [fields.Name ?? '', fields]
    }),
  )
}

/** The tasks whose dates a planner computes to be others than the file states. */
function disagreeing(plan: Plan): unknown[] {
  return schedule(mspdi(plan)).filter(
    ({ stated, computed }) => stated && (stated.start !== computed.start || stated.finish !== computed.finish),
  )
}

describe.each(plans)('the Project file of %s', (name) => {
  const { plan } = judgePlan(name)

  test('has its elements in the order of the schema', () => {
    expect(outOfOrder(xmlRoot(mspdi(plan)), projectOrder)).toEqual([])
  })

  test('states the dates that a planner computes from it', () => {
    expect(disagreeing(plan)).toEqual([])
  })

  test('has the finishes of the plan', () => {
    const tasks = tasksOf(mspdi(plan))
    for (const { title, dates } of livingItems(plan)) {
      const end = dates?.end
      if (end !== undefined) expect(tasks.get(title)?.Finish?.slice(0, 10)).toBe(lastWorkingDayUpTo(plan.calendar, end))
    }
  })
})

describe('the Project file', () => {
  test('gives a task that was done early the length that it had', () => {
    const plan = planOf('[x] task a "Early" @lead 16h start 2027-01-04 due 2027-01-08 done 2027-01-06\n')

    expect(tasksOf(mspdi(plan)).get('Early')).toMatchObject({
      Start: '2027-01-04T08:00:00',
      Finish: '2027-01-06T16:00:00',
      Duration: 'PT24H0M0S',
      ActualFinish: '2027-01-06T16:00:00',
    })
    expect(disagreeing(plan)).toEqual([])
  })

  test('keeps milestones in a chain on their days', () => {
    const plan = planOf(`[ ] task a "A" @lead start 2027-01-11 due 2027-01-13
[ ] milestone m "M" due 2027-01-14 after a
[ ] milestone n "N" after m
[ ] task b "B" @lead takes 2wd after n
[ ] milestone o "O" due 2027-01-11 after b
`)
    const tasks = tasksOf(mspdi(plan))

    expect(tasks.get('M')?.Finish).toBe('2027-01-14T16:00:00')
    expect(tasks.get('N')?.Finish).toBe('2027-01-15T16:00:00')
    expect(tasks.get('B')?.Start).toBe('2027-01-18T08:00:00')
    expect(tasks.get('O')).toMatchObject({ Start: '2027-01-11T16:00:00', ConstraintType: '2' })
    expect(disagreeing(plan)).toEqual([])
  })

  test.each([
    ['workweek mon..thu 10h', '08:00:00', '18:00:00', 'PT20H0M0S'],
    ['workweek mon..sat 7.5h', '08:00:00', '15:30:00', 'PT15H0M0S'],
    ['workweek mon..fri 20h', '04:00:00', '00:00:00', 'PT40H0M0S'],
  ])('works with %s', (workweek, from, to, length) => {
    const plan = planOf(
      '[ ] task a "A" @lead takes 2wd start 2027-01-11\n[ ] task b "B" @lead takes 2wd after a\n',
      `period 2027-01-01 .. 2027-03-31 ${workweek}`,
    )
    const a = tasksOf(mspdi(plan)).get('A')

    expect([a?.Start?.slice(11), a?.Finish?.slice(11), a?.Duration]).toEqual([from, to, length])
    expect(disagreeing(plan)).toEqual([])
  })

  test('says that a length is a guess where the plan has none', () => {
    const tasks = tasksOf(mspdi(planOf('[ ] task a "A" due 2027-01-12\n[ ] task b "B"\n')))

    expect(tasks.get('A')).toMatchObject({ Start: '2027-01-12T08:00:00', Duration: 'PT8H0M0S', Estimated: '1' })
    expect(tasks.get('B')).toMatchObject({ Duration: 'PT8H0M0S', Estimated: '1', ConstraintType: '0' })
    expect(tasks.get('B')).not.toHaveProperty('Start')
  })

  test('has no loop, no link twice and none to itself', () => {
    const plan = planOf(`phase p "P" {
  [ ] task a "A" start 2027-01-11 due 2027-01-12 after c
  [ ] task b "B" start 2027-01-11 due 2027-01-12 after a, p, a
}
[ ] task c "C" takes 1wd after p, b
`)
    const links = [...xmlRoot(mspdi(plan)).getElementsByTagName('Task')].map((one) => one.getElementsByTagName('PredecessorUID').length)

    expect(links.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
    expect(() => schedule(mspdi(plan))).not.toThrow()
  })

  const dates = fc.option(fc.nat(80).map((day) => new Date(Date.UTC(2026, 11, 25) + day * 86_400_000).toISOString().slice(0, 10)))
  const step = fc.record({
    isMilestone: fc.boolean(),
    mark: fc.constantFrom(' ', '/', 'x', '-'),
    start: dates,
    due: dates,
    done: dates,
    takes: fc.option(fc.constantFrom('1wd', '2w', '3d', '10h')),
    after: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
  })
  const frames = fc.constantFrom(
    'period 2027-01-01 .. 2027-03-31',
    'period 2027-Q1 workweek mon..thu 10h holidays 2027-01-12 .. 2027-01-19',
    'period 2027-Q1 workweek tue, sat, sun 6h',
    'workweek mon..fri 7.25h holidays 2027-01-18',
  )

  test('states dates that a planner computes from it, whatever the plan', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), frames, (steps, frame) => {
        const lines = steps.map(({ isMilestone, mark, start, due, done, takes, after }, at) =>
          [
            `[${mark}] ${isMilestone ? 'milestone' : 'task'} s${at} "S${at}"`,
            !isMilestone && start ? `start ${start}` : '',
            due ? `due ${due}` : '',
            mark === 'x' && done ? `done ${done}` : '',
            !isMilestone && takes ? `takes ${takes}` : '',
            after.some((other) => other < steps.length)
              ? `after ${after
                  .filter((other) => other < steps.length)
                  .map((other) => `s${other}`)
                  .join(', ')}`
              : '',
          ].join(' '),
        )
        const plan = planOf(`${lines.join('\n')}\n`, frame)

        expect(disagreeing(plan)).toEqual([])
        for (const { Start, Finish } of tasksOf(mspdi(plan)).values()) expect((Start ?? '') <= (Finish ?? '')).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
