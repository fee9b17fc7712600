import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { coverage } from './coverage.js'
import { coverageMatrices, type MatrixKind } from './matrices.js'
import { coverageTally } from './tally.js'
import { treatmentOf } from './treatment.js'

const frame = `strategy spring "Spring" { period 2027-01-01 .. 2027-03-31 stage running asof 2027-02-01 owner ben }
person ben "Ben Cole" belongs to marketers
person dana "Dana Levi"
team   mops "Operations" members ben, dana
role   editor "Editor"
stakeholder watched "Watched" kind external monitor because "Nothing changes for them"
stakeholder marketers "Marketers" kind employee power low interest high
stakeholder sales "Sales" kind employee power high interest high
`

function planOf(text: string) {
  return judgeExample({ text: `${frame}${text}`, isWhole: true }).plan
}

function row(text: string, name: string) {
  const plan = planOf(text)
  const found = coverage(plan).of(name)
  if (!found) throw new Error(`No stakeholder ${name}.`)
  return { plan, found, treatment: treatmentOf(plan, found) }
}

const names = (list: readonly { readonly element: { readonly name: string } }[]) => list.map((one) => one.element.name)

describe('coverage', () => {
  it('lists monitored stakeholders last', () => {
    expect(coverage(planOf('')).stakeholders.map((one) => one.stakeholder.name)).toEqual(['marketers', 'sales', 'watched'])
  })

  it('lets a message to a person or a team reach the group that a person of it belongs to', () => {
    const { found } = row(
      `communication one "One" to ben\ncommunication two "Two" to mops\ncommunication three "Three" to dana`,
      'marketers',
    )
    expect(names(found.communications)).toEqual(['one', 'two'])
  })

  it('leaves cancelled tasks and dropped goals out', () => {
    const { found } = row(
      `goal a "A" relevant to marketers\ngoal b "B" relevant to marketers outcome dropped on 2027-01-08
[-] task gone "Gone" affects marketers\n[x] task made "Made" affects marketers`,
      'marketers',
    )
    expect(names(found.goals)).toEqual(['a'])
    expect(names(found.affectedBy)).toEqual(['made'])
  })

  it('counts the owner of the first goal as taking part in a task without owner', () => {
    const { found } = row(
      `goal a "A" owner ben\ntask work "Work" for a @dana\ntask told "Told" for a owner dana informs marketers`,
      'marketers',
    )
    expect(names(found.takesPartIn)).toEqual(['work', 'told'])
    expect(names(found.worksOrAdvisesOn)).toEqual(['work'])
  })

  it('takes an internal group that a goal serves as affected, and an external one not', () => {
    expect(row('goal a "A" relevant to marketers', 'marketers').found.isAffected).toBe(true)
    expect(row('goal a "A" relevant to watched', 'watched').found.isAffected).toBe(false)
  })

  it('does not claim to know whom a message with an unknown name reaches', () => {
    const known = coverage(planOf('communication one "One" to marketers'))
    const unknown = coverage(planOf('communication one "One" to marketrs'))
    expect([known.isTellingCertain, unknown.isTellingCertain]).toEqual([true, false])
  })
})

describe('the contact interval', () => {
  it.each([
    ['every month', '31'],
    ['every 2 week', '14'],
    ['every quarter', '92'],
    ['every 3 month', '92'],
    ['every year', '366'],
    ['on 2027-01-12', '90'],
  ])('of a communication %s is %s days', (clause, days) => {
    expect(row(`communication one "One" to sales ${clause}`, 'sales').found.contactInterval).toBe(days)
  })

  it('is the shortest cadence of communications and reports', () => {
    const { found } = row(`communication one "One" to sales every month\nreport two "Two" to sales every week`, 'sales')
    expect(found.contactInterval).toBe('7')
  })

  it('divides the period by the dated communications where nothing is regular', () => {
    const dated = ['2027-01-12', '2027-02-12', '2027-03-12', '2027-03-19'].map((day, at) => `communication c${at} "C" to sales on ${day}`)
    expect(row(dated.join('\n'), 'sales').found.contactInterval).toBe('22.5')
  })

  it('does not exist without regular or dated contact', () => {
    expect(row('communication one "One" to sales', 'sales').found.contactInterval).toBeUndefined()
  })
})

describe('the treatment of the power and interest grid', () => {
  it('asks for monthly contact, a goal and a part in the work of key players', () => {
    expect(row('', 'sales').treatment).toEqual({ treatment: 'manage closely', gaps: ['contact', 'goal', 'part'] })
    const kept = `goal a "A" relevant to sales owner ben\ntask work "Work" for a consults sales\ncommunication one "One" to sales every month`
    expect(row(kept, 'sales').treatment).toEqual({ treatment: 'manage closely', gaps: [] })
  })

  it('is content with any report for interested people', () => {
    expect(row('', 'marketers').treatment?.gaps).toEqual(['contact'])
    expect(row('report two "Two" to marketers every quarter', 'marketers').treatment?.gaps).toEqual([])
  })

  it('finds nothing missing where an unknown name may be the answer', () => {
    expect(row('communication one "One" to marketrs every month', 'marketers').treatment?.gaps).toEqual([])
  })
})

describe('the coverage matrices', () => {
  const text = `measure clicks "Clicks" in clicks per month sum
measure opens "Opens" in opens per month sum
goal a "A" relevant to sales measurable clicks increase to 100
[ ] task work "Work" for a affects sales consults sales
communication one "One" to sales expect "x" expect "y" ask "z"
sla promise "Promise" from mops to sales
report two "Two" to sales shows opens`

  it('hold in each cell what makes it true', () => {
    const { of } = coverageMatrices(planOf(text))
    const cells = (kind: MatrixKind, name: string) =>
      [...(of[kind].cells.get(name) ?? [])].map(([column, cell]) => `${column}: ${names(cell.because).join(' ')}`)
    expect(cells('goal', 'sales')).toEqual(['a: a'])
    expect(cells('number', 'sales')).toEqual(['clicks: a', 'opens: two'])
    expect(cells('task', 'sales')).toEqual(['work: work work'])
    expect(cells('communication', 'sales')).toEqual(['one: one'])
    expect(cells('sla', 'sales')).toEqual(['promise: promise'])
    expect(cells('sla', 'marketers')).toEqual(['promise: promise'])
    expect(cells('report', 'sales')).toEqual(['two: two'])
    expect(cells('goal', 'watched')).toEqual([])
  })

  it('count what a communication lets expect and asks', () => {
    const cell = coverageMatrices(planOf(text)).of.communication.cells.get('sales')?.get('one')
    expect([cell?.expects, cell?.asks]).toEqual([2, 1])
  })
})

describe('the tally', () => {
  it('counts covered of needed and names what is missing', () => {
    const lines = coverageTally(
      planOf(`goal a "A" relevant to sales owner ben
goal b "B" relevant to sales
task work "Work" for a @dana
task order "Order" housekeeping
problem p "P" solution "Do it" by a
problem q "Q" solution "Later"`),
    ).map((one) => `${one.kind} ${one.need} ${one.covered}/${one.needed} ${one.missing.join(' ')}`.trim())
    expect(lines).toEqual([
      'stakeholder goal 1/2 marketers',
      'stakeholder communication 0/1 sales',
      'goal metric 0/2 a b',
      'goal task 1/2 b',
      'goal owner 1/2 b',
      'task goal 1/1',
      'task assignee 1/2 order',
      'metric source 0/0',
      'problem solution 1/2 q',
    ])
  })
})
