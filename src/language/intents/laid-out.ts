import { t } from '@vscode/l10n'
import { diffLines } from 'diff'
import type { ReadFile } from '../../plan/elements/source.js'
import type { TextEdit } from '../edits/text-edit.js'
import { applyEdits } from '../edits/text-edits.js'
import { format } from '../format/format.js'
import type { Refused } from './intent.js'
import { type Stretch, stretchesOf } from './neighbourhood.js'

/** One stretch of a file before and after the edits in it. */
export interface ChangedStretch {
  readonly file: string
  readonly start: number
  readonly before: string
  readonly after: string
  /** The edits in it, by offsets in `before`. */
  readonly edits: readonly TextEdit[]
}

/** Carries out edits of a file, and formats the stretches that were formatted before. */
export function laidOut(source: string, file: ReadFile, edits: readonly TextEdit[]): readonly ChangedStretch[] | Refused {
  const groups = grouped(stretchesOf(source, file), edits)
  const changed: ChangedStretch[] = []
  for (const { start, end, edits: own } of groups) {
    const before = source.slice(start, end)
    const here = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    const { text, leftOut } = applyEdits(before, here)
    if (leftOut.length > 0) return { refused: t('These changes touch the same text. Make them one after the other.') }
    const isLast = end === source.length
    changed.push(withoutBlankEnd({ file: file.path, start, before, after: formattedLike(before, text, isLast), edits: here }, source))
  }
  return changed
}

/** The edits by the stretches that they touch; one that reaches over several joins them. */
function grouped(
  stretches: readonly Stretch[],
  edits: readonly TextEdit[],
): readonly (Stretch & { readonly edits: readonly TextEdit[] })[] {
  const groups: { start: number; end: number; edits: TextEdit[] }[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const touched = stretches.filter((one) => one.start <= Math.max(edit.start, edit.end - 1) && edit.start < one.end)
    const own = touched.length > 0 ? touched : stretches.slice(-1)
    const start = own[0]?.start ?? 0
    const end = own.at(-1)?.end ?? 0
    const last = groups.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else groups.push({ start, end, edits: [edit] })
  }
  // The order among edits at one offset is the order in which they were given.
  return groups.map((group) => ({ ...group, edits: edits.filter((edit) => group.edits.includes(edit)) }))
}

function formattedLike(before: string, after: string, isLast: boolean): string {
  const [body, blanks] = splitAtEnd(before)
  if (format(body) !== body) return after
  const [changed] = splitAtEnd(after)
  if (changed.trim() === '') return ''
  return format(changed) + (isLast ? '' : blanks)
}

/** Where the last stretch of a file goes, the blank lines in front of it go too. */
function withoutBlankEnd(stretch: ChangedStretch, source: string): ChangedStretch {
  const { start, before, after, edits } = stretch
  if (after !== '' || start + before.length !== source.length || start === 0) return stretch
  const [kept] = splitAtEnd(source.slice(0, start))
  const more = start - kept.length
  return {
    ...stretch,
    start: kept.length,
    before: source.slice(kept.length),
    edits: edits.map((edit) => ({ ...edit, start: edit.start + more, end: edit.end + more })),
  }
}

/** The text up to the end of its last line that is not blank, and the blank lines behind. */
function splitAtEnd(text: string): readonly [string, string] {
  const end = text.trimEnd().length
  const newline = text.indexOf('\n', end)
  return newline < 0 ? [text, ''] : [text.slice(0, newline + 1), text.slice(newline + 1)]
}

/**
 * The smallest edits that turn a stretch into what it has become: those that were asked for where nothing else had to be laid out anew, else
 * whole lines as far as they differ, without what is the same at either end.
 */
export function smallestEdits({ file, start, before, after, edits: asked }: ChangedStretch): readonly TextEdit[] {
  if (applyEdits(before, asked).text === after)
    return asked
      .filter((edit) => before.slice(edit.start, edit.end) !== edit.text)
      .map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }))
  const edits: TextEdit[] = []
  let at = start
  let removed = ''
  let added = ''
  const settle = () => {
    if (removed !== '' || added !== '') edits.push(trimmed({ file, start: at - removed.length, end: at, text: added }, removed))
    removed = ''
    added = ''
  }
  for (const { value, added: isAdded, removed: isRemoved } of diffLines(before, after)) {
    if (isAdded) added += value
    else if (isRemoved) {
      removed += value
      at += value.length
    } else {
      settle()
      at += value.length
    }
  }
  settle()
  return edits
}

function trimmed(edit: TextEdit, old: string): TextEdit {
  const { text } = edit
  const most = Math.min(old.length, text.length)
  let front = 0
  while (front < most && old[front] === text[front]) front++
  let back = 0
  while (back < most - front && old[old.length - 1 - back] === text[text.length - 1 - back]) back++
  return { ...edit, start: edit.start + front, end: edit.end - back, text: text.slice(front, text.length - back) }
}
