import { describe, expect, it } from 'vitest'
import { exampleGoal } from '../../src/rules/examples/smart-example.js'
import { said } from './said.js'

const goal = (...measurables: readonly string[]) => exampleGoal({ measurable: measurables.join('\n  ') })
const churn = (rest: string) => `measurable email_churn decrease ${rest}`

describe('a goal that supports an objective', () => {
  const supporting = (objective: string) =>
    `${objective}\n${exampleGoal({ relevant: 'relevant because "It matters"', more: 'supports grow' })}`

  it('needs nobody of its own where the objective has an owner', () => {
    expect(said('smart/serves-nobody', supporting('objective grow "Grow" owner summer'))).toEqual([])
  })

  it.each([
    ['an objective that nobody answers for', 'objective grow "Grow"'],
    ['an unknown one', ''],
  ])('needs somebody with %s', (_, objective) => {
    expect(said('smart/serves-nobody', supporting(objective))).toHaveLength(1)
  })
})

describe('a baseline without a period', () => {
  it.each(['0%', '0.0%', '0% (0 of 50_000)'])('needs none where nothing was there: %s', (value) => {
    expect(said('smart/baseline-stale', goal(`measurable email_churn increase from ${value} to 0.60% in 2027-03`))).toEqual([])
  })

  it('is asked for where something was there, and where an old period is written', () => {
    expect(said('smart/baseline-stale', goal(churn('from 0.01% to 0.005% in 2027-03')))).toHaveLength(1)
    expect(said('smart/baseline-stale', goal('measurable email_churn increase from 0% in 2024-12 to 0.60% in 2027-03'))).toHaveLength(1)
  })
})

describe('several targets of one number', () => {
  const ladder = [
    churn('from 0.80% in 2026-12 to 0.75% in 2027-01'),
    churn('from 0.80% in 2026-12 to 0.70% in 2027-02'),
    churn('from 0.80% in 2026-12 to 0.60% in 2027-03'),
  ]
  const withoutBaseline = ladder.map((line) => line.replace(' from 0.80% in 2026-12', ''))

  it('are one result', () => {
    expect(said('smart/several-outcomes', goal(...ladder))).toEqual([])
  })

  it('are looked at on the way', () => {
    const long = (...lines: readonly string[]) => ({
      text: `report churn_report "Churn report" to leadership, marketers on 2027-04-09 shows email_churn, complaint_rate owner ben via email
${exampleGoal({ measurable: lines.join('\n  '), timebound: 'timebound 2027-01-01 .. 2027-12-31' })}`,
    })
    expect(said('smart/checkpoint-missing', long(ladder[0] ?? ''))).toHaveLength(1)
    expect(said('smart/checkpoint-missing', long(...ladder))).toEqual([])
  })

  it('need one baseline', () => {
    expect(said('smart/baseline-missing', goal(...withoutBaseline))).toHaveLength(1)
    expect(said('smart/baseline-missing', goal(ladder[0] ?? '', ...withoutBaseline.slice(1)))).toEqual([])
    expect(
      said('smart/baseline-missing', goal(...withoutBaseline.slice(0, 1), churn('from 0.80% in 2026-12 to 0.60% in 2027-03'))),
    ).toEqual([])
  })

  it('lend no baseline to another number', () => {
    expect(said('smart/baseline-missing', goal(ladder[0] ?? '', 'measurable complaint_rate decrease to 0.05% in 2027-03'))).toHaveLength(1)
  })
})

describe('the end of a goal', () => {
  it('may be any day where a period is written', () => {
    for (const bound of ['2027-01-04 .. 2027-03-28', '2027-01-02 .. 2027-02-28', '2027-02'])
      expect(said('schedule/not-a-working-day', exampleGoal({ timebound: `timebound ${bound}` }))).toEqual([])
  })

  it('is a working day where one day is written', () => {
    expect(said('schedule/not-a-working-day', exampleGoal({ timebound: 'timebound by 2027-03-28' }))).toHaveLength(1)
  })
})

