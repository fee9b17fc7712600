import { describe, expect, test } from 'vitest'
import { effectText } from '../../src/diff/effect-sentence.js'
import type { Place } from '../../src/plan/text/place.js'
import { around, codes, diffOfBase, diffOfMid, diffTexts, type Edit, plain, told } from './compare.js'

function effects(edits: readonly Edit[]): readonly string[] {
  return diffOfMid(edits).changes.flatMap((change) => change.effects.map((effect) => effectText(effect, plain, around)))
}

describe('what weakens a plan', () => {
  test.each<[string, Edit, string]>([
    ['a lower target', ['to at most 0.60% in 2027-03', 'to at most 0.70% in 2027-03'], 'goal/target-lowered'],
    ['a later target', ['to at most 0.60% in 2027-03', 'to at most 0.60% in 2027-04'], 'goal/target-date-later'],
    ['a later deadline', ['timebound  2027-01-04 .. 2027-03-31', 'timebound  2027-01-04 .. 2027-04-09'], 'goal/deadline-later'],
    ['a lost owner', ['  owner      ben\n', ''], 'element/owner-dropped'],
    ['a dropped communication', [/communication guideline[^}]*}\n/, ''], 'communication/dropped'],
    ['a dropped guard', [/ {2}guard .*\n/, ''], 'goal/guard-dropped'],
    ['a looser guard', ['complaint_rate at most 0.10%', 'complaint_rate at most 0.20%'], 'goal/guard-loosened'],
    [
      'an added ignore',
      ['power low interest low ', 'power low interest low ignore "coverage/person-without-work" because "Agreed" '],
      'element/ignore-added',
    ],
    ['an earlier stage', ['stage      running', 'stage      approved'], 'strategy/stage-set-back'],
    ['a slower promise', ['within 2wd', 'within 3wd'], 'sla/within-longer'],
    ['fewer reports', ['leadership, marketers every month', 'leadership, marketers every quarter'], 'telling/rhythm-less-often'],
    ['a smaller audience', ['to leadership, marketers every', 'to leadership every'], 'telling/audience-dropped'],
    ['a person who is no longer consulted', ['  consults marketers\n', ''], 'task/consults-dropped'],
    ['a risk that nobody checks', ['"Send in two halves" check every month', '"Send in two halves"'], 'element/check-dropped'],
  ])('%s', (_, edit, code) => {
    expect(codes(diffOfBase(edit))).toEqual([`weakened ${code}`])
  })

  test('a dropped checkpoint', () => {
    expect(codes(diffOfMid([[/ {2}checkpoint 2027-04-30.*\n/, '']]))).toEqual(['weakened goal/checkpoint-dropped'])
  })
})

describe('what else changes', () => {
  test.each<[string, Edit, readonly string[]]>([
    [
      'a task that moves',
      ['start    2027-02-16\n  due      2027-03-05', 'start    2027-02-23\n  due      2027-03-12'],
      ['risk step/dates-later'],
    ],
    ['a task that is done', ['[~] task daily_mail', '[x] task daily_mail'], ['neutral step/status-advanced']],
    ['more hours', ['@ben 20h', '@ben 24h'], ['neutral task/hours-raised']],
    ['another person', ['@ben 20h', '@chidi 20h'], ['risk task/assigned-changed']],
    ['a smaller budget line', ['3_500 USD', '3_000 USD'], ['risk line/amount-lowered']],
    [
      'another formula',
      ['= unsubscribed_contacts / unique_recipients', '= unsubscribed_contacts / delivered'],
      ['risk metric/formula-changed'],
    ],
    ['a new value', ['(392 of 50_500) }', '(392 of 50_500)  2027-02 0.71% }'], ['neutral actuals/value-added']],
    ['a reworded expectation', ['The guideline is easier', 'The guideline is much easier'], ['neutral communication/expectation-changed']],
    ['a tag', ['power low interest low ', 'power low interest low #spring '], ['neutral element/tag-added']],
  ])('%s', (_, edit, expected) => {
    expect(codes(diffOfBase(edit))).toEqual(expected)
  })

  test.each<[string, Edit, string]>([
    [
      'one person',
      ['@ben 20h', '@chidi 20h'],
      'risk task/assigned-changed Task “Build the new email format” (`build_format`): who does it went from ben to chidi.',
    ],
    [
      'one person, with other hours',
      ['@ben 20h', '@chidi 28h'],
      'risk task/assigned-changed Task “Build the new email format” (`build_format`): who does it went from ben to chidi.',
    ],
    [
      'one person, by two',
      ['@ben 20h', '@chidi 12h\n  @dana 8h'],
      'risk task/assigned-changed Task “Build the new email format” (`build_format`): who does it went from ben to chidi, dana.',
    ],
    [
      'who is consulted',
      ['  consults marketers\n', '  consults leadership\n'],
      'weakened task/consults-changed Task “Build the new email format” (`build_format`): who is consulted went from marketers to leadership.',
    ],
    [
      'one of several whom a report reaches',
      ['to leadership, marketers every', 'to leadership, customers every'],
      'weakened telling/audience-changed Report “Churn report” (`churn_report`): the audience went from marketers to customers.',
    ],
  ])('who takes the place of somebody is told in one sentence: %s', (_, edit, sentence) => {
    expect(told(diffOfBase(edit))).toEqual([sentence])
  })

  test('layout, comments and the order of elements are no change', () => {
    const text = 'strategy a "A"\nperson ben "Ben" works 8h per week\nperson dana "Dana"\n'
    expect(diffTexts(text, '// hello\nperson dana "Dana"\nperson ben "Ben" {\n  works 8h per week\n}\nstrategy a "A"\n').changes).toEqual(
      [],
    )
  })
})

