import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'

type Kind = PlanElement['kind']

/** What the names of a clause may mean: the kinds that fit, and the words for them in messages. */
export interface Takes {
  readonly kinds: readonly Kind[]
  readonly words: string
}

const kindWords: Partial<Record<Kind, string>> = { sla: 'SLA', line: 'budget line', stage: 'journey stage', actuals: 'actuals' }

/** The word for a kind in messages: `sla` is `SLA`, `line` is `budget line`. */
export function kindWord(kind: ElementKind): string {
  return kindWords[kind as Kind] ?? kind
}

function takes(...kinds: readonly Kind[]): Takes {
  const words = kinds.map(kindWord)
  const last = words.at(-1) ?? ''
  return { kinds, words: words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}` }
}

const actor = takes('person', 'team', 'role', 'stakeholder')
const audience = actor
const widerAudience = takes('person', 'team', 'role', 'stakeholder', 'segment')
const person = takes('person')
const number = takes('measure', 'metric')
const medium = takes('channel', 'tool', 'report')
const step = takes('task', 'milestone', 'phase')
const goal = takes('goal')
const tool = takes('tool')
const anyElement: Takes = {
  kinds: [
    'strategy',
    'objective',
    'person',
    'role',
    'team',
    'stakeholder',
    'source',
    'measure',
    'metric',
    'benchmark',
    'goal',
    'phase',
    'task',
    'milestone',
    'communication',
    'sla',
    'report',
    'channel',
    'campaign',
    'segment',
    'tool',
    'budget',
    'line',
    'problem',
    'risk',
    'assumption',
    'review',
    'journey',
    'stage',
    'workflow',
    'scoring',
  ],
  words: 'element of the plan',
}

/** One clause of one kind of element. */
export interface ClauseWord {
  /** How the clause begins; for `@`, `=`, `#`, a row and an amount a sign or a word in angle brackets. */
  readonly keyword: string
  readonly isMany: boolean
  readonly takes: Takes | undefined
  /** A complete clause, for messages, completion and hover. */
  readonly usage: string
  readonly about: string
}

/** Behind `*` the clause may be given many times. */
function clause(keyword: string, usage: string, about: string, takesWhat?: Takes): ClauseWord {
  const isMany = keyword.endsWith('*')
  return { keyword: isMany ? keyword.slice(0, -1) : keyword, isMany, takes: takesWhat, usage, about }
}

const owner = clause('owner', 'owner ben', 'The one person who answers for it.', actor)
const common: readonly ClauseWord[] = [
  clause('note*', 'note "What else is worth knowing"', 'A remark for the reader.'),
  clause('link*', 'link "https://example.org/page"', 'An address with more about it.'),
  clause('#*', '#campaign_2027', 'A tag.'),
  clause('ignore*', 'ignore "schedule/over-capacity" because "Agreed with Ben" until 2027-06-30', 'Silences one rule here, with a reason.'),
]

export interface KindWord {
  readonly about: string
  /** A complete element. */
  readonly example: string
  readonly clauses: readonly ClauseWord[]
  /** The kinds of elements that it holds in its braces. */
  readonly holds: readonly ElementKind[]
}

function kind(about: string, example: string, clauses: readonly ClauseWord[], holds: readonly ElementKind[] = []): KindWord {
  return { about, example, clauses: [...clauses, ...common], holds }
}

