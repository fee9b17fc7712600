import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/plan/elements/finding.js'
import { judgePlan, lines, midPlan, type Settings, serious, smallPlan, textOf } from './example-files.js'

/** Replaces what must stand exactly once. */
function replace(text: string, from: string | RegExp, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`${from} stands ${parts.length - 1} times in the plan.`)
  return parts.join(to)
}

type Changes = readonly (readonly [from: string | RegExp, to: string])[]

function withChanges(name: string, ...changes: Changes): Record<string, string> {
  return { [name]: changes.reduce((text, [from, to]) => replace(text, from, to), textOf(name)) }
}

/** Everything from the line that begins an element to its closing brace. */
const element = (start: string) => new RegExp(`^${start}[\\s\\S]*?^\\}\\n`, 'm')

interface Defect {
  readonly id: string
  readonly what: string
  readonly changes: Changes
  /** The code and the severity of what must be said. */
  readonly fires: string
  /** What its message, or that of its first related place, must say. */
  readonly says?: RegExp
  /** Codes of further errors and warnings that the defect itself brings about. */
  readonly followers?: readonly string[]
}

const defects: readonly Defect[] = [
  {
    id: 'A1',
    what: 'a measure is misspelled in a formula',
    changes: [['/ unique_recipients else', '/ unique_recipents else']],
    fires: 'plan/unknown-name error',
    says: /Did you mean `unique_recipients`\?/,
  },
  {
    id: 'A2',
    what: 'the target of a decrease lies above the baseline',
    changes: [['at most 0.60%', 'at most 0.90%']],
    fires: 'smart/direction-contradiction error',
  },
  {
    id: 'A3',
    what: 'a relative target has no baseline',
    changes: [['increase from 12.0% (54 of 450) in 2026-Q4 to at least 15.0% in 2027-Q1', 'increase by +25%']],
    fires: 'smart/baseline-missing error',
  },
  {
    id: 'A4',
    what: 'a goal serves nobody',
    changes: [['relevant   to marketers because "Without', 'relevant   because "Without']],
    fires: 'smart/serves-nobody error',
  },
  {
    id: 'A5',
    what: 'an assignee is misspelled',
    changes: [['@chidi 48h', '@chidy 48h']],
    fires: 'plan/unknown-name error',
    says: /Did you mean `chidi`\?/,
  },
  {
    id: 'A6',
    what: 'two tasks wait for each other',
    changes: [['after    audit_workflows\n  affects  marketers', 'after    audit_workflows, build_email_format\n  affects  marketers']],
    fires: 'schedule/dependency-cycle error',
    says: /`write_guideline` → `build_email_format` → `write_guideline`/,
  },
  {
    id: 'A7',
    what: 'a task is due on the day on which what it waits for ends',
    changes: [
      [
        'start    2027-01-19\n  due      2027-02-05\n  done     2027-02-05',
        'start    2027-01-11\n  due      2027-01-15\n  done     2027-01-15',
      ],
    ],
    fires: 'schedule/due-before-predecessor error',
    followers: ['schedule/impossible-effort', 'schedule/over-capacity', 'schedule/unrealistic-daily-rate'],
  },
  {
    id: 'A8',
    what: 'a task is due after the plan ends',
    changes: [['due       2027-04-09', 'due       2027-04-16']],
    fires: 'schedule/outside-plan-period error',
  },
  {
    id: 'A9',
    what: 'a task has three times the effort',
    changes: [['@chidi 40h', '@chidi 120h']],
    // It is all that Chidi does in these weeks, so that it cannot be done says more than that the weeks are full.
    fires: 'schedule/impossible-effort error',
    says: /^Chidi Okafor has 120 h in `lead_handoff_rule` .* can work 76 h/,
    followers: ['schedule/needs-more-people'],
  },
  {
    id: 'A10',
    what: 'a done task has 40% progress',
    changes: [['done     2027-01-20', 'done     2027-01-20\n  progress 40%']],
    fires: 'schedule/progress-contradicts-mark warning',
  },
  {
    id: 'A11',
    what: 'a task is done before what it waits for',
    changes: [
      ['[x] task write_guideline', '[~] task write_guideline'],
      ['done     2027-02-12', 'progress 80%'],
      ['[ ] task build_email_format', '[x] task build_email_format'],
      ['due      2027-03-05', 'due      2027-03-05\n  done     2027-02-11'],
    ],
    fires: 'schedule/out-of-sequence warning',
    followers: ['schedule/done-in-future', 'schedule/overdue', 'schedule/late-start', 'schedule/started-early'],
  },
  {
    id: 'A12',
    what: 'nobody tells sales',
    changes: [[element('communication handoff_news'), '']],
    fires: 'coverage/affected-without-communication error',
    followers: ['coverage/power-interest-gap'],
  },
  {
    id: 'A13',
    what: 'the marketers cannot answer',
    changes: [[/ {2}ask {4}"Tell us how"[^\n]*\n/, '']],
    fires: 'communication/input-channel-missing warning',
  },
  {
    id: 'A14',
    what: 'a guard allows 120% complaints',
    changes: [['guard      complaint_rate at most 0.10%', 'guard      complaint_rate at most 120%']],
    fires: 'formula/out-of-bounds error',
  },
  {
    id: 'A15',
    what: 'distinct counts are summed over the quarter',
    changes: [
      [
        'benchmark best_quarter_2025',
        'metric q1_recipients "Recipients of the quarter" in contacts per quarter = sum(unique_recipients over quarter)\n\nbenchmark best_quarter_2025',
      ],
      ['shows email_churn, complaint_rate', 'shows email_churn, complaint_rate, q1_recipients'],
    ],
    fires: 'formula/non-additive-sum error',
  },
  {
    id: 'A16',
    what: 'a budget line is 300 USD higher than the total allows',
    changes: [['"Template design"       3_500 USD', '"Template design"       3_800 USD']],
    fires: 'budget/lines-do-not-add-up error',
    says: /300 USD more/,
  },
  {
    id: 'A17',
    what: 'a task is due on a Saturday',
    changes: [['due      2027-01-15\n  done     2027-01-15\n  consults', 'due      2027-01-16\n  done     2027-01-15\n  consults']],
    fires: 'schedule/not-a-working-day information',
  },
  {
    id: 'A18',
    what: 'the marketers promise something to themselves',
    changes: [['from     mops_team', 'from     marketers']],
    fires: 'sla/provider-is-consumer error',
  },
  {
    id: 'A19',
    what: 'the deadline of a goal lies after the plan',
    changes: [['timebound  2027-01-04 .. 2027-03-31\n  owner      chidi', 'timebound  2027-01-04 .. 2027-06-30\n  owner      chidi']],
    fires: 'smart/deadline-outside-plan error',
  },
  {
    id: 'A20',
    what: 'two tasks have one name',
    changes: [
      [
        '[x] task publish_input_form',
        '[ ] task audit_workflows "Audit the workflows again" for keepable_mail @chidi 4h start 2027-03-08 due 2027-03-10 expects email_churn down requires workflows category process\n[x] task publish_input_form',
      ],
    ],
    fires: 'plan/duplicate-name error',
  },
]

