import { t } from '@vscode/l10n'
import type { ChecklistItem, Decision, Mark, Milestone, Phase, RelativeDate, Step, Task } from '../../plan/elements/elements.js'
import { add, exact, multiply } from '../../plan/quantity/exact.js'
import { toBase } from '../../plan/quantity/units.js'
import { aspect } from '../taxonomy.js'
import { approvalFacts, ownerFact } from './common.js'
import {
  amountFact,
  dateFact,
  type Fact,
  fact,
  flagFact,
  levelFact,
  nameFacts,
  spanFact,
  spanRank,
  textFact,
  textFacts,
  valueKey,
  valueText,
  wordFact,
  wordFacts,
} from './fact.js'

const dates = aspect('step/dates', 'schedule', () => t('the date'), {
  added: 'S',
  dropped: 'R',
  up: 'R',
  down: 'N',
  changed: 'N',
  scale: 'time',
  brief: true,
})
const relativeDate = aspect('step/relative-date', 'schedule', () => t('what the date counts from'), {
  added: 'N',
  dropped: 'N',
  changed: 'R',
  followsElements: true,
})
const status = aspect('step/status', 'schedule', () => t('the status'), { up: 'N', down: 'R', changed: 'N', scale: 'state' })
const serves = aspect('step/serves', 'goals', () => t('the goal served'), { added: 'N', dropped: 'R', changed: 'R', followsElements: true })
const after = aspect('step/after', 'schedule', () => t('what it waits for'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const phase = aspect('step/phase', 'schedule', () => t('the phase'), { added: 'N', dropped: 'N', changed: 'N' })
const assigned = aspect('task/assigned', 'people', () => t('who does it'), { added: 'N', dropped: 'R', changed: 'R' })
const hours = aspect('task/hours', 'people', () => t('the working time'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
  within: assigned,
})
const effort = aspect('task/effort', 'schedule', () => t('the effort'), {
  added: 'N',
  dropped: 'R',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'amount',
})
const length = aspect('task/length', 'schedule', () => t('the length'), {
  added: 'N',
  dropped: 'R',
  up: 'R',
  down: 'N',
  changed: 'N',
  scale: 'length',
})
const peopleNeeded = aspect('task/people-needed', 'people', () => t('the number of people needed'), {
  added: 'N',
  dropped: 'N',
  up: 'N',
  down: 'N',
  scale: 'amount',
})
const skill = aspect('task/skill', 'people', () => t('the skill required'), { added: 'N', dropped: 'R', changed: 'R' })
const consults = aspect('task/consults', 'communication', () => t('who is consulted'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
})
const informs = aspect('task/informs', 'communication', () => t('who is informed'), {
  added: 'S',
  dropped: 'W',
  changed: 'W',
  followsElements: true,
})
const affects = aspect('task/affects', 'people', () => t('who is affected'), {
  added: 'N',
  dropped: 'R',
  changed: 'R',
  followsElements: true,
})
const expects = aspect('task/expects', 'goals', () => t('the effect expected'), {
  added: 'S',
  dropped: 'R',
  up: 'S',
  down: 'R',
  changed: 'R',
  scale: 'amount',
  followsElements: true,
})
const using = aspect('task/using', 'schedule', () => t('the tool used'), { added: 'N', dropped: 'N', changed: 'N', followsElements: true })
const costs = aspect('task/costs', 'money', () => t('the cost'), {
  added: 'R',
  dropped: 'N',
  up: 'R',
  down: 'N',
  changed: 'R',
  scale: 'amount',
  isPaired: true,
})
const category = aspect('task/category', 'schedule', () => t('the category'), { added: 'N', dropped: 'N', changed: 'N' })
const priority = aspect('task/priority', 'schedule', () => t('the priority'), {
  added: 'N',
  dropped: 'N',
  up: 'N',
  down: 'N',
  scale: 'amount',
})
const blocked = aspect('task/blocked', 'schedule', () => t('what blocks it'), { added: 'R', dropped: 'S', changed: 'N' })
const housekeeping = aspect('task/housekeeping', 'goals', () => t('the mark for work without a goal'), { added: 'R', dropped: 'S' })
const wrapup = aspect('task/wrapup', 'schedule', () => t('the mark for work that looks back'), { added: 'R', dropped: 'S' })
const evaluates = aspect('task/evaluates', 'schedule', () => t('the period evaluated'), {
  added: 'N',
  dropped: 'N',
  up: 'N',
  down: 'N',
  changed: 'N',
  scale: 'time',
})
const item = aspect('task/item', 'schedule', () => t('the step of the checklist'), {
  added: 'N',
  dropped: 'N',
  changed: 'N',
  isPaired: true,
})

const option = aspect('decision/option', 'schedule', () => t('the option'), { added: 'N', dropped: 'N', changed: 'N' })
const subject = aspect('decision/about', 'schedule', () => t('what it is about'), {
  added: 'N',
  dropped: 'N',
  changed: 'N',
  followsElements: true,
})
const decided = aspect('decision/decided', 'schedule', () => t('what was decided'), { added: 'S', dropped: 'R', changed: 'R' })
const decidedOn = aspect('decision/decided-on', 'schedule', () => t('the day of the decision'), {
  added: 'N',
  dropped: 'N',
  up: 'N',
  down: 'N',
  scale: 'time',
  within: decided,
})
const decidedReason = aspect('decision/reason', 'schedule', () => t('the reason of the decision'), {
  added: 'N',
  dropped: 'R',
  changed: 'N',
  within: decided,
})

/** What tasks, milestones, decisions and phases say. */
export const workAspects = [
  dates,
  relativeDate,
  status,
  serves,
  after,
  phase,
  assigned,
  hours,
  effort,
  length,
  peopleNeeded,
  skill,
  consults,
  informs,
  affects,
  expects,
  using,
  costs,
  category,
  priority,
  blocked,
  housekeeping,
  wrapup,
  evaluates,
  item,
  option,
  subject,
  decided,
  decidedOn,
  decidedReason,
]

export function factsOfTask(task: Task): Fact[] {
  return [
    ...stepFacts(task),
    ...datesFact(task.start?.date, task.due?.date),
    ...task.assignments.flatMap(({ actor, hours: own }) => [
      fact(assigned, actor.name, { item: actor.name }),
      ...amountFact(hours, own, actor.name),
    ]),
    ...amountFact(effort, task.effort),
    ...amountFact(length, task.takes),
    ...(task.needsPeople ? [fact(peopleNeeded, String(task.needsPeople.people), { rank: exact(task.needsPeople.people) })] : []),
    ...wordFacts(skill, task.requires),
    ...nameFacts(consults, task.consults),
    ...nameFacts(informs, task.informs),
    ...nameFacts(affects, task.affects),
    ...task.expects.map(({ number, direction: { direction }, by }) =>
      fact(expects, by ? t('{direction} by {value}', { direction, value: valueText(by) }) : direction, {
        item: number.name,
        key: `${direction} ${by ? valueKey(by) : ''}`,
        rank: by && toBase(by),
      }),
    ),
    ...nameFacts(using, task.using),
    ...task.costs.map(({ value, from }) =>
      fact(costs, from ? t('{value} from {line}', { value: valueText(value), line: from.name }) : valueText(value), {
        item: from?.name ?? '',
        rank: toBase(value),
      }),
    ),
    ...wordFact(category, task.category),
    ...levelFact(priority, task.priority?.level),
    ...(task.blocked ? [fact(blocked, task.blocked.because?.text ?? '', { key: `because ${task.blocked.because?.text ?? ''}` })] : []),
    ...flagFact(housekeeping, task.housekeeping),
    ...flagFact(wrapup, task.wrapup),
    ...spanFact(evaluates, task.evaluates),
    ...task.items.map(factOfItem),
  ]
}

export function factsOfMilestone(milestone: Milestone): Fact[] {
  return [...stepFacts(milestone), ...datesFact(undefined, milestone.due?.date)]
}

export function factsOfDecision(decision: Decision): Fact[] {
  const { due, options, about, decided: answer, done } = decision
  return [
    ...stepFacts({ ...decision, for: [] }),
    ...datesFact(undefined, due?.date),
    ...textFacts(option, options),
    ...nameFacts(subject, about),
    ...textFact(decided, answer?.text),
    ...dateFact(decidedOn, done),
    ...textFact(decidedReason, answer?.because),
  ]
}

/** A phase says nothing but what it holds. */
export function factsOfPhase(_phase: Phase): Fact[] {
  return []
}

function stepFacts(step: Step): Fact[] {
  return [
    statusFact(step),
    ...nameFacts(serves, step.for),
    ...nameFacts(after, step.after),
    ...ownerFact(step.owners),
    ...relativeFacts('start', step.startFrom),
    ...relativeFacts('due', step.dueFrom),
    ...approvalFacts(step.approvals),
    ...(step.phase === undefined ? [] : [fact(phase, step.phase)]),
  ]
}

function relativeFacts(clause: 'start' | 'due', relative: RelativeDate | undefined): Fact[] {
  if (!relative) return []
  const { distance, side, anchor } = relative
  const name = typeof anchor === 'string' ? anchor : anchor.name
  const shown = t('{clause} {distance} {side} {name}', { clause, distance: valueText(distance), side, name })
  return [fact(relativeDate, shown, { item: name, key: `${clause} ${valueKey(distance)} ${side}` })]
}

function datesFact(start: string | undefined, due: string | undefined): Fact[] {
  const first = start ?? due
  const last = due ?? start
  if (first === undefined || last === undefined) return []
  const shown = start === undefined ? last : due === undefined ? t('from {date}', { date: first }) : `${first} .. ${last}`
  return [fact(dates, shown, { rank: spanRank(first, last), day: last })]
}

const markRank: Readonly<Record<Mark, number>> = { cancelled: 0, blocked: 1, todo: 2, doing: 3, done: 4 }

/** Mark, progress and day of completion answer one question. That a decision is taken is told by what was decided. */
function statusFact(step: Step): Fact {
  if (step.kind === 'decision' && step.mark === 'done') return statusFact({ ...step, mark: 'todo', done: undefined })
  const progress = step.kind === 'task' && step.mark !== 'done' ? step.progress : undefined
  const words = [markText(step.mark), progress && valueText(progress), step.done && t('on {date}', { date: step.done.date })]
  const rank = add(multiply(exact(markRank[step.mark]), '1000'), progress ? toBase(progress) : '0')
  return fact(status, words.filter(Boolean).join(' '), { rank })
}

function markText(mark: Mark): string {
  switch (mark) {
    case 'todo':
      return t('to do')
    case 'doing':
      return t('in progress')
    case 'done':
      return t('done')
    case 'blocked':
      return t('blocked')
    case 'cancelled':
      return t('cancelled')
  }
}

function factOfItem({ mark, text, actors }: ChecklistItem): Fact {
  const names = actors.map(({ actor }) => `@${actor.name}`).join(' ')
  return fact(item, [text.text, names, `(${markText(mark)})`].filter(Boolean).join(' '), { item: text.text })
}
