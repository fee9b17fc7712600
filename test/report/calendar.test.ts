import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Plan } from '../../src/plan/model/plan.js'
import { firstWorkingDayFrom } from '../../src/plan/quantity/calendar.js'
import { addDays, addMonths, weekday } from '../../src/plan/quantity/days.js'
import { planCalendar } from '../../src/report/work-export/ics.js'
import { seriesOf } from '../../src/report/work-export/series.js'
import { judgePlan, plans } from '../example-files.js'

function planOf(text: string, file = 'plan.mops'): Plan {
  const workspace = new Workspace()
  workspace.setText(file, text)
  const plan = workspace.plan(file, { clock: '2027-01-04' })
  if (!plan) throw new Error('There is no plan.')
  return plan
}

function eventsOf(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

/** All events of a calendar as `DATE SUMMARY`, series and what departs from them as the reader unfolds them. */
function unfolded(text: string): string[] {
  const all = eventsOf(text)
  return all
    .filter((event) => !event.isRecurrenceException())
    .flatMap((event) => {
      for (const other of all) if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other)
      if (!event.isRecurring()) return [`${event.startDate} ${event.summary}`]
      const iterator = event.iterator()
      const days: string[] = []
      for (let next = iterator.next(); next; next = iterator.next()) {
        const { startDate, item } = event.getOccurrenceDetails(next)
        days.push(`${startDate} ${item.summary}`)
      }
      return days
    })
    .sort()
}

const head = (name: string, from = '2027-01-01', to = '2027-03-31') => `strategy ${name} "Spring" period ${from} .. ${to} owner lead
person lead "Lead"
measure leads "Leads" in leads per month sum
`
const goal = (...checkpoints: readonly string[]) => `goal more "More leads" {
  measurable leads increase from 100 in 2026-12 to 200 in 2027-03
  timebound by 2027-03-31
  owner lead
${checkpoints.map((one) => `  checkpoint ${one}\n`).join('')}}
`

describe('an entry', () => {
  const uids = (plan: Plan) => eventsOf(planCalendar(plan)).map(({ uid }) => uid)

  test.each(plans)('of %s has a UID of its own, makes nobody busy, and ends after it begins', (name) => {
    const read = eventsOf(planCalendar(judgePlan(name).plan)).filter((event) => !event.isRecurrenceException())

    expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length)
    for (const { component, startDate, endDate, summary } of read) {
      expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
      expect(endDate.compare(startDate)).toBe(1)
      expect(summary).not.toBe('')
    }
  })

  test('keeps its UID when its date changes, also that of two checkpoints on one day', () => {
    const before = uids(planOf(head('spring') + goal('2027-02-26', '2027-02-26 at 150')))
    const after = uids(planOf(head('spring') + goal('2027-03-05', '2027-02-26 at 150')))

    expect(before).toEqual(after)
    expect(new Set(before).size).toBe(3)
  })

  test('has another UID than that of the same name in another place, for somebody else, or in another plan', () => {
    const text = head('spring') + goal('2027-02-26')
    const others = [
      planOf(text),
      planOf(text, 'client_b/plan.mops'),
      planOf(head('spring for "Client B"') + goal('2027-02-26')),
      planOf(head('spring_b') + goal('2027-02-26')),
    ]

    expect(new Set(others.flatMap(uids)).size).toBe(others.length * 2)
  })

  test('of a step, a send and a goal that share a title are told apart', () => {
    const plan = planOf(`${head('spring')}campaign spring_mail "Mail" owner lead {
  send 2027-02-01 "One"
  send 2027-02-01 "One"
  send 2027-02-02 " "
}
[ ] task one "One" due 2027-02-01 takes 1wd
review one_review "One" on 2027-02-01
`)

    expect(unfolded(planCalendar(plan))).toEqual([
      '2027-02-01 One',
      '2027-02-01 One',
      '2027-02-01 One',
      '2027-02-01 One',
      '2027-02-02 Mail',
    ])
    expect(new Set(uids(plan)).size).toBe(5)
  })

  test('is newer in a later export', () => {
    const plan = planOf(head('spring') + goal('2027-02-26'))
    const [before, after] = ['2027-01-04', '2027-01-05'].map((today) => eventsOf(planCalendar(plan, today))[0])

    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1)
    expect(String(after?.component.getFirstPropertyValue('dtstamp'))).toBe('2027-01-05T00:00:00Z')
  })
})