/** What a change adds, by code and severity. */
function added(changed: Record<string, string>, settings: Settings = {}): readonly Finding[] {
  const before = new Set(judgePlan(smallPlan, settings).findings.map(({ fingerprint }) => fingerprint))
  return judgePlan(smallPlan, settings, changed).findings.filter(({ fingerprint }) => !before.has(fingerprint))
}

describe('one defect in the small plan', () => {
  it.each(defects)('$id: $what', ({ changes, fires, says, followers = [] }) => {
    const changed = withChanges(smallPlan, ...changes)
    const judged = judgePlan(smallPlan, {}, changed)
    const all = lines(judged).join('\n')
    const named = judged.findings.filter(({ code, severity }) => `${code} ${severity}` === fires)
    expect(named.length, all).toBe(1)
    if (says) expect(named[0]?.message).toMatch(says)
    const others = serious(judged.findings).filter((finding) => !named.includes(finding))
    expect(
      others.filter(({ code }) => !followers.includes(code)).map(({ code }) => code),
      all,
    ).toEqual([])
  })

  it('A20 names the place of the first element with that name', () => {
    const { changes } = defects.find(({ id }) => id === 'A20') ?? { changes: [] }
    const { findings, text } = judgePlan(smallPlan, {}, withChanges(smallPlan, ...changes))
    const [finding] = findings.filter(({ code }) => code === 'plan/duplicate-name')
    const [first] = finding?.related ?? []
    expect(first && text(first.place.file).slice(first.place.start, first.place.end)).toBe('audit_workflows')
    expect(first?.place.start).toBe(textOf(smallPlan).indexOf('audit_workflows "Audit'))
  })
})

