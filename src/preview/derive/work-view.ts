import { type Decision, isStep, type Step } from '../../plan/elements/elements.js'
import { isActive } from '../../plan/model/active.js'
import { once } from '../../plan/model/once.js'
import type { Plan } from '../../plan/model/plan.js'
import { accountableFor } from '../../plan/people/answering.js'
import { workersBehind } from '../../plan/people/people.js'
import { daysBetween } from '../../plan/quantity/days.js'
import { toNumber } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { parseUnit } from '../../plan/quantity/units.js'
import { criticalChain } from '../../plan/schedule/critical-chain.js'
import { load } from '../../plan/schedule/load.js'
import { progressOf } from '../../plan/schedule/progress.js'
import { schedule } from '../../plan/schedule/schedule.js'
import type { Amount, CalendarView, DecisionView, Label, PersonView, StepView, WorkloadView } from '../model.js'
import type { FindingsByElement } from './findings-by-element.js'
import { amountIn, daysOf, type Naming } from './naming.js'

/** Steps in the order of the plan, cancelled ones included. */
export function stepViews(plan: Plan, naming: Naming, findings: FindingsByElement): readonly StepView[] {
  return plan.elements.filter(isStep).map((step) => stepView(plan, step, naming, findings))
}

/** The steps that decide when the plan's work ends: of the goals' chains the one that finishes last. */
const criticalPath = once((plan: Plan): ReadonlySet<Step> => {
  let path: readonly Step[] = []
  let finish = ''
  for (const goal of plan.all('goal').filter(isActive)) {
    const chain = criticalChain(plan, goal)
    const last = chain.at(-1)
    const end = (last && schedule(plan).of(last)?.ef) ?? ''
    if (end > finish) [path, finish] = [chain, end]
  }
  return new Set(path)
})

function stepView(plan: Plan, step: Step, naming: Naming, findings: FindingsByElement): StepView {
  const today = plan.statusDate.date
  const dates = schedule(plan).of(step)
  const end = dates?.end
  const isOpen = isActive(step) && step.mark !== 'done'
  const owner = accountableFor(plan, step)
  const task = step.kind === 'task' ? step : undefined
  const progress = task && progressOf(task)
  const { name, title, at } = naming.label(step) // spread into so many fields, an object is ten times slower
  return {
    name,
    title,
    at,
    kind: step.kind,
    mark: step.mark,
    phase: step.phase,
    goals: plan.findAll(step.for, 'goal').map((goal) => goal.name),
    category: task?.category?.word,
    priority: task?.priority?.level,
    owner: owner && naming.label(owner),
    assignees: assigneesOf(plan, step, naming),
    start: dates?.start,
    end,
    isEndWritten: dates?.isEndWritten === true,
    until: step.due?.date ?? (step.dueFrom && dates?.due),
    latestEnd: dates?.lf,
    done: step.done?.date,
    after: step.after.map((ref) => ref.name).filter((name) => plan.byName(name) !== undefined),
    length: dates?.isLengthKnown ? dates.length : undefined,
    slack: dates?.slack,
    isCritical: criticalPath(plan).has(step),
    progress: progress === undefined ? undefined : toNumber(progress),
    isLate: isOpen && end !== undefined && end < today,
    daysLeft: isOpen && end !== undefined ? daysBetween(today, end) : undefined,
    blockedBecause: task?.blocked?.because?.text,
    items: (task?.items ?? []).map((item) => ({
      mark: item.mark,
      text: item.text.text,
      actors: naming.labels(item.actors.map((actor) => actor.actor)),
      at: naming.at(item.place),
    })),
    decision: step.kind === 'decision' ? decisionView(step) : undefined,
    expects: (task?.expects ?? []).map((effect) => {
      const arrow = effect.direction.direction === 'up' ? '↑' : '↓'
      return [naming.labelOf(effect.number)?.title ?? effect.number.name, arrow, effect.by?.text].filter(Boolean).join(' ')
    }),
    costs: (task?.costs ?? []).map((cost) => cost.value.text.replaceAll('_', ' ')),
    notes: step.notes.map((note) => note.text),
    findings: findings.of(step).map(({ code, severity, message }) => ({
      severity,
      message,
      isConflict: code.startsWith('schedule/') && (severity === 'error' || severity === 'warning'),
    })),
  }
}

function decisionView({ options, decided }: Decision): DecisionView {
  return { options: options.map(({ text }) => text), decided: decided?.text.text, because: decided?.because?.text }
}

/** Teams, roles and groups stand for their persons; a crowd, and a name without a person, stands for itself. */
function assigneesOf(plan: Plan, step: Step, naming: Naming): StepView['assignees'] {
  const found = new Map<string, Label & { readonly hours: string | undefined }>()
  for (const { actor, hours } of step.assignments) {
    const persons = workersBehind(plan, actor)
    const written = persons.length > 1 ? undefined : hours?.text
    const labels = persons.length > 0 ? persons.map(naming.label) : naming.labels([actor])
    for (const label of labels) if (!found.has(label.name)) found.set(label.name, { ...label, hours: written })
  }
  return [...found.values()]
}

export function personViews(plan: Plan, naming: Naming): readonly PersonView[] {
  return plan.all('person').map((person) => ({
    ...naming.label(person),
    roles: plan.findAll(person.fills, 'role').map((role) => naming.label(role).title),
    works: person.works?.text,
    away: person.away.flatMap((span) => daysOf(span) ?? []),
    skills: person.skills.map((skill) => skill.word),
  }))
}

/** The days from the first to the last that the timeline shows. */
export function calendarView(plan: Plan, steps: readonly StepView[]): CalendarView {
  const period = plan.strategy?.period
  const days = [period?.start, period?.end, ...steps.flatMap((step) => [step.start, step.end])].filter((day) => day !== undefined).sort()
  const [first, last] = [days[0], days.at(-1)]
  return {
    days: first !== undefined && last !== undefined ? { start: first, end: last } : undefined,
    workdays: plan.calendar.workdays,
    holidays: (plan.strategy?.holidays ?? []).flatMap((span) => daysOf(span) ?? []),
  }
}

/** People with work, by week. */
export function workloadViews(plan: Plan, naming: Naming): readonly WorkloadView[] {
  const hours = parseUnit('h')
  // The same few numbers of hours come again and again.
  const known = new Map<string, Amount>()
  const hoursOf = (value: Exact): Amount => {
    const amount = known.get(value) ?? amountIn(hours, value) ?? { value: 0, text: value }
    known.set(value, amount)
    return amount
  }
  return load(plan).people.flatMap(({ person, total, weeks }) => {
    const element = plan.byName(person)
    if (!element) return []
    return {
      person: naming.label(element),
      total: hoursOf(total).text,
      weeks: weeks.map((week) => ({
        week: week.week,
        start: week.start,
        hours: hoursOf(week.hours),
        capacity: week.capacity === undefined ? undefined : hoursOf(week.capacity),
        isOver: week.isOver,
        tasks: week.parts.flatMap((part) => {
          const task = plan.byName(part.task)
          return task ? { ...naming.label(task), hours: hoursOf(part.hours).text } : []
        }),
      })),
    }
  })
}
