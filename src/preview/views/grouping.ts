import { t } from '@vscode/l10n'
import type { PlanView, StepView } from '../model.js'
import { capitalised, dayMonth, priorityWord, spaced } from '../parts/words.js'
import type { ViewState } from '../view-state.js'

export interface StepGroup {
  readonly key: string
  readonly title: string
  readonly steps: readonly StepView[]
}

export type Grouping = ViewState['checklistGroup']

/** The steps by what they have in common, in the order of the plan; what fits nowhere comes last. */
export function grouped(plan: PlanView, steps: readonly StepView[], by: Grouping): readonly StepGroup[] {
  const titles = titlesOf(plan, by)
  const groups = new Map<string, StepView[]>([...titles.keys()].map((key) => [key, []]))
  const loose: StepView[] = []
  for (const step of steps) {
    const keys = keysOf(plan, step, by)
    if (keys.length === 0) loose.push(step)
    for (const key of keys) {
      const known = groups.get(key)
      if (known) known.push(step)
      else groups.set(key, [step])
    }
  }
  const filled = [...groups].filter(([, own]) => own.length > 0)
  const order = orders[by]
  if (order) filled.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const named = filled.map(([key, own]) => ({ key, title: titles.get(key) ?? capitalised(spaced(key)), steps: own }))
  return loose.length > 0 ? [...named, { key: '', title: looseTitle(by, named.length === 0), steps: loose }] : named
}

const orders: Partial<Record<Grouping, readonly string[]>> = {
  due: ['late', 'week', 'fortnight', 'later', 'done'],
  priority: ['high', 'medium', 'low'],
}

function titlesOf(plan: PlanView, by: Grouping): ReadonlyMap<string, string> {
  switch (by) {
    case 'phase':
      return new Map(plan.phases.map((one) => [one.name, one.title]))
    case 'goal':
      return new Map(plan.goals.map((one) => [one.name, one.title]))
    case 'person':
      return new Map(plan.people.map((one) => [one.name, one.title]))
    case 'category':
      return new Map()
    case 'priority':
      return new Map((['high', 'medium', 'low'] as const).map((one) => [one, priorityWord(one)]))
    case 'due':
      return new Map([
        ['late', t('Late')],
        ['week', t('Within a week')],
        ['fortnight', t('Within two weeks')],
        ['later', t('Later')],
        ['done', t('Done')],
      ])
  }
}

function keysOf(plan: PlanView, step: StepView, by: Grouping): readonly string[] {
  switch (by) {
    case 'phase':
      return step.phase === undefined ? [] : [step.phase]
    case 'goal':
      return step.goals
    case 'person': {
      const known = new Set(plan.people.map((person) => person.name))
      const working = step.assignees.filter((one) => known.has(one.name)).map((one) => one.name)
      return working.length > 0 ? working : step.owner && known.has(step.owner.name) ? [step.owner.name] : []
    }
    case 'category':
      return step.category === undefined ? [] : [step.category]
    case 'priority':
      return step.priority === undefined ? [] : [step.priority]
    case 'due':
      return dueKey(step)
  }
}

function dueKey({ mark, isLate, daysLeft }: StepView): readonly string[] {
  if (mark === 'done' || mark === 'cancelled') return ['done']
  if (daysLeft === undefined) return []
  if (isLate) return ['late']
  return [daysLeft <= 7 ? 'week' : daysLeft <= 14 ? 'fortnight' : 'later']
}

function looseTitle(by: Grouping, isOnly: boolean): string {
  if (isOnly) return t('All tasks')
  return {
    phase: t('In no phase'),
    goal: t('For no goal'),
    person: t('Nobody assigned'),
    category: t('No category'),
    priority: t('No priority'),
    due: t('No date'),
  }[by]
}

/** The steps that the chosen filters leave. */
export function filtered(steps: readonly StepView[], { tasks, person }: Pick<ViewState, 'tasks' | 'person'>): readonly StepView[] {
  return steps.filter((step) => {
    if (person !== null && step.owner?.name !== person && !step.assignees.some((one) => one.name === person)) return false
    if (tasks === 'late') return step.isLate
    if (tasks === 'blocked') return step.mark === 'blocked'
    if (tasks === 'open') return step.mark !== 'done' && step.mark !== 'cancelled'
    return true
  })
}

/** `4 Jan – 22 Jan`, or what is known of it; what was done before it should have begun has a last day alone. */
export function stepDates({ start, end, kind }: StepView): string {
  if (end === undefined) return start === undefined ? '' : t('from {date}', { date: dayMonth(start) })
  if (start === undefined || kind !== 'task' || start >= end) return dayMonth(end)
  return `${dayMonth(start)} – ${dayMonth(end)}`
}