describe('a note where a message offers one', () => {
  const scoring = (more: string) => `scoring lead_score "Lead score" threshold 65 owner ben routes to sales {
  ${more}
  score "Pricing page" 15
  score "Demo" 70
}`
  const tool = (more: string) => `tool sendfox "SendFox" kind automation costs 0 USD per year owner ben keep ${more}`
  const budget = (total: string, line: string) => `budget q1_money "Quarter one" total 2_000 USD owner summer ${total} {
  line design "Design" 1_300 USD spent 2_300 USD ${line}
  line contingency "Contingency" 700 USD
}`

  it.each([
    ['automation/single-score-qualifies', scoring(''), scoring('note "One demo is meant to be enough"')],
    ['automation/overlapping-tools', tool(''), tool('note "For one-off mails"')],
  ])('is an answer: %s', (code, without, noted) => {
    expect(said(code, without)).toHaveLength(1)
    expect(said(code, noted)).toEqual([])
  })

  it('answers for the line or the budget that has it', () => {
    const note = 'note "The printer raised prices"'
    expect(said('budget/overspent', budget('', ''))).toHaveLength(2)
    expect(said('budget/overspent', budget('', note))).toHaveLength(1)
    expect(said('budget/overspent', budget(note, note))).toEqual([])
  })

  it('says why a plan is open again', () => {
    const strategy = (stage: string, more: string) =>
      `strategy email_churn_q1 "Email churn" period 2027-01-04 .. 2027-04-09 stage ${stage} asof 2027-02-12 owner summer supervisor summer currency USD ${more}`
    const moved = (more: string) => ({ text: strategy('review', more), earlier: strategy('running', 'note "Old"') })
    expect(said('plan/stage-moved-back', moved('note "Old"'))).toHaveLength(1)
    expect(said('plan/stage-moved-back', moved('note "Old" note "The budget was cut"'))).toEqual([])
  })
})

describe('what a goal says in words', () => {
  it('is no more than asked for where the number says it, with the words that are missing', () => {
    expect(said('smart/statement-missing', exampleGoal({ title: 'Keepable mail', specific: '' }))).toEqual([
      '`keepable_mail` has a number and no words. It lacks what is to be different: write for example “Decrease Email churn rate to 0.60%” behind the name.',
    ])
  })

  it('is asked for as before where there is no number', () => {
    expect(said('smart/statement-missing', exampleGoal({ title: '', specific: '', measurable: '' }))).toEqual([
      '`keepable_mail` does not say what is to be reached. Write the result in one sentence behind the name, and its limits in `specific`.',
    ])
  })
})

describe('a communication', () => {
  const regular = 'to marketers every month via email owner dana'

  it('says what to expect only where it is about something that changes', () => {
    expect(said('communication/expectation-missing', `communication news "Newsletter" ${regular}`)).toEqual([])
    expect(said('communication/expectation-missing', `communication news "News" about build_format ${regular}`)).toHaveLength(1)
    expect(said('communication/expectation-missing', `communication news "News" about build_format expect "Less mail" ${regular}`)).toEqual(
      [],
    )
  })
})

describe('a promise with a rate alone', () => {
  it('is told what the rate is of', () => {
    const sla = (rate: string) =>
      `sla answers "Answers" from mops_team to marketers service "Answer" ${rate} escalate to summer after 1wd measured by guideline_hit_rate`
    expect(said('sla/threshold-missing', sla('rate 95% per month'))).toEqual([
      '`answers` promises 95%, and does not say of what: within which time, or at least how much. Add `within 2wd` or `at least 20 leads per month`.',
    ])
    expect(said('sla/threshold-missing', sla(''))).toEqual(['`answers` promises no time and no amount. Add `service "…" within 2wd`.'])
    expect(said('sla/threshold-missing', sla('within 2wd rate 95% per month'))).toEqual([])
  })
})