/** Every kind of element with its clauses; the normative list of the language, in the order in which clauses are usually written. */
export const vocabulary: Record<Kind | 'score' | 'item', KindWord> = {
  strategy: kind('The frame of a plan: who, when, how strict.', 'strategy spring "Spring plan" { period 2027-01-01 .. 2027-03-31 }', [
    clause('for', 'for "Brightleaf Supply"', 'The organisation that the plan is for.'),
    clause('summary', 'summary "Fewer mails, better mails"', 'The plan in a sentence or two.'),
    clause('period', 'period 2027-01-04 .. 2027-04-09', 'First to last day of the plan.'),
    clause(
      'stage',
      'stage running',
      'How far the plan is: draft, review, approved, running or closed. It decides how strict the checks are.',
    ),
    clause('asof', 'asof 2027-02-12', 'The status date: the "today" of a check.'),
    owner,
    clause('supervisor', 'supervisor summer', 'The person who keeps the pace and hears the status.', person),
    clause('currency', 'currency EUR', 'The currency of all amounts.'),
    clause('workweek', 'workweek mon..fri 8h', 'The working days and the hours of one day.'),
    clause('holidays', 'holidays 2027-01-18, 2027-02-15', 'Days on which nobody works.'),
  ]),
  objective: kind('A business aim above the goals of the plan.', 'objective retention "Keep the customers we have" owner cmo', [owner]),
  person: kind('Somebody who works in the plan.', 'person ben "Ben Cole" works 24h per week skills email, lists', [
    clause('fills', 'fills email_operations', 'The roles that the person fills.', takes('role')),
    clause('works', 'works 24h per week', 'Hours per week for this plan.'),
    clause('away*', 'away 2027-03-08 .. 2027-03-12', 'Days on which the person is not there.'),
    clause('skills', 'skills email, lists', 'What the person can do.'),
    clause('contact', 'contact "ben@example.org"', 'How to reach the person.'),
    clause('belongs to', 'belongs to sales', 'The stakeholder groups and teams of the person.', takes('stakeholder', 'team')),
  ]),
  role: kind(
    'A function that a person fills.',
    'role email_operations "Email operations" duties "Owns sends, lists and templates" required',
    [
      clause('duties', 'duties "Owns sends, lists and templates"', 'What the role does.'),
      clause('skills', 'skills email', 'What the role needs to be able to do.'),
      clause('required', 'required', 'The plan needs somebody in this role.'),
    ],
  ),
  team: kind('Several people who work together.', 'team mops_team "Marketing operations" members summer, ben', [
    clause('members', 'members summer, ben', 'The people of the team.', person),
    owner,
  ]),
  stakeholder: kind(
    'A group that affects the plan or is affected by it.',
    'stakeholder sales "Sales" kind employee needs "Leads worth calling"',
    [
      clause('kind', 'kind employee', 'customer, employee, client, leadership, partner, external, or a word of your own.'),
      clause('needs', 'needs "Leads worth calling"', 'What the group wants solved.'),
      clause('power', 'power high', 'low, medium or high.'),
      clause('interest', 'interest high', 'low, medium or high.'),
      clause('attitude', 'attitude neutral to supportive', 'unaware, resistant, neutral, supportive or leading; today, and as wished.'),
      clause('contact', 'contact chidi', 'Who speaks for them on our side.', actor),
      clause('monitor', 'monitor because "They notice nothing before May"', 'No goal and no communication is owed to this group.'),
    ],
  ),
  source: kind('Where data come from.', 'source email_platform "Email platform" from hubrunner every month owner ben', [
    clause('from', 'from hubrunner', 'The tool that holds the data.', tool),
    clause('file', 'file "data/email.csv"', 'A file with the data, beside the plan.'),
    clause('dated', 'dated month', 'The column that holds the date or period.'),
    clause('every', 'every month', 'How often the data are renewed.'),
    owner,
  ]),
  measure: kind(
    'A number that is counted or read somewhere.',
    'measure clicks "Clicks" in clicks per month sum from email_platform.clicks',
    [
      clause('in', 'in contacts', 'The unit.'),
      clause('per', 'per month', 'The grain: the smallest period that has a value.'),
      clause('aggregation', 'sum', 'How it adds up over time: sum, distinct, last, average, median, max or min.'),
      clause('from', 'from email_platform.clicks', 'The source or tool, and the column.', takes('source', 'tool')),
      clause('where*', 'where channel = "email"', 'Counts only the rows that fit.'),
      clause('part of', 'part of leads', 'The whole of which it is a part.', number),
      clause('at least', 'at least 1', 'The smallest value that can occur.'),
    ],
  ),
  metric: kind(
    'A number that is computed by a formula.',
    'metric click_rate "Click rate" in % per month higher is better = clicks / delivered else none',
    [
      clause('in', 'in %', 'The unit.'),
      clause('per', 'per month', 'The grain: the smallest period that has a value.'),
      clause('better', 'lower is better', 'Which direction is good: lower or higher.'),
      clause('bounds', 'bounds 0% .. 100%', 'The lowest and the highest value that can occur.'),
      clause('observe', 'observe every month', 'How often a new value is due.'),
      owner,
      clause('kpi', 'kpi', 'A key performance indicator.'),
      clause('stage', 'stage consideration', 'The journey stage that it measures.', takes('stage')),
      clause('=', '= clicks / delivered else none', 'The formula, and the answer when a denominator is zero.', number),
    ],
  ),
  benchmark: kind('A value to compare with.', 'benchmark best_2025 "Our best month" of email_churn is 0.55% in 2025-09', [
    clause('of', 'of email_churn', 'The number that it is a value of.', number),
    clause('is', 'is 0.55%', 'The value.'),
    clause('in', 'in 2025-09', 'The period of the value.'),
    clause('on', 'on 2025-09-30', 'The day of the value.'),
  ]),
  actuals: kind('Measured values, one row a period.', 'actuals email_churn { 2027-01 0.776% (392 of 50_500) }', [
    clause('row*', '2027-01 0.776% (392 of 50_500)', 'A period and its value.'),
  ]),
  goal: kind(
    'A result to reach, with the five SMART letters as clauses.',
    'goal fewer_leave "Fewer readers leave" { measurable email_churn to at most 0.60% }',
    [
      clause('specific', 'specific "Marketing email only"', 'The goal’s limits in words.'),
      clause(
        'scope',
        'scope email',
        'The channels, campaigns, segments, stages, tools or groups that it covers.',
        takes('channel', 'campaign', 'segment', 'stage', 'tool', 'stakeholder'),
      ),
      clause(
        'measurable*',
        'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03',
        'The number, where it starts and where it shall be.',
        number,
      ),
      clause('achievable', 'achievable "The clean-up of 2025 cut it by a quarter"', 'Why it can be reached.'),
      clause(
        'given',
        'given best_2025',
        'The evidence: a benchmark, review, task or number with actuals.',
        takes('benchmark', 'review', 'task', 'measure', 'metric'),
      ),
      clause('relevant', 'relevant to customers because "They ask for fewer mails"', 'Whom it serves, and why.', takes('stakeholder')),
      clause('realistic', 'realistic "Two people have the time"', 'Why the team can work towards it.'),
      clause('timebound', 'timebound 2027-01-04 .. 2027-03-31', 'By when: a date, a duration or a period.'),
      owner,
      clause('guard*', 'guard complaint_rate at most 0.10%', 'A number that must not get worse.', number),
      clause('watch', 'watch open_rate', 'Numbers that are looked at.', number),
      clause('checkpoint*', 'checkpoint 2027-02-26 at 0.70%', 'A day on the way, and the value wished then.'),
      clause('supports', 'supports retention', 'The objective, problem or goal that it helps.', takes('objective', 'problem', 'goal')),
      clause('outcome', 'outcome met on 2027-03-31', 'How it ended: met, missed or dropped.'),
      clause('changed*', 'changed 2027-02-01 because "The list was smaller"', 'When and why a target moved after approval.'),
    ],
  ),
  phase: kind('Tasks that belong together.', 'phase build "Build" { task write_page "Write the page" }', [], ['task', 'milestone']),
  task: kind(
    'A piece of work.',
    '[ ] task write_page "Write the page" for more_leads @dana 8h start 2027-01-11 due 2027-01-20',
    [
      clause('for', 'for keepable_mail', 'The goals that it serves.', goal),
      clause('@*', '@ben 30h', 'Who does it, with their hours.', actor),
      owner,
      clause('start', 'start 2027-02-16', 'The first day.'),
      clause('due', 'due 2027-03-05', 'The last day.'),
      clause('after', 'after audit_workflows', 'What must be done before.', step),
      clause('effort', 'effort 60h', 'The whole effort, shared by all who do it.'),
      clause('takes', 'takes 10wd', 'How long it lasts.'),
      clause('consults', 'consults sales', 'Who is asked.', actor),
      clause('informs', 'informs sales', 'Who is told.', actor),
      clause('affects', 'affects marketers', 'Whose work it changes.', takes('stakeholder')),
      clause('requires', 'requires email, templates', 'The skills that it takes.'),
      clause('needs', 'needs 2 people', 'How many people it takes.'),
      clause('expects*', 'expects email_churn down by 0.08pp', 'What it changes, and by how much.', number),
      clause('using', 'using hubrunner', 'The tools that it uses.', tool),
      clause('costs*', 'costs 3_500 USD from design', 'What it costs, and the budget line that pays.', takes('line')),
      clause('category', 'category content', 'A word to group by.'),
      clause('progress', 'progress 40%', 'How far it is.'),
      clause('done', 'done 2027-03-04', 'The day on which it was done.'),
      clause('blocked', 'blocked because "The vendor is silent"', 'Why it does not move.'),
      clause('housekeeping', 'housekeeping', 'It serves no goal, on purpose.'),
      clause('wrapup', 'wrapup', 'It looks back, so it may end after its goals’ deadlines.'),
      clause('evaluates', 'evaluates 2027-Q1', 'The period whose numbers it reads.'),
    ],
    ['item'],
  ),
  milestone: kind('A moment that matters.', '[ ] milestone format_live "New format live" due 2027-03-08 after build_format', [
    clause('for', 'for keepable_mail', 'The goals that it serves.', goal),
    owner,
    clause('due', 'due 2027-03-08', 'The day.'),
    clause('after', 'after build_format', 'What must be done before.', step),
    clause('done', 'done 2027-03-08', 'The day on which it was reached.'),
  ]),
  communication: kind(
    'Telling people what to expect.',
    'communication guideline "The new guideline" to marketers { expect "It is easier to follow" on 2027-01-12 owner dana }',
    [
      clause('to', 'to marketers', 'The audience.', audience),
      clause('expect*', 'expect "The guideline is easier to follow"', 'What the audience can expect.'),
      clause('ask*', 'ask "Tell us how" at "https://example.org/form" until 2027-02-12', 'How they give input, and until when.', step),
      clause('on', 'on 2027-01-12', 'The day.'),
      clause('every', 'every month', 'The cadence.'),
      clause('via', 'via email', 'The channel, tool or report that carries it.', medium),
      owner,
      clause('about', 'about build_format', 'What it is about.', anyElement),
      clause('shows', 'shows email_churn', 'The numbers in it.', number),
    ],
  ),
  sla: kind(
    'A promise of one party to another.',
    'sla answers "Answers" from mops_team to marketers service "Answer questions" within 2wd rate 95% per month',
    [
      clause('from', 'from mops_team', 'Who promises.', audience),
      clause('to', 'to marketers', 'Who is served.', audience),
      clause('service', 'service "Answer guideline questions"', 'What is promised.'),
      clause('within', 'within 2wd', 'The time in which it happens.'),
      clause('at least', 'at least 180 per month', 'The amount that is delivered.'),
      clause('rate', 'rate 95% per month', 'The share of cases in which it is kept.'),
      clause('escalate to', 'escalate to summer after 1wd', 'Who is called when it is not kept.', person),
      clause('measured by', 'measured by answer_hit_rate', 'The number that shows whether it is kept.', number),
      owner,
    ],
  ),
  report: kind(
    'Numbers that go to people.',
    'report churn_report "Churn report" to leadership every month shows email_churn owner ben via email',
    [
      clause('to', 'to leadership', 'The audience.', widerAudience),
      clause('every', 'every month', 'The cadence.'),
      clause('within', 'within 15wd', 'The time after each period’s end.'),
      clause('on', 'on 2027-04-09', 'The day.'),
      clause('shows', 'shows email_churn, complaint_rate', 'The numbers in it.', number),
      owner,
      clause('via', 'via email', 'The channel or tool that carries it.', medium),
      clause('kind', 'kind dashboard', 'What kind of report it is.'),
    ],
  ),
  channel: kind('A way to reach people.', 'channel email "Email" owner ben', [owner]),
  campaign: kind(
    'Messages with one purpose in one period.',
    'campaign spring "Spring programme" via email for keepable_mail period 2027-03 .. 2027-04',
    [
      clause('via', 'via email', 'The channels.', medium),
      clause('for', 'for keepable_mail', 'The goals that it serves.', goal),
      clause('period', 'period 2027-03 .. 2027-04', 'When it runs.'),
      clause('to', 'to customers', 'The audience.', widerAudience),
      clause('watch', 'watch open_rate', 'Numbers that are looked at.', number),
      owner,
    ],
    ['send'],
  ),
  send: kind('One message of a campaign.', 'send 2027-03-09 "Spring 1" to loyal', [
    clause('to', 'to loyal', 'Who gets it.', takes('segment', 'stakeholder')),
  ]),
  segment: kind(
    'A part of an audience, by a rule.',
    'segment loyal "Loyal readers" rule "Opened five of the last six" from hubrunner owner ben',
    [
      clause('rule', 'rule "Opened five of the last six"', 'Who belongs to it.'),
      clause('from', 'from hubrunner', 'The tool that builds it.', tool),
      owner,
    ],
  ),
  tool: kind('A product that the team works with.', 'tool hubrunner "HubRunner" kind automation costs 72_000 USD per year owner ben keep', [
    clause('kind', 'kind automation', 'What kind of tool it is.'),
    clause('costs', 'costs 72_000 USD per year', 'What it costs, and the budget line that pays.', takes('line')),
    owner,
    clause('connects', 'connects crm', 'The tools that it exchanges data with.', tool),
    clause('decision', 'keep', 'keep, adopt or retire.'),
  ]),
  budget: kind(
    'Money for a purpose.',
    'budget q1_money "Quarter one" total 6_000 USD { line design "Template design" 6_000 USD }',
    [
      clause('total', 'total 6_000 USD', 'All of it.'),
      clause('for', 'for keepable_mail', 'The goals or campaigns that it is for.', takes('goal', 'campaign')),
      owner,
      clause('returns*', 'returns "Attributed gross margin" 18_000 USD', 'What it brings in.'),
      clause('row*', '2027-Q1 270_000 EUR', 'The total of a period.'),
    ],
    ['line'],
  ),
  line: kind('A part of a budget.', 'line design "Template design" 3_500 USD spent 1_200 USD', [
    clause('amount', '3_500 USD', 'The amount of the line.'),
    clause('spent', 'spent 1_200 USD', 'What is spent by now.'),
    clause('via', 'via email', 'The channels that it is for.', medium),
    clause('category', 'category content', 'A word to group by.'),
    clause('row*', '2027-01 900 USD', 'The amount of a period.'),
  ]),
  problem: kind(
    'What hurts whom, and what answers it.',
    'problem unwanted "Unwanted mail" hurts customers symptom "0.8% leave" solution "Clean lists" by keepable_mail',
    [
      clause('hurts', 'hurts customers', 'Who suffers.', actor),
      clause('symptom*', 'symptom "0.8% leave every month"', 'How it shows.'),
      clause('solution*', 'solution "Clean lists" by keepable_mail', 'What answers it, and which goal or task does so.', anyElement),
    ],
  ),
  risk: kind(
    'What could go wrong.',
    'risk outage "Vendor outage" likelihood low impact high owner ben response "Send in two halves" check 2027-02-26',
    [
      clause('likelihood', 'likelihood low', 'low, medium or high.'),
      clause('impact', 'impact high', 'low, medium or high.'),
      owner,
      clause(
        'response',
        'response "Send in two halves" by build_format',
        'What is done about it, and in which task.',
        takes('task', 'milestone'),
      ),
      clause('about', 'about build_format', 'What it threatens.', anyElement),
      clause('check*', 'check 2027-02-26', 'When it is looked at again.'),
    ],
  ),
  assumption: kind('What is taken for granted.', 'assumption list_size "The list stays at 50 000" check 2027-02-26 owner ben', [
    clause('about', 'about keepable_mail', 'What rests on it.', anyElement),
    owner,
    clause('check*', 'check 2027-02-26', 'When it is looked at again.'),
  ]),
  review: kind('What was learned.', 'review q1_review "What we learned" on 2027-04-09 about keepable_mail lesson "Shorter subjects work"', [
    clause('on', 'on 2027-04-09', 'The day.'),
    clause('about', 'about keepable_mail', 'What it looks back at.', anyElement),
    clause('lesson*', 'lesson "Shorter subject lines keep readers"', 'What the next plan should know.'),
    owner,
  ]),
  journey: kind(
    'The stages of a customer on the way to a purchase.',
    'journey buying { stage awareness "Awareness" when "Any form" }',
    [],
    ['stage'],
  ),
  stage: kind('A stage of a journey.', 'stage awareness "Awareness" when "Any form"', [
    clause('when', 'when "Score of 35"', 'When somebody enters it.'),
  ]),
  workflow: kind(
    'Something that a tool does by itself.',
    'workflow welcome "Welcome series" trigger "Form submitted" action "Three mails" stage awareness watch email_churn',
    [
      clause('trigger', 'trigger "Form submitted"', 'What starts it.'),
      clause('action*', 'action "Three mails in ten days"', 'What it does.'),
      clause('stage', 'stage awareness', 'The journey stage that it serves.', takes('stage')),
      clause('watch', 'watch email_churn', 'Numbers that are looked at.', number),
      clause('using', 'using hubrunner', 'The tools that run it.', tool),
      clause('to', 'to prospects', 'Whom it reaches.', widerAudience),
      owner,
    ],
  ),
  scoring: kind(
    'Points that a lead collects.',
    'scoring lead_score "Lead score" threshold 65 routes to sales { score "Pricing page" 15 }',
    [
      clause('threshold', 'threshold 65', 'The points at which a lead is handed over.'),
      owner,
      clause('routes to', 'routes to sales using crm', 'Who gets the lead, and in which tool.', audience),
      clause('using', 'using crm', 'The tools that hold the score.', tool),
    ],
    ['score'],
  ),
  score: kind('Points for one thing that a lead does or is.', 'score "Pricing page" 15', [clause('amount', '15', 'The points.')]),
  item: kind('A step of a task’s checklist.', '[ ] "Test in three clients" @dana', [clause('@*', '@dana', 'Who does it.', actor)]),
}

