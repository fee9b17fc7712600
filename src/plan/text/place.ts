/**
 * Where something stands in the text. Rules pass places on and never look inside; the language floor and the printers turn
 * the offsets (UTF-16 code units, `end` exclusive) into lines and columns. When text in front comes or goes, the offsets change and the
 * object stays: what keeps a place for longer than one state of the text copies it.
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

/** One end of a place. */
type Edge = readonly [place: Place, end: 'start' | 'end']

/** From one end of a place to an end of another in the same file; it moves with them. */
export function stretch([first, from]: Edge, [last, to]: Edge): Place {
  return {
    file: first.file,
    get start() {
      return first[from]
    },
    get end() {
      return last[to]
    },
  }
}

/** The first characters of a place; they move with it. */
export function beginning(place: Place, length: number): Place {
  return {
    file: place.file,
    get start() {
      return place.start
    },
    get end() {
      return place.start + length
    },
  }
}

/** A place as it is now, which stays so. */
export function copyOf({ file, start, end }: Place): Place {
  return { file, start, end }
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
