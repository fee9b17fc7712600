import { t } from '@vscode/l10n'
import { coverage } from '../../plan/coverage/coverage.js'
import type {
  Decision,
  Goal,
  Metric,
  NumberElement,
  Phase,
  PlanElement,
  Role,
  Stakeholder,
  Step,
  Team,
  Worker,
} from '../../plan/elements/elements.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import { goalFacts } from '../../plan/goals/goals.js'
import { lettersText } from '../../plan/goals/smart-letters.js'
import { judgedGoalByName, judgedGoals } from '../../plan/judgement/goal.js'
import { healthWord, standingOfGoal, standingOfTarget, tasksDoneText } from '../../plan/judgement/words.js'
import type { Plan } from '../../plan/model/plan.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import type { AimFacts } from '../../plan/numbers/aims.js'
import { expandedFormula } from '../../plan/numbers/expansion.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { personsOf } from '../../plan/people/people.js'
import { compare, formatExact } from '../../plan/quantity/exact.js'
import { formatDifference, formatMeasurement } from '../../plan/quantity/units.js'
import { load } from '../../plan/schedule/load.js'
import { type StepDates, schedule } from '../../plan/schedule/schedule.js'
import { kindWord } from '../table/references.js'

/** What the plan knows about an element, as Markdown. */
export function hoverOfElement(element: PlanElement, plan: Plan): string {
  const title = element.title ? ` — ${element.title.text}` : ''
  const head = `**${kindWord(element.kind)}** \`${element.name || element.kind}\`${title}`
  const parts = [head, element.documentation ?? '', ...element.notes.map(({ text }) => text), ...facts(element, plan)]
  return parts.filter((part) => part !== '').join('\n\n')
}

function facts(element: PlanElement, plan: Plan): readonly string[] {
  switch (element.kind) {
    case 'goal':
      return goal(element, plan)
    case 'metric':
    case 'measure':
      return number(element, plan)
    case 'task':
    case 'milestone':
    case 'phase':
      return step(element, plan)
    case 'decision':
      return [decision(element), ...step(element, plan)]
    case 'person':
      return person(element, plan)
    case 'stakeholder':
      return stakeholder(element, plan)
    case 'role':
      return [filledBy(element, plan)]
    case 'team':
      return [answersFor(element, plan), ...(element.external || element.works ? person(element, plan) : [])]
    case 'strategy':
      return [
        t('{stage}, status date {date} ({origin})', { stage: plan.stage, date: plan.statusDate.date, origin: plan.statusDate.origin }),
      ]
    default:
      return []
  }
}

function goal(element: Goal, plan: Plan): readonly string[] {
  const found = goalFacts(plan).get(element.name)
  if (!found) return []
  const judged = judgedGoalByName(plan).get(element.name)
  const all = found.tasks.length
  return [
    lettersText(plan, element.name) ?? '',
    judged ? `${healthWord(judged.health)} · ${standingOfGoal(judged)}` : '',
    lines(found.aims.map((aim) => target(aim))),
    all === 0 ? t('No task works towards it.') : tasksDoneText({ all, done: judged?.tasksDone ?? 0 }),
  ]
}

/** `email_churn: from 0.8% to 0.6%, -0.2pp`; empty while nothing is known. */
function target(facts: AimFacts): string {
  const { metFrom, unit } = facts
  const said = wished(facts)
  if (said === '' || metFrom === undefined || !unit) return said
  return t('{target}; counts as met from {value}', { target: said, value: formatMeasurement(metFrom, unit) })
}

function wished({ aim, unit, baseline, target: wanted, neededChange }: AimFacts): string {
  if (!unit || wanted === undefined) return ''
  const to = formatMeasurement(wanted, unit)
  const name = aim.number.name
  if (baseline === undefined) return t('`{name}`: to {to}', { name, to })
  const from = formatMeasurement(baseline, unit)
  const change = neededChange === undefined ? '' : ` (${formatDifference(neededChange, unit)})`
  return `${t('`{name}`: from {from} to {to}', { name, from, to })}${change}`
}

function number(element: NumberElement, plan: Plan): readonly string[] {
  const known = numbers(plan).get(element.name)
  if (!known) return []
  const row = latestActual(plan, element.name, plan.statusDate.date)
  const unit = known.unit ? t('in {unit}', { unit: known.unit.symbol }) : ''
  const grain = known.grain ? t('per {grain}', { grain: known.grain }) : ''
  const sum = known.additivity === 'additive' ? t('adds up over time') : known.additivity === 'non' ? t('never adds up over time') : ''
  const standings = judgedGoals(plan).flatMap(({ facts, targets }) =>
    targets
      .filter(({ aim }) => aim.aim.number.name === element.name)
      .map((one) => t('For `{goal}`: {standing}.', { goal: facts.goal.name, standing: standingOfTarget(one) })),
  )
  return [
    element.kind === 'metric' ? formula(element, plan) : '',
    [unit, grain, sum].filter(Boolean).join(', '),
    row ? t('Latest value: {value} in {period}', { value: row.value.text, period: row.period.text }) : t('No values yet.'),
    lines(standings),
  ]
}

