import { t } from '@vscode/l10n'
import { coverage, type StakeholderCoverage } from '../plan/coverage/coverage.js'
import { isStep, type PlanElement, type Stakeholder, type Step, type Task } from '../plan/elements/elements.js'
import { everyGoal, type GoalFacts } from '../plan/goals/goals.js'
import { judgedGoalByName } from '../plan/judgement/goal.js'
import { judgement } from '../plan/judgement/judgement.js'
import type { TargetJudgement } from '../plan/judgement/target.js'
import { healthWord, standingOfGoal, standingOfTarget, tasksDoneText, verdictText } from '../plan/judgement/words.js'
import type { Plan } from '../plan/model/plan.js'
import { latestActual } from '../plan/numbers/actuals.js'
import { addDays } from '../plan/quantity/days.js'
import { toNumber } from '../plan/quantity/exact.js'
import { formatMeasurement } from '../plan/quantity/units.js'
import { type AgendaStep, agenda } from '../plan/schedule/agenda.js'
import { markdownTable, markdownText } from './markdown-text.js'
import { percent, remarksOf } from './task-list.js'

/** Days that a report looks back and ahead, where the plan does not say how often somebody hears of it. */
const usualDays = 14

/** The state of a plan in Markdown, for one stakeholder what concerns them: their goals, their tasks, what they are asked. */
export function statusReport(plan: Plan, stakeholder?: Stakeholder): string {
  const own = stakeholder && coverage(plan).of(stakeholder.name)
  const days = daysBetweenContacts(own)
  const today = plan.statusDate.date
  const goals = goalsFor(plan, own)
  const tasks = tasksFor(goals, own)
  const open = agenda(plan).filter(({ step }) => tasks === undefined || tasks.has(step.name) || isWaitedForBy(plan, tasks, step))
  const ahead = addDays(today, days)
  const title = plan.strategy?.title?.text ?? plan.strategy?.name ?? ''
  const about = stakeholder
    ? t('Status on {date} for {name}.', { date: today, name: titleOf(stakeholder) })
    : t('Status on {date}.', { date: today })
  const parts = [
    `# ${markdownText(title)}`,
    [about, plan.strategy?.summary?.text ?? ''].map(markdownText).filter(Boolean).join(' '),
    stakeholder || plan.isLibrary ? '' : verdict(plan),
    section(t('Goals'), goals.length === 0 ? [] : [goalTable(plan, goals)]),
    section(t('Needs a decision'), open.filter(isDecision).map(stepLine)),
    section(t('Needs attention'), open.filter((one) => needsAttention(one) && !isDecision(one)).map(stepLine)),
    section(t('Done since {date}', { date: addDays(today, -days) }), doneSince(plan, tasks, addDays(today, -days))),
    section(
      t('Until {date}', { date: ahead }),
      open
        .filter((one) => !needsAttention(one) && !isDecision(one) && ((one.end ?? '9') <= ahead || one.step.mark === 'doing'))
        .map(stepLine),
    ),
    section(t('What we ask'), own ? asksOf(own, today) : []),
    section(
      t('Risks'),
      plan
        .all('risk')
        .filter((risk) => risk.impact?.level === 'high' || risk.likelihood?.level === 'high')
        .map((risk) => `- ${markdownText([titleOf(risk), risk.response?.text.text].filter(Boolean).join(': '))}`),
    ),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** The health of the plan, and what it rests on. */
function verdict(plan: Plan): string {
  const { health, verdict, work } = judgement(plan)
  return [`**${markdownText(healthWord(health))}**`, markdownText(verdictText(verdict)), `${markdownText(tasksDoneText(work))}.`].join(' ')
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${markdownText(heading)}\n\n${lines.join('\n')}`
}

function titleOf(element: PlanElement): string {
  return element.title?.text || element.name
}

function daysBetweenContacts(own: StakeholderCoverage | undefined): number {
  const interval = own?.contactInterval
  return interval === undefined || interval === 'unknown' ? usualDays : Math.max(1, Math.round(toNumber(interval)))
}

/** The goals that serve a stakeholder, and those whose numbers they are shown; all of them for somebody whom none concerns. */
function goalsFor(plan: Plan, own: StakeholderCoverage | undefined): readonly GoalFacts[] {
  const all = everyGoal(plan).filter((facts) => !facts.isDropped)
  const served = new Set(own?.goals.map(({ element }) => element.name))
  const shown = new Set(
    [...(own?.communications ?? []), ...(own?.reports ?? [])].flatMap(({ element }) => element.shows.map(({ name }) => name)),
  )
  const concerns = ({ goal }: GoalFacts) => served.has(goal.name) || goal.aims.some(({ number }) => shown.has(number.name))
  return all.some(concerns) ? all.filter(concerns) : all
}

/** The names of the tasks that concern a stakeholder; undefined for all. */
function tasksFor(goals: readonly GoalFacts[], own: StakeholderCoverage | undefined): ReadonlySet<string> | undefined {
  if (!own || own.goals.length === 0) return undefined
  const tasks: readonly Task[] = [
    ...goals.flatMap((facts) => facts.tasks),
    ...[...own.affectedBy, ...own.takesPartIn].map(({ element }) => element),
  ]
  return new Set(tasks.map((task) => task.name))
}

function goalTable(plan: Plan, goals: readonly GoalFacts[]): string {
  const head = [t('Goal'), t('Number'), t('From'), t('Last value'), t('Target'), t('Standing'), t('Health'), t('Tasks')]
  const rows = goals.flatMap((facts) => {
    const judged = judgedGoalByName(plan).get(facts.goal.name)
    if (!judged) return []
    const work = tasksDoneText({ all: judged.tasksAll, done: judged.tasksDone })
    const cells =
      judged.targets.length === 0
        ? [['–', '–', '–', '–', standingOfGoal(judged), healthWord(judged.health)]]
        : judged.targets.map((target) => targetCells(plan, target))
    return cells.map((own) => [titleOf(facts.goal), ...own, work].map(markdownText))
  })
  return markdownTable(head, rows)
}

function targetCells(plan: Plan, judged: TargetJudgement): string[] {
  const { aim, number, target, unit } = judged.aim
  const latest = number && latestActual(plan, number.name, plan.statusDate.date)
  const written = aim.target && [aim.target.bound, aim.target.value.text].filter(Boolean).join(' ')
  return [
    number ? titleOf(number) : aim.number.name,
    aim.baseline?.value.text ?? '–',
    latest ? `${latest.value.text} (${latest.period.text})` : '–',
    written ?? (target !== undefined && unit ? formatMeasurement(target, unit) : '–'),
    standingOfTarget(judged),
    healthWord(judged.health),
  ]
}

function isDecision({ step }: AgendaStep): boolean {
  return step.kind === 'decision'
}

/** True for a decision that one of these tasks waits for. */
function isWaitedForBy(plan: Plan, tasks: ReadonlySet<string>, step: Step): boolean {
  return (
    step.kind === 'decision' && plan.all('task').some((task) => tasks.has(task.name) && plan.findAll(task.after, 'decision').includes(step))
  )
}

function needsAttention({ daysLate, isBlocked }: AgendaStep): boolean {
  return daysLate > 0 || isBlocked
}

function stepLine(one: AgendaStep): string {
  const { step, end, people, progress } = one
  const remarks = [people.map(titleOf).join(', '), percent(progress), ...remarksOf({ ...one, isCritical: false, waitsFor: [] })].filter(
    Boolean,
  )
  return `- ${markdownText(`${end ?? t('no date')} ${titleOf(step)}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`)}`
}

function doneSince(plan: Plan, tasks: ReadonlySet<string> | undefined, since: string): string[] {
  return plan.elements
    .filter(isStep)
    .filter((step) => step.mark === 'done' && (step.done?.date ?? '') >= since && (tasks === undefined || tasks.has(step.name)))
    .map((step) => ({ date: step.done?.date ?? '', title: doneText(step) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, title }) => `- ${markdownText(`${date} ${title}`)}`)
}

/** A decision is told with its answer. */
function doneText(step: Step): string {
  const decided = step.kind === 'decision' ? step.decided?.text.text : undefined
  return decided === undefined ? titleOf(step) : t('{title} “{decided}”', { title: titleOf(step), decided })
}

function asksOf({ communications }: StakeholderCoverage, today: string): string[] {
  return communications.flatMap(({ element }) =>
    element.asks
      .filter((ask) => ask.until === undefined || ask.until.date >= today)
      .map((ask) => {
        const until = ask.until ? t(' until {date}', { date: ask.until.date }) : ''
        return `- ${markdownText(`${ask.text.text}${until}`)}${ask.at ? `: ${linked(ask.at.text)}` : ''}`
      }),
  )
}

function linked(address: string): string {
  return /^https?:\/\/[\w./~%?&=+#-]+$/.test(address) ? `<${address}>` : markdownText(address)
}