/** The clause of a kind, if it has it. */
export function clauseOf(kindName: ElementKind, keyword: string): ClauseWord | undefined {
  return byKeyword.get(kindName)?.get(keyword)
}

const byKeyword: ReadonlyMap<ElementKind, ReadonlyMap<string, ClauseWord>> = new Map(
  Object.entries(vocabulary).map(([name, entry]) => [
    name as ElementKind, // the keys of the vocabulary are the kinds
    new Map(entry.clauses.map((one) => [one.keyword, one])),
  ]),
)

/** The kinds of elements that have a clause of this word. */
export function kindsWith(keyword: string): readonly ElementKind[] {
  return [...byKeyword].filter(([, clauses]) => clauses.has(keyword)).map(([name]) => name)
}

/** Every clause word of the language. */
export const clauseKeywords: readonly string[] = [...new Set([...byKeyword.values()].flatMap((clauses) => [...clauses.keys()]))]

/** True when an element of the outer kind holds elements of the inner kind in its braces. */
export function holds(outer: ElementKind, inner: ElementKind): boolean {
  return vocabulary[outer as keyof typeof vocabulary].holds.includes(inner)
}

/** Kinds that stand only inside another element, with the one that they belong into. */
export const insideOf: Partial<Record<ElementKind, ElementKind>> = {
  line: 'budget',
  send: 'campaign',
  score: 'scoring',
  item: 'task',
  stage: 'journey',
}
