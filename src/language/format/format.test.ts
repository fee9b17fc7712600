import { describe, expect, it } from 'vitest'
import { format } from './format.js'

const formatted = (text: string) => {
  const once = format(text)
  expect(format(once)).toBe(once)
  return once
}

describe('formatting', () => {
  it('puts one clause on a line in braces, and what follows in a column', () => {
    expect(formatted('goal  more   "More" { owner   ben measurable clicks   to 5\n\n\n\n  note "x" }')).toBe(
      'goal more "More" {\n  owner      ben\n  measurable clicks to 5\n\n  note       "x"\n}\n',
    )
  })

  it('keeps short elements on one line and sets neighbours in columns', () => {
    expect(formatted('channel email "Email" owner ben\nchannel   stand_up   "Stand-up" owner chidi\n\nchannel web')).toBe(
      'channel email    "Email"    owner ben\nchannel stand_up "Stand-up" owner chidi\n\nchannel web\n',
    )
  })

  it('opens elements that are too long for a line', () => {
    const long = `risk outage "Vendor outage in March" likelihood low impact high owner ben response "Send in two halves, a week apart, and tell all" check 2027-02-26`
    expect(formatted(long)).toBe(
      'risk outage "Vendor outage in March" {\n  likelihood low\n  impact     high\n  owner      ben\n  response   "Send in two halves, a week apart, and tell all"\n  check      2027-02-26\n}\n',
    )
  })

  it('lets neighbours on one line each be wider, as they make a table', () => {
    const row = (name: string, words: string) =>
      `measure ${name} "${words}" in requests per month sum part of segment_requests from the_request_board_of_the_team`
    const long = row('requests_in_time', 'Segment requests answered in time')
    const short = row('requests', 'Segment requests')

    expect(formatted(`${short}\n${long}\n`)).toBe(
      `${short.replace('requests ', 'requests         ').replace('"Segment requests"', '"Segment requests"                 ')}\n${long}\n`,
    )
    expect(formatted(`${long}\n`)).toMatch(/^measure requests_in_time "Segment requests answered in time" \{\n/)
    expect(formatted(`${short}\n\n${long}\n`)).toMatch(/\n\nmeasure requests_in_time "Segment requests answered in time" \{\n/)
    expect(formatted(`${short}\n${row('requests_in_time', 'Segment requests '.repeat(6))}\n`)).toMatch(/ \{\n {2}in {3}requests\n/)
  })

  it('adds check marks to tasks and milestones', () => {
    expect(formatted('phase build {\ntask a @ben 3h\n[x] milestone m due 2027-01-05\n}')).toBe(
      'phase build {\n  [ ] task a @ben 3h\n  [x] milestone m due 2027-01-05\n}\n',
    )
  })

  it('keeps comments where they are, and sets those behind lines below each other', () => {
    expect(
      formatted(
        '// first\n\n/** Why. */\ngoal a "A" { // of all\n  owner ben // he\n  // then\n  note "some // thing" /* it */\n}\n// last',
      ),
    ).toBe(
      '// first\n\n/** Why. */\ngoal a "A" {\n  // of all\n  owner ben              // he\n  // then\n  note  "some // thing"  /* it */\n}\n// last\n',
    )
  })

  it('keeps rows and the formula of a metric where they were', () => {
    expect(formatted('actuals clicks { 2027-01 5  2027-02   6 }\nactuals other_clicks { 2027-01 5 }')).toBe(
      'actuals clicks       { 2027-01 5  2027-02 6 }\nactuals other_clicks { 2027-01 5 }\n',
    )
    expect(formatted('metric rate "Rate" in %\n    = clicks  /  sent else none')).toBe(
      'metric rate "Rate" in %\n  = clicks / sent else none\n',
    )
  })

  it('leaves alone what it cannot read', () => {
    const broken = 'goal a "A" { ownr   ben }\n'
    expect(formatted(`${broken}channel  web`)).toBe(`${broken}channel web\n`)
    expect(formatted('goal a "A" {\n owner   ben\n')).toBe('goal a "A" {\n owner   ben\n')
  })

  it('keeps long texts, carriage returns and the byte order mark', () => {
    expect(formatted('\uFEFFgoal a "A" {\r\nnote """\r\n   one\r\n     two\r\n"""\r\n}')).toBe(
      '\uFEFFgoal a "A" {\r\n  note """\r\n   one\r\n     two\r\n"""\r\n}\r\n',
    )
  })
})
