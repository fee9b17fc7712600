import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { satisfies } from '../numbers/aims.js'
import { claimPairs } from './conflicts.js'
import { promisedEffects } from './effects.js'
import { everyGoal, goalFacts } from './goals.js'
import { grainMisfit } from './grain.js'
import { reachedValues } from './results.js'
import { shortfallOf } from './work.js'

const frame = `strategy spring "Spring" { period 2027-01-04 .. 2027-04-09 stage running asof 2027-02-12 holidays 2027-03-31 }
source crm "CRM"
measure clicks "Clicks" in clicks per month sum from crm
measure sent "Sent" in messages per month sum at least 1 from crm
measure people "People" in contacts per month distinct from crm
measure answer_time "Answer time" in h per week average from crm
measure seats "Seats" in seats last from crm
metric click_rate "Click rate" in % per month higher is better = clicks / sent
metric cost_rate "Cost rate" in % per month = clicks / sent
`

function planOf(text: string, own = frame) {
  return judgeExample({ text: `${own}${text}`, isWhole: true }).plan
}

function goalOf(clauses: string) {
  const facts = goalFacts(planOf(`goal g "G" { ${clauses} }`)).get('g')
  if (!facts) throw new Error('No goal.')
  return facts
}

function aimOf(measurable: string, more = 'timebound 2027-01-04 .. 2027-03-31') {
  const [aim] = goalOf(`measurable ${measurable} ${more}`).aims
  if (!aim) throw new Error('No measurable.')
  return aim
}

describe('the time of a goal', () => {
  it('is its own period', () => {
    expect(goalOf('timebound 2027-02-01 .. 2027-03-05')).toMatchObject({ start: '2027-02-01', deadline: '2027-03-05' })
  })

  it('begins with the plan where only the end is said', () => {
    expect(goalOf('timebound by 2027-03-05')).toMatchObject({ start: '2027-01-04', deadline: '2027-03-05' })
    expect(goalOf('timebound within 2mo')).toMatchObject({ start: '2027-01-04', deadline: '2027-03-03' })
  })

  it('stays open without a plan period', () => {
    const plan = planOf('goal g "G" timebound within 1y', 'strategy s "S"\n')
    expect(goalFacts(plan).get('g')).toMatchObject({ start: undefined, deadline: undefined, horizon: undefined })
  })
})

describe('the target window', () => {
  it('is the stated one', () => {
    expect(aimOf('click_rate to 3% in 2027-02').targetWindow).toMatchObject({ start: '2027-02-01', end: '2027-02-28' })
  })

  it('is the horizon for what adds up', () => {
    expect(aimOf('clicks to 300').targetWindow).toEqual({ start: '2027-01-04', end: '2027-03-31' })
  })

  it('is the last grain period that ends within the horizon, ended on its last working day', () => {
    expect(aimOf('click_rate to 3%', 'timebound by 2027-03-30').targetWindow).toMatchObject({ text: '2027-03' }) // 31 March is a holiday
    expect(aimOf('click_rate to 3%', 'timebound by 2027-03-29').targetWindow).toMatchObject({ text: '2027-02' })
    expect(aimOf('people to 900', 'timebound by 2027-01-20').targetWindow).toBeUndefined()
  })

  it('is the deadline for a snapshot without grain', () => {
    expect(aimOf('seats to 9').targetWindow).toEqual({ start: '2027-03-31', end: '2027-03-31' })
  })
})

describe('target and needed change', () => {
  it('follow from a relative change', () => {
    expect(aimOf('clicks from 480_000 in 2026 by +25%')).toMatchObject({ isChangeRelative: true, target: '600000', neededChange: '120000' })
  })

  it('follow from points, whose sign an unsigned change takes from the verb', () => {
    expect(aimOf('click_rate from 2.8% in 2026-12 by +0.2pp')).toMatchObject({ target: '0.03', neededChange: '0.002' })
    expect(aimOf('click_rate decrease from 2.8% in 2026-12 by 0.2pp')).toMatchObject({ target: '0.026' })
  })

  it('of a held number are its baseline and none', () => {
    expect(aimOf('click_rate hold from 2.8% in 2026-12')).toMatchObject({ target: '0.028', neededChange: '0', direction: 0 })
  })

  it('are unknown where the units do not fit', () => {
    expect(aimOf('click_rate from 14d in 2026-12 to 60').baseline).toBeUndefined()
    expect(aimOf('click_rate from 14d in 2026-12 to 60').target).toBeUndefined()
    expect(aimOf('unknown_number to 60').target).toBeUndefined()
  })
})

