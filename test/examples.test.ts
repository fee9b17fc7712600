import { describe, expect, it } from 'vitest'
import { schedule } from '../src/plan/schedule/schedule.js'
import { judgePlan, launchPlan, lines, midPlan, plans, serious, smallPlan, standingPlan, textOf, texts } from './example-files.js'
import { daysOf, planOn } from './plan-on-date.js'

describe.each(plans)('%s', (name) => {
  it('gives the findings of its golden file', async () => {
    const judged = judgePlan(name)
    const golden = name.replace(/\.mops$/, '.txt').replaceAll('/', '-')
    await expect(`${lines(judged).join('\n') || 'No findings.'}\n`).toMatchFileSnapshot(`golden/examples/${golden}`)
  })
})

describe.each([
  [smallPlan, '2027-01-04 .. 2027-04-09'],
  [midPlan, '2027-02-01 .. 2027-08-13'],
])('%s', (name, period) => {
  const folder = name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : name
  const files = Object.fromEntries([name, ...texts.keys()].filter((file) => file.startsWith(folder)).map((file) => [file, textOf(file)]))
  const [, , last = ''] = daysOf(period)

  it('is about the period that is tested', () => {
    expect(textOf(name)).toContain(`period     ${period}`)
  })

  it('gives at most one information or hint per ten elements', () => {
    const { findings, plan } = judgePlan(name)
    expect(findings.length).toBeLessThanOrEqual(plan.elements.length / 10)
  })

  it.each(['draft', 'review', 'approved', 'running'] as const)('gives no error and no warning at stage %s on its status date', (stage) => {
    const judged = judgePlan(name, { stage })
    expect(lines({ ...judged, findings: serious(judged.findings) })).toEqual([])
  })

  describe.each(daysOf(period))('on %s, with marks and values as they would then be', (today) => {
    it.each(['draft', 'review', 'approved', 'running'] as const)('gives no error and no warning at stage %s', (stage) => {
      const judged = judgePlan(name, { stage, today }, planOn(today, files))
      expect(lines({ ...judged, findings: serious(judged.findings) })).toEqual([])
    })
  })

  it('gives no error and no warning once it is closed', () => {
    const judged = judgePlan(name, { stage: 'closed', today: last }, planOn(last, files, { isClosed: true }))
    expect(lines({ ...judged, findings: serious(judged.findings) })).toEqual([])
  })
})

describe(standingPlan, () => {
  it.each(['2027-01-20', '2027-02-12', '2027-04-10'])('gives no finding on %s', (today) => {
    expect(lines(judgePlan(standingPlan, { today }))).toEqual([])
  })
})

describe(launchPlan, () => {
  it.each(['2027-02-15', '2027-02-22', '2027-03-01'])('gives no finding on %s', (today) => {
    expect(lines(judgePlan(launchPlan, { today }))).toEqual([])
  })

  it('has one date for its work, which moves all of it', () => {
    const ends = (launch: string) => {
      const { plan } = judgePlan(launchPlan, {}, { [launchPlan]: textOf(launchPlan).replace('due 2027-05-04', `due ${launch}`) })
      return plan.allOf('decision', 'task').map(({ name }) => [name, schedule(plan).of(name)?.end])
    }
    expect(ends('2027-05-04')).toEqual([
      ['price', '2027-03-02'],
      ['message', '2027-03-16'],
      ['film', '2027-04-13'],
      ['planner_page', '2027-04-20'],
      ['last_look', '2027-04-29'],
      ['answer_readers', '2027-05-18'],
      ['look_back', '2027-06-01'],
    ])
    expect(ends('2027-05-11')).toEqual([
      ['price', '2027-03-09'],
      ['message', '2027-03-23'],
      ['film', '2027-04-20'],
      ['planner_page', '2027-04-27'],
      ['last_look', '2027-05-05'],
      ['answer_readers', '2027-05-25'],
      ['look_back', '2027-06-08'],
    ])
  })
})

/** The codes of a plan, with how often each fires and its severity. */
function tally(name: string, stage?: 'review' | 'approved'): Record<string, string> {
  const counts = new Map<string, number>()
  for (const { code, severity } of judgePlan(name, stage ? { stage } : {}).findings)
    counts.set(`${code} ${severity}`, (counts.get(`${code} ${severity}`) ?? 0) + 1)
  return Object.fromEntries([...counts].map(([key, count]) => [key.split(' ')[0] ?? '', `${count} ${key.split(' ')[1]}`]))
}

describe('the plans after published articles', () => {
  const drafts = plans.filter((name) => name !== smallPlan && ![midPlan, standingPlan, launchPlan].includes(name))

  it.each(drafts)('%s is a draft without errors', (name) => {
    const { findings, plan } = judgePlan(name)
    expect(plan.stage).toBe('draft')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each(['email-churn-2020.mops', 'tasso-di-abbandono.mops'])('%s lacks targets, metrics, owners and people', (name) => {
    expect(tally(name)).toMatchObject({
      'smart/target-missing': '1 information',
      'smart/metric-missing': '2 information',
      'smart/owner-missing': '3 information',
      'smart/activity-not-outcome': '1 information',
      'coverage/role-unfilled': '2 information',
      'smart/deadline-unresolvable': '3 information',
    })
    expect(tally(name, 'approved')).toMatchObject({
      'smart/target-missing': '1 error',
      'smart/metric-missing': '2 error',
      'smart/owner-missing': '3 error',
    })
  })

  it('finds the three situations without an answer in the Italian plan', () => {
    expect(tally('tasso-di-abbandono.mops')).toMatchObject({ 'coverage/problem-without-solution': '3 information' })
  })

  it('finds the relative target without a baseline, the year without a beginning and the factor of 100 in the German plan', () => {
    expect(tally('email-klicks-2022.mops')).toMatchObject({
      'smart/baseline-missing': '1 warning',
      'smart/deadline-unresolvable': '1 information',
      'smart/owner-missing': '1 information',
      'formula/superfluous-percent-factor': '1 information',
    })
    expect(tally('email-klicks-2022.mops', 'review')).toMatchObject({ 'coverage/effect-off-goal': '2 information' })
  })

  it('finds the term with two readings and the goal without a task in the plan about tools', () => {
    expect(tally('martech-az.mops')).toMatchObject({
      'formula/ambiguous-term': '1 information',
      'coverage/goal-without-task': '1 information',
    })
  })

  it('finds the open targets and deadlines in the campaign for a client', () => {
    expect(tally('campaign-client.mops')).toMatchObject({ 'smart/target-missing': '4 information', 'smart/deadline-missing': '3 warning' })
  })
})
