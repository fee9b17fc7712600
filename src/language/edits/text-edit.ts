/** One replacement in the text of a file; offsets count UTF-16 code units, `start` equals `end` for an insertion. */
export interface TextEdit {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}