describe('the direction signs', () => {
  it('come from verb, change, bound, values and metric', () => {
    const { signs, isContradictory } = aimOf('click_rate increase from 2% in 2026-12 by +1pp to at least 3%')
    expect(signs.map(({ from, sign }) => `${from} ${sign}`)).toEqual(['verb 1', 'change 1', 'bound 1', 'values 1', 'metric 1'])
    expect(isContradictory).toBe(false)
  })

  it('contradict when two differ, and then no direction is known', () => {
    expect(aimOf('click_rate increase from 2% in 2026-12 to at most 3%')).toMatchObject({ isContradictory: true, direction: undefined })
    expect(aimOf('click_rate decrease to 1%')).toMatchObject({ isContradictory: true })
  })

  it('take an unsigned change as more only where nothing else speaks', () => {
    expect(aimOf('cost_rate from 2% in 2026-12 by 25%').signs.map(({ from, sign }) => `${from} ${sign}`)).toEqual(['change 1'])
    expect(aimOf('cost_rate decrease from 2% in 2026-12 by 25%').signs.map(({ from }) => from)).toEqual(['verb'])
  })
})

describe('a measurable', () => {
  it('is satisfied by what is not worse than its target', () => {
    const fewer = aimOf('cost_rate decrease from 0.80% in 2026-12 to 0.60%')
    expect(satisfies(fewer, '0.006')).toBe(true)
    expect(satisfies(fewer, '0.0061')).toBe(false)
  })

  it('that holds is satisfied at the precision of its target, or within its bound', () => {
    const held = aimOf('cost_rate hold from 0.80% in 2026-12')
    expect(satisfies(held, '0.00804')).toBe(true)
    expect(satisfies(held, '0.0081')).toBe(false)
    const capped = aimOf('cost_rate hold from 0.80% in 2026-12 to at most 0.90%')
    expect(satisfies(capped, '0.001')).toBe(true)
    expect(satisfies(capped, '0.0091')).toBe(false)
  })

  it('without a target is neither reached nor missed', () => {
    expect(satisfies(aimOf('click_rate increase'), '1')).toBeUndefined()
  })
})

describe('the values that a goal has reached', () => {
  const goal = 'goal g "G" { measurable click_rate increase from 2% in 2026-12 to 3% timebound by 2027-03-31 }'

  it('are those of a period after the baseline', () => {
    expect(everyGoal(planOf(goal)).map((facts) => reachedValues(planOf(goal), facts))).toEqual([undefined])
    const met = planOf(`${goal}\nactuals click_rate { 2027-01 3.1% }`)
    expect(everyGoal(met).map((facts) => reachedValues(met, facts)?.map(({ value }) => value))).toEqual([['0.031']])
    const before = planOf(`${goal}\nactuals click_rate { 2026-12 3.1% }`)
    expect(everyGoal(before).map((facts) => reachedValues(before, facts))).toEqual([undefined])
  })

  it('are no single month of a number that adds up', () => {
    const plan = planOf(
      'goal g "G" { measurable clicks increase from 90 in 2026-Q4 to 100 in 2027-Q1 timebound by 2027-03-31 }\nactuals clicks { 2027-01 110 }',
    )
    expect(everyGoal(plan).map((facts) => reachedValues(plan, facts))).toEqual([undefined])
  })
})

