/** A place in a text: both count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The lines of a text: `\n`, `\r\n` and a lone `\r` end one, as in the language server. */
export class Lines {
  readonly #starts: readonly number[]

  constructor(readonly text: string) {
    this.#starts = text.includes('\r') ? startsOfAny(text) : startsBehindFeeds(text)
  }

  /** The position of an offset; offsets outside are taken for the nearest end. */
  at(offset: number): Position {
    const within = Math.min(Math.max(offset, 0), this.text.length)
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= within) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: within - (this.#starts[low] ?? 0) + 1 }
  }

  /** The text of a line, counted from 1, without its end. */
  line(number: number): string {
    const start = this.#starts[number - 1]
    if (start === undefined) return ''
    const next = this.#starts[number] ?? this.text.length
    return this.text.slice(start, next).replace(/[\r\n]+$/, '')
  }
}

function startsOfAny(text: string): readonly number[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
  return starts
}

/** The same for a text in which `\n` alone ends lines, as nearly everywhere. */
function startsBehindFeeds(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}
