import { describe, expect, it } from 'vitest'
import { personSketch, planSketch, span, strategySketch, taskSketch } from '../../../test/sketch/plan-sketch.js'
import { defaultCalendar, workingDayAt, workingDayIndex } from '../quantity/calendar.js'
import { dateOf, dayNumber } from '../quantity/days.js'
import { toNumber } from '../quantity/exact.js'
import { load, type WeekLoad } from './load.js'

type Row = readonly [name: string, who: Readonly<Record<string, string>>, start: string, due: string]

function planOf(
  period: readonly [string, string],
  holidays: readonly string[],
  people: Parameters<typeof personSketch>[],
  rows: readonly Row[],
) {
  return planSketch([
    strategySketch(span(...period), holidays),
    ...people.map((person) => personSketch(...person)),
    ...rows.map(([name, who, start, due]) => taskSketch(name, { who, start, due })),
  ])
}

const small = planOf(
  ['2027-01-04', '2027-04-09'],
  ['2027-01-18', '2027-02-15'],
  [
    ['summer', '8h'],
    ['ben', '24h'],
    ['chidi', '20h'],
    ['dana', '16h'],
  ],
  [
    ['audit_workflows', { chidi: '48h' }, '2027-01-04', '2027-01-22'],
    ['publish_input_form', { dana: '8h' }, '2027-01-11', '2027-01-20'],
    ['redefine_lists', { ben: '60h' }, '2027-01-19', '2027-02-05'],
    ['write_guideline', { dana: '36h' }, '2027-01-25', '2027-02-12'],
    ['build_email_format', { ben: '30h', dana: '30h' }, '2027-02-16', '2027-03-05'],
    ['report_and_learn', { summer: '8h', chidi: '8h' }, '2027-04-01', '2027-04-09'],
    ['lead_handoff_rule', { chidi: '40h' }, '2027-01-25', '2027-02-19'],
    ['name_segment_owners', { summer: '12h' }, '2027-01-04', '2027-01-15'],
  ],
)

const medium = planOf(
  ['2027-02-01', '2027-08-13'],
  ['2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'],
  [
    ['jonas', '16h'],
    ['leyla', '32h'],
    ['tom', '32h', [span('2027-04-19', '2027-04-23')]],
    ['ines', '30h'],
    ['paul', '12h'],
    ['mia', '24h'],
  ],
  [
    ['map_needs', { leyla: '40h' }, '2027-02-01', '2027-02-19'],
    ['segment_rules', { leyla: '24h' }, '2027-02-22', '2027-03-01'],
    ['email_templates', { mia: '60h' }, '2027-02-22', '2027-03-17'],
    ['automation_workflows', { leyla: '72h', mia: '24h' }, '2027-03-09', '2027-04-01'],
    ['segment_cleanup', { leyla: '30h', mia: '10h' }, '2027-03-23', '2027-04-09'],
    ['train_marketers', { leyla: '20h', jonas: '8h' }, '2027-04-13', '2027-04-20'],
    ['stop_manual_sends', { mia: '24h' }, '2027-04-21', '2027-05-04'],
    ['scoring_workshop', { paul: '16h', jonas: '8h' }, '2027-02-08', '2027-02-19'],
    ['qualification_criteria', { paul: '16h' }, '2027-02-22', '2027-03-05'],
    ['scoring_model', { ines: '40h', paul: '12h' }, '2027-03-02', '2027-03-19'],
    ['scoring_setup', { leyla: '32h' }, '2027-04-05', '2027-04-16'],
    ['lead_assignment', { tom: '24h', paul: '8h' }, '2027-04-26', '2027-05-05'],
    ['dedupe_rules', { tom: '32h' }, '2027-02-01', '2027-02-12'],
    ['required_fields', { tom: '24h' }, '2027-02-15', '2027-02-22'],
    ['dedupe_run', { tom: '56h' }, '2027-02-23', '2027-03-10'],
    ['hygiene_monitor', { ines: '24h' }, '2027-03-11', '2027-03-22'],
    ['field_backfill', { tom: '48h' }, '2027-03-11', '2027-03-30'],
    ['dashboard_inventory', { ines: '20h' }, '2027-02-01', '2027-02-10'],
    ['kpi_set', { ines: '24h', jonas: '12h' }, '2027-02-11', '2027-02-24'],
    ['weekly_report', { ines: '32h' }, '2027-02-25', '2027-03-10'],
    ['retire_dashboards', { ines: '20h' }, '2027-03-22', '2027-04-02'],
    ['quarterly_report', { ines: '24h' }, '2027-03-22', '2027-04-06'],
    ['migrate_forms_webinars', { mia: '40h', leyla: '24h' }, '2027-04-27', '2027-05-19'],
    ['cancel_contracts', { jonas: '16h' }, '2027-05-20', '2027-05-31'],
    ['review_results', { jonas: '8h', ines: '12h' }, '2027-08-02', '2027-08-06'],
  ],
)

/** Total, busiest week by share of capacity, its load and capacity. */
function peakOf(plan: typeof small, person: string): string {
  const entry = load(plan).of(person)
  const share = (week: WeekLoad) => toNumber(week.hours) / toNumber(week.capacity ?? '1')
  const peak = entry?.weeks.reduce((best, week) => (share(week) > share(best) ? week : best))
  return `${entry?.total} h, ${peak?.week}: ${toNumber(peak?.hours ?? '0').toFixed(1)} of ${toNumber(peak?.capacity ?? '0').toFixed(1)}`
}