describe('names', () => {
  test('a renamed element is one change, and references follow', () => {
    expect(told(diffOfBase([/\bben\b/g, 'benjamin']))).toEqual([
      'neutral element/renamed Person “Ben Cole” has another name: `ben` → `benjamin`.',
    ])
  })

  test('an element with another name and another title is recognised by its facts and its place', () => {
    const { changes } = diffOfBase([/build_format "Build the new email format"/, 'make_format "Make the email format new"'])
    expect(changes.map(({ code, old, new: now }) => [code, old, now])).toEqual([['element/renamed', 'build_format', 'make_format']])
  })

  test('elements that have little in common are one dropped and one added', () => {
    expect(
      codes(
        diffOfBase(
          ['channel email "Email" owner ben', 'channel post "Letters"'],
          [/\bvia email/g, 'via post'],
          ['scope email', 'scope post'],
        ),
      ),
    ).toEqual(expect.arrayContaining(['risk channel/dropped', 'neutral channel/added']))
  })

  test('a strategy is always the same strategy', () => {
    expect(codes(diffOfBase(['strategy email_churn_q1', 'strategy churn_q1']))).toEqual(['neutral element/renamed'])
  })

  test('another title alone is said', () => {
    expect(told(diffOfBase(['"Ben Cole"', '"Ben Coal"']))).toEqual([
      'neutral element/retitled Person `ben` has another title: “Ben Cole” → “Ben Coal”.',
    ])
  })
})

