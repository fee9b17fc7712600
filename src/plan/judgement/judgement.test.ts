import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { formatExact } from '../quantity/exact.js'
import { judgement } from './judgement.js'
import { standingOfGoal, verdictText } from './words.js'

const head = (stage: string, asof: string) => `strategy spring "Spring" { period 2027-01-04 .. 2027-06-30 stage ${stage} asof ${asof} }
source crm "CRM"
measure clicks "Clicks" in clicks per month sum from crm
measure sent "Sent" in messages per month sum at least 1 from crm
measure seats "Seats" in seats per month last from crm
metric rate "Rate" in % per month higher is better bounds 0% .. 100% = clicks / sent else none
`

function judged(text: string, { stage = 'running', asof = '2027-04-12' } = {}) {
  return judgement(judgeExample({ text: `${head(stage, asof)}${text}`, isWhole: true }).plan)
}

function goal(measurables: string, more = '', settings = {}) {
  const all = judged(`goal g "G" { ${measurables} timebound 2027-01-04 .. 2027-06-30 }\n${more}`, settings)
  const [first] = all.goals
  if (!first) throw new Error('No goal.')
  return { ...first, plan: all, say: standingOfGoal(first) }
}

const path = 'measurable rate from 4.0% in 2026-12 to at least 10.0% in 2027-06'

describe('the standing of a target', () => {
  it.each([
    ['7.0%', 'on plan'], // the middle of the way by the end of March
    ['7.1%', 'on plan'], // within two hundredths of the way
    ['6.8%', 'behind plan'],
    ['7.3%', 'ahead of plan'],
  ])('at %s on half the way is %s', (value, word) => {
    expect(goal(path, `actuals rate { 2027-03 ${value} }`).say).toBe(word)
  })

  it.each([
    ['measurable rate from 4.0% in 2026-12', '', 'not known: no target'],
    ['measurable rate to at least 10.0% in 2027-06', 'actuals rate { 2027-03 7.0% }', 'not known: no baseline'],
    [path, '', 'not known: no value yet'],
    [path, 'actuals rate { 2026-12 4.0% }', 'not known: no value yet'],
    [path, 'actuals rate { 2027-01 7.0% }', 'not known: value too old'],
    ['', '', 'not known: nothing measured'],
  ])('of `%s` with `%s` is %s', (measurable, rows, word) => {
    expect(goal(measurable, rows).say).toBe(word)
  })

  it('is that of the last value, however old, in a plan that does not run', () => {
    expect(goal(path, 'actuals rate { 2027-01 5.0% }', { stage: 'approved' }).say).toBe('on plan')
  })

  it('is settled by the value of the target’s own period once that is over', () => {
    const settings = { asof: '2027-07-05' }
    expect(goal(path, 'actuals rate { 2027-06 10.2% }', settings)).toMatchObject({ standing: 'met', health: 'met' })
    expect(goal(path, 'actuals rate { 2027-06 9.8% }', settings)).toMatchObject({ say: 'missed', health: 'missed' })
  })

  it('holds a sum so far, never one period, against a target that adds up', () => {
    const sums = 'measurable clicks from 900 clicks in 2026-12 to at least 12_000 clicks'
    const behind = goal(
      sums,
      `actuals clicks {
2027-01 1_000 clicks
2027-02 1_000 clicks
2027-03 1_000 clicks
}`,
    )
    expect(behind).toMatchObject({ standing: 'behind', health: 'off track' })
    expect(behind.targets[0]?.value).toBe('3000')
    const ahead = goal(
      sums,
      `actuals clicks {
2027-01 2_500 clicks
2027-02 2_500 clicks
2027-03 2_500 clicks
}`,
    )
    expect(ahead).toMatchObject({ standing: 'ahead', health: 'on track' })
  })
})

describe('the forecast of a target', () => {
  it('goes on with the line from baseline to value, and adds the effects that have a size', () => {
    const { targets, health } = goal(
      path,
      `actuals rate { 2027-03 6.0% }
[ ] task a "A" for g due 2027-05-03 expects rate up by 3pp
[ ] task b "B" for g due 2027-05-03 expects rate up by 1pp
[x] task old "Old" for g done 2027-02-03 expects rate up by 5pp
[-] task no "No" for g due 2027-05-03 expects rate up by 5pp`,
    )
    const [target] = targets
    expect(formatExact(target?.atPace ?? '', 3)).toBe('0.080') // the way is 181 days long, 90 have passed
    expect(target?.withEffects).toBe('0.1')
    expect(health).toBe('at risk')
  })

  it('names effects without a size, and counts nothing for them', () => {
    const { targets, health } = goal(path, 'actuals rate { 2027-03 6.0% }\n[ ] task a "A" for g due 2027-05-03 expects rate up')
    expect(targets[0]?.unsized.map(({ name }) => name)).toEqual(['a'])
    expect(health).toBe('off track')
  })

  it('stays within the bounds of the number', () => {
    const { targets } = goal(
      'measurable rate from 4.0% in 2026-12 to at least 90% in 2027-06',
      'actuals rate { 2027-01 60.0% 2027-03 95.0% }',
    )
    expect(targets[0]?.atPace).toBe('1')
  })

  it('says what each period has brought and what it must bring', () => {
    const { targets } = goal(path, 'actuals rate { 2027-03 7.0% }')
    expect(targets[0]?.rate).toEqual({ grain: 'month', soFar: '0.01', needed: '0.01' })
  })
})

