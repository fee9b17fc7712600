import { expect, test } from 'vitest'
import * as plan from '../../plan/quantity/dates.js'
import { dateOf, dayNumber, weekdayOf } from './days.js'

test('days are counted and named as the plan counts and names them', () => {
  for (let day = -800_000; day < 800_000; day += 997) {
    const date = plan.dateOf(day)
    if (!/^[1-9]\d{3}-/.test(date)) continue
    expect([dateOf(day), dayNumber(date), weekdayOf(day)]).toEqual([date, day, plan.weekdayOf(day)])
  }
})
