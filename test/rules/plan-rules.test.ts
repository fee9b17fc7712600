import { describe, expect, it } from 'vitest'
import { fixesOf, said } from './said.js'

describe('names', () => {
  it('are suggested among those of the kinds that the clause takes', () => {
    expect(said('plan', 'channel web "Website" owner danna')).toEqual([
      '`danna` is not a person, team, role or stakeholder of this plan. Did you mean `dana`?',
    ])
  })

  it('are declared by a fix behind the outermost element', () => {
    const text =
      'journey buying "Buying" { stage awareness "Awareness" when "Any form" }\ncampaign spring "Spring" via pigeon for keepable_mail period 2027-03'
    expect(fixesOf('plan/unknown-name', text)).toEqual([['channel pigeon "Pigeon"']])
  })

  it('are not missed in a file whose import failed', () => {
    expect(said('plan/unknown-name', 'import "gone.mops"\nchannel web "Website" owner nobody')).toEqual([])
  })

  it('of the wrong kind are told from unknown ones', () => {
    expect(said('plan', 'segment loyal "Loyal" rule "Opened" from hubrunner owner email')).toEqual([
      '`email` is a channel, and `owner` takes a person, team, role or stakeholder.',
    ])
  })

  it('that stand in two files name both', () => {
    const files = { 'more.mops': 'channel web "Website" owner ben' }
    expect(said('plan', { text: 'import "more.mops"\nsegment web "Visitors" rule "Came" from hubrunner owner ben', files })).toEqual([
      '`web` is already the name of a channel in `more.mops`. Names are unique in a plan, so that every reference is clear. Rename one of them.',
    ])
  })
})

describe('the frame of a plan', () => {
  it('gets a period that spans all of its dates', () => {
    const text = 'strategy email_churn_q1 "Email churn" stage running asof 2027-02-12 owner summer supervisor summer currency USD'
    expect(fixesOf('plan/period-missing', text)).toEqual([['period 2027-01-04 .. 2027-04-09']])
  })

  it('may last exactly two years', () => {
    const strategy = (end: string) =>
      `strategy email_churn_q1 "Email churn" period 2027-01-04 .. ${end} stage running asof 2027-02-12 owner summer supervisor summer currency USD`
    expect(said('plan', strategy('2029-01-03'))).toEqual([])
    expect(said('plan', strategy('2029-01-04'))).toEqual([
      'The period covers 25 months. A plan that long is rarely kept current; consider one plan per year.',
    ])
  })

  it('has a goal to start from when none is there', () => {
    const text = 'strategy small "Small" period 2027-01-04 .. 2027-04-09\nperson summer "Summer Hale" works 16h per week'
    expect(fixesOf('plan/goal-missing', { text, isWhole: true })[0]?.[0]).toContain(
      '  timebound  2027-01-04 .. 2027-04-09\n  owner      summer\n}',
    )
  })

  it('does not mind where a closed plan is looked at later', () => {
    expect(said('plan/status-date-outside-period', { text: '', stage: 'closed', today: '2030-01-01' })).toEqual([])
  })
})
