import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { agenda } from './agenda.js'
import { schedule } from './schedule.js'

const moving = '[ ] task move "Move the lists" for keepable_mail expects email_churn down @ben 8h after vendor'

function judged(clauses: string, more = moving) {
  const judged = judgeExample({ text: `decision vendor "Which email vendor?" { options "Stay", "Move" ${clauses} }\n${more}` })
  const [decision] = judged.plan.all('decision')
  if (!decision) throw new Error('There is no decision.')
  return { ...judged, decision, dates: schedule(judged.plan) }
}

const said = (clauses: string, code: string, more?: string) =>
  judged(clauses, more)
    .findings.filter((finding) => finding.code === code)
    .map(({ message }) => message)

describe('a decision', () => {
  it('is open until it says what was decided', () => {
    const open = judged('owner ben due 2027-02-22')
    expect(open.decision).toMatchObject({ mark: 'todo', decided: undefined, done: undefined })
    expect(open.decision.options.map(({ text }) => text)).toEqual(['Stay', 'Move'])
    const decided = judged('owner ben due 2027-02-22 decided "Stay" on 2027-02-10 because "Moving costs a quarter"')
    expect(decided.decision).toMatchObject({ mark: 'done', done: { date: '2027-02-10' } })
    expect(decided.decision.decided).toMatchObject({ text: { text: 'Stay' }, because: { text: 'Moving costs a quarter' } })
  })

  it('takes no time, and work that waits for it begins behind its day', () => {
    const { dates } = judged('owner ben due 2027-02-22')
    expect(dates.of('vendor')).toMatchObject({ start: '2027-02-22', end: '2027-02-22', length: 0 })
    expect(dates.of('move')).toMatchObject({ es: '2027-02-23', cause: { type: 'predecessor', name: 'vendor' } })
    expect(judged('owner ben due 2027-02-22 decided "Stay" on 2027-02-11').dates.of('move')).toMatchObject({ es: '2027-02-12' })
  })

  it('may have a day that counts from what waits for it', () => {
    const launch = '[ ] milestone launch "Launch" for keepable_mail due 2027-03-15 after vendor'
    expect(judged('owner ben due 2w before launch', launch).dates.of('vendor')).toMatchObject({ end: '2027-03-01' })
    expect(said('owner ben due 2w after launch', 'schedule/dependency-cycle', launch)).toEqual([])
    const undated = '[ ] milestone launch "Launch" for keepable_mail after vendor'
    expect(said('owner ben due 2w after launch', 'schedule/dependency-cycle', undated)).toHaveLength(1)
  })

  it('stands among what is to do, with who decides, until it is decided', () => {
    const steps = (clauses: string) =>
      agenda(judged(clauses).plan)
        .filter(({ step }) => step.kind === 'decision')
        .map(({ step, people, end }) => [step.name, people.map(({ name }) => name), end])
    expect(steps('owner ben due 2027-02-22')).toEqual([['vendor', ['ben'], '2027-02-22']])
    expect(steps('owner ben due 2027-02-22 decided "Stay" on 2027-02-10')).toEqual([])
  })

  it('is called overdue as a decision and not as a task', () => {
    expect(said('owner ben due 2027-02-10', 'schedule/decision-overdue')).toEqual([
      '`vendor` was to be decided by 2027-02-10 and is open. Decide it, or give it a new date.',
    ])
    expect(said('owner ben due 2027-02-10', 'schedule/overdue')).toEqual([])
    expect(said('owner ben due 2027-02-10 decided "Stay" on 2027-02-12', 'schedule/decision-overdue')).toEqual([])
  })

  it('needs somebody who takes it', () => {
    expect(said('due 2027-02-22', 'coverage/accountable-missing')).toHaveLength(1)
    expect(said('owner ben due 2027-02-22', 'coverage/accountable-missing')).toEqual([])
    expect(said('decided "Stay" on 2027-02-10', 'coverage/accountable-missing')).toEqual([])
  })

  it('says when it was taken, and a check mark alone takes none', () => {
    expect(said('owner ben due 2027-02-22 decided "Stay"', 'schedule/done-date-missing')).toEqual([
      '`vendor` does not say when it was decided. Add the day: `on 2027-02-12`.',
    ])
    const { plan, findings } = judgeExample({ text: '[x] decision vendor "Which email vendor?" { owner ben due 2027-02-22 }' })
    expect(plan.all('decision').map(({ mark }) => mark)).toEqual(['todo'])
    expect(findings.filter(({ code }) => code === 'schedule/done-date-missing').map(({ message }) => message)).toEqual([
      '`vendor` is marked as done and does not say what was decided, so it is open. Add `decided "…" on 2027-02-12`.',
    ])
  })
})
