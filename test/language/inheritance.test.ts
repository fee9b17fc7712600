import { describe, expect, it } from 'vitest'
import { hintsIn } from '../../src/language/lsp/inlay-hints.js'
import { ownFactsOf } from '../../src/plan/goals/goals.js'
import { diffTexts, told } from '../diff/compare.js'
import { judgeExample } from '../example-plan.js'
import { at } from '../lsp/kit.js'

const measurable = 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03'
const period = 'period 2027-02-01 .. 2027-03-31'
const objectiveClauses = `${period} owner dana relevant to customers because "They stay longer"`
const own = 'timebound by 2027-03-19 owner ben relevant to marketers because "They ask for it"'

function planWith(goal: string, objective = objectiveClauses) {
  return judgeExample(
    `objective keep "Keep the customers we have" {\n${objective}\ngoal keepable_mail "Fewer readers leave" {\n${goal}\n}\n}`,
  )
}

function goalOf(plan: ReturnType<typeof planWith>['plan']) {
  const goal = plan.byName('keepable_mail')
  if (goal?.kind !== 'goal') throw new Error('There is no goal.')
  const { deadline, boundBy } = ownFactsOf(plan, goal)
  const names = (refs: readonly { readonly name: string }[]) => refs.map(({ name }) => name)
  const { owners, relevantTo, because, supports } = goal
  return { owners: names(owners), serves: names(relevantTo), because: because?.text, supports: names(supports), deadline, boundBy }
}

describe('a goal in the braces of an objective', () => {
  it('takes owner, period and reason of the objective, and supports it', () => {
    expect(goalOf(planWith(measurable).plan)).toEqual({
      owners: ['dana'],
      serves: ['customers'],
      because: 'They stay longer',
      supports: ['keep'],
      deadline: '2027-03-31',
      boundBy: 'objective',
    })
  })

  it('keeps what it says itself', () => {
    expect(goalOf(planWith(`${measurable} ${own}`).plan)).toEqual({
      owners: ['ben'],
      serves: ['marketers'],
      because: 'They ask for it',
      supports: ['keep'],
      deadline: '2027-03-19',
      boundBy: 'goal',
    })
  })

  it('runs as long as the strategy when the objective says nothing', () => {
    expect(goalOf(planWith(measurable, 'owner dana').plan)).toMatchObject({ deadline: '2027-04-09', boundBy: 'strategy' })
  })

  it('is asked for nothing that the objective says', () => {
    const asked = /^smart\/(deadline-missing|owner-missing|serves-nobody|reason-missing|objective-missing)$/
    const codes = (objective: string) => planWith(measurable, objective).findings.map(({ code }) => code)
    expect(codes(objectiveClauses).filter((code) => asked.test(code))).toEqual([])
    expect(codes(period).filter((code) => asked.test(code))).toEqual(['smart/owner-missing', 'smart/serves-nobody'])
  })

  it('shows in the editor until when it runs and what says so', async () => {
    const text = `strategy s "S" { period 2027-Q1 }\nobjective keep "Keep" {\n  period 2027-02\n  goal a "A" { }\n}\ngoal b "B" { }\ngoal c "C" { timebound 2027-Q1 }\n`
    const { view } = await at(`${text}│`)
    expect(hintsIn(view, 0, text.length, {}).map(({ label }) => label)).toEqual(['by 2027-02-28, from `keep`', 'by 2027-03-31, from `s`'])
  })

  it('changes when the objective does, and a comparison says so', () => {
    const before = planWith(measurable).text
    const moved = told(diffTexts(before, before.replace(period, 'period 2027-02-01 .. 2027-04-09')))
    expect(moved.filter((line) => line.includes('keepable_mail'))).not.toEqual([])
  })
})