describe('the small plan at its edges', () => {
  const quiet = (...changes: Changes) => {
    const findings = added(withChanges(smallPlan, ...changes))
    expect(lines({ findings, text: (file) => withChanges(smallPlan, ...changes)[file] ?? '' })).toEqual([])
  }

  /** Summer has 6 of 8 hours a week in the first two weeks. */
  const meetings = (hours: string) =>
    [
      '[x] task name_segment_owners',
      `[x] task meetings "Run the weekly meetings" housekeeping category process owner summer @summer ${hours} start 2027-01-04 due 2027-01-15 done 2027-01-15\n[x] task name_segment_owners`,
    ] as const

  it('is silent about a person at exactly their capacity', () => {
    quiet(meetings('4h'))
    quiet(['@chidi 48h', '@chidi 56h'])
  })

  it('speaks when the person has a minute more', () => {
    const codes = (...changes: Changes) => added(withChanges(smallPlan, ...changes)).map(({ code }) => code)
    expect(codes(meetings('4.02h'))).toEqual(['schedule/over-capacity'])
    expect(codes(['@chidi 48h', '@chidi 56.02h'])).toEqual(['schedule/impossible-effort'])
  })

  it('is silent about an absence that touches no task', () => {
    quiet(['skills  writing, templates, forms', 'skills  writing, templates, forms\n  away    2027-03-15 .. 2027-03-19'])
  })

  it('is silent about a wrap-up task after the deadlines of the goals', () => {
    expect(judgePlan(smallPlan).findings.filter(({ code }) => code === 'schedule/after-goal-deadline')).toEqual([])
    const codes = serious(added(withChanges(smallPlan, [/ {2}wrapup[^\n]*\n/, '']))).map(({ code }) => code)
    expect(codes).toEqual(['schedule/after-goal-deadline'])
  })

  it('adds only what became overdue when it is checked on 2027-04-01', () => {
    const judged = judgePlan(smallPlan, { today: '2027-04-01' })
    const found = judged.findings.map(
      ({ code, severity, place }) => `${severity} ${code} ${judged.text(place.file).slice(place.start, place.end)}`,
    )
    expect(found).toEqual([
      'warning report/observation-overdue every month',
      'error smart/deadline-passed timebound  2027-01-04 .. 2027-03-31',
      'error smart/deadline-passed timebound  2027-01-04 .. 2027-03-31',
      'warning schedule/overdue 2027-03-05',
      'warning schedule/overdue 2027-02-19',
      'information schedule/progress-behind-time 70%',
      'warning risk/check-overdue 2027-02-26',
      'warning risk/check-overdue 2027-02-26',
    ])
  })
})

describe('the mid-size plan at its edges', () => {
  it('is silent about two people at 100% by rounding and about an absence that touches no task', () => {
    const about = ['schedule/over-capacity', 'schedule/impossible-effort', 'schedule/assignee-absent']
    expect(judgePlan(midPlan).findings.filter(({ code }) => about.includes(code))).toEqual([])
  })

  it('is silent about a wrap-up task after the deadlines of the goals', () => {
    expect(judgePlan(midPlan).findings.filter(({ code }) => code === 'schedule/after-goal-deadline')).toEqual([])
  })
})

describe('an empty plan', () => {
  it('yields at most four findings as a draft, and no error', () => {
    const { findings, ...judged } = judgePlan('empty.mops', {}, { 'empty.mops': 'strategy x\n' })
    expect(findings.length, lines({ findings, ...judged }).join('\n')).toBeLessThanOrEqual(4)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
