import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'

function said(text: string): string[] {
  return judgeExample({ text })
    .findings.filter((finding) => finding.code.startsWith('sla/'))
    .map((finding) => `${finding.code.slice('sla/'.length)}: ${finding.message}`)
}

const answers = (clauses: string) => `sla guideline_answers "Answers" from mops_team to marketers service "Answer" ${clauses}`
const kept = 'within 2wd rate 95% per month escalate to summer after 1wd'

describe('the rules about promises', () => {
  it('take an amount per month as a promise that needs no rate', () => {
    const leads = 'measure mqls "Qualified leads" in leads per month sum from hubrunner\n'
    expect(said(`${leads}${answers('at least 180 leads per month escalate to summer after 1wd measured by mqls')}`)).toEqual([])
    expect(said(`${leads}${answers('at least 180 per month escalate to summer after 1wd measured by mqls')}`)).toEqual([])
  })

  it('need a number that is a share or of the unit of the promise', () => {
    expect(said(answers(`${kept} measured by guideline_questions`))).toEqual([
      'not-measured: `guideline_questions` is neither a share of cases nor of the unit of `2wd`, so it cannot show whether `guideline_answers` is kept. Name a number that can.',
    ])
    expect(
      said(`measure answer_time "Time to an answer" in h per month average from hubrunner\n${answers(`${kept} measured by answer_time`)}`),
    ).toEqual([])
  })

  it('take two groups with the same people as one side', () => {
    const team = 'team twins "Twins" members ben, summer\n'
    expect(
      said(`${team}sla guideline_answers "Answers" from mops_team to twins service "Answer" ${kept} measured by guideline_hit_rate`),
    ).toEqual([
      'provider-is-consumer: `mops_team` and `twins` are the same people, so `guideline_answers` is a promise to themselves. Correct `from` or `to`.',
    ])
  })

  it('offer no party where the plan names none', () => {
    const text = `strategy bare "Bare" { period 2027-01-04 .. 2027-04-09 asof 2027-02-12 }
sla help "Help" service "Answer" within 2wd rate 95% per month`
    const { findings } = judgeExample({ text, isWhole: true })
    expect(findings.filter(({ code }) => code === 'sla/party-missing').map(({ fixes }) => fixes)).toEqual([[]])
  })

  it('hold the rate against the period that ends last, of two against the one that begins last', () => {
    const rated = (actuals: string) =>
      said(`actuals guideline_hit_rate { ${actuals} }\n${answers(`${kept} measured by guideline_hit_rate`)}`).join()
    expect(rated('2026-Q4 90%  2026-11 97%')).toContain('rate-missed')
    expect(rated('2026-Q4 97%  2026-11 90%')).not.toContain('rate-missed')
    expect(rated('2026-Q4 97%  2026-12 90%')).toContain('rate-missed')
  })

  it('find a promise far from today in both directions, unless work changes it', () => {
    const time = 'measure answer_time "Time to an answer" in wd per month average from hubrunner\n'
    const slow = `${time}actuals answer_time { 2026-12 3wd 2027-01 11wd }\n${answers(`${kept} measured by answer_time`)}`
    expect(said(slow)).toEqual([
      'threshold-far-from-baseline: `answer_time` was 11wd in 2027-01, `guideline_answers` promises 2wd, and no task changes it. Plan the change, or promise less.',
    ])
    expect(said(slow.replace('11wd', '10wd'))).toEqual([])
    const task = '[ ] task desk "Open a desk" for keepable_mail @ben 8h start 2027-03-08 due 2027-03-12 expects answer_time down'
    expect(said(`${slow}\n${task}`)).toEqual([])
    const leads = 'measure mqls "Qualified leads" in leads per month sum from hubrunner\nactuals mqls { 2027-01 30 }\n'
    expect(said(`${leads}${answers('at least 180 leads per month escalate to summer after 1wd measured by mqls')}`).join()).toContain(
      'threshold-far-from-baseline',
    )
  })

  it('compare the rate with the latest month only', () => {
    expect(said('actuals guideline_hit_rate { 2026-12 80% 2027-01 96% }')).toEqual([])
    expect(said('actuals guideline_hit_rate { 2026-12 96% 2027-01 94.9% }').join()).toContain('94.9%')
  })

  it('stay silent about a side that is unknown', () => {
    expect(said(answers(`${kept} measured by guideline_hit_rate`).replace('to marketers', 'to marketrs'))).toEqual([])
  })
})