describe('claims on one number', () => {
  const pairs = (text: string) =>
    claimPairs(planOf(text)).map(({ first, second, isConflict }) => `${first.goal.name} ${second.goal.name} ${isConflict}`)
  const goal = (name: string, clauses: string) => `goal ${name} "${name}" { ${clauses} timebound 2027-01-04 .. 2027-03-31 }\n`

  it('conflict when no value fits both', () => {
    const more = goal('more', 'measurable sent increase to at least 40_000 in 2027-03')
    expect(pairs(more + goal('fewer', 'measurable sent to at most 30_000 in 2027-03'))).toEqual(['fewer more true'])
    expect(pairs(more + goal('some', 'measurable sent increase to at least 30_000 in 2027-03'))).toEqual(['more some false'])
  })

  it('are not compared over other spans, other scopes or for dropped goals', () => {
    const more = goal('more', 'measurable sent to at least 40_000 in 2027-03')
    const low = 'measurable sent to at most 30_000'
    expect(pairs(more + goal('same', `${low} in 2027-03`))).toEqual(['more same true'])
    expect(pairs(more + goal('early', `${low} in 2027-01`))).toEqual([])
    expect(pairs(more + goal('other', `scope crm ${low} in 2027-03`))).toEqual([])
    expect(pairs(more + goal('gone', `${low} in 2027-03 outcome dropped`))).toEqual([])
  })

  it('are compared within the same scope, in whatever order it is written', () => {
    const one = goal('one', 'scope crm, clicks measurable sent to at least 40_000 in 2027-03')
    expect(pairs(one + goal('two', 'scope clicks, crm measurable sent to at most 30_000 in 2027-03'))).toEqual(['one two true'])
  })

  it('that add up conflict only where one span lies in the other', () => {
    const march = goal('march', 'measurable sent to at least 40_000 in 2027-03')
    expect(pairs(march + goal('quarter', 'measurable sent hold to at most 30_000 in 2027-Q1'))).toEqual(['march quarter true'])
    const quarter = goal('quarter', 'measurable sent hold to at least 40_000 in 2027-Q1')
    expect(pairs(quarter + goal('march', 'measurable sent hold to at most 30_000 in 2027-03'))).toEqual(['march quarter false'])
  })

  it('count a guard of another goal and not one of the same', () => {
    const rate = 'measurable click_rate increase to at least 3% in 2027-03'
    expect(pairs(goal('own', `${rate} guard click_rate at most 2%`))).toEqual([])
    expect(pairs(goal('one', rate) + goal('two', 'guard click_rate at most 2%'))).toEqual(['one two true'])
  })
})

describe('the effects that tasks promise', () => {
  const promised = (measurable: string, ...effects: readonly string[]) => {
    const tasks = effects.map((effect, at) => `[ ] task t${at} "T" for g expects ${effect}`)
    const plan = planOf(`goal g "G" { measurable ${measurable} timebound 2027-01-04 .. 2027-03-31 }\n${tasks.join('\n')}`)
    const facts = goalFacts(plan).get('g')
    const [aim] = facts?.aims ?? []
    return facts && aim && promisedEffects(facts, aim).total
  }

  it('add up with their signs', () => {
    expect(promised('sent to 40_000', 'sent up by 1_000', 'sent down by 300')).toBe('700')
    expect(promised('sent to 40_000', 'sent down by -300')).toBe('-300')
  })

  it('are of the baseline in percent, and of the number itself in points', () => {
    expect(promised('sent from 20_000 to 40_000', 'sent up by 10%')).toBe('2000')
    expect(promised('sent to 40_000', 'sent up by 10%')).toBeUndefined()
    expect(promised('click_rate from 2% to 3%', 'click_rate up by 10%')).toBe('0.002')
    expect(promised('click_rate from 2% to 3%', 'click_rate up by 0.5pp')).toBe('0.005')
    expect(promised('sent from 20_000 to 40_000', 'sent up by 10pp')).toBeUndefined()
  })

  it('are unknown with one that is', () => {
    expect(promised('sent to 40_000', 'sent up by 1_000', 'sent up')).toBeUndefined()
    expect(promised('sent to 40_000', 'sent down by 10pp')).toBeUndefined()
  })
})

describe('the time of a number', () => {
  const misfit = (measurable: string, timebound: string) => {
    const plan = planOf(
      `measure stock "Stock" in pieces per month last from crm\ngoal g "G" { measurable ${measurable} timebound ${timebound} }`,
    )
    const facts = goalFacts(plan).get('g')
    const [aim] = facts?.aims ?? []
    return facts && aim && grainMisfit(plan, facts, aim)
  }

  it('fits a deadline on the last working day of its period', () => {
    expect(misfit('sent increase to 40_000', '2027-01-04 .. 2027-02-26')).toBeUndefined()
    expect(misfit('sent increase to 40_000', '2027-01-04 .. 2027-02-28')).toBeUndefined()
  })

  it('is cut by a deadline inside it', () => {
    const better = { reason: 'inside a period', period: '2027-02', better: '2027-02-26' }
    expect(misfit('sent increase to 40_000', '2027-01-04 .. 2027-02-19')).toEqual(better)
  })

  it('may be longer than the goal, unless it is a level at the end', () => {
    const short = { reason: 'short horizon', period: '2027-02', better: '2027-02-26' }
    expect(misfit('sent increase to 40_000', '2027-02-15 .. 2027-02-28')).toEqual(short)
    expect(misfit('sent increase to 40_000', '2027-02-01 .. 2027-02-28')).toBeUndefined()
    expect(misfit('stock increase to 40', '2027-02-15 .. 2027-02-28')).toBeUndefined()
  })

  it('ends after the deadline where the target says so', () => {
    const late = { reason: 'target after deadline', period: '2027-03', better: '2027-03-30' }
    expect(misfit('sent increase to 40_000 in 2027-03', '2027-01-04 .. 2027-03-12')).toEqual(late)
    expect(misfit('sent increase to 40_000 in 2027-02', '2027-01-04 .. 2027-03-12')).toBeUndefined()
  })
})

