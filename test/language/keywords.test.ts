import { describe, expect, it } from 'vitest'
import { nameableType } from '../../src/language/parse/token-names.js'
import { isWordKeyword } from '../../src/language/parse/tokens.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import { judge } from '../../src/rules/engine/judge.js'
import { rules } from '../../src/rules/generated/registry.js'
import { services } from '../example-files.js'

const { definition } = services.parser.Lexer
/** Every word that the grammar gives a meaning to, as the lexer knows it. */
const keywords = Object.entries(definition).flatMap(([name, type]) =>
  isWordKeyword(type) && nameableType(name) in definition ? [name] : [],
)

/** Plans in which `$` is the name of one element: its declaration once, and references to it in every position. */
const plans: Readonly<Record<string, string>> = {
  person: `
strategy plan "Plan" { owner $ supervisor $ }
person $ "Somebody" works 8h per week
person other "Somebody else"
team first "First" members other, $ owner $
team second "Second" { members other,
  $ }
team third "Third" members $, other
stakeholder group "Group" { contact $ }
stakeholder more "More" contact $
objective aim "Aim" owner $
goal result "Result" owner $
goal another "Another" {
  owner $
}
measure counted "Counted" in contacts per month sum from origin
source origin "Origin" every month owner $
metric ratio "Ratio" in contacts owner $ = counted
task one "One" for result @$ 4h owner $ consults group, $ informs group,
  $
task two "Two" @other @$ {
  @$ 3h
  owner $
  consults group,
    $
  informs $, group
  [ ] "Item" @$
}
milestone moment "Moment" owner $
communication news "News" to group, $ owner $
communication letter "Letter" {
  to group,
    $
  owner $
}
sla promise "Promise" from $ to group escalate to $ after 1d owner $
sla vow "Vow" {
  from group
  to $
  escalate to $
}
report numbers "Numbers" to group, $ every month owner $
channel email "Email" owner $
tool crm "CRM" kind crm owner $
budget cash "Cash" owner $
problem trouble "Trouble" hurts group, $
risk danger "Danger" owner $ about $
assumption guess "Guess" owner $ about group, $
review look "Look" about $ owner $
workflow flow "Flow" owner $
scoring points "Points" threshold 5 owner $ routes to $ using crm
campaign spring "Spring" to group, $ owner $
`,
  metric: `
strategy plan "Plan"
measure counted "Counted" in contacts per month sum
measure all "All" in contacts per month sum
metric $ "Number" in % per month = counted / all else none
metric sum_of "Sum" in % = $ + (counted / all)
metric next_line "Next" in % = counted / all +
  $
metric inside "Inside" in % = max($, previous($)) - $ * 2
metric rolled "Rolled" in % = average($ over quarter) else none
metric last_one "Last" in % { = $ else 0% }
actuals $ { 2027-01 3%  2027-02 4% }
benchmark best "Best" of $ is 3% in 2026
goal result "Result" {
  measurable $ decrease from 3% in 2026-12 to at most 2% in 2027-03
  guard $ at most 5%
  watch rolled, $
  achievable "So" given best, $
}
goal another "Another" measurable $ by -1pp guard $ at least 1% per month watch rolled,
  $
goal third "Third" { measurable $ }
task work "Work" for result expects $ down by 1pp expects $ up
task other "Other" {
  expects $ down
}
communication news "News" shows rolled, $
report figures "Figures" every month shows $, rolled
report list "List" {
  shows rolled,
    $
}
sla promise "Promise" measured by $
campaign spring "Spring" watch rolled, $
workflow flow "Flow" watch $
review look "Look" about $
assumption guess "Guess" about rolled,
  $
`,
  measure: `
strategy plan "Plan"
measure $ "Number" in contacts per month sum
measure share "Share" in contacts per month sum part of $
measure least_one "Least" { part of $ }
metric ratio "Ratio" in % = share / $ else none
metric growing "Growing" in % = growth($)
metric cumulated "Cumulated" in contacts = cumulative($) + sum($ over year)
actuals $ { 2027-01 3 }
benchmark best "Best" of $ is 3 in 2026
goal result "Result" { measurable $ increase from 3 in 2026 by +25%
  guard $ at least 3 per month }
task work "Work" for result expects $ up by 3
report figures "Figures" every month shows ratio, $
`,
  goal: `
strategy plan "Plan"
goal $ "Result" supports more
goal more "More" supports $
goal less "Less" { supports more,
  $ }
task one "One" for $
task two "Two" for more, $
task three "Three" { for more,
  $ }
milestone moment "Moment" for $
campaign spring "Spring" for more, $
budget cash "Cash" for $ total 3 USD
problem trouble "Trouble" solution "So" by $
problem other "Other" { solution "So" by more,
  $ }
risk danger "Danger" about $
review look "Look" on 2027-04-09 about more, $ lesson "One"
`,
  stakeholder: `
strategy plan "Plan"
stakeholder $ "Group" needs "Calm"
stakeholder more "More"
person one "One" belongs to $
person two "Two" { belongs to more,
  $ }
goal result "Result" relevant to $ because "So"
goal another "Another" { relevant to more, $ }
goal third "Third" { relevant to more,
  $ because "So" }
goal fourth "Fourth" { specific "This" scope $ }
task work "Work" affects $ consults more, $
task other "Other" { affects more,
  $
  informs $ }
communication news "News" to $
sla promise "Promise" from $ to more
report figures "Figures" to more, $ every month
campaign spring "Spring" to $ { send 2027-03-09 "Mail" to $ }
problem trouble "Trouble" hurts more, $
`,
  task: `
strategy plan "Plan"
[x] task $ "Work" done 2027-01-04
task next "Next" after $
task later "Later" { after next,
  $ }
[ ] milestone moment "Moment" after next, $
problem trouble "Trouble" solution "So" by $
risk danger "Danger" response "So" by $ about next, $
goal result "Result" achievable "So" given $
communication news "News" to everyone ask "Why" until 2027-02-12 for $ about $
stakeholder everyone "Everyone"
`,
}

/** The rules that speak when a name was not understood as one. */
const codes = new Set<string>([
  'plan/syntax',
  'plan/unknown-name',
  'plan/wrong-kind',
  'plan/unknown-clause',
  'plan/clause-not-allowed',
  'plan/duplicate-clause',
  'plan/duplicate-name',
  'formula/bad-call',
])
const rulesOfReading = rules.filter(({ code }) => codes.has(code))

it('the grammar has the words that a plan is written with', () => {
  expect(keywords.length).toBeGreaterThan(150)
  expect(keywords).toEqual(
    expect.arrayContaining(['strategy', 'goal', 'measurable', 'owner', 'to', 'by', 'from', 'is', 'over', 'up', 'least']),
  )
})

describe.each(Object.entries(plans))('a %s', (_, template) => {
  const uses = template.split('$').length - 2

  it.each([...keywords, 'ordinary'])('can be called %s', (name) => {
    const text = template.replaceAll('$', name)
    const workspace = new Workspace()
    workspace.setText('plan.mops', text)
    const plan = workspace.plan('plan.mops', { clock: '2027-02-12' })
    if (!plan) throw new Error('There is no plan.')
    const said = judge(plan, rulesOfReading).findings.map(({ message, place }) => `${text.slice(place.start, place.end + 10)}: ${message}`)
    expect(said).toEqual([])
    expect(plan.refs.filter(({ ref }) => ref.name === name)).toHaveLength(uses)
  })
})
