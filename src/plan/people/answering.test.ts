import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { accountableFor, answererBehind } from './answering.js'

/** A plan in which somebody answers at every place where somebody can. */
const plan = (who: string) => `
role cmo "Chief marketing officer" duties "Leads marketing"
person mara "Mara Lindt" works 20h per week contact "mara@example.org" fills cmo
strategy answers "Answers" { for "Brightleaf" period 2027-01-01 .. 2027-03-31 stage running asof 2027-02-12 owner ${who} supervisor ${who} currency EUR }
stakeholder sales "Sales" kind employee needs "Leads" power high interest high contact ${who}
goal more_leads "More leads" { scope email relevant to sales because "Pipeline" timebound 2027-Q1 owner ${who} }
[ ] task call "Call the list" for more_leads @${who} 12h start 2027-02-15 due 2027-02-19
[ ] task sort "Sort the list" for more_leads owner ${who} consults ${who} @ben 8h start 2027-02-15 due 2027-02-19
[ ] milestone ready "Ready" for more_leads owner ${who} due 2027-02-26
sla answered "Answers" from mops_team to sales service "Answer" within 2wd rate 90% per month escalate to ${who} after 1wd owner ${who}
`

function judged(text: string) {
  return judgeExample({ text })
}

const said = (text: string) =>
  judged(text)
    .findings.filter(({ code }) => !code.startsWith('formula/'))
    .map(({ code, message }) => `${code} ${message.replaceAll('`cmo`', '`mara`')}`)

describe('a role that one person fills', () => {
  it('is judged like that person, wherever somebody answers', () => {
    expect(said(plan('cmo'))).toEqual(said(plan('mara')))
    expect(said(plan('cmo')).join()).toContain('coverage/double-raci')
  })

  it('is that person for who is accountable', () => {
    const { plan: read } = judged(plan('cmo'))
    expect([...read.all('task'), ...read.all('milestone')].map((step) => [step.name, accountableFor(read, step)?.name])).toEqual(
      expect.arrayContaining([
        ['call', 'mara'],
        ['sort', 'mara'],
        ['ready', 'mara'],
      ]),
    )
  })
})

describe('a role that nobody fills', () => {
  const empty = plan('cmo').replace(' fills cmo', '')

  it('is reported once, with everything that names it, and nothing else speaks of it', () => {
    const findings = judged(empty).findings
    const [unfilled, ...more] = findings.filter(({ code }) => code === 'coverage/role-unfilled')
    expect(more).toEqual([])
    expect(unfilled?.related).toHaveLength(10)
    const others = findings.filter(({ code, message }) => code !== 'coverage/role-unfilled' && message.includes('`cmo`'))
    expect(others.map(({ code }) => code)).toEqual([])
    expect(findings.map(({ code }) => code)).not.toContain('schedule/unassigned')
  })

  it('is reported once where the plan requires it as well', () => {
    const codes = judged(empty.replace('duties "Leads marketing"', 'duties "Leads marketing" required')).findings.map(({ code }) => code)
    expect(codes.filter((code) => code.endsWith('role-unfilled'))).toEqual(['coverage/required-role-unfilled'])
  })

  it('may be filled by somebody whose roles are unknown', () => {
    const codes = judged(empty.replace('person mara "Mara Lindt"', 'person mara "Mara Lindt" fills chief')).findings.map(({ code }) => code)
    expect(codes).not.toContain('coverage/role-unfilled')
  })
})

it('a role that two people fill is nobody in particular', () => {
  const codes = judged(`${plan('cmo')}person otto "Otto" fills cmo`).findings.map(({ code }) => code)
  expect(codes).toContain('smart/owner-not-one-person')
  expect(codes).toContain('coverage/accountable-not-a-person')
  expect(codes).not.toContain('coverage/role-unfilled')
})

it('a team answers through its owner, who may be a role; a ring of teams answers through nobody', () => {
  const { plan: read, findings } = judged(
    `${plan('studio')}
team studio "Studio" owner cmo
team left "Left" members ben owner right
team right "Right" members ben owner left`,
  )
  const who = (name: string) => answererBehind(read, { name, place: { file: '', start: 0, end: 0 } })?.kind
  expect(findings.map(({ code }) => code)).not.toContain('smart/owner-not-one-person')
  expect(['studio', 'left', 'right', 'nobody'].map(who)).toEqual(['person', 'team', 'team', undefined])
})
