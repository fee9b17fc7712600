import { t } from '@vscode/l10n'
import { isStep, type Mark, type Step } from '../../plan/elements/elements.js'
import { isDate } from '../../plan/quantity/days.js'
import { suggestions } from '../../plan/text/distance.js'
import type { Place } from '../../plan/text/place.js'
import { didYouMean } from '../../rules/wording/wording.js'
import { blockedEdits, itemMarkEdits, markEdits, markRefusal, progressEdits } from '../edits/task-edits.js'
import type { TextEdit } from '../edits/text-edit.js'
import { type EditContext, editsOfChange } from '../edits/text-edits.js'
import { clauseOf, isKind, vocabulary } from '../table/vocabulary.js'
import { actualDraft } from './actual-value.js'
import { clauseText, quoted } from './clause-text.js'
import { type ChangedClauses, type Draft, type EditIntent, type IntentContext, noDraft, type Refused } from './intent.js'
import { type Target, targetOf } from './target.js'
import { inserted, overwritten, withItsWord } from './write-clause.js'

/** What setting or removing a clause does to the text. */
export function editDraft(intent: EditIntent, context: IntentContext): Draft | Refused {
  const target = targetOf(context.plan, intent.element)
  if (!target) return { refused: t('`{name}` is not in the plan any more.', { name: intent.element.name }) }
  const source = context.text(target.extent.file)
  if (source === undefined) return { refused: t('The file of `{name}` is not there any more.', { name: intent.element.name }) }
  const value = intent.value?.trim()
  const edit = { target, source, at: intent.at, value, context }
  switch (intent.clause) {
    case 'title':
      return titleDraft(edit)
    case 'name':
      return nameDraft(edit)
    case 'mark':
      return markDraft(edit)
    case 'actual':
      return actualDraft(target.element, value, context)
    default:
      return stepDraft(edit, intent.clause) ?? clauseDraft(edit, intent.clause)
  }
}

interface Edit {
  readonly target: Target
  readonly source: string
  readonly at: number | undefined
  /** Undefined where the clause goes. */
  readonly value: string | undefined
  readonly context: IntentContext
}

function titleDraft({ target, value }: Edit): Draft | Refused {
  if (value === undefined || value === '' || value === '""') return { refused: t('A title cannot be empty.') }
  const text = value.startsWith('"') ? value : quoted(value)
  const { title, element, extent } = target
  if (title) return { ...noDraft, edits: [{ ...plain(title), text }] }
  if (element.name === '') return { refused: t('This has no title.') }
  return { ...noDraft, edits: [{ file: extent.file, start: element.place.end, end: element.place.end, text: ` ${text}` }] }
}

const namePattern = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

function nameDraft({ target, value, context }: Edit): Draft | Refused {
  const { element, part } = target
  if (part || element.name === '') return { refused: t('This has no name.') }
  if (value === undefined || !namePattern.test(value) || isKind(value))
    return {
      refused: t('`{name}` cannot be a name. Names are letters, digits and `_`, and begin with no digit.', { name: value ?? '' }),
    }
  if (value !== element.name && context.plan.byName(value))
    return { refused: t('`{name}` is taken already, and names are unique in a plan.', { name: value }) }
  const edits = editsOfChange({ type: 'rename', from: element.place, name: element.name, to: value }, editContext(context))
  const referring = context.plan.refs.filter(({ ref }) => ref.name === element.name).map((one) => one.element)
  return { ...noDraft, edits, loosened: [element, ...referring] }
}

const marks: ReadonlySet<string> = new Set<Mark>(['todo', 'doing', 'done', 'blocked', 'cancelled'])

function isMark(word: string): word is Mark {
  return marks.has(word)
}

