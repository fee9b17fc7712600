import { expect, test } from 'vitest'
import type { Change } from '../../src/diff/changes.js'
import { aspects } from '../../src/diff/facts-of.js'
import { changeTypes } from '../../src/diff/taxonomy.js'
import { diffOfMid, type Edit } from './compare.js'

const mirrors = new Map(changeTypes(aspects).map((type) => [type.code, type]))

interface Fact {
  readonly code: string
  readonly class: string
  readonly before: string | undefined
  readonly after: string | undefined
  readonly item: string
  readonly old: string | undefined
  readonly new: string | undefined
  readonly days: number | undefined
}

function fact({ code, class: own, before, after, item, old, new: now, days }: Change): Fact {
  return { code, class: own, before: before?.name, after: after?.name, item, old, new: now, days }
}

function mirrored(change: Fact): Fact {
  const type = mirrors.get(change.code)
  const mirror = mirrors.get(type?.mirror ?? '')
  if (!type || !mirror) throw new Error(`${change.code} is not in the taxonomy.`)
  expect(change.class).toBe(type.class)
  const days = change.days === undefined ? undefined : 0 - change.days
  return {
    ...change,
    code: mirror.code,
    class: mirror.class,
    before: change.after,
    after: change.before,
    old: change.new,
    new: change.old,
    days,
  }
}

function sorted(facts: readonly Fact[]): readonly Fact[] {
  return [...facts].sort((a, b) =>
    JSON.stringify([a.code, a.before, a.after, a.item]) < JSON.stringify([b.code, b.before, b.after, b.item]) ? -1 : 1,
  )
}

/** Each is one change that somebody could make. */
const edits: readonly (readonly Edit[])[] = [
  [['to at least 75% in 2027-06', 'to at least 60% in 2027-07']],
  [[/ {2}guard {6}unsubscribe_rate.*\n/, '']],
  [['checkpoint 2027-05-31 at 17%', 'checkpoint 2027-06-15 at 16%']],
  [['timebound  2027-02-01 .. 2027-05-28', 'timebound  2027-02-01 .. 2027-06-30']],
  [
    ['goal one_truth "One truth in reporting"', 'goal one_source "One source of reports"'],
    [/\b(by|for) one_truth\b/g, '$1 one_source'],
  ],
  [['  stage      running', '  stage      approved']],
  [['asof       2027-03-19', 'asof       2027-03-26']],
  [['holidays   2027-03-26, ', 'holidays   ']],
  [['start    2027-04-13\n    due      2027-04-20', 'start    2027-04-27\n    due      2027-05-04']],
  [['    @mia 40h\n', '    @mia 44h\n']],
  [['[~] task hygiene_monitor', '[!] task hygiene_monitor']],
  [[/ {2}\[ \] task lead_assignment[^}]*}\n/, '']],
  [['after    automation_workflows, email_templates', 'after    automation_workflows']],
  [['costs    32_000 EUR from migration', 'costs    30_000 EUR from training']],
  [[/communication security_summary[^}]*}\n/, '']],
  [['  every  week\n  via    email\n  owner  jonas', '  every  month until 2027-06-30\n  via    email\n  owner  mia']],
  [['ask    "Reply to the mail"', 'ask    "Call us"\n  ask "Write to us"']],
  [['within 2wd rate 95%', 'within 3wd rate 90%']],
  [['Migration"      32_000 EUR', 'Migration"      20_000 EUR']],
  [[/ {2}line training.*\n/, '']],
  [
    [
      'likelihood medium\n  impact     high',
      'likelihood low\n  impact     high\n  ignore "risk/response-missing" because "Agreed" until 2027-06-30',
    ],
  ],
]

test.each([...edits, edits.flat()].map((some) => [some]))('a comparison backwards is the mirror of the comparison: %j', (some) => {
  const forwards = diffOfMid(some, { isJudged: false }).changes.map(fact)
  const backwards = diffOfMid(some, { isBackwards: true, isJudged: false }).changes.map(fact)
  expect(sorted(forwards.map(mirrored))).toEqual(sorted(backwards))
  expect(forwards.length).toBeGreaterThan(0)
})
