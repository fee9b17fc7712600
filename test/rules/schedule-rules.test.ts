import { describe, expect, it } from 'vitest'
import { dateOf, dayNumber } from '../../src/plan/quantity/days.js'
import { fixesOf, said } from './said.js'

const task = (name: string, rest: string, mark = ' ') =>
  `[${mark}] task ${name} "Prepare the ${name}" for keepable_mail expects email_churn down ${rest}`
const lines = (...texts: readonly string[]) => texts.join('\n')

describe('a loop of dependencies', () => {
  const loop = lines(
    task('one', '@dana 2h start 2027-03-08 due 2027-03-05 after two'),
    task('two', '@ben 2h start 2027-03-08 due 2027-03-12 after one'),
    task('three', '@ben 2h start 2027-03-01 due 2027-03-01 after two'),
  )

  it('is said once, and silences the dates along it and behind it', () => {
    expect(said('schedule', loop)).toEqual(['`one` waits for itself: `one` → `two` → `one`. Drop one of the two `after`.'])
  })

  it('is found through a phase that holds the task', () => {
    const text =
      'phase build "Build" {\n  [ ] task one "Prepare one" for keepable_mail expects email_churn down @dana 2h due 2027-03-12 after build\n}'
    expect(said('schedule', text)).toEqual(['`one` waits for itself: `one` → `build` → `one`. Drop the `after`.'])
  })
})

describe('a task behind another', () => {
  it('is moved with as many working days as it has', () => {
    const text = task('test', '@chidi 4h start 2027-03-01 due 2027-03-03 after build_format')
    expect(fixesOf('schedule/due-before-predecessor', text)).toEqual([['2027-03-08', '2027-03-10'], ['remove-name']])
  })

  it('is judged by one rule for each pair', () => {
    expect(said('schedule', task('test', '@chidi 4h start 2027-03-05 due 2027-03-05 after build_format'))).toHaveLength(1)
  })

  it('makes a chain infeasible only where no single link is wrong', () => {
    const middle = task('middle', '@chidi 8h takes 8wd after build_format')
    expect(said('schedule', lines(middle, task('last', '@ben 2h takes 2wd due 2027-03-17 after middle')))).toEqual([
      '`last` is due 2027-03-17, and with the 2 steps before it the work needs until 2027-03-19. Shorten one, start earlier, or move the date.',
    ])
    expect(said('schedule', lines(middle, task('last', '@ben 2h takes 2wd due 2027-03-19 after middle')))).toEqual([])
  })

  it('may be too long by itself', () => {
    expect(said('schedule', task('last', '@ben 2h takes 9wd due 2027-03-17 after build_format'))).toEqual([
      '`last` is due 2027-03-17, and with `build_format` before it the work needs until 2027-03-18. Shorten one, start earlier, or move the date.',
    ])
    expect(said('schedule/infeasible-chain', task('alone', '@ben 2h takes 40wd due 2027-02-26')).join()).toMatch(
      /^`alone` is due 2027-02-26, and from today \(2027-02-12\) its work needs until 2027-04-\d\d\. Shorten it, /,
    )
  })

  it('waits for all that a phase holds', () => {
    const text = lines(
      'phase build "Build" {',
      task('one', '@ben 2h start 2027-03-08 due 2027-03-12'),
      '}',
      task('two', '@ben 2h start 2027-03-12 due 2027-03-16 after build'),
    )
    expect(said('schedule', text)).toEqual([
      '`two` starts on 2027-03-12, the day on which `build` ends. It can begin on the next working day, 2027-03-15.',
    ])
  })
})

describe('a step whose date rests on others', () => {
  const first = '[ ] task first "Prepare the first" for keepable_mail expects email_churn down @dana'

  it('has none where theirs are missing, and is said to need one', () => {
    const found = said('schedule/due-date-missing', lines(first, task('second', 'takes 2wd @ben 2h after first'))).join('\n')
    expect(found).toContain(
      '`second` has no due date, and none can be computed because nothing that it waits for has a date. Add `due` or `start`.',
    )
    const milestone = said('schedule/due-date-missing', lines(first, '[ ] milestone ready "Ready" for keepable_mail after first')).join(
      '\n',
    )
    expect(milestone).toContain(
      '`ready` has no due date, and none can be computed because nothing that it waits for has a date. Add `due`.',
    )
  })

  it('may have one where a name that it waits for is unknown', () => {
    const found = said('schedule/due-date-missing', lines(first, task('second', 'takes 2wd @ben 2h after first, frist_draft'))).join('\n')
    expect(found).toContain('`first`')
    expect(found).not.toContain('`second`')
  })
})

