import { t } from '@vscode/l10n'
import type { ChecklistItem, Mark, Step, Task } from '../../plan/elements/elements.js'
import { compare } from '../../plan/quantity/exact.js'
import type { Exact, PlainDate } from '../../plan/quantity/quantity.js'
import type { Place } from '../../plan/text/place.js'
import type { TextEdit } from './text-edit.js'
import { type EditContext, editsOfChange } from './text-edits.js'

/**
 * Sets the mark of a step. `done` also writes `done DATE`, any other mark removes it; what a mark contradicts, an old `progress` or
 * `blocked`, goes.
 */
export function markEdits(step: Step, mark: Mark, on: PlainDate, context: EditContext): TextEdit[] {
  const contradicted = mark === 'done' ? ['progress', 'blocked'] : mark === 'blocked' ? ['done'] : ['done', 'blocked']
  return [
    ...editsOfChange({ type: 'set-mark', markPlace: step.markPlace, mark }, context),
    ...clauseEdits(step, mark === 'done' ? { keyword: 'done', value: on } : undefined, contradicted, context),
  ]
}

/** Why a step cannot be marked so: a decision is taken by saying what was decided. Undefined where it can. */
export function markRefusal(step: Step, mark: Mark, on: PlainDate): string | undefined {
  if (step.kind !== 'decision' || mark !== 'done') return undefined
  return t('`{name}` is a decision. Write in the plan what was decided: `decided "…" on {date}`.', { name: step.name, date: on })
}

/** Sets the mark of a checklist item. */
export function itemMarkEdits(item: ChecklistItem, mark: Mark, context: EditContext): TextEdit[] {
  return editsOfChange({ type: 'set-mark', markPlace: item.markPlace, mark }, context)
}

/** Writes how many of 100 parts are done, with the mark that goes with it: 0 to do, 100 done, else in progress. */
export function progressEdits(task: Task, percent: Exact, on: PlainDate, context: EditContext): TextEdit[] {
  if (compare(percent, '100') >= 0) return markEdits(task, 'done', on, context)
  const mark = compare(percent, '0') <= 0 ? 'todo' : 'doing'
  return [
    ...editsOfChange({ type: 'set-mark', markPlace: task.markPlace, mark }, context),
    ...clauseEdits(task, { keyword: 'progress', value: `${percent}%` }, ['done', 'blocked'], context),
  ]
}

/** Blocks a task for a reason, as one line of text; without one the task is in progress again. */
export function blockedEdits(task: Task, because: string | undefined, on: PlainDate, context: EditContext): TextEdit[] {
  if (because === undefined) return markEdits(task, 'doing', on, context)
  const reason = because.replace(/[\\"]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ')
  return [
    ...editsOfChange({ type: 'set-mark', markPlace: task.markPlace, mark: 'blocked' }, context),
    ...clauseEdits(task, { keyword: 'blocked', value: `because "${reason}"` }, ['done'], context),
  ]
}

interface NewClause {
  readonly keyword: string
  readonly value: string
}

/** Writes a clause over the one of its word, else over one that goes, else adds it; removes the others that go. */
function clauseEdits(step: Step, written: NewClause | undefined, removed: readonly string[], context: EditContext): TextEdit[] {
  const placeOf = (keyword: string) => step.clauses.find((clause) => clause.keyword === keyword)?.place
  const going = removed.flatMap((keyword) => placeOf(keyword) ?? [])
  if (!written) return going.flatMap((place) => editsOfChange({ type: 'remove', place }, context))
  const over = placeOf(written.keyword) ?? going.shift()
  const edit = over
    ? [{ ...over, text: inColumn(context.text(over.file) ?? '', over, written) }]
    : editsOfChange({ type: 'insert-clause', into: step.extent, text: `${written.keyword} ${written.value}` }, context)
  return [...edit, ...going.flatMap((place: Place) => editsOfChange({ type: 'remove', place }, context))]
}

/** A clause in place of another; where that began its line, the value stands in the same column. */
function inColumn(source: string, old: Place, { keyword, value }: NewClause): string {
  const isFirst = source.slice(source.lastIndexOf('\n', old.start - 1) + 1, old.start).trim() === ''
  const width = isFirst ? (/^\S+[ \t]+/.exec(source.slice(old.start, old.end))?.[0].length ?? 0) : 0
  return `${width > keyword.length ? keyword.padEnd(width) : `${keyword} `}${value}`
}
