import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'

function said(text: string): string[] {
  return judgeExample({ text })
    .findings.filter((finding) => finding.code.startsWith('communication/'))
    .map((finding) => `${finding.code.slice('communication/'.length)}: ${finding.message}`)
}

const guideline = (clauses: string) =>
  `communication guideline "The guideline" to marketers expect "It is easier" via email owner dana ${clauses}`

describe('the communication rules', () => {
  it('are content with a cadence in place of a date', () => {
    expect(said(guideline('ask "How?" every month'))).toEqual([])
  })

  it('name everything that a communication lacks in one finding', () => {
    expect(said('communication empty "Empty" expect "News"')).toEqual([
      'incomplete: `empty` has no audience, no sender, no medium and no date. Add `to`, `owner`, `via` and `on`.',
    ])
  })

  it('judge the earliest message, and only where all of them are dated', () => {
    expect(said(guideline('ask "How?" on 2027-02-16'))).toEqual([
      'told-too-late: `marketers` hear of it on 2027-02-16, the day on which `build_format` begins. Tell people before their work changes.',
    ])
    const earlier = 'communication first "First" to marketers expect "News" on 2027-02-01 via email owner dana'
    expect(said(`${guideline('ask "How?" on 2027-02-16')}\n${earlier}`)).toEqual([])
    const undated = 'communication first "First" to marketers expect "News" every month via email owner dana'
    expect(said(`${guideline('ask "How?" on 2027-02-16')}\n${undated}`)).toEqual([])
  })

  it('accept a question in any of the messages', () => {
    const other = 'communication form "Form" to marketers expect "A form" ask "How?" on 2027-01-05 via email owner dana'
    expect(said(`${guideline('on 2027-01-12')}\n${other}`)).toEqual([])
    expect(said(guideline('on 2027-01-12')).join()).toContain('input-channel-missing')
  })

  it('hold a question against the earliest start of the tasks that it is for', () => {
    expect(said(guideline('ask "How?" for build_format on 2027-01-12'))).toEqual([
      'input-not-in-time: When input for `build_format` closes is not said. Add `until` with a day before the task starts on 2027-02-16.',
    ])
    expect(said(guideline('ask "How?" until 2027-01-08 for build_format on 2027-01-12'))).toEqual([
      'input-not-in-time: Input for `build_format` closes on 2027-01-08, before `guideline` goes out on 2027-01-12. Nobody could answer; close it later.',
    ])
    expect(said(guideline('ask "How?" until 2027-02-15 for build_format on 2027-01-12'))).toEqual([])
  })

  it('move a late message and a late closing day to the working day before the start', () => {
    const texts = (text: string) =>
      judgeExample({ text }).findings.flatMap((finding) =>
        finding.fixes.flatMap((fix) => fix.changes.map((change) => ('text' in change ? change.text : ''))),
      )
    // 15 February is a holiday of the base plan, 13 and 14 are a weekend
    expect(texts(guideline('ask "How?" on 2027-02-20'))).toEqual(['2027-02-12'])
    expect(texts(guideline('ask "How?" until 2027-02-18 for build_format on 2027-01-12'))).toEqual(['2027-02-12'])
  })

  it('say what is missing of a question about a task without dates', () => {
    const task = '[ ] task later "Later" for keepable_mail expects email_churn down affects marketers @ben 8h'
    expect(said(`${task}\n${guideline('ask "How?" for later on 2027-01-12')}`)).toContain(
      'input-not-in-time: When input for `later` closes is not said. Add `until` with a day before the task starts.',
    )
  })

  it('do not miss an expectation that cannot be read', () => {
    const found = said('communication news "News" to marketers expect on 2027-02-19 via email owner dana')
    expect(found.join()).not.toContain('expectation-missing')
  })

  it('remark once on messages that reach several groups on one day', () => {
    const both = `communication one "One" to marketers, customers expect "News" ask "How?" on 2027-01-20 via email owner dana
communication two "Two" to customers, marketers expect "News" on 2027-01-20 via email owner dana`
    expect(said(both)).toEqual(['same-day: `customers` and `marketers` get `one` and `two` on 2027-01-20. One message may be read better.'])
  })
})
