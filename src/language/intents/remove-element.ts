import { t } from '@vscode/l10n'
import type { GivenClause, PlanElement } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import type { TextEdit } from '../edits/text-edit.js'
import { documentationBefore } from '../parse/documentation.js'
import { kindWord } from '../table/references.js'
import { type Draft, type IntentContext, noDraft, type Refused, type RemoveIntent } from './intent.js'
import { namesRemoved } from './names-removed.js'
import { covers, targetOf } from './target.js'

/** A clause of another element that names one, or an element that is about nothing else. */
export interface Reference {
  readonly element: PlanElement
  readonly clause: string
}

/** All that names an element or what stands in it, from outside of it. */
export function referencesTo(element: PlanElement, { plan }: IntentContext): readonly Reference[] {
  const gone = namesIn(element, plan.elements)
  return plan.refs
    .filter(({ ref, element: from }) => gone.has(ref.name) && !covers(element.extent, ref.place) && !covers(element.extent, from.extent))
    .map(({ element: from, clause }) => ({ element: from, clause }))
}

/** What removing an element and every reference to it does to the text. */
export function removeDraft({ element: key }: RemoveIntent, context: IntentContext): Draft | Refused {
  const { plan } = context
  const target = targetOf(plan, key)
  if (!target) return { refused: t('`{name}` is not in the plan any more.', { name: key.name }) }
  const { element, part } = target
  if (element.kind === 'strategy') return { refused: t('A plan cannot be without its strategy.') }
  if (part) return { ...noDraft, edits: [elementRemoval(part.place, context)] }
  const gone = namesIn(element, plan.elements)
  const outside = plan.refs.filter(({ ref }) => gone.has(ref.name) && !covers(element.extent, ref.place))
  const formula = outside.find(({ clause }) => clause === '=')
  if (formula)
    return {
      refused: t('`{name}` is part of the formula of `{metric}`. Change the formula first.', {
        name: element.name,
        metric: formula.element.name,
      }),
    }
  const values = outside.filter((use) => use.element.kind === 'actuals').map((use) => use.element)
  const edits: TextEdit[] = [
    elementRemoval(ownExtent(element, context), context),
    ...values.map((one) => elementRemoval(one.extent, context)),
  ]
  const done = new Set<GivenClause>()
  for (const { ref, element: from } of outside) {
    if (values.includes(from)) continue
    const clause = from.clauses.find((one) => covers(one.place, ref.place))
    if (!clause) {
      const values = { name: element.name, kind: kindWord(from.kind), by: from.name }
      return { refused: t('`{name}` is needed by the {kind} `{by}`. Remove that first.', values) }
    }
    if (done.has(clause)) continue
    done.add(clause)
    const names = plan.refs.filter((use) => use.element === from && covers(clause.place, use.ref.place))
    const lost = new Set(names.filter((use) => gone.has(use.ref.name)).map((use) => use.ref.place))
    const source = context.text(clause.place.file) ?? ''
    const naming = { kind: from.kind, keyword: clause.keyword, place: clause.place, names: names.map((use) => use.ref.place) }
    edits.push(...namesRemoved(source, naming, (place) => lost.has(place)))
  }
  const removed = [element, ...values].flatMap((one) => [
    one,
    ...plan.elements.filter((inner) => inner !== one && covers(one.extent, inner.extent)),
  ])
  return { ...noDraft, edits, removed, loosened: outside.map((use) => use.element) }
}

function namesIn(element: PlanElement, elements: readonly PlanElement[]): ReadonlySet<string> {
  return new Set(elements.filter((one) => covers(element.extent, one.extent) && one.name !== '').map(({ name }) => name))
}

/** Without clauses that stand behind it and belong to what it stands in, as the `returns` of a budget behind its last line. */
export function ownExtent({ extent, place, title, clauses }: PlanElement, { text }: IntentContext): Place {
  if (text(extent.file)?.[extent.end - 1] === '}') return extent
  const ends = [place, title?.place, ...clauses.map((one) => one.place)].map((one) => (one && covers(extent, one) ? one.end : 0))
  return { file: extent.file, start: extent.start, end: Math.max(...ends) }
}

/** An element with its documentation and the rest of its lines. */
export function elementRemoval(extent: Place, { text }: IntentContext): TextEdit {
  const source = text(extent.file) ?? ''
  const start = documentationBefore(source, extent.start)?.start ?? extent.start
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', extent.end)
  const lineEnd = newline < 0 ? source.length : newline
  const isAlone = source.slice(lineStart, start).trim() === '' && /^\s*(?:\/\/.*)?$/.test(source.slice(extent.end, lineEnd))
  if (!isAlone) return { file: extent.file, start, end: extent.end, text: '' }
  return { file: extent.file, start: lineStart, end: Math.min(lineEnd + 1, source.length), text: '' }
}
