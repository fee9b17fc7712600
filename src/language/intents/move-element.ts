import { t } from '@vscode/l10n'
import { editsOfChange } from '../edits/text-edits.js'
import { kindWord } from '../table/references.js'
import { holds, insideOf } from '../table/vocabulary.js'
import { appended, nested } from './append-element.js'
import { type Draft, type IntentContext, type MoveIntent, noDraft, type Refused } from './intent.js'
import { elementRemoval, ownExtent } from './remove-element.js'
import { covers, targetOf } from './target.js'

/** What moving an element, with its documentation and the comment behind it, does to the text. */
export function moveDraft({ element: key, after, into }: MoveIntent, context: IntentContext): Draft | Refused {
  const { plan } = context
  const target = targetOf(plan, key)
  if (!target || target.part) return { refused: t('`{name}` is not in the plan any more.', { name: key.name }) }
  const { element } = target
  const cut = elementRemoval(ownExtent(element, context), context)
  const source = context.text(cut.file) ?? ''
  const text = withoutIndentation(source.slice(cut.start, cut.end).replace(/\s+$/, ''))
  const destination = after ?? into ?? undefined
  const other = destination === undefined ? undefined : plan.byName(destination)
  if (destination !== undefined && !other) return { refused: t('`{name}` is not in the plan any more.', { name: destination }) }
  if (other && covers(element.extent, other.extent)) return { refused: t('`{name}` cannot be moved into itself.', { name: element.name }) }
  if (!other && insideOf(element.kind) !== undefined)
    return {
      refused: t('A {kind} stands in a {outer}: say in which.', {
        kind: kindWord(element.kind),
        outer: kindWord(insideOf(element.kind) ?? element.kind),
      }),
    }
  if (into && other && !holds(other.kind, element.kind))
    return { refused: t('A {outer} holds no {kind}.', { outer: kindWord(other.kind), kind: kindWord(element.kind) }) }
  const added = !other
    ? appended(element.kind, text, plan.strategy, context)
    : after !== undefined
      ? editsOfChange({ type: 'insert-element', after: other.extent, text }, { text: context.text, plan })
      : nested(element.kind, text, other, context)
  return { ...noDraft, edits: [cut, ...added] }
}

/** The lines as they would stand at the edge. */
function withoutIndentation(text: string): string {
  const indentation = /^[ \t]*/.exec(text)?.[0] ?? ''
  if (indentation === '') return text
  return text
    .split('\n')
    .map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line))
    .join('\n')
}
