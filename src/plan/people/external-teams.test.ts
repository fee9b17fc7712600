import { describe, expect, it } from 'vitest'
import { judgeExample } from '../../../test/example-plan.js'
import { load } from '../schedule/load.js'
import { schedule } from '../schedule/schedule.js'

const studio = 'team studio "Design studio" external works 30h per week contact ben'
const task = (hours: string, dates = '') =>
  `[ ] task pictures "Take the pictures" for keepable_mail expects email_churn down owner ben @studio ${hours} ${dates}`

function judged(text: string) {
  const { plan, findings } = judgeExample({ text })
  return { plan, findings, codes: findings.map(({ code }) => code) }
}

describe('an external team', () => {
  it('works on tasks without having members', () => {
    const { codes } = judged(`${studio}\n${task('12h', 'start 2027-02-22 due 2027-02-26')}`)
    expect(codes.filter((code) => ['schedule/unassigned', 'hygiene/empty-block', 'coverage/accountable-missing'].includes(code))).toEqual(
      [],
    )
    const own = judged(`team studio "Design studio"\n${task('12h', 'start 2027-02-22 due 2027-02-26')}`)
    expect(own.codes).toEqual(expect.arrayContaining(['schedule/unassigned', 'hygiene/empty-block']))
  })

  it('has a load beside its hours, as a person has', () => {
    const { plan, findings } = judged(`${studio}\n${task('40h', 'start 2027-02-22 due 2027-02-26')}`)
    expect(
      load(plan)
        .of('studio')
        ?.weeks.map(({ week, hours, capacity, isOver }) => [week, hours, capacity, isOver]),
    ).toEqual([['2027-W08', '40', '30', true]])
    expect(findings.filter(({ code }) => code === 'schedule/impossible-effort').map(({ message }) => message)).toEqual([
      '`studio` has 40 h in `pictures` from 2027-02-22 to 2027-02-26 and can work 30 h in that time, even without other tasks. Give it more days or more people.',
    ])
  })

  it('sets the length of its tasks by its weekly hours', () => {
    const { plan } = judged(`${studio}\n${task('30h', 'start 2027-02-22')}`)
    expect(schedule(plan).of('pictures')).toMatchObject({ start: '2027-02-22', end: '2027-02-26' })
  })

  it('stands for its members where it has no hours of its own', () => {
    const { plan } = judged(`team studio "Design studio" external members ben, dana\n${task('10h', 'start 2027-02-22 due 2027-02-26')}`)
    expect(load(plan).of('studio')).toBeUndefined()
    expect(
      load(plan)
        .of('dana')
        ?.weeks.some(({ parts }) => parts.some((part) => part.task === 'pictures' && part.hours === '5')),
    ).toBe(true)
  })

  it('is not the only team with hours of its own: any such team is planned as one', () => {
    const { plan, codes } = judged(`team studio "Our studio" works 30h per week\n${task('40h', 'start 2027-02-22 due 2027-02-26')}`)
    expect(
      load(plan)
        .of('studio')
        ?.weeks.map(({ capacity }) => capacity),
    ).toEqual(['30'])
    expect(codes.filter((code) => ['schedule/unassigned', 'hygiene/empty-block'].includes(code))).toEqual([])
  })
})
