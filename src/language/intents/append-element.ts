import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import type { Place } from '../../plan/text/place.js'
import { insertClause } from '../edits/insert-clause.js'
import type { TextEdit } from '../edits/text-edit.js'
import { editsOfChange } from '../edits/text-edits.js'
import { vocabulary } from '../table/vocabulary.js'
import type { IntentContext } from './intent.js'
import { covers, outermost } from './target.js'

const order: ReadonlyMap<ElementKind, number> = new Map(
  (Object.keys(vocabulary) as readonly ElementKind[]).map((kind, index) => [kind, index]), // its keys are kinds
)

/**
 * Puts an element at the top level of a file: behind the last of its kind, else behind the last of the kinds that are usually written in front
 * of it, with a blank line between them. The file is that of the last of its kind, else that of `beside`, else the root file.
 */
export function appended(kind: ElementKind, text: string, beside: PlanElement | undefined, context: IntentContext): TextEdit[] {
  const { plan } = context
  const all = outermost(plan.elements)
  const same = all.filter((one) => one.kind === kind)
  const [inRoot] = same.filter((one) => one.place.file === plan.root)
  const file = (inRoot ?? same.at(-1) ?? beside)?.place.file ?? plan.root
  const top = all.filter((one) => one.place.file === file)
  const sameHere = top.filter((one) => one.kind === kind).at(-1)
  if (sameHere) return editsOfChange({ type: 'insert-element', after: sameHere.extent, text }, { text: context.text, plan })
  const own = order.get(kind) ?? order.size
  const before = top.filter((one) => (order.get(one.kind) ?? 0) < own).at(-1)
  const source = context.text(file) ?? ''
  if (!before)
    return [{ file, start: source.length, end: source.length, text: `${source === '' || source.endsWith('\n') ? '' : '\n'}\n${text}\n` }]
  return editsOfChange({ type: 'insert-element', after: before.extent, text: `${text}\n` }, { text: context.text, plan }).map((edit) => ({
    ...edit,
    text: edit.text.startsWith('\n\n') ? edit.text : `\n${edit.text}`,
  }))
}

/** Puts an element, a checklist item or a score into the braces of another: behind the last of its kind there, else at the end. */
export function nested(kind: ElementKind, text: string, into: PlanElement, context: IntentContext): TextEdit[] {
  const { plan } = context
  const siblings = partsOf(kind, into, plan.elements)
  const last = siblings.reduce<Place | undefined>((found, one) => (found && found.start > one.start ? found : one), undefined)
  if (last) return editsOfChange({ type: 'insert-element', after: last, text }, { text: context.text, plan })
  const source = context.text(into.extent.file) ?? ''
  const end = into.extent.end - 1
  const body = source.slice(into.extent.start, end)
  const isOpen = source[end] === '}' && /\n[ \t]*$/.test(body)
  if (!isOpen) return [insertClause(source, into.extent, text)]
  const lineStart = source.lastIndexOf('\n', end) + 1
  const indentation = source.slice(lineStart, end)
  const lines = text.split('\n').map((line) => `${indentation}  ${line}`)
  return [{ file: into.extent.file, start: lineStart, end: lineStart, text: `${lines.join('\n')}\n` }]
}

/** The places of the parts of a kind that stand directly in an element. */
function partsOf(kind: ElementKind, into: PlanElement, elements: readonly PlanElement[]): readonly Place[] {
  if (kind === 'item') return into.kind === 'task' ? into.items.map(({ place }) => place) : []
  if (kind === 'score') return into.kind === 'scoring' ? into.scores.map(({ place }) => place) : []
  return elements.filter((one) => one !== into && one.kind === kind && covers(into.extent, one.extent)).map(({ extent }) => extent)
}
