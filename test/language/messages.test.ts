import { describe, expect, it } from 'vitest'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { judge } from '../../src/rules/engine/judge.js'
import { rules } from '../../src/rules/generated/registry.js'

/** The rules that speak about what cannot be read; unknown names are left out, since the texts here are no whole plans. */
const codes = new Set<string>([
  'plan/syntax',
  'plan/unknown-clause',
  'plan/clause-not-allowed',
  'plan/duplicate-clause',
  'plan/typographic-character',
  'plan/invalid-date',
  'plan/period-reversed',
])
const rulesOfReading = rules.filter(({ code }) => codes.has(code))

function said(text: string): string[] {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
  if (!plan) throw new Error('There is no plan.')
  return judge(plan, rulesOfReading).findings.map(({ message, place }) => `«${text.slice(place.start, place.end)}» ${message}`)
}

/** What is written, and the one message that it gets. */
const messages: readonly (readonly [text: string, message: string])[] = [
  // ---- names
  [
    'strategy',
    '«strategy» Expected a name after `strategy`, found none. A strategy starts with its name: `strategy spring "Spring plan" { period 2027-01-01 .. 2027-03-31 }`.',
  ],
  ['person "Ben Cole"', '«"Ben Cole"» An element has a name in front of its title. Write `person ben_cole "Ben Cole"`.'],
  ['person 3p "P"', '«3p» A name begins with a letter. Write `person person_3p "P"`.'],
  ['person my-name "P"', '«my-name» A name holds letters, digits and `_`, and no `-`. Write `person my_name "P"`.'],
  // ---- elements
  ['goals more "More"', '«goals» `goals` is written `goal`. Write `goal more "More"`.'],
  ['hello world', '«hello» `hello` starts no element and no clause. Elements begin with a word such as `goal`, `task` or `metric`.'],
  ['owner ben', '«owner ben» `owner` stands outside of every element. Move it into the braces of a strategy.'],
  ['12', '«12» This stands outside of every element. Remove it, or move it into the element that it belongs to.'],
  [
    '"Just a text"',
    '«"Just a text"» This text stands outside of every element. Remove it, or write `//` in front of it to make it a comment.',
  ],
  [
    'line design "Design" 5 USD',
    '«line» `line` stands inside the braces of a budget. Move it there, for example into `budget q1_money "Quarter one" total 6_000 USD { line design "Template design" 6_000 USD }`.',
  ],
  ['[ ] "Test it" @ben', '«[ ] "Test it" @ben» A checklist item stands inside the braces of its task. Move it there.'],
  ['goal g "G" { owner ben', '«ben» A `}` is missing: the last element is not closed. Add `}` where it ends.'],
  ['goal g "G" owner ben }', '«}» This `}` closes nothing. Remove it, or look for a missing `{` above.'],
  // ---- clauses
  [
    'stakeholder s "S" due 2027-01-01',
    '«due 2027-01-01» A stakeholder has no `due`: it belongs to a task, a milestone or a decision. Remove it, or move it there.',
  ],
  [
    'metric m "M" { guard m at most 3% }',
    '«guard m at most 3%» `guard` belongs to a goal, and `m` is a metric. Move the line to the goal that it is meant for.',
  ],
  ['goal g "G" { messurable churn }', '«messurable» `messurable` is not a clause. Did you mean `measurable`?'],
  ['measure m "M" in contacts per month summ', '«summ» `summ` is not a clause. Did you mean `sum`?'],
  ['journey j { stage a "A" wen "x" }', '«wen» `wen` is not a clause. Did you mean `when`?'],
  ['goal g "G" { owner }', '«}» `owner` is not finished: a name is missing. Write for example `owner ben`.'],
  ['task t "T" after', '«after» `after` is not finished: a name is missing. Write for example `after build_format`.'],
  ['task t "T" progress', '«progress» `progress` is not finished: a number is missing. Write for example `progress 40%`.'],
  ['goal g "G" {\n  owner\n  note "x"\n}', '«owner» `owner` is not finished: a name is missing. Write for example `owner ben`.'],
  ['segment s rule', '«rule» `rule` is not finished: a text is missing. Write for example `rule "Opened five of the last six"`.'],
  ['goal g "G" { checkpoint }', '«}» `checkpoint` is not finished: a date is missing. Write for example `checkpoint 2027-02-26 at 0.70%`.'],
  ['goal g "G" { timebound }', '«}» `timebound` is not finished. Write for example `timebound 2027-01-04 .. 2027-03-31`.'],
  [
    'goal g "G" { guard churn 3% }',
    '«3» `guard` cannot be read: the number `3` stands in the wrong place. Write for example `guard complaint_rate at most 0.10%`.',
  ],
  ['goal g "G" { outcome good }', '«good» `good` cannot stand behind `outcome`. It takes met, missed or dropped.'],
  ['strategy s "S" stage runing', '«runing» `runing` cannot stand behind `stage`. It takes draft, review, approved, running or closed.'],
  [
    'goal g "G" { owner ben, dana owner chidi }',
    '«owner chidi» `owner` is given twice for `g`: `ben, dana` and `chidi`. An element has it once. Keep one.',
  ],
  ['task t "T", due 2027-01-01', '«,» Words stand one behind the other, without `,` between them. Write `task t "T" due 2027-01-01`.'],
  ['task t "T" start: 2027-01-01', '«:» Words stand one behind the other, without `:` between them. Write `task t "T" start 2027-01-01`.'],
  ['sla s "S" service "A" in 2wd', '«in» `in` is written `within` in an SLA. Write `sla s "S" service "A" within 2wd`.'],
  ['task t "T" {\n  after a,\n  owner ben\n}', '«,» Words stand one behind the other, without `,` between them. Write `after a`.'],
  ['report r "R" {\n  shows a,\n  every month\n}', '«,» Words stand one behind the other, without `,` between them. Write `shows a`.'],
  // ---- values, dates, formulas
  ['task t "T" due 31.03.2027', '«31.03.2027» Dates are written year first. Write `task t "T" due 2027-03-31`.'],
  [
    'task t "T" due tomorrow',
    '«tomorrow» The day is missing: a plan means the same on every day, so dates are written out. Write `task t "T" due 2027-02-13`.',
  ],
  [
    'task t "T" due 2027-02-30',
    '«2027-02-30» `2027-02-30` does not exist: February 2027 has 28 days. Write `2027-02-28`, or the date you meant.',
  ],
  [
    'strategy s "S" period 2027-01-01 - 2027-03-01',
    '«-» A period has two dots between its first and its last day. Write `strategy s "S" period 2027-01-01 .. 2027-03-01`.',
  ],
  [
    'strategy s "S" period 2027-01-01 to 2027-03-01',
    '«to» A period has two dots between its first and its last day. Write `strategy s "S" period 2027-01-01 .. 2027-03-01`.',
  ],
  ['budget b "B" total $5000', '«$5000» Amounts are a number with its unit behind it. Write `budget b "B" total 5_000 USD`.'],
  ['task t "T" costs USD 300', '«USD 300» Amounts are a number with its unit behind it. Write `task t "T" costs 300 USD`.'],
  ['measure m "M" in contacts per fortnight sum', '«fortnight» `fortnight` is no period of time. Use day, week, month, quarter or year.'],
  ['metric m "M" in % = (a / b', '«b» A `)` is missing: the parenthesis is not closed. Add it where it ends.'],
  ['metric m "M" in % = a / b)', '«)» This `)` closes nothing. Remove it, or look for a missing `(` before it.'],
  ['metric m "M" in % = a +', '«+» `=` is not finished. Write for example `= clicks / delivered else none`.'],
  ['actuals m { 2027-01 }', '«}» This row is not finished: a number is missing. Write for example `2027-01 900 USD`.'],
  // ---- texts, marks, imports
  ['goal g "Open', '«"Open» The text has no end: a `"` is missing on this line. Write `goal g "Open"`.'],
  ['[o] task t "T"', '«[» `[` begins a check mark: `[ ]` to do, `[~]` in progress, `[x]` done, `[!]` blocked, `[-]` cancelled.'],
  ['task t "T" { [ ] item }', '«item» Quotes are missing: a text stands in `"…"`. Write `task t "T" { [ ] "item" }`.'],
  ['import people.mops', '«people.mops» The path of an import stands in quotes. Write `import "people.mops"`.'],
  [
    'scoring s threshold 5 { score Pricing 15 }',
    '«Pricing» Quotes are missing: a text stands in `"…"`. Write `scoring s threshold 5 { score "Pricing" 15 }`.',
  ],
  ['campaign c { send "Spring" }', '«send» Expected a date behind `send`. Write for example `send 2027-03-09 "Spring 1" to loyal`.'],
]