describe('a communication that is repeated', () => {
  const days = (clauses: string, strategy = head('spring')) =>
    unfolded(planCalendar(planOf(`${strategy}communication note "Note" to lead ${clauses} owner lead expect "News"\n`)))

  test('is one event with a rule, from its first day to the end of the plan', () => {
    const text = planCalendar(planOf(`${head('spring')}communication note "Note" to lead on 2027-03-01 every 2 week owner lead\n`))

    expect(text).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270329\r\n')
    expect(unfolded(text)).toEqual(['2027-03-01 Note', '2027-03-15 Note', '2027-03-29 Note'])
  })

  test('begins with the plan where it says no day, on a working day', () => {
    expect(days('every month', head('spring', '2027-05-01', '2027-07-31'))).toEqual([
      '2027-05-03 Note',
      '2027-06-03 Note',
      '2027-07-05 Note',
    ])
  })

  test('ends where it says so', () => {
    expect(days('on 2027-01-04 every week until 2027-01-17')).toEqual(['2027-01-04 Note', '2027-01-11 Note'])
  })

  test('takes the last day of a month that has not the day', () => {
    expect(days('on 2027-08-31 every month', head('autumn', '2027-08-01', '2028-02-29'))).toEqual([
      '2027-08-31 Note',
      '2027-09-30 Note',
      '2027-11-01 Note', // 31 October is a Sunday
      '2027-11-30 Note',
      '2027-12-31 Note',
      '2028-01-31 Note',
      '2028-02-29 Note',
    ])
  })

  test('takes the last day of a February where it has not the day', () => {
    expect(days('on 2027-01-29 every month', head('spring', '2027-01-01', '2027-03-31'))).toEqual([
      '2027-01-29 Note',
      '2027-03-01 Note', // 28 February is a Sunday
      '2027-03-29 Note',
    ])
  })

  test('is on the working days when it is every day, without holidays', () => {
    const strategy = head('spring', '2027-01-07', '2027-01-14').replace(' owner', ' holidays 2027-01-12 owner')

    expect(days('every day', strategy)).toEqual(['07', '08', '11', '13', '14'].map((day) => `2027-01-${day} Note`))
  })

  test('takes place on the days that counting by hand gives, whatever the rule', () => {
    const { calendar } = planOf(head('spring').replace(' owner', ' holidays 2027-05-17, 2027-08-02 .. 2027-08-13 owner'))
    const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
    fc.assert(
      fc.property(fc.nat(1200), fc.integer({ min: 1, max: 5 }), grains, fc.nat(400), (offset, count, grain, length) => {
        const first = addDays('2026-12-01', offset)
        const until = addDays(first, length)
        const place = { file: 'plan.mops', start: 0, end: 0 }
        const cadence = { count, grain, until: { date: until, place }, place } as const
        const series = seriesOf(cadence, first, until, calendar)
        const start = firstWorkingDayFrom(calendar, first)
        const expected = new Set<string>()
        for (let at = 0; at <= length; at++) {
          const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }[grain] * count * at
          const day = months > 0 ? addMonths(start, months) : addDays(start, at * count * (grain === 'week' ? 7 : 1))
          if (day > until && at > 0) break
          if (grain !== 'day' || count > 1 || calendar.workdays.includes(weekday(day))) expected.add(firstWorkingDayFrom(calendar, day))
        }

        const moved = new Map(series.moved.map(({ from, to }) => [from, to]))
        const rule = ICAL.Recur.fromString(series.rule).iterator(ICAL.Time.fromDateString(series.start))
        const found = [...series.added]
        for (let next = rule.next(); next; next = rule.next()) {
          const day = next.toString()
          const to = moved.has(day) ? moved.get(day) : day
          if (to !== undefined) found.push(to)
        }

        expect(found.sort()).toEqual([...expected].sort())
      }),
      { numRuns: 1000 },
    )
  })
})
