import type { RelativeDay } from '../../plan/quantity/relative-day.js'

/** One place where a text is written by the habits of other tools, and how the language writes it. */
export interface HabitEdit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Another meaning that the same words may have. */
  readonly other?: string
  /** What is read instead of the text where nobody knows what is meant: a clause that stands there and cannot be read. */
  readonly reads?: string
  /** Where `text` holds `{day}`: the day that is meant, once it is known from which day on. */
  readonly relative?: RelativeDay
  /** The line, from 0, whose finding it belongs to. */
  readonly line: number
  /** A sentence that says why. */
  readonly why: string
  readonly isClauseWord?: boolean
}

/** Edits in the order of the text; of two that overlap the longer one stays, else the first. */
export function withoutOverlaps(edits: readonly HabitEdit[]): readonly HabitEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.start - b.edit.start ||
        Number(b.edit.end === b.edit.start) - Number(a.edit.end === a.edit.start) ||
        b.edit.end - a.edit.end ||
        a.index - b.index,
    )
  const kept: HabitEdit[] = []
  for (const { edit } of sorted) {
    const last = kept.at(-1)
    if (!last || edit.start >= last.end) kept.push(edit)
    else if (edit.end - edit.start > last.end - last.start) kept[kept.length - 1] = edit
  }
  return kept
}
