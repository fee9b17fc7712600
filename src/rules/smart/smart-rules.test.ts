import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import type { Example } from '../engine/rule.js'
import { exampleGoal, exampleReport, exampleSecondGoal, exampleTask } from '../examples/smart-example.js'

/** The findings of the family about an example: `severity rule «place»`. */
function said(example: Example): string[] {
  const { findings, text } = judgeExample(example)
  return findings
    .filter(({ code }) => code.startsWith('smart/'))
    .map(({ code, severity, place }) => `${severity} ${code.slice('smart/'.length)} «${text.slice(place.start, place.end)}»`)
}

const findingsOf = (rule: string, example: Example) => judgeExample(example).findings.filter(({ code }) => code === rule)
const codes = (example: Example) => said(example).map((line) => line.split(' ')[1])

describe('the rules about what a goal says', () => {
  it('take a title that only repeats the name for none', () => {
    const empty = exampleGoal({ title: 'Keepable_Mail', specific: 'specific ""' })
    expect(codes(empty)).toEqual(['statement-missing'])
    expect(findingsOf('smart/statement-missing', empty)).toMatchObject([{ fixes: [] }])
  })

  it('leave a vague word alone where a number makes it exact', () => {
    expect(codes(exampleGoal({ title: 'Improve our newsletter' }))).toEqual([])
    const held = 'measurable email_churn hold from 0.70% in 2026-12'
    expect(codes(exampleGoal({ title: 'Improve our newsletter', measurable: held }))).toEqual([])
  })

  it('take a campaign for the goal as its scope', () => {
    const campaign = 'campaign spring "Spring" via email for keepable_mail period 2027-02 .. 2027-03 owner ben'
    expect(codes(`${campaign}\n${exampleGoal({ scope: '' })}`)).toEqual([])
  })

  it('count more than two measurables as several results', () => {
    const three = ['email_churn', 'complaint_rate', 'guideline_hit_rate'].map(
      (name) =>
        `measurable ${name} ${name === 'guideline_hit_rate' ? 'increase from 80%' : 'decrease from 98%'} in 2026-12 to 90% in 2027-03`,
    )
    expect(codes(exampleGoal({ measurable: three.join('\n'), guard: '' }))).toContain('several-outcomes')
  })

  it('say nothing about a dropped goal', () => {
    expect(codes('goal keepable_mail "Mail" { outcome dropped on 2027-02-01 }')).toEqual([])
  })
})