describe('the work of a person', () => {
  const monday = dayNumber('2027-03-01')

  it('names the worst week and the others', () => {
    const text = task('training', '@ben 45h start 2027-02-22 due 2027-03-05')
    expect(said('schedule', text)).toEqual([
      'Ben Cole has 29.6 h in week 2027-W08 and can work 24 h. The week holds `training` (22.5 h) and `build_format` (7.1 h). Week 2027-W09 is over as well. Move one of them or share the hours.',
    ])
  })

  it('names the worst week also where it is not the first, and of equally bad ones the first', () => {
    const found = (...hours: readonly number[]) =>
      said(
        'schedule/over-capacity',
        lines(
          'person nora "Nora Lind" works 20h per week',
          // two halves a week, each of which can be done in its time
          ...hours.flatMap((each, week) =>
            ['a', 'b'].map((half) =>
              task(`week_${week}${half}`, `@nora ${each / 2}h start ${dateOf(monday + 7 * week)} due ${dateOf(monday + 7 * week + 4)}`),
            ),
          ),
        ),
      )
    const second = /^Nora Lind has 25 h in week 2027-W10 .* Weeks 2027-W09 and 2027-W11 are over as well/
    expect(found(21, 25, 22)).toEqual([expect.stringMatching(second)])
    expect(found(21, 25, 25)).toEqual([expect.stringMatching(second)])
  })

  it('is called impossible once, and not also too much for a week', () => {
    expect(said('schedule', task('training', '@ben 60h start 2027-03-08 due 2027-03-12'))).toEqual([
      'Ben Cole has 60 h in `training` from 2027-03-08 to 2027-03-12 and can work 24 h in that time, even without other tasks. Give it more days or more people.',
    ])
  })

  it('is not called impossible for a person who is away all the time', () => {
    const nora = 'person nora "Nora Lind" works 20h per week away 2027-03-08 .. 2027-03-12 skills testing'
    const text = lines(nora, task('test', '@nora 4h start 2027-03-08 due 2027-03-12'))
    expect(said('schedule', text)).toEqual(['Nora Lind is away on all days of `test`. Move the task, or assign somebody else.'])
    expect(fixesOf('schedule/assignee-absent', text)).toEqual([['2027-03-15', '2027-03-19']])
  })

  it('is unknown behind a name that is unknown', () => {
    expect(said('schedule', task('test', '@norah 400h start 2027-03-08 due 2027-03-12 needs 2 people requires email'))).toEqual([])
  })
})

describe('a task without due date', () => {
  it.each([
    ['@dana after build_format', 'it has no effort'],
    ['@ben 2h', 'it has neither a start nor an `after`'],
    ['effort 8h @designer after build_format', 'nobody is known to work on it'],
  ])('with %s says that %s', (rest, reason) => {
    const text = lines('role designer "Designer"', task('test', rest))
    expect(said('schedule/due-date-missing', text).join()).toContain(`none can be computed because ${reason}.`)
  })

  it('is silent where its dates can be computed, or hang on an unknown name', () => {
    expect(said('schedule', task('test', '@dana 2h after build_format'))).toEqual([])
    expect(said('schedule', task('test', '@dana 2h after buildformat'))).toEqual([])
  })
})

describe('marks', () => {
  it('and dates that contradict each other are said once', () => {
    expect(said('schedule', task('test', '@ben 2h start 2027-02-16 due 2027-02-19 done 2027-02-19'))).toEqual([
      '`test` has a done date and is not marked done. Mark it `[x]`, or remove the date.',
    ])
  })

  it('may wait for a due date as long as the work still fits in front of it', () => {
    expect(said('schedule', task('test', '@ben 2h due 2027-03-05 after audit_workflows'))).toEqual([])
  })
})

describe('a milestone', () => {
  it('has neither hours nor a start', () => {
    expect(said('schedule', '[ ] milestone live "Live" for keepable_mail start 2027-03-09 due 2027-03-10 after build_format')).toEqual([
      '`live` is a milestone and has a start of its own. A milestone is a moment; make it a task, or drop the `start`.',
    ])
    expect(
      fixesOf('schedule/milestone-with-effort', '[ ] milestone live "Live" for keepable_mail due 2027-03-10 after build_format @ben 8h'),
    ).toEqual([['task']])
  })
})

describe('a review', () => {
  it('comes after the last day of what the goal is measured by', () => {
    expect(
      said('schedule', 'review look_back "What we learned" on 2027-03-31 about keepable_mail lesson "Short subjects work" owner ben'),
    ).toEqual([
      '`look_back`, the last review of `keepable_mail`, is on 2027-03-31, and the target of the goal is measured until 2027-03-31: its last numbers will be missing. Move it to 2027-04-01 or later.',
    ])
  })
})
