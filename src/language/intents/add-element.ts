import { t } from '@vscode/l10n'
import { type ElementKind, stepKinds } from '../../plan/elements/elements.js'
import { nameFrom } from '../../plan/text/name-from.js'
import { editsOfChange } from '../edits/text-edits.js'
import { isNameless, kindWord } from '../table/references.js'
import { clauseKeywords, clauseOf, holds, insideOf, isKind } from '../table/vocabulary.js'
import { appended, nested } from './append-element.js'
import { clauseText, quoted } from './clause-text.js'
import { type AddIntent, type Draft, type IntentContext, isRefused, noDraft, type Refused } from './intent.js'

const marked: ReadonlySet<ElementKind> = new Set([...stepKinds, 'item'])

/** What adding an element does to the text: the smallest one that says what was given. */
export function addDraft(intent: AddIntent, context: IntentContext): Draft | Refused {
  const { kind, title, into, after } = intent
  const { plan } = context
  if (title.trim() === '') return { refused: t('A title cannot be empty.') }
  const text = elementText(intent, context)
  if (isRefused(text)) return text
  const added = kind === 'item' || kind === 'score' ? [] : [kind]
  const inside = insideOf(kind)
  const outer = into === undefined ? undefined : plan.byName(into)
  if (into !== undefined && !outer) return { refused: t('`{name}` is not in the plan any more.', { name: into }) }
  if (outer && !holds(outer.kind, kind))
    return { refused: t('A {outer} holds no {kind}.', { outer: kindWord(outer.kind), kind: kindWord(kind) }) }
  if (inside !== undefined && !outer)
    return { refused: t('A {kind} stands in a {outer}: say in which.', { kind: kindWord(kind), outer: kindWord(inside) }) }
  const neighbour = after === undefined ? undefined : plan.byName(after)
  if (neighbour?.kind === kind)
    return {
      ...noDraft,
      edits: editsOfChange({ type: 'insert-element', after: neighbour.extent, text: text.text }, { text: context.text, plan }),
      added,
    }
  const edits = outer ? nested(kind, text.text, outer, context) : appended(kind, text.text, plan.strategy, context)
  return { ...noDraft, edits, added }
}

function elementText({ kind, title, name, clauses = [] }: AddIntent, context: IntentContext): { readonly text: string } | Refused {
  const words: string[] = []
  for (const { clause, value = '' } of clauses) {
    const entry = clauseOf(kind, clause)
    if (!entry) return { refused: t('A {kind} has no `{clause}`.', { kind: kindWord(kind), clause }) }
    words.push(clauseText(entry, value))
  }
  const mark = marked.has(kind) ? '[ ] ' : ''
  const keyword = kind === 'item' ? '' : `${kind} `
  const own = isNameless(kind) ? '' : `${freeName(name ?? title, kind, context)} `
  return { text: [`${mark}${keyword}${own}${quoted(title)}`, ...words].join(' ') }
}

/** A name that nothing in the plan has, and that is no word of the language. */
function freeName(from: string, kind: ElementKind, { plan }: IntentContext): string {
  const base = shortened(nameFrom(from, kind))
  const taken = (name: string) => plan.byName(name) !== undefined || isKind(name) || clauseKeywords.includes(name)
  if (!taken(base)) return base
  for (let number = 2; ; number++) if (!taken(`${base}_${number}`)) return `${base}_${number}`
}

const longestName = 40

/** Cut between words where it is long. */
function shortened(name: string): string {
  return name.length <= longestName
    ? name
    : name
        .slice(0, longestName + 1)
        .replace(/_[^_]*$/, '')
        .slice(0, longestName)
}
