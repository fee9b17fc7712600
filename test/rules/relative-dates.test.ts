import { describe, expect, it } from 'vitest'
import { readPlanText } from '../../src/language/read/read-file.js'
import { createPlan } from '../../src/plan/model/create-plan.js'
import { schedule } from '../../src/plan/schedule/schedule.js'
import { said } from './said.js'

const frame = `strategy p "P" {
  period 2027-01-04 .. 2027-06-30
  holidays 2027-03-05
}
`

/** The dates of a step of a plan, judged before it begins. */
function datesIn(text: string, name: string) {
  const file = readPlanText('plan.mops', frame + text)
  expect(file.faults).toEqual([])
  const source = { root: 'plan.mops', files: [file], faults: [], filesWithFailedImports: new Set<string>(), data: undefined }
  return schedule(createPlan(source, { today: '2027-01-04', clock: '2027-01-04' })).of(name)
}

const launch = '[ ] milestone launch "Launch" due 2027-04-05\n' // a Monday

describe('a date that counts from something else', () => {
  it.each([
    ['8w before launch', '2027-02-08'],
    ['1mo before launch', '2027-03-04'], // 2027-03-05 is a holiday
    ['2d before launch', '2027-04-02'], // a Saturday, so the Friday before
    ['5d after launch', '2027-04-12'], // a Saturday, so the Monday behind
    ['1wd before launch', '2027-04-02'],
    ['22wd before launch', '2027-03-03'],
    ['2wd after launch', '2027-04-07'],
    ['0d after launch', '2027-04-05'],
    ['1w after start', '2027-01-11'],
    ['2wd before end', '2027-06-28'],
    ['1w before spring', '2027-03-01'],
    ['1w after spring', '2027-04-07'],
  ])('comes to a day: %s', (when, day) => {
    const campaign = 'campaign spring "Spring" period 2027-03-08 .. 2027-03-31\n'
    expect(datesIn(`${launch}${campaign}[ ] task brief "Brief" due ${when}`, 'brief')).toMatchObject({ end: day, due: day })
  })

  it('moves with what it counts from, over several', () => {
    const text = (day: string) => `[ ] milestone launch "Launch" due ${day} after brief
[ ] task brief "Brief" due 1w before pages after photos
[ ] task pages "Pages" start 2w before launch takes 2wd
[ ] task photos "Photos" takes 1wd`
    expect(datesIn(text('2027-04-05'), 'brief')).toMatchObject({ end: '2027-03-15' })
    expect(datesIn(text('2027-04-12'), 'brief')).toMatchObject({ end: '2027-03-22' })
    expect(datesIn(text('2027-04-12'), 'photos')).toMatchObject({ end: '2027-03-19', readyFor: 'brief' })
  })

  it('follows a step whose days are computed', () => {
    const text = `[ ] task a "A" start 2027-02-01 takes 5wd
[ ] task b "B" after a takes 5wd
[ ] task c "C" start 1wd after b takes 2wd
[ ] milestone m "M" due 1w after c`
    expect(datesIn(text, 'c')).toMatchObject({ start: '2027-02-15', end: '2027-02-16' })
    expect(datesIn(text, 'm')).toMatchObject({ end: '2027-02-23' })
  })

  it('counts from the day on which its anchor was done', () => {
    const text = '[x] milestone m "M" due 2027-02-01 done 2027-02-03\n[ ] task a "A" due 1w after m'
    expect(datesIn(text, 'a')).toMatchObject({ end: '2027-02-10' })
  })

  it('has no day where its anchor has none', () => {
    expect(datesIn('[ ] milestone m "M"\n[ ] task a "A" due 1w after m', 'a')).toMatchObject({ due: undefined, end: undefined })
  })

  it('is judged like one that is written', () => {
    const late = said('schedule/infeasible-chain', `[ ] task one "One" for keepable_mail @ben 2h takes 40wd due 2d after build_format`)
    expect(late.join()).toMatch(/^`one` is due 2027-\d\d-\d\d, and from today \(2027-02-12\) its work needs until /)
  })

  it('is in a loop where its anchor waits for it', () => {
    const text = `[ ] task one "One" for keepable_mail expects email_churn down @ben 2h due 2wd after two
[ ] task two "Two" for keepable_mail expects email_churn down @ben 2h after one`
    expect(said('schedule', text)).toEqual([
      '`one` waits for itself: `one` → `two` → `one`. A date that counts from a step waits for it too. Write one of the dates, or drop an `after`.',
    ])
  })

  it('stands where a day is taken and nowhere else, and counts in lengths of time', () => {
    expect(said('plan', 'review r "R" on 2d after build_format').join()).toMatch(/`on` takes a date/)
    expect(said('formula', '[ ] task a "A" due 5 EUR before build_format').join()).toMatch(/5 EUR/)
  })
})
