import { t } from '@vscode/l10n'
import type { ReadFile } from '../../plan/elements/source.js'

/** The lines that git writes around the sides of a conflict, with the branch behind; seven equals signs alone may stand in a comment. */
const marker = /^(?:<{7}|\|{7}|>{7})(?:[ \t].*)?\r?$/m

/** Where a merge has stopped in a text: its first marker, with offsets. Undefined where there is none, which is found out fast. */
export function mergeMarker(text: string): { readonly start: number; readonly end: number } | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('|||||||')) return undefined
  const found = marker.exec(text)
  return found ? { start: found.index, end: found.index + found[0].replace(/\r$/, '').length } : undefined
}

/** A file in which a merge has stopped, of which nothing is read: two plans stand in it at once. Undefined where there is no such thing. */
export function readUnmerged(path: string, text: string): ReadFile | undefined {
  const place = mergeMarker(text)
  if (!place) return undefined
  const end = { file: path, start: text.length, end: text.length }
  const message = t(
    'This file holds an unresolved merge, so nothing of it is read. Keep one of the two sides at each conflict, and delete the lines of `<`, `=` and `>`.',
  )
  const fault = { code: 'plan/unresolved-merge', place: { file: path, ...place }, message, related: [], fixes: [] }
  return { path, elements: [], imports: [], faults: [fault], refs: [], texts: [], words: [], unread: [], end }
}

/** True for a file that `readUnmerged` gave. */
export function isUnmerged({ faults }: ReadFile): boolean {
  return faults.some(({ code }) => code === 'plan/unresolved-merge')
}
