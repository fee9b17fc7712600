import { t } from '@vscode/l10n'
import type { Decision, Mark } from '../plan/elements/elements.js'
import type { Plan } from '../plan/model/plan.js'
import { multiply, round } from '../plan/quantity/exact.js'
import type { Exact } from '../plan/quantity/quantity.js'
import type { AgendaStep } from '../plan/schedule/agenda.js'
import { jsonText } from './json-text.js'
import type { Position } from './lines.js'
import { displayWidth, plainText } from './plain-text.js'

/** The open steps of a plan that are wanted. */
export interface TaskList {
  readonly plan: Plan
  /** The plan's file, as the reader knows it. */
  readonly file: string
  readonly steps: readonly AgendaStep[]
  readonly locate: (step: AgendaStep) => { readonly file: string; readonly start: Position }
}

const signs: Readonly<Record<Mark, string>> = { todo: '[ ]', doing: '[~]', done: '[x]', blocked: '[!]', cancelled: '[-]' }

/** One line a step: mark, end, name, who, progress, title, and what is wrong with it. */
export function taskListText(lists: readonly TaskList[]): string {
  const blocks = lists.map(({ plan, file, steps }) => {
    const head = `${plainText(plan.strategy?.title?.text ?? plan.strategy?.name ?? file)} (${plainText(file)}, ${plan.statusDate.date})`
    return [head, ...(steps.length === 0 ? [`  ${t('Nothing.')}`] : inColumns(steps.map(rowOf)))].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

function rowOf(one: AgendaStep): string[] {
  const { step, end, people, progress } = one
  const remarks = remarksOf(one)
  return [
    step.kind === 'decision' ? '[?]' : signs[step.mark],
    end ?? t('no date'),
    step.name,
    people.map((person) => person.name).join(', ') || '–',
    percent(progress),
    plainText(step.title?.text ?? '') + (remarks.length > 0 ? ` (${remarks.join('; ')})` : ''),
  ]
}

/** What is wrong with a step, as short remarks. */
export function remarksOf({ step, daysLate, isBlocked, isCritical, waitsFor }: AgendaStep): string[] {
  const reason = step.kind === 'task' ? step.blocked?.because?.text : undefined
  return [
    ...(step.kind === 'decision' ? [decisionRemark(step)] : []),
    ...(daysLate === 1 ? [t('1 working day late')] : daysLate > 1 ? [t('{days} working days late', { days: daysLate })] : []),
    ...(isBlocked ? [reason === undefined ? t('blocked') : t('blocked: {reason}', { reason: plainText(reason) })] : []),
    ...(waitsFor.length > 0 ? [t('waits for {names}', { names: waitsFor.join(', ') })] : []),
    ...(isCritical ? [t('critical')] : []),
    ...(step.kind === 'task' && step.priority ? [t('priority {level}', { level: step.priority.level })] : []),
  ]
}

function decisionRemark({ options }: Decision): string {
  if (options.length === 0) return t('to be decided')
  return t('to be decided: {options}', { options: options.map(({ text }) => plainText(text)).join(t(' or ')) })
}

/** A share as `70%`, empty when unknown. */
export function percent(share: Exact | undefined): string {
  return share === undefined ? '' : `${round(multiply(share, '100'), 0)}%`
}

function inColumns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  return rows.map((row) => `  ${row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell))).join('  ')}`.trimEnd())
}

/** The open steps as data. */
export function taskListJson(lists: readonly TaskList[]): string {
  return jsonText({
    version: 1,
    plans: lists.map(({ plan, file, steps, locate }) => ({
      file,
      name: plan.strategy?.name ?? '',
      statusDate: plan.statusDate,
      tasks: steps.map((one) => ({
        name: one.step.name,
        kind: one.step.kind,
        title: one.step.title?.text ?? null,
        ...(one.step.kind === 'decision' && { options: one.step.options.map(({ text }) => text) }),
        mark: one.step.mark,
        start: one.start ?? null,
        end: one.end ?? null,
        people: one.people.map((person) => person.name),
        accountable: one.accountable?.name ?? null,
        goals: plan.findAll(one.step.for, 'goal').map((goal) => goal.name),
        progress: one.progress ?? null,
        workingDaysLate: one.daysLate,
        blocked: one.isBlocked,
        because: (one.step.kind === 'task' && one.step.blocked?.because?.text) || null,
        critical: one.isCritical,
        priority: (one.step.kind === 'task' && one.step.priority?.level) || null,
        waitsFor: one.waitsFor,
        at: { file: locate(one).file, line: locate(one).start.line },
      })),
    })),
  })
}
