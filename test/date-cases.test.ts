import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../src/language/workspace/workspace.js'
import { spanGrain } from '../src/plan/formula/value.js'
import { goalTime } from '../src/plan/numbers/goal-time.js'
import { daysBetween, isoWeek, weekday } from '../src/plan/quantity/days.js'
import { followingSpan, parsePeriod, periodAt, previousPeriod } from '../src/plan/quantity/periods.js'

const page = readFileSync(new URL('../docs/dates.md', import.meta.url), 'utf8')

/** The cells of the table under a heading of the page, without its head. */
function cases(heading: string): string[][] {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}

describe('the page about dates says what is computed', () => {
  test('has its four tables', () => {
    const sizes = ['Periods', 'Days', 'Before and after', 'Durations'].map((heading) => cases(heading).length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10)
  })

  test.each(cases('Periods'))('of the period %s', (written, first, last) => {
    const period = parsePeriod(written ?? '')
    expect(period.ok ? [period.start, period.end] : ['none', period.reason]).toEqual([first, last])
  })

  test.each(cases('Days'))('of the day %s', (date = '', ...expected) => {
    const dayOfYear = daysBetween(`${date.slice(0, 4)}-01-01`, date) + 1
    const found = [weekday(date), dayOfYear, isoWeek(date), periodAt('month', date).text, periodAt('quarter', date).text]
    expect(found.map(String)).toEqual(expected)
    expect(periodAt('week', date).text).toBe(expected[2])
  })

  test.each(cases('Before and after'))('of the span %s .. %s', (start = '', end = '', before, after) => {
    const grain = spanGrain({ start, end })
    expect(grain ? previousPeriod({ grain, start }).text : 'none').toBe(before)
    const next = followingSpan({ start, end })
    expect(`${next.start} .. ${next.end}`).toBe(after)
  })

  test.each(cases('Durations'))('of the time from %s on, %s long', (start, duration, last) => {
    const workspace = new Workspace()
    workspace.setText('plan.mops', `strategy s "S" period ${start} .. 2030-12-31\ngoal g "G" timebound within ${duration}\n`)
    const plan = workspace.plan('plan.mops', { clock: '2027-01-04' })
    const [goal] = plan?.all('goal') ?? []
    expect(plan && goal && goalTime(plan, goal).deadline).toBe(last)
  })
})