describe('what cannot be read', () => {
  it.each(messages)('gets one message in plain words: %s', (text, message) => {
    expect(said(text)).toEqual([message])
  })

  it.each(messages)('gets the same message when more follows: %s', (text, message) => {
    if (/\{ owner ben$/.test(text)) return // what follows an open brace belongs to it
    const more = said(`${text}\n\nobjective more "More"\nrole other "Other" duties "None"\n`)
    expect(more).toHaveLength(1)
    expect(more[0]).toContain(message.slice(message.indexOf('»')).slice(0, 12))
  })
})

describe('typographic characters', () => {
  it.each([
    [
      'goal g “Title”',
      '«“Title”» The text stands in typographic quotes. Plans use plain ones, so that they can be typed and searched. Write `"…"`.',
    ],
    [
      'goal g „Titel“',
      '«„Titel“» The text stands in typographic quotes. Plans use plain ones, so that they can be typed and searched. Write `"…"`.',
    ],
  ])('%s is explained', (text, message) => {
    expect(said(text)).toEqual([message])
  })

  it.each([
    ['goal g "G" { measurable m to 2,4% }', /^«2,4%?» `2,4%?` uses a comma as decimal mark\./],
    ['goal g "G" { measurable m by –2pp }', /^«.*» .*minus/],
    ['goal g "G" { measurable m by —2pp }', /^«.*» .*minus/],
    ['budget b "B" total 1,200 USD', /`1,200.*`/],
  ])('%s is explained once', (text, message) => {
    const lines = said(text)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(message)
  })

  it.each([
    'goal g "A “title” with quotes – and a dash"',
    'task t "T" effort 4\u00a0h',
    'task t "T" effort 4\u202fh',
    '\ufeffgoal g "G"',
    'goal g "Größe, città, 目標"',
  ])('%j is understood', (text) => {
    expect(said(text)).toEqual([])
  })

  it.each([
    ['×', 'a × b'],
    ['÷', 'a ÷ b'],
    ['−', 'a − b'],
  ])('%s in a formula is understood', (_, formula) => {
    expect(said(`metric m "M" in x = ${formula}`)).toEqual([])
  })
})

describe('a name', () => {
  it.each(['größe', 'città', 'Über_uns', '目標', 'цель', 'στόχος', 'هدف', 'मात्रा', 'e\u0301tape', '_x1', 'naïve'])('can be %s', (name) => {
    const text = `person ${name} "Somebody" works 8h per week\ngoal g "G" owner ${name}\ntask t "T" @${name} 4h for g\nteam x "X" members ${name}\n`
    const workspace = new Workspace()
    workspace.setText('plan.mops', text)
    const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
    expect(said(text)).toEqual([])
    expect(plan?.refs.filter(({ ref }) => ref.name === name.normalize('NFC'))).toHaveLength(3)
    expect(plan?.byName(name.normalize('NFC'))?.kind).toBe('person')
  })

  it('is told from another one by its case', () => {
    const workspace = new Workspace()
    workspace.setText('plan.mops', 'person Ben "Ben"\nperson ben "Ben"\ngoal g owner Ben')
    const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
    expect(plan?.find(plan.all('goal')[0]?.owners[0], 'person')?.place.start).toBe(7)
  })
})