describe('the work left in a goal', () => {
  const people =
    'person ben "Ben" works 20h per week\nperson dana "Dana"\ngoal g "G" timebound by 2027-02-19\ngoal h "H" timebound by 2027-03-19\n'
  const shortfall = (tasks: string) => {
    const plan = planOf(people + tasks)
    return everyGoal(plan).map((facts) => shortfallOf(plan, facts))[0]
  }
  const dates = 'start 2027-02-15 due 2027-02-19'

  it('is held against the hours until the deadline', () => {
    // 12 to 19 February has six working days: 24 h
    expect(shortfall(`[ ] task a "A" for g @ben 24h ${dates}`)).toBeUndefined()
    expect(shortfall(`[ ] task a "A" for g @ben 25h ${dates}`)).toMatchObject({ needed: '25', available: '24' })
  })

  it('leaves out what is done and what looks back', () => {
    expect(shortfall(`[~] task a "A" for g @ben 40h progress 50% ${dates}`)).toBeUndefined()
    expect(shortfall(`[ ] task a "A" for g @ben 40h wrapup ${dates}`)).toBeUndefined()
    expect(shortfall(`[x] task a "A" for g @ben 40h ${dates} done 2027-02-12`)).toBeUndefined()
  })

  it('shares the time with other goals, and not with housekeeping', () => {
    const own = `[ ] task a "A" for g @ben 20h ${dates}\n`
    expect(shortfall(`${own}[ ] task b "B" for h @ben 10h ${dates}`)).toMatchObject({ needed: '20', available: '14' })
    expect(shortfall(`${own}[ ] task b "B" housekeeping @ben 10h ${dates}`)).toBeUndefined()
  })

  it('is unknown where somebody’s hours are', () => {
    expect(shortfall(`[ ] task a "A" for g @dana 400h ${dates}`)).toBeUndefined()
  })
})

describe('an aspirational goal', () => {
  const met = (clauses: string) => {
    const [aim] = goalOf(`${clauses} timebound 2027-01-04 .. 2027-03-31`).aims
    return aim?.metFrom
  }

  it('counts as met from 70% of the way, or from its own share', () => {
    expect(met('measurable click_rate from 2% to 3% aspirational')).toBe('0.027')
    expect(met('measurable click_rate from 2% to 3% aspirational 60%')).toBe('0.026')
    expect(met('measurable click_rate from 3% to 2% aspirational')).toBe('0.023')
    expect(met('measurable click_rate from 2% to 3%')).toBeUndefined()
  })

  it('goes its way from nothing where a number adds up and has no baseline', () => {
    expect(met('measurable clicks to 300 aspirational')).toBe('210')
    expect(met('measurable click_rate to 3% aspirational')).toBeUndefined()
  })

  it('is satisfied there, and not below', () => {
    const [aim] = goalOf('measurable click_rate increase from 2% to at least 3% aspirational timebound 2027-01-04 .. 2027-03-31').aims
    if (!aim) throw new Error('No measurable.')
    expect(satisfies(aim, '0.027')).toBe(true)
    expect(satisfies(aim, '0.0269')).toBe(false)
  })

  it('takes its share from the objective that holds it, unless it has its own', () => {
    const shares = (own: string) =>
      planOf(`objective more "More" aspirational 50% { goal g "G" { measurable click_rate from 2% to 3% ${own} } }`)
        .all('goal')
        .map(({ aspirational }) => aspirational?.share?.text)
    expect(shares('')).toEqual(['50%'])
    expect(shares('aspirational 80%')).toEqual(['80%'])
    expect(shares('aspirational')).toEqual([undefined])
  })
})