describe('the rules about numbers', () => {
  it('stay silent about a number that nobody knows', () => {
    expect(codes(exampleGoal({ measurable: 'measurable email_chrun decrease from 0.80% in 2026-12 to 0.90%' }))).toEqual([])
  })

  it.each(['in 2026-13 to 0.60% in 2027-03', 'in 2026-12 to', 'in 2026-12 to at most', 'in 2026-12 too 0.60% in 2027-03'])(
    'stay silent about what a clause lacks that could not be read: %s',
    (rest) => {
      expect(codes(exampleGoal({ measurable: `measurable email_churn decrease from 0.80% ${rest}` }))).toEqual([])
    },
  )

  it('ask “+25% of what?” more loudly than for a baseline of an absolute target', () => {
    const relative = exampleGoal({ measurable: 'measurable email_churn decrease by -25%' })
    expect(said({ text: relative, stage: 'draft' })).toContain('warning baseline-missing «-25%»')
    expect(said({ text: relative, stage: 'review' })).toContain('error baseline-missing «-25%»')
    const absolute = exampleGoal({ measurable: 'measurable email_churn decrease to 0.60% in 2027-03' })
    expect(said({ text: absolute, stage: 'draft' })).toEqual(['information baseline-missing «email_churn»'])
  })

  it('offer the latest actual before the start as baseline', () => {
    const text = `actuals email_churn { 2026-11 0.85% 2026-12 0.80% }\n${exampleGoal({ measurable: 'measurable email_churn decrease to 0.60% in 2027-03' })}`
    const { findings } = judgeExample({ text })
    const fix = findings.find(({ code }) => code === 'smart/baseline-missing')?.fixes[0]
    expect(fix?.changes).toMatchObject([{ type: 'append', text: ' from 0.80% in 2026-12' }])
  })

  it('report a contradiction once and none of its consequences', () => {
    const measurable = 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to at most 0.90% in 2027-03'
    expect(said(exampleGoal({ measurable, more: 'checkpoint 2027-02-26 at 0.70%' }))).toEqual([
      'error direction-contradiction «at most 0.90% in 2027-03»',
    ])
    expect(codes(exampleGoal({ measurable: 'measurable email_churn increase from 0.80% in 2026-12 by -25% to 0.70% in 2027-03' }))).toEqual(
      ['direction-contradiction'],
    )
  })

  it('keep the counts when the two values are swapped', () => {
    const { findings } = judgeExample(
      exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% (400 of 50_000) in 2026-12 to 0.90% in 2027-03' }),
    )
    const swap = findings[0]?.fixes[0]?.changes.map((change) => ('text' in change ? change.text : ''))
    expect(swap).toEqual(['0.90%', '0.80% (400 of 50000)'])
  })

  it('see a verb that is against the better side of the metric', () => {
    expect(codes(exampleGoal({ measurable: 'measurable email_churn increase from 0.50% in 2026-12 to 0.60% in 2027-03' }))).toEqual([
      'direction-contradiction',
    ])
  })

  it('let a bound without a verb stay at its baseline', () => {
    const bound = 'measurable email_churn from 0.70% in 2026-12 to at most 0.70% in 2027-03'
    expect(codes(exampleGoal({ measurable: bound }))).toEqual([])
  })

  it('allow half of the last digit between a change and its target', () => {
    const goal = (to: string) =>
      exampleGoal({ measurable: `measurable email_churn decrease from 0.80% in 2026-12 by -33% to ${to} in 2027-03` })
    expect(codes(goal('0.54%'))).toEqual([])
    expect(codes(goal('0.53%'))).toEqual(['change-and-target-disagree'])
  })

  it('call a baseline stale without its period, and when it ended more than a year before the start', () => {
    const goal = (window: string) => exampleGoal({ measurable: `measurable email_churn decrease from 0.80%${window} to 0.60% in 2027-03` })
    expect(said(goal(''))).toEqual(['warning baseline-stale «0.80%»'])
    expect(said(goal(' in 2025-12'))).toEqual(['warning baseline-stale «2025-12»'])
    expect(said(goal(' in 2026-01'))).toEqual([])
  })

  it('compare spans only of what adds up', () => {
    expect(codes(exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026 to 0.60% in 2027-03' }))).toEqual([])
  })

  it('place checkpoints between baseline and target, each better than the last, within the horizon', () => {
    const checked = (...checkpoints: string[]) => said(exampleGoal({ more: checkpoints.map((one) => `checkpoint ${one}`).join('\n') }))
    expect(checked('2027-02-26 at 0.70%', '2027-03-15 at 0.65%')).toEqual([])
    expect(checked('2027-02-26 at 0.90%')).toEqual(['warning checkpoint-off-path «0.90%»'])
    expect(checked('2027-02-26 at 0.70%', '2027-03-15 at 0.75%')).toEqual(['warning checkpoint-off-path «0.75%»'])
    expect(checked('2027-04-05 at 0.65%')).toEqual(['warning checkpoint-off-path «2027-04-05»'])
  })

  it('let a checkpoint of what adds up count from the start', () => {
    const measurable = 'measurable delivered increase from 380_000 in 2026-Q4 to at least 400_000 in 2027-Q1'
    const goal = exampleGoal({ measurable, guard: 'watch email_churn', more: 'checkpoint 2027-02-26 at 240_000' })
    expect(codes(`${exampleReport('delivered')}\n${goal}`)).toEqual([])
  })
})

describe('the rules about evidence', () => {
  const steep = 'measurable email_churn decrease from 0.80% in 2026-12 to 0.30% in 2027-03'

  it('call a steep change implausible only without evidence', () => {
    expect(codes(exampleGoal({ measurable: steep, achievable: '' }))).toEqual(['implausible-target'])
    expect(codes(exampleGoal({ measurable: steep, achievable: 'given email_churn' }))).toEqual([])
    expect(codes(exampleGoal({ measurable: steep, achievable: 'given audit_workflows' }))).toEqual([])
  })

  it('ask for a reason where the target is better than every benchmark', () => {
    const benchmark = 'benchmark best_2025 "Best month" of email_churn is 0.65% in 2025-09'
    expect(codes(`${benchmark}\n${exampleGoal({})}`)).toEqual(['implausible-target'])
    expect(codes(`${benchmark.replace('0.65', '0.55')}\n${exampleGoal({ more: 'given best_2025' })}`)).toEqual([])
    expect(
      codes(`${benchmark.replace('0.65', '0.55').replace('2025-09', '2024-09')}\n${exampleGoal({ more: 'given best_2025' })}`),
    ).toEqual(['implausible-target'])
  })

  it('see that what is given shows nothing yet', () => {
    expect(said(exampleGoal({ more: 'given build_format' }))).toEqual(['warning evidence-empty «build_format»'])
    const review = (date: string) => `review last_year "What we learned" on ${date} about keepable_mail lesson "Short mails stay"`
    expect(said(`${review('2027-01-29')}\n${exampleGoal({ more: 'given last_year' })}`)).toEqual([])
    expect(codes(`${review('2027-04-09')}\n${exampleGoal({ more: 'given last_year' })}`)).toContain('evidence-empty')
  })
})

describe('the rules about deadlines', () => {
  it('let a goal run within the length of its plan', () => {
    const strategy = (end: string) =>
      `strategy year "Year" { for "Brightleaf" period 2027-01-01 .. ${end} stage running asof 2027-02-12 owner summer supervisor summer currency USD }`
    const goal = exampleGoal({ timebound: 'timebound within 1y' })
    expect(codes(`${strategy('2027-12-31')}\n${goal}`)).toEqual([])
    expect(codes(`${strategy('2027-12-30')}\n${goal}`)).toEqual(['deadline-outside-plan'])
  })

  it('say once that a deadline lies before the start', () => {
    expect(codes(exampleGoal({ timebound: 'timebound by 2026-12-30' })).filter((code) => code?.startsWith('deadline-'))).toEqual([
      'deadline-before-start',
    ])
  })

  it('count a period as ended on its last working day', () => {
    const goal = (end: string) =>
      exampleSecondGoal({
        measurable: 'measurable complaint_rate decrease from 0.08% in 2026-12 to 0.05%',
        timebound: `timebound 2027-01-04 .. ${end}`,
      })
    const task = exampleTask({ dates: 'start 2027-02-16 due 2027-02-19' })
    expect(codes(`${goal('2027-02-26')}\n${task}`)).toEqual([])
    expect(said(`${goal('2027-02-25')}\n${task}`)).toEqual(['warning deadline-inside-grain «timebound 2027-01-04 .. 2027-02-25»'])
  })

  it('see a target whose period ends after the deadline', () => {
    expect(codes(exampleGoal({ timebound: 'timebound 2027-01-04 .. 2027-03-29' }))).toEqual(['deadline-inside-grain'])
    expect(codes(exampleGoal({ timebound: 'timebound 2027-01-04 .. 2027-03-31' }))).toEqual([])
  })

  it('judge a passed deadline by the stage', () => {
    const goal = exampleGoal({
      timebound: 'timebound 2027-01-04 .. 2027-02-10',
      measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to 0.60% in 2027-01',
    })
    const passed = (stage: 'draft' | 'review' | 'running') => said({ text: goal, stage }).filter((line) => line.includes('deadline-passed'))
    expect(passed('draft')).toEqual([])
    expect(passed('review')).toHaveLength(1)
    expect(passed('running')[0]).toContain('error')
  })
})

describe('the rules about work and people', () => {
  it('leave work that looks back without an effect', () => {
    const task = exampleTask({ expects: 'wrapup', goal: 'fewer_complaints' })
    expect(codes(`${exampleSecondGoal({})}\n${task}`)).not.toContain('effect-missing')
  })

  it('name a member where a team owns a goal, and nobody where the name is unknown', () => {
    const { findings } = judgeExample(exampleGoal({ owner: 'owner mops_team' }))
    expect(findings[0]?.fixes[0]?.changes).toMatchObject([{ type: 'replace', text: 'owner summer' }])
    expect(codes(exampleGoal({ owner: 'owner mops_tem' }))).toEqual([])
    expect(said(exampleGoal({ owner: 'owner ben, dana' }))).toContain('warning owner-not-one-person «ben»')
    expect(findingsOf('smart/owner-not-one-person', exampleGoal({ owner: 'owner ben, dana' }))).toMatchObject([
      { message: '`ben` and `dana` own `keepable_mail`. With several owners each can wait for the other. Keep one of them.' },
    ])
  })

  it('let a problem that the goal solves be its reason and its aim', () => {
    const problem =
      'problem unwanted "Customers get mail they do not want" hurts customers solution "Fewer complaints" by fewer_complaints, keepable_mail'
    expect(codes(`${problem}\n${exampleSecondGoal({ relevant: 'relevant to leadership' })}\n${exampleTask()}`)).toEqual([])
  })

  it('find nothing short where a task states no amount', () => {
    const measurable = 'measurable delivered increase from 380_000 in 2026-Q4 to at least 400_000 in 2027-Q1'
    const goal = exampleGoal({ measurable }, 'more_delivered')
    const task = exampleTask({ goal: 'more_delivered', expects: 'expects delivered up' })
    expect(codes(`${exampleReport('delivered')}\n${goal}\n${task}`)).toEqual([])
  })
})

describe('a library', () => {
  it('is judged for the contradictions of its own goals and not for what a plan must have', () => {
    const metric =
      'metric rate "Rate" in % per month lower is better = a / b\nmeasure a "A" in mails per month sum\nmeasure b "B" in mails per month sum'
    const goal = 'goal g "G" { measurable rate decrease from 0.80% in 2026-12 to 0.90% guard rate at most 1% timebound by 2027-03-31 }'
    expect(codes({ text: `${metric}\n${goal}`, isWhole: true }).sort()).toEqual(['direction-contradiction', 'guard-on-target-metric'])
  })
})
