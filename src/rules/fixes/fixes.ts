import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Place, Sited } from '../../plan/text/place.js'

/** Adds clauses to an element, each on a line of its own where the element has braces. */
export function insertClauses(into: PlanElement, clauses: readonly string[], title?: string): Fix {
  const changes = clauses.map((text) => ({ type: 'insert-clause' as const, into: into.extent, text }))
  return { title: title ?? t('Add `{clause}`', { clause: clauses.join(' ') }), changes, isSafe: false }
}

/** Adds an element behind another one. */
export function insertElement(after: PlanElement, text: string, title: string): Fix {
  return { title, changes: [{ type: 'insert-element', after: after.extent, text }], isSafe: false }
}

/** Puts a text in the place of another. */
export function replaceBy(at: Sited, text: string, title?: string): Fix {
  return { title: title ?? t('Write `{text}`', { text }), changes: [{ type: 'replace', place: at.place, text }], isSafe: false }
}

/** Adds text directly behind a place. */
export function appendTo(at: Sited, text: string, title?: string): Fix {
  return { title: title ?? t('Add `{text}`', { text: text.trim() }), changes: [{ type: 'append', place: at.place, text }], isSafe: false }
}

/** Removes a clause, an element or a row. */
export function removeAt(place: Place, title: string): Fix {
  return { title, changes: [{ type: 'remove', place }], isSafe: false }
}

/** A text as the language writes it on one line. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

/** A title made from a name: `email_churn` becomes `Email churn`. */
export function titleFrom(name: string): string {
  const words = name.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