function formula(element: Metric, plan: Plan): string {
  if (!element.formula) return ''
  const own = formulaText(element.formula.expression)
  const expanded = expandedFormula(plan, element.name)
  const full = expanded ? formulaText(expanded) : own
  return full === own ? `\`= ${own}\`` : `\`= ${own}\`\n\n\`= ${full}\``
}

function step(element: Step | Phase, plan: Plan): readonly string[] {
  const dates = schedule(plan).of(element.name)
  if (!dates) return []
  if (dates.isInLoop) return [t('It waits for itself, so that it has no dates.')]
  return [dateText(dates), dates.slack === undefined ? '' : slackText(dates)]
}

/** What was decided and why, else what there is to choose from. */
function decision({ options, decided, done }: Decision): string {
  if (!decided) {
    return options.length === 0
      ? t('Not decided yet.')
      : t('Not decided yet: {options}.', { options: options.map(({ text }) => `“${text}”`).join(', ') })
  }
  const what = done
    ? t('Decided on {date}: “{text}”', { date: done.date, text: decided.text.text })
    : t('Decided: “{text}”', { text: decided.text.text })
  return decided.because ? `${what}\n\n${decided.because.text}` : what
}

function dateText(dates: StepDates): string {
  const { start, end, es, ef } = dates
  if (start === undefined && end === undefined) {
    if (es === undefined || ef === undefined) return t('Not scheduled.')
    return t('Not scheduled; at the earliest {start} .. {end}.', { start: es, end: ef })
  }
  const written = dates.isStartWritten && dates.isEndWritten
  const why = written ? t('as written') : causeText(dates)
  return start === undefined
    ? t('Until {end} ({why})', { end: end ?? '?', why })
    : t('{start} .. {end} ({why})', { start, end: end ?? '?', why })
}

function causeText({ cause, readyFor }: StepDates): string {
  if (readyFor !== undefined) return t('computed: to be ready for `{name}`', { name: readyFor })
  if (cause?.type === 'today') return t('computed: from today')
  if (cause?.type === 'predecessor') return t('computed: after `{name}`', { name: cause.name })
  return cause?.type === 'strategy' ? t('computed: from the start of the plan') : t('computed from its own dates')
}

function slackText({ slack = 0, isCritical }: StepDates): string {
  const days = slack < 0 ? t('{days} working days late', { days: -slack }) : t('{days} working days of slack', { days: slack })
  return isCritical ? `${days} · **${t('critical')}**` : days
}

function person(element: Worker, plan: Plan): readonly string[] {
  const own = load(plan).of(element.name)
  if (!own) return [t('No work in this plan.')]
  const over = own.weeks.filter(({ isOver }) => isOver)
  const fullest = own.weeks.reduce<(typeof own.weeks)[number] | undefined>(
    (best, week) => (best && compare(best.hours, week.hours) >= 0 ? best : week),
    undefined,
  )
  const peak =
    fullest &&
    t('Fullest week: {week} with {hours} h of {capacity} h', {
      week: fullest.week,
      hours: formatExact(fullest.hours, 1),
      capacity: fullest.capacity === undefined ? '?' : formatExact(fullest.capacity, 1),
    })
  return [
    own.weeks.length === 1
      ? t('{hours} h of work in one week', { hours: formatExact(own.total, 1) })
      : t('{hours} h of work in {count} weeks', { hours: formatExact(own.total, 1), count: own.weeks.length }),
    peak ?? '',
    over.length === 0 ? '' : t('Too much in {weeks}.', { weeks: over.map(({ week }) => week).join(', ') }),
  ]
}

/** Who fills a role. */
function filledBy(role: Role, plan: Plan): string {
  const people = personsOf(plan, role)
  if (people.length === 0) return t('Filled by nobody.')
  return t('Filled by {people}.', { people: people.map((person) => person.title?.text ?? person.name).join(', ') })
}

/** Who answers for a team that has an owner. */
function answersFor(team: Team, plan: Plan): string {
  const person = answeringPerson(plan, team.owners)
  return person ? t('{person} answers for it.', { person: person.title?.text ?? person.name }) : ''
}

function stakeholder(element: Stakeholder, plan: Plan): readonly string[] {
  const row = coverage(plan).stakeholders.find(({ stakeholder: one }) => one === element)
  return row ? [coverageText(row)] : []
}

/** How many goals, communications, reports and SLAs reach a stakeholder. */
export function coverageText(row: ReturnType<typeof coverage>['stakeholders'][number]): string {
  return t('covered by: goals {goals} · communications {communications} · reports {reports} · SLAs {slas} · affected by tasks {tasks}', {
    goals: row.goals.length,
    communications: row.communications.length,
    reports: row.reports.length,
    slas: row.slas.length,
    tasks: row.affectedBy.length,
  })
}

function lines(all: readonly string[]): string {
  return all
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join('\n')
}
