import { describe, expect, it } from 'vitest'
import type { AmountKind } from '../../src/language/table/amounts.js'
import { everyArgument } from '../../src/language/table/arguments.js'
import { vocabulary } from '../../src/language/table/vocabulary.js'
import { type ElementKind, elementKinds } from '../../src/plan/elements/elements.js'
import { basePlan } from '../../src/rules/examples/base-plan.mops.js'
import { judgeFiles } from '../judged-files.js'

/** Amounts of every kind. */
const samples = {
  plain: '7',
  time: '7h',
  money: '7 USD',
  share: '7%',
  count: '7 leads',
  difference: '7pp',
  multiple: '7x',
  points: '7 points',
  unclear: '7m',
} as const
type Sample = keyof typeof samples

/** What fits each kind of amount; a number's value here is one of `email_churn`, in percent. */
const fitting: Readonly<Record<Exclude<AmountKind, 'any' | 'periods'>, readonly Sample[]>> = {
  effort: ['time'],
  'weekly work': ['time', 'share'],
  length: ['time'],
  money: ['plain', 'money'],
  'money or share': ['plain', 'money', 'share'],
  share: ['share'],
  points: ['plain', 'points'],
  people: ['plain'],
  quantity: ['plain', 'time', 'money', 'count', 'points', 'unclear'],
  number: ['plain', 'share', 'multiple'], // a bare number for a share has a rule of its own, and 7x is 700%
}
/** Clauses whose example shows another of their forms, or no amount. */
const otherForm: Readonly<Record<string, string>> = {
  timebound: 'timebound within 6mo',
  start: 'start 2wd after start',
  due: 'due 3wd before end',
  '=': '= unsubscribed_contacts / unique_recipients else 0%',
  'item @': '@dana 3h',
}
/** Where a change is stated, a difference of percentages fits. */
const changes = new Set(['expects'])

const amount = /\d{4}-[\dQW-]+|\d[\d_.]*(?:\s?(?:%|(?:[A-Z]{3}|h|wd|mo|pp|people)\b))?(?:\s\([^)]*\))?/g

interface Slot {
  readonly kind: ElementKind
  readonly keyword: string
  readonly amount: keyof typeof fitting
  /** The clause with a gap where the amount stands. */
  readonly before: string
  readonly behind: string
}

/** Every amount of every clause of the language. */
const slots: readonly Slot[] = elementKinds.flatMap((kind) =>
  vocabulary[kind].clauses.flatMap((clause): Slot[] => {
    const kinds = everyArgument(clause.arguments).flatMap((one) => (one.type === 'amount' ? [one.amount] : []))
    const [first] = kinds
    if (first === undefined || first === 'any' || first === 'periods') return []
    const usage = otherForm[`${kind} ${clause.keyword}`] ?? otherForm[clause.keyword] ?? clause.usage
    if (usage === '') return []
    const found = [...usage.matchAll(amount)].filter(([text]) => !/^\d{4}-/.test(text))
    if (found.length === 0) throw new Error(`No amount stands in the example of \`${clause.keyword}\` of ${kind}.`)
    return found.map((match) => ({
      kind,
      keyword: clause.keyword,
      amount: first,
      before: usage.slice(0, match.index),
      behind: usage.slice(match.index + match[0].length),
    }))
  }),
)

const inside = '§'
/** An element of each kind in which its clauses with amounts may stand, beside what it needs. */
const frames: Readonly<Record<string, string>> = {
  strategy: `strategy p "Plan" { period 2027-01-04 .. 2027-04-09 stage running asof 2027-02-12 owner summer supervisor summer currency USD ${inside} }`,
  person: `person new "New" ${inside}`,
  measure: `measure new "New" in % per month average from email_platform ${inside}`,
  metric: `metric new "New" in % per month lower is better ${inside}`,
  benchmark: `benchmark new "New" of email_churn ${inside} in 2025-09`,
  actuals: `actuals complaint_rate { ${inside} }`,
  team: `team new "New" external ${inside}`,
  objective: `objective new "New" owner ben ${inside}`,
  goal: `goal new "New" owner ben ${inside}`,
  'goal checkpoint': `goal new "New" owner ben measurable email_churn to 1% ${inside}`,
  task: `task new "New" housekeeping owner ben @ben 2h start 2027-02-16 ${inside}`,
  'task start': `task new "New" housekeeping owner ben @ben 2h ${inside} due 2027-04-06`,
  milestone: `milestone new "New" owner ben after build_format ${inside}`,
  decision: `decision new "New" owner ben after build_format ${inside}`,
  item: `task new "New" housekeeping owner ben @ben 2h start 2027-02-16 due 2027-02-19 { [ ] "Item" ${inside}\n }`,
  sla: `sla new "New" from mops_team to marketers service "Answer" ${inside}`,
  report: `report new "New" to leadership every month shows email_churn owner ben ${inside}`,
  tool: `tool new "New" kind crm owner ben keep ${inside}`,
  budget: `budget new "New" owner ben { ${inside} }`,
  line: `budget new "New" owner ben { line some "Some" { ${inside} } }`,
  scoring: `scoring new "New" owner ben routes to sales { score "Page" 50\n ${inside} }`,
  score: `scoring new "New" owner ben routes to sales threshold 50 { score "Page" ${inside} }`,
}

function judged(slot: Slot, value: string) {
  const frame = frames[`${slot.kind} ${slot.keyword}`] ?? frames[slot.kind]
  if (frame === undefined) throw new Error(`There is no plan in which to try amounts of ${slot.kind}.`)
  const isShareOfWork = slot.amount === 'weekly work' && value.endsWith('%')
  const clause = `${slot.before}${value}${isShareOfWork ? '' : slot.behind}` // a share of the workweek takes no `per week`
  const element = frame.replace(inside, () => clause)
  const rest = slot.kind === 'strategy' ? basePlan.replace(/^strategy[^}]*\}/, '') : basePlan
  const text = `${rest}\nstage_of_no_use_marker\n`.replace('stage_of_no_use_marker', element)
  const start = text.lastIndexOf(element) + frame.indexOf(inside) + slot.before.length
  const { findings } = judgeFiles({ root: 'plan.mops', files: { 'plan.mops': text } })
  return { findings, start, end: start + value.length }
}

const key = ({ code, message }: { readonly code: string; readonly message: string }) => `${code}: ${message}`

describe.each(slots)('$before… of $kind', (slot) => {
  const foreign = (Object.keys(samples) as Sample[]).filter(
    (sample) => !fitting[slot.amount].includes(sample) && !(sample === 'difference' && changes.has(slot.keyword)),
  )

  it.each(foreign)('takes no %s: one error, at the value, and nothing follows from it', (sample) => {
    const wrong = judged(slot, samples[sample])
    const mismatches = wrong.findings.filter(({ code }) => code === 'formula/value-unit-mismatch')
    expect(mismatches.map(({ place }) => [place.start, place.end])).toEqual([[wrong.start, wrong.end]])
    expect(mismatches[0]?.severity).toBe('error')
    // whatever else is said is said of the plan with a right amount too
    const right = new Set(fitting[slot.amount].flatMap((one) => judged(slot, samples[one]).findings.map(key)))
    const others = wrong.findings.filter(({ code }) => code !== 'formula/value-unit-mismatch').map(key)
    expect(others.filter((one) => !right.has(one))).toEqual([])
  })

  it.each(fitting[slot.amount])('takes a %s', (sample) => {
    const { findings } = judged(slot, slot.amount === 'people' ? '7 people' : samples[sample])
    expect(findings.filter(({ code }) => code === 'formula/value-unit-mismatch')).toEqual([])
  })
})