describe('the load', () => {
  it('gives the known peaks of a small plan', () => {
    expect(['summer', 'ben', 'chidi', 'dana'].map((person) => `${person} ${peakOf(small, person)}`)).toEqual([
      'summer 20 h, 2027-W01: 6.0 of 8.0',
      'ben 90 h, 2027-W03: 17.1 of 19.2',
      'chidi 96 h, 2027-W01: 17.1 of 20.0',
      'dana 74 h, 2027-W04: 12.0 of 16.0',
    ])
  })

  it('gives the known peaks of a plan with 25 tasks, none over capacity', () => {
    expect(['jonas', 'leyla', 'tom', 'ines', 'paul', 'mia'].map((person) => `${person} ${peakOf(medium, person)}`)).toEqual([
      'jonas 52 h, 2027-W07: 10.0 of 16.0',
      'leyla 242 h, 2027-W12: 25.5 of 25.6',
      'tom 184 h, 2027-W09: 23.3 of 32.0',
      'ines 196 h, 2027-W10: 29.9 of 30.0',
      'paul 52 h, 2027-W09: 11.4 of 12.0',
      'mia 158 h, 2027-W10: 22.7 of 24.0',
    ])
    expect(
      load(medium)
        .people.flatMap((person) => person.weeks)
        .some((week) => week.isOver),
    ).toBe(false)
  })

  it('compares exactly: thirds that fill a week to the last hour are not over', () => {
    const who = { ben: '5.333333333333333333333333333333h' }
    const plan = planOf(
      ['2027-01-04', '2027-01-08'],
      [],
      [['ben', '16h']],
      ['a', 'b', 'c'].map((name) => [name, who, '2027-01-04', '2027-01-08'] as const),
    )
    expect(load(plan).of('ben')?.weeks[0]?.isOver).toBe(false)
    const full = planOf(['2027-01-04', '2027-01-22'], [], [['ben', '16h']], [['a', { ben: '48h' }, '2027-01-04', '2027-01-22']])
    expect(
      load(full)
        .of('ben')
        ?.weeks.map((week) => [week.hours, week.isOver]),
    ).toEqual([
      ['16', false],
      ['16', false],
      ['16', false],
    ])
  })

  it('stays exact where the numbers grow beyond what a machine holds', () => {
    const primes = [29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73]
    const rows = primes.map(
      (prime, index) =>
        [
          `t${index}`,
          { ben: `${prime}h` },
          '2027-01-04',
          dateOf(workingDayAt(defaultCalendar, workingDayIndex(defaultCalendar, dayNumber('2027-01-03')) + prime)),
        ] as const,
    )
    const plan = planOf(['2027-01-04', '2027-12-31'], [], [['ben', '60h']], rows)
    expect(load(plan).of('ben')?.weeks[0]).toMatchObject({ hours: '60', isOver: false })
  })

  it('puts no work on days of absence and lowers the capacity of that week', () => {
    const plan = planOf(
      ['2027-01-04', '2027-01-15'],
      [],
      [['ben', '20h', [span('2027-01-07', '2027-01-12')]]],
      [['a', { ben: '18h' }, '2027-01-04', '2027-01-15']],
    )
    expect(
      load(plan)
        .of('ben')
        ?.weeks.map(({ week, hours, capacity }) => [week, hours, capacity]),
    ).toEqual([
      ['2027-W01', '9', '12'],
      ['2027-W02', '9', '12'],
    ])
  })

  it('shares effort among assignees without hours of their own', () => {
    const plan = planSketch([
      strategySketch(span('2027-01-04', '2027-01-08')),
      personSketch('ben', '16h'),
      personSketch('dana', '16h'),
      personSketch('chidi'),
      taskSketch('a', { effort: '20h', who: { ben: '10h', dana: undefined, chidi: undefined }, start: '2027-01-04', due: '2027-01-08' }),
    ])
    expect(load(plan).people.map(({ person, total }) => [person, total])).toEqual([
      ['ben', '10'],
      ['dana', '5'],
      ['chidi', '5'],
    ])
    expect(load(plan).of('chidi')?.weeks[0]?.capacity).toBeUndefined()
  })
})

describe('a week of a person', () => {
  const weekOf = (hours: string, works: string | undefined, due = '2027-02-19') => {
    const person = personSketch('ben', works)
    const plan = planSketch([strategySketch(undefined), person, taskSketch('write', { who: { ben: hours }, start: '2027-02-15', due })])
    return load(plan).of('ben')
  }

  it('that is just full is not over, and one with an hour more is, by that hour', () => {
    expect(weekOf('24h', '24h')?.weeks).toMatchObject([{ hours: '24', capacity: '24', isOver: false, excess: '0' }])
    expect(weekOf('25h', '24h')?.weeks).toMatchObject([{ hours: '25', capacity: '24', isOver: true, excess: '1' }])
  })

  it('is over for nobody without weekly hours', () => {
    expect(weekOf('200h', undefined)?.weeks).toMatchObject([{ hours: '200', capacity: undefined, isOver: false, excess: '0' }])
  })

  it('holds nothing of a task whose dates lie more than three years apart, which counts to the total', () => {
    expect(weekOf('40h', '24h', '2030-02-19')?.weeks.length).toBeGreaterThan(150) // 1,100 days
    expect(weekOf('40h', '24h', '2030-02-20')).toMatchObject({ total: '40', weeks: [] })
  })
})
