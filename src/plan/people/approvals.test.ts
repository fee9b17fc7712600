import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'

const task = (clause: string, due = '2027-02-24') =>
  `[ ] task test_lists "Test the lists" for keepable_mail expects email_churn down @ben 4h start 2027-02-08 due ${due} ${clause}`

const said = (text: string, stage?: 'draft' | 'review' | 'approved') =>
  judgeExample({ text, ...(stage && { stage }) })
    .findings.filter(({ code }) => code.includes('approval'))
    .map(({ code, severity, message }) => `${severity} ${code}: ${message}`)

describe('approvals', () => {
  it('are read with those who give them, their last day and the day on which they were given', () => {
    const { plan, findings } = judgeExample({
      text: task('approval summer, dana until 2027-02-20 given 2027-02-09 approval chidi'),
    })
    const [found] = plan.all('task').filter(({ name }) => name === 'test_lists')
    expect(found?.approvals.map(({ by, until, given }) => [by.map(({ name }) => name), until?.date, given?.date])).toEqual([
      [['summer', 'dana'], '2027-02-20', '2027-02-09'],
      [['chidi'], undefined, undefined],
    ])
    expect(findings.filter(({ code }) => code.startsWith('plan/'))).toEqual([])
  })

  it('take the date behind `given`, and leave names behind it to the evidence of a goal', () => {
    const goal = (clauses: string) =>
      judgeExample({ text: `goal more "More" ${clauses}` })
        .plan.all('goal')
        .find(({ name }) => name === 'more')
    for (const gap of [' ', '\n  ']) {
      const both = goal(`approval summer given 2027-02-01${gap}given email_churn`)
      expect(both?.approvals.map(({ given }) => given?.date)).toEqual(['2027-02-01'])
      expect(both?.given.map(({ name }) => name)).toEqual(['email_churn'])
      const open = goal(`approval summer${gap}given email_churn`)
      expect(open?.approvals.map(({ given }) => given)).toEqual([undefined])
      expect(open?.given.map(({ name }) => name)).toEqual(['email_churn'])
    }
  })

  it('are asked for once their last day has passed', () => {
    expect(said(task('approval summer until 2027-02-11'))).toEqual([
      'warning schedule/approval-overdue: `summer` should have signed off `test_lists` by 2027-02-11. Ask for it, or give it a new last day.',
    ])
    expect(said(task('approval summer until 2027-02-12'))).toEqual([])
    expect(said(task('approval summer until 2027-02-11'), 'draft')).toEqual([])
  })

  it('are missed once the day has come, and then nothing else says so', () => {
    expect(said(task('approval summer until 2027-02-11', '2027-02-12'))).toEqual([
      'warning coverage/approval-missing: `test_lists` has its day on 2027-02-12, and `summer` did not sign it off. Add `given` with the day.',
    ])
    expect(said(task('approval summer until 2027-02-11', '2027-02-12'), 'review').map((one) => one.split(':')[0])).toEqual([
      'warning schedule/approval-overdue',
    ])
  })

  it('of the strategy are an error from the stage `approved` on', () => {
    const strategy = (clause: string) =>
      `strategy plan "Plan" { period 2027-01-04 .. 2027-04-09 stage running asof 2027-02-12 owner summer supervisor summer currency USD ${clause} }`
    expect(said(strategy('approval dana')).map((one) => one.split(':')[0])).toEqual(['error coverage/approval-missing'])
    expect(said(strategy('approval dana'), 'review')).toEqual([])
    expect(said(strategy('approval dana given 2027-01-03'))).toEqual([])
  })

  it('by a role that nobody fills, and of what is cancelled, are not asked for', () => {
    expect(said(`role cmo "CMO"\n${task('approval cmo until 2027-02-01', '2027-02-10')}`)).toEqual([])
    expect(said(task('approval summer until 2027-02-01').replace('[ ]', '[-]'))).toEqual([])
  })
})
