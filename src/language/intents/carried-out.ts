import type { TextEdit } from '../edits/text-edit.js'
import { applyEdits } from '../edits/text-edits.js'
import { addDraft } from './add-element.js'
import { otherwiseThanAsked } from './as-asked.js'
import { editDraft } from './edit-element.js'
import { type Draft, type Intent, type IntentContext, isRefused, type Refused } from './intent.js'
import { type ChangedStretch, laidOut, smallestEdits } from './laid-out.js'
import { moveDraft } from './move-element.js'
import { removeDraft } from './remove-element.js'

/** The text edits that intents come to together, and the texts of the files behind them. */
export interface CarriedOut {
  readonly edits: readonly TextEdit[]
  readonly texts: ReadonlyMap<string, string>
}

/** Turns intents into one set of minimal edits, formatted where the text was; refused where one comes to nothing or to something else. */
export function carriedOut(intents: readonly Intent[], context: IntentContext): CarriedOut | Refused {
  const drafts: Draft[] = []
  for (const intent of intents) {
    const draft = draftOf(intent, context)
    if (isRefused(draft)) return draft
    drafts.push(draft)
  }
  const stretches: ChangedStretch[] = []
  for (const [path, edits] of byFile(drafts.flatMap((draft) => draft.edits))) {
    const source = context.text(path)
    const file = context.plan.files.find((one) => one.path === path)
    if (source === undefined || !file) continue
    const changed = laidOut(source, file, edits)
    if (isRefused(changed)) return changed
    stretches.push(...changed)
  }
  const refused = otherwiseThanAsked(stretches, drafts)
  if (refused) return refused
  const edits = stretches.flatMap(smallestEdits)
  const texts = new Map([...byFile(edits)].map(([path, own]) => [path, applyEdits(context.text(path) ?? '', own).text]))
  return { edits, texts }
}

function draftOf(intent: Intent, context: IntentContext): Draft | Refused {
  switch (intent.type) {
    case 'edit':
      return editDraft(intent, context)
    case 'add':
      return addDraft(intent, context)
    case 'remove':
      return removeDraft(intent, context)
    case 'move':
      return moveDraft(intent, context)
  }
}

function byFile(edits: readonly TextEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const found = new Map<string, TextEdit[]>()
  for (const edit of edits) {
    const known = found.get(edit.file)
    if (known) known.push(edit)
    else found.set(edit.file, [edit])
  }
  return found
}
