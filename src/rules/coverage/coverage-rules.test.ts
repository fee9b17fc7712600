import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import type { Stage } from '../../plan/elements/elements.js'

/** What the family says about an example, `severity rule: message`. */
function said(text: string, stage?: Stage, without?: readonly string[]): string[] {
  const example = { text, ...(stage && { stage }), ...(without && { without }) }
  return judgeExample(example)
    .findings.filter((finding) => finding.code.startsWith('coverage/'))
    .map((finding) => `${finding.severity} ${finding.code.slice('coverage/'.length)}: ${finding.message}`)
}

const codes = (lines: readonly string[]) => lines.map((line) => line.split(' ')[1]?.replace(':', ''))
const idle = 'start 2027-03-08 due 2027-03-12 expects email_churn down'

describe('the coverage rules', () => {
  it('owe a monitored stakeholder nothing but word of work that affects them', () => {
    expect(
      said('stakeholder sales "Sales" kind employee power high interest high attitude unaware to leading monitor because "Later"'),
    ).toEqual([])
    expect(codes(said(`[ ] task move "Move" for keepable_mail @ben 8h affects sales ${idle}`))).toEqual(['affected-without-communication'])
  })

  it('do not exempt a stakeholder who is monitored without a reason', () => {
    expect(codes(said('stakeholder sales "Sales" kind employee power low interest low contact ben needs "Leads" monitor'))).toContain(
      'stakeholder-without-goal',
    )
  })

  it('stay silent about stakeholders where an unknown name may be the one', () => {
    const partners = 'stakeholder partners "Partners" kind partner power low interest low contact ben needs "News"'
    expect(said(`${partners}\ngoal other "Other" relevant to prtners scope email outcome met on 2027-02-01`).join()).not.toContain(
      'stakeholder-without-goal',
    )
    expect(
      said(`[ ] task move "Move" for keepable_mail @ben 8h affects sales ${idle}\ncommunication one "One" to saels`).join(),
    ).not.toContain('affected-without-communication')
  })

  it('let somebody with a skill of a required role fill it, else somebody without a role', () => {
    const titles = (text: string) =>
      judgeExample({ text })
        .findings.filter(({ code }) => code === 'coverage/required-role-unfilled')
        .flatMap(({ fixes }) => fixes.map(({ title }) => title))
    const role = (skills: string) => `role editor "Editor" duties "Edits" ${skills} required`
    expect(titles(role('skills forms'))).toEqual(['Let Dana Levi fill `editor`'])
    expect(
      titles(
        `${role('skills juggling')}\nrole lead "Lead" duties "Leads" required\nperson summer "Summer Hale" works 16h per week skills planning fills lead`,
      ),
    ).toEqual(['Let Ben Cole fill `editor`'])
  })

  it('ask for no task of a dropped goal and count no cancelled task', () => {
    expect(said('goal later "Later" outcome dropped on 2027-02-01').join()).not.toContain('goal-without-task')
    const cancelled = `[-] task audit_workflows "Audit" for keepable_mail @chidi\n[-] task build_format "Build" for keepable_mail @ben`
    expect(said(cancelled).join()).toContain('goal-without-task')
  })

  it('let a milestone serve the goal of the work before it, through other milestones and phases', () => {
    const phase = `phase build "Build" { [ ] task step_one "Step one" for keepable_mail @ben 8h ${idle} }`
    expect(
      said(`${phase}\n[ ] milestone ready "Ready" due 2027-03-15 after build\n[ ] milestone live "Live" due 2027-03-16 after ready`),
    ).toEqual([])
    expect(codes(said('[ ] milestone alone "Alone" due 2027-03-15'))).toEqual(['task-without-goal'])
    expect(codes(said('[ ] milestone kept "Kept" due 2027-03-15 after daily_mail'))).toEqual(['task-without-goal'])
  })

  it('leave a task whose goal lacks an owner to the rule about that goal', () => {
    const goal = `goal keepable_mail "Send mail that people keep" {
  scope email
  measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03
  achievable "It fell before"
  relevant to customers, marketers because "They ask for it"
  timebound 2027-01-04 .. 2027-03-31
}`
    expect(said(goal).join()).not.toContain('accountable-missing')
    expect(codes(said(`[ ] task tidy "Tidy" housekeeping informs dana @ben 8h start 2027-03-08 due 2027-03-12`))).toEqual([
      'accountable-missing',
    ])
  })

  it('see through a formula what an effect moves', () => {
    expect(
      said(`[ ] task tidy "Tidy" for keepable_mail @ben 8h start 2027-03-08 due 2027-03-12 expects unsubscribed_contacts down`),
    ).toEqual([])
    expect(
      codes(said(`[ ] task tidy "Tidy" for keepable_mail @ben 8h start 2027-03-08 due 2027-03-12 expects answers_in_time up`)),
    ).toEqual(['effect-off-goal'])
  })

  it('let owner and responsible be one person, and nobody be named twice otherwise', () => {
    expect(said(`[ ] task tidy "Tidy" for keepable_mail owner ben @ben 8h ${idle}`)).toEqual([])
    expect(
      said(`[ ] task tidy "Tidy" for keepable_mail owner ben @chidi 8h @dana 1h consults dana informs ben, summer, summer ${idle}`),
    ).toEqual([
      'error double-raci: Dana Levi is responsible for `tidy` and also consulted. One of the two is enough.',
      'error double-raci: Ben Cole is accountable for `tidy` and also informed. One of the two is enough.',
      'error double-raci: Summer Hale is named twice as informed for `tidy`. Once is enough.',
    ])
  })

  it('count somebody who works by role or team as having a part', () => {
    const eva = 'role designer "Designer"\nperson eva "Eva Brandt" fills designer\n'
    expect(said(`${eva}[ ] task tidy "Tidy" for keepable_mail @designer 2h ${idle}`)).toEqual([])
    expect(codes(said(eva))).toEqual(['person-without-work'])
  })

  it('only hint at weekly contact with people of little power and interest', () => {
    const lines = said('communication digest "Digest" to customers expect "News" every week via email owner ben')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['hint power-interest-gap'])
  })

  it('take a report of which nothing is known about the readers as shared', () => {
    expect(
      said('report churn_report "Churn report" every month shows email_churn, complaint_rate owner ben via email').join(),
    ).not.toContain('result-not-shared')
  })

  it('say only once in a draft what many stakeholders lack', () => {
    const groups = ['a', 'b', 'c', 'd'].map((name) => `stakeholder group_${name} "Group ${name}" kind partner`)
    const lines = said(groups.join('\n'), 'draft')
    expect(lines.filter((line) => line.includes('stakeholder-without-goal'))).toEqual([
      'information stakeholder-without-goal: 4 stakeholders are served by no goal yet: `group_a`, `group_b`, `group_c` and 1 more.',
    ])
  })
})