function markDraft({ target, value, context }: Edit): Draft | Refused {
  const { element, part } = target
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(value ?? '') ?? []
  if (!isMark(word))
    return { refused: t('`{value}` is no state. There are todo, doing, done, blocked and cancelled.', { value: value ?? '' }) }
  if (part) return 'markPlace' in part ? { ...noDraft, edits: itemMarkEdits(part, word, editContext(context)) } : noState(target)
  if (!isStep(element)) return noState(target)
  if (word === 'blocked' && rest !== '') return ofStep(element, (own) => blockedOf(own, rest, context))
  const on = rest === '' ? context.today : rest
  if (!isDate(on)) return { refused: t('`{date}` is no date. Write it as 2027-03-31.', { date: on }) }
  const refusal = markRefusal(element, word, on)
  return refusal === undefined ? ofStep(element, (own) => markEdits(own, word, on, editContext(context))) : { refused: refusal }
}

function noState({ element }: Target): Refused {
  return { refused: t('`{name}` is no task.', { name: element.name }) }
}

/** Clauses of a step that change its mark as well. */
function stepDraft({ target, value, context }: Edit, clause: string): Draft | Refused | undefined {
  const { element, part } = target
  if (part || !isStep(element)) return undefined
  if (clause === 'done' && element.kind !== 'decision')
    return markDraft({ target, source: '', at: undefined, value: value === undefined ? 'todo' : `done ${value}`, context })
  if (element.kind !== 'task') return undefined
  if (clause === 'blocked') return ofStep(element, (own) => blockedOf(own, value, context))
  if (clause !== 'progress' || value === undefined) return undefined
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(value)?.[1]
  if (percent === undefined || Number(percent) > 100)
    return { refused: t('A progress is a share from 0% to 100%, and `{share}` is none.', { share: value }) }
  return ofStep(element, () => progressEdits(element, percent, context.today, editContext(context)))
}

function blockedOf(step: Step, reason: string | undefined, context: IntentContext): readonly TextEdit[] {
  if (step.kind !== 'task') return markEdits(step, 'blocked', context.today, editContext(context))
  const because = reason?.replace(/^because\s+/, '')
  return blockedEdits(step, because === undefined ? undefined : unquoted(because), context.today, editContext(context))
}

function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text
}

function ofStep(step: Step, edits: (step: Step) => readonly TextEdit[]): Draft {
  return { ...noDraft, edits: edits(step), loosened: [step] }
}

function clauseDraft({ target, source, at, value, context }: Edit, keyword: string): Draft | Refused {
  const entry = clauseOf(target.kind, keyword)
  if (!entry) {
    const known = ['title', ...vocabulary[target.kind].clauses.map((one) => one.keyword)]
    return {
      refused: `${t('A {kind} has no `{clause}`.', { kind: target.kind, clause: keyword })}${didYouMean(suggestions(keyword, known))}`,
    }
  }
  const all = target.clauses.filter((one) => one.keyword === keyword).map(({ place }) => withItsWord(source, place, keyword))
  const old = at === undefined ? (entry.isMany && value !== undefined ? undefined : all[0]) : all[at]
  if (at !== undefined && !old) return { refused: t('There is no such `{clause}` any more.', { clause: keyword }) }
  if (value === undefined) {
    if (!old) return noDraft
    return {
      ...noDraft,
      edits: editsOfChange({ type: 'remove', place: old }, editContext(context)),
      clauses: [changed(target, [], [keyword])],
    }
  }
  const text = clauseText(entry, value)
  if (text.trim() === '') return { refused: t('`{clause}` needs a value, such as `{usage}`.', { clause: keyword, usage: entry.usage }) }
  if (old) return { ...noDraft, edits: [overwritten(source, old, text)], clauses: [changed(target, [keyword], [keyword])] }
  return { ...noDraft, edits: [inserted(source, target, keyword, text)], clauses: [changed(target, [keyword], [])] }
}

function changed({ element, part }: Target, come: readonly string[], go: readonly string[]): ChangedClauses {
  return part ? { element, come: [], go: [] } : { element, come, go }
}

function editContext({ text, plan }: IntentContext): EditContext {
  return { text, plan }
}

/** A place with nothing but where it is. */
function plain({ file, start, end }: Place): Place {
  return { file, start, end }
}
