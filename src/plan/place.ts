/**
 * Where something stands in the text. Rules pass places on and never look inside; the language floor and the printers turn
 * the offsets (UTF-16 code units, `end` exclusive) into lines and columns.
 */
export interface Place {
  /** The file's path in the workspace, with `/`. */
  readonly file: string
  readonly start: number
  readonly end: number
}

/** True for a place among the parts of plain data. */
export function isPlace(value: object): value is Place {
  return 'file' in value && 'start' in value && 'end' in value && typeof value.start === 'number'
}

/** Anything that was read from the text and can be pointed at. */
export interface Sited {
  readonly place: Place
}

/** A text of the plan, escapes resolved. */
export interface Text extends Sited {
  readonly text: string
}

/** A single word of the plan that is no name of an element: a skill, a category, a kind. */
export interface Word extends Sited {
  readonly word: string
}