describe('effects', () => {
  test('a task that moves names the critical path and what waits for it', () => {
    const found = effects([['start    2027-04-13\n    due      2027-04-20', 'start    2027-04-27\n    due      2027-05-04']])
    expect(found.slice(0, 2)).toEqual([
      'The critical path is 10 working days too long; before, it just fitted.',
      'The earliest end of other work moves: “Move the remaining manual sends into workflows” (`stop_manual_sends`) 10 working days later, “Cancel the 5 retired contracts” (`cancel_contracts`) 6 working days later, “Move forms and webinars to the automation tool” (`migrate_forms_webinars`) 6 working days later.',
    ])
    expect(found.slice(2).map((text) => /\[.*\]$/.exec(text)?.[0])).toEqual([
      '[`schedule/due-before-predecessor`]',
      '[`schedule/starts-before-predecessor-ends`]',
    ])
  })

  test('a dropped communication names who is no longer reached', () => {
    expect(effects([[/communication security_summary[^}]*}\n/, '']])[0]).toBe(
      'No communication reaches “IT security” (`it_security`) any more.',
    )
  })

  test('more hours name the weeks that hold too much', () => {
    expect(effects([['@mia 40h\n', '@mia 80h\n']]).slice(0, 2)).toEqual([
      '“Mia Hoffmann” (`mia`) has more work than time in 2027-W17, 2027-W18, 2027-W19, by 18.93 h.',
      '“Mia Hoffmann” (`mia`) has 198 h of work instead of 158 h.',
    ])
  })

  test('a dearer task names what is left of the budget', () => {
    expect(effects([['costs    32_000 EUR from migration', 'costs    40_000 EUR from migration']])[0]).toBe(
      '“One automation tool” (`tool_move`) has to pay 81 000 EUR instead of 73 000 EUR; 3000 EUR are left.',
    )
  })

  test('another baseline names the derived target', () => {
    const text = (share: string) => `strategy a "A" period 2027\nmeasure clicks "Clicks" in clicks per month sum
goal more "More" measurable clicks from ${share} in 2026 by +25% in 2027 timebound 2027\n`
    const { changes } = diffTexts(text('400_000'), text('480_000'))
    expect(changes.map(({ code }) => code)).toEqual(['goal/baseline-changed'])
    expect(changes[0]?.effects.map((effect) => effectText(effect, plain, { ...around, own: 'more' })).slice(0, 2)).toEqual([
      'The target for `clicks` of “More” (`more`) comes to 600 000 clicks instead of 500 000 clicks.',
      'The goal needs a change of +120 000 clicks in `clicks` instead of +100 000 clicks.',
    ])
  })

  test('each finding stands with the change that causes it, once', () => {
    const { changes, together } = diffOfMid([
      [/communication security_summary[^}]*}\n/, ''],
      ['  owner      ines\n  watch      completeness', '  watch      completeness'],
    ])
    const findings = changes.map(({ code, effects: own }) => [
      code,
      own.flatMap((one) => (one.type === 'finding' ? [one.finding.code] : [])),
    ])
    expect(findings).toEqual([
      ['element/owner-dropped', expect.arrayContaining(['smart/owner-missing'])],
      ['communication/dropped', ['coverage/affected-without-communication', 'coverage/power-interest-gap']],
    ])
    expect(together).toEqual([])
  })

  test('the names of a renamed element do not make findings new', () => {
    const { changes, together } = diffOfBase(['  owner      ben\n', ''])
    expect(changes).toHaveLength(1)
    expect(together).toEqual([])
    const broken = (name: string) => `strategy a "A" period 2027\ngoal ${name} "Reach them" specific "All of them" timebound 2027\n`
    const renamed = diffTexts(broken('reach'), broken('reach_them'))
    expect(renamed.changes.map(({ code, effects: own }) => [code, own])).toEqual([['element/renamed', []]])
    expect(renamed.together).toEqual([])
  })

  test('tasks that move one after the other do not seem to mend what another one of them would have broken', () => {
    const { changes, together } = diffOfMid([
      ['start    2027-04-13\n    due      2027-04-20', 'start    2027-04-27\n    due      2027-05-04'],
      ['start    2027-04-21\n    due      2027-05-04', 'start    2027-05-05\n    due      2027-05-19'],
      ['start    2027-04-27\n    due      2027-05-19', 'start    2027-05-11\n    due      2027-06-02'],
      ['start    2027-05-20\n    due      2027-05-31', 'start    2027-06-03\n    due      2027-06-14'],
    ])
    expect(changes.map(({ code, effects: own }) => [code, own])).toEqual(Array.from({ length: 4 }, () => ['step/dates-later', []]))
    expect(together).toEqual([])
  })

  describe('a name that nothing declares any more is one finding with its lines', () => {
    const text = (declared: string) => `strategy a "A" period 2027
${declared}
problem slow "Slow" hurts sales
communication news "News" to sales every month
[ ] task tell "Tell" consults sales informs sales
`
    const sentences = (before: string, after: string) => {
      const lineOf = (start: number) => [...after.slice(0, start)].filter((one) => one === '\n').length + 1
      const locate = ({ file, start }: Place) => ({ file, start: { line: lineOf(start) } })
      return diffTexts(before, after).changes.flatMap(({ effects: own }) => own.map((effect) => effectText(effect, plain, { locate })))
    }
    const about = (found: readonly string[]) => found.filter((one) => one.includes('plan/unknown-name'))

    test.each(['stakeholder sales "Sales"', 'person sales "Sales"', 'team sales "Sales"'])('as that of a dropped %s', (declared) => {
      const found = about(sentences(text(declared), text('')))
      expect(found).toHaveLength(declared.startsWith('stakeholder') ? 1 : found.length)
      expect(found[0]).toMatch(/^New error: Nothing declares `sales`, which stands in \d places: plan\.mops:[\d, ]*5, 5\. /)
    })

    test('and one when it is declared', () => {
      expect(about(sentences(text(''), text('stakeholder sales "Sales"')))).toEqual([
        'Error resolved: `sales`, which stands in 4 places, is declared now: plan.mops:3, 4, 5, 5. [`plan/unknown-name`]',
      ])
    })

    test('and names no more than ten of them', () => {
      const many = Array.from({ length: 12 }, (_, index) => `problem p${index} "P" hurts sales`).join('\n')
      expect(about(sentences(`stakeholder sales "Sales"\n${many}\n`, `\n${many}\n`))).toEqual([
        'New error: Nothing declares `sales`, which stands in 12 places: plan.mops:2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more. [`plan/unknown-name`]',
      ])
    })

    test('while another name, and one that stands once, keep findings of their own', () => {
      const found = about(
        sentences(
          'stakeholder sales "Sales"\nproblem a "A" hurts sales\n',
          '\nproblem a "A" hurts sales\nproblem b "B" hurts press, press, customers\n',
        ),
      )
      expect(found.filter((one) => one.includes('`sales`'))).toEqual([expect.stringMatching(/^New error: `sales` is not /)])
      expect(found.filter((one) => one.includes('`customers`'))).toEqual([expect.stringMatching(/^New error: `customers` is not /)])
    })
  })

  test('what two changes do to one budget stands with both together', () => {
    const { changes, together } = diffOfMid([
      ['costs    32_000 EUR from migration', 'costs    31_000 EUR from migration'],
      ['costs    9_000 EUR from training', 'costs    8_000 EUR from training'],
    ])
    expect(changes.flatMap(({ effects: own }) => own)).toEqual([])
    expect(together.map((effect) => effectText(effect, plain, around))).toEqual([
      '“One automation tool” (`tool_move`) has to pay 71 000 EUR instead of 73 000 EUR; 13 000 EUR are left.',
    ])
  })
})