describe('the judgement of goals and plan', () => {
  it('is that of the worst number of a goal', () => {
    const both = goal(
      `${path} measurable seats from 10 seats in 2026-12 to at most 4 seats in 2027-06`,
      'actuals rate { 2027-03 8.0% }\nactuals seats { 2027-03 9 seats }',
    )
    expect(both).toMatchObject({ standing: 'behind', health: 'off track' })
    expect(both.worst?.aim.aim.number.name).toBe('seats')
  })

  it('is at most at risk where a guard is broken', () => {
    const rows = 'actuals rate { 2027-03 8.0% }\nactuals seats { 2027-03 9 seats }'
    expect(goal(`${path} guard seats at most 9 seats`, rows).health).toBe('on track')
    expect(goal(`${path} guard seats at most 8 seats`, rows).health).toBe('at risk')
  })

  it('never reassures about a draft, nor about what it does not know', () => {
    expect(goal(path, 'actuals rate { 2027-03 8.0% }', { stage: 'draft' }).plan.health).toBe('unknown')
    const draft = judged('goal g "G" { timebound 2027-01-04 .. 2027-06-30 }', { stage: 'draft' })
    expect(verdictText(draft.verdict)).toBe('Cannot be judged yet: 1 goal without a target.')
    const twoGoals = `goal g "G" { ${path} timebound 2027-01-04 .. 2027-06-30 }\ngoal h "H" { measurable seats to at most 4 seats in 2027-06 }\nactuals rate { 2027-03 8.0% }`
    expect(judged(twoGoals)).toMatchObject({ health: 'unknown' })
  })

  it('counts in its sentence what is reached, what would be, what cannot be judged and what is late', () => {
    const { verdict } = judged(`goal g "G" { ${path} timebound 2027-01-04 .. 2027-06-30 }
goal h "H" { measurable seats from 10 seats in 2026-12 to at most 4 seats in 2027-06 }
goal i "I" { measurable sent to at least 4 messages in 2027-06 }
actuals rate { 2027-03 8.0% }
actuals seats { 2027-03 9 seats }
[ ] task a "A" for h due 2027-04-05 expects seats down by 6 seats`)
    expect(verdictText(verdict)).toBe(
      'At today’s pace 1 of 3 targets are reached. If every planned effect arrives, 2 are. 1 cannot be judged yet. 1 step is late.',
    )
  })

  it('counts outcomes of a closed plan', () => {
    const closed = judged(
      'goal g "G" { outcome met on 2027-06-30 }\ngoal h "H" { outcome missed on 2027-06-30 }\ngoal i "I" { outcome dropped }',
      { stage: 'closed' },
    )
    expect(verdictText(closed.verdict)).toBe('Closed: 1 of 2 goals met.')
    expect(closed.decisions).toEqual([])
  })
})

describe('the decisions needed', () => {
  it('come by kind, each with whoever answers for it', () => {
    const { decisions } = judged(`person ann "Ann" works 8h per week
stakeholder chiefs "Chiefs" kind leadership power high interest high contact ann
decision tool "Which tool?" { options "Stay", "Move" owner ann due 2027-04-20 }
decision later "Which year?" { options "This", "Next" owner ann due 2027-06-20 }
decision was "Who?" { options "Ann", "Ben" owner ann due 2027-04-02 decided "Ann" on 2027-04-01 }
goal g "G" { ${path} timebound 2027-01-04 .. 2027-06-30 guard seats at most 9 seats owner ann }
actuals rate { 2027-03 6.0% }
[ ] task a "A" for g @ann 8h due 2027-04-05 expects rate up
[ ] task b "B" for g @ann 80h start 2027-04-12 due 2027-04-16
risk r "R" likelihood low impact high owner ann check 2027-03-01
budget money "Money" total 100 EUR { line unused "Unused" 100 EUR }
channel web "Web" owner ann ignore "schedule/overdue" because "Ann knows" until 2027-04-01`)
    expect(decisions.map(({ kind, about, owner }) => [kind, about.name, owner?.name])).toEqual([
      ['open', 'tool', 'ann'],
      ['effect', 'a', 'ann'],
      ['value', 'seats', 'ann'],
      ['late', 'a', 'ann'],
      ['overload', 'ann', 'ann'],
      ['gap', 'chiefs', 'ann'],
      ['risk', 'r', 'ann'],
      ['ignore', 'web', 'ann'],
      ['line', 'unused', undefined],
    ])
  })
})

describe('the standing in the base plan', () => {
  const standing = (row: string) => judgement(judgeExample(`actuals email_churn { ${row} }`).plan).goals[0]?.standing

  it('is on plan within half of the last digit of the target, and ahead below it where lower is better', () => {
    expect(standing('2027-01 0.73%')).toBe('on')
    expect(standing('2027-01 0.72%')).toBe('ahead')
    expect(standing('2027-01 0.75%')).toBe('behind')
  })
})
