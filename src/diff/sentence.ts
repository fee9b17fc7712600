import { t } from '@vscode/l10n'
import type { PlanElement } from '../plan/elements/elements.js'
import type { Change, Subject } from './changes.js'

/** How a printer writes what comes from a plan, so that it stays text. */
export interface Style {
  /** A name of an element or rule. */
  readonly name: (name: string) => string
  readonly title: (title: string) => string
  /** A value, a text or a list as the plan has it. */
  readonly value: (value: string) => string
}

/** One sentence that says what changed, from what to what. */
export function sentenceOf(change: Change, style: Style): string {
  const { aspect, before, after } = change
  if (aspect) return aboutFact(change, style)
  const whom = capital(whomText(change, style))
  if (change.code === 'element/renamed' && before && after) return renamed(change, before, after, style)
  if (before && after)
    return t('{whom} has another title: {old} → {new}.', {
      whom: capital(`${kindNoun(change.kind)} ${style.name(after.name)}`),
      old: style.title(before.title ?? ''),
      new: style.title(after.title ?? ''),
    })
  const brief = change.old ?? change.new
  if (before)
    return brief === undefined ? t('{whom} was dropped.', { whom }) : t('{whom} was dropped: {brief}.', { whom, brief: style.value(brief) })
  return brief === undefined ? t('{whom} is new.', { whom }) : t('{whom} is new: {brief}.', { whom, brief: style.value(brief) })
}

function renamed({ kind }: Change, before: Subject, after: Subject, style: Style): string {
  const noun = capital(kindNoun(kind))
  if (before.title !== after.title)
    return t('{kind} {oldTitle} ({old}) is now {newTitle} ({new}).', {
      kind: noun,
      oldTitle: style.title(before.title ?? ''),
      old: style.name(before.name),
      newTitle: style.title(after.title ?? ''),
      new: style.name(after.name),
    })
  return t('{whom} has another name: {old} → {new}.', {
    whom: after.title ? `${noun} ${style.title(after.title)}` : noun,
    old: style.name(before.name),
    new: style.name(after.name),
  })
}

function aboutFact(change: Change, style: Style): string {
  const { aspect, word, days } = change
  const noun = aspect?.noun() ?? ''
  const whom = capital(whomText(change, style))
  const what = change.item === '' ? noun : t('{noun} for {item}', { noun, item: itemText(change, style) })
  const values = { whom, what, old: style.value(change.old ?? ''), new: style.value(change.new ?? '') }
  if (word === 'dropped') return change.old ? t('{whom}: {what} was dropped: {old}.', values) : t('{whom}: {what} was dropped.', values)
  if (word === 'added') return change.new ? t('{whom}: {what} was added: {new}.', values) : t('{whom}: {what} was added.', values)
  if (!change.old || !change.new) return t('{whom}: {what} was changed.', values)
  switch (word) {
    case 'raised':
      return t('{whom}: {what} was raised from {old} to {new}.', values)
    case 'lowered':
      return t('{whom}: {what} was lowered from {old} to {new}.', values)
    case 'later':
    case 'earlier':
      return moved(values, days)
    case 'longer':
      return t('{whom}: {what} became longer, {old} → {new}.', values)
    case 'shorter':
      return t('{whom}: {what} became shorter, {old} → {new}.', values)
    case 'tightened':
      return t('{whom}: {what} was tightened from {old} to {new}.', values)
    case 'loosened':
      return t('{whom}: {what} was loosened from {old} to {new}.', values)
    case 'more-often':
      return t('{whom}: {what} became more frequent, {old} → {new}.', values)
    case 'less-often':
      return t('{whom}: {what} became less frequent, {old} → {new}.', values)
    default:
      return t('{whom}: {what} went from {old} to {new}.', values)
  }
}

function itemText({ item, itemTitle }: Change, style: Style): string {
  if (itemTitle !== undefined) return titled(item, itemTitle, style)
  return isNameLike(item) ? style.name(item) : style.value(item)
}

/** `“Fewer readers leave” (`fewer_leave`)`. */
export function titled(name: string, title: string, style: Style): string {
  return t('{title} ({name})', { title: style.title(title), name: style.name(name) })
}

function isNameLike(item: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(item)
}

function moved(values: Record<'whom' | 'what' | 'old' | 'new', string>, days: number | undefined): string {
  if (!days) return t('{whom}: {what} moved from {old} to {new}.', values)
  const distance = daysText(days)
  return days > 0
    ? t('{whom}: {what} moved from {old} to {new}, {distance} later.', { ...values, distance })
    : t('{whom}: {what} moved from {old} to {new}, {distance} earlier.', { ...values, distance })
}

/** `1 working day`, `10 working days`; the sign is left to the sentence. */
export function daysText(days: number): string {
  const count = Math.abs(days)
  return count === 1 ? t('1 working day') : t('{count} working days', { count })
}

/** `goal “Fewer readers leave” (`fewer_leave`)`. */
function whomText({ kind, before, after }: Change, style: Style): string {
  const subject = after ?? before
  const noun = kindNoun(kind)
  if (!subject) return noun
  return subject.title === undefined
    ? t('{kind} {name}', { kind: noun, name: style.name(subject.name) })
    : t('{kind} {whom}', { kind: noun, whom: titled(subject.name, subject.title, style) })
}

export function capital(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

function kindNoun(kind: PlanElement['kind']): string {
  return kindNouns()[kind]
}

function kindNouns(): Readonly<Record<PlanElement['kind'], string>> {
  return {
    strategy: t('strategy'),
    objective: t('objective'),
    person: t('person'),
    role: t('role'),
    team: t('team'),
    stakeholder: t('stakeholder'),
    source: t('source'),
    measure: t('measure'),
    metric: t('metric'),
    benchmark: t('benchmark'),
    actuals: t('block of values'),
    goal: t('goal'),
    phase: t('phase'),
    task: t('task'),
    milestone: t('milestone'),
    decision: t('decision'),
    communication: t('communication'),
    sla: t('SLA'),
    report: t('report'),
    channel: t('channel'),
    campaign: t('campaign'),
    segment: t('segment'),
    tool: t('tool'),
    budget: t('budget'),
    problem: t('problem'),
    risk: t('risk'),
    assumption: t('assumption'),
    review: t('review'),
    journey: t('journey'),
    workflow: t('workflow'),
    scoring: t('scoring'),
    line: t('budget line'),
    stage: t('journey stage'),
    send: t('send'),
  }
}
