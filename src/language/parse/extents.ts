// Where words, gaps, dates and units end: offsets behind their last character.
import { currencyCodes } from '../../plan/words/currencies.js'
import { isCurrencySign, isGap, isWordPart, isWordStart } from './characters.js'

export const longText = /"""[\s\S]*?"""/y
export const text = /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"/y
export const smartText = /[“„”][^“”„"\n\r]*[”“"]|[‘‚'][^‘’'"\n\r]*[’‘']/y
const dateLike = /(?:19|20|21)[0-9]{2}-(?:[QWqw][0-9]{1,2}|[0-9]{1,2}(?:-[0-9]{1,2})?)/y
export const commaNumber = /[0-9][0-9_]*,[0-9]+(?![0-9-])/y
export const number = /[0-9][0-9_]*(?:\.[0-9]+)?/y
/** `k` and `M` for thousands and millions: nothing of a word may follow but a currency. */
const magnitude = /[kKM](?:(?![\p{L}\p{M}\p{N}_/])|(?=([A-Z]{3})(?![\p{L}\p{M}\p{N}_])))/uy
// Nearly all words and gaps are plain; a pattern passes them quicker than a loop, above all before the loop is compiled.
const plainWord = /[A-Za-z0-9_]*/y
export const plainBlanks = /[ \t\r\n]+/y

/** Where a match of a pattern (with the flag `y`) that begins at an offset ends; undefined when there is none. */
export function endOf(pattern: RegExp, input: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(input) ? pattern.lastIndex : undefined
}

/** Where the line ends, before the characters that end it. */
export function lineBreakFrom(input: string, start: number): number {
  let end = start
  for (; end < input.length; end++) {
    const code = input.charCodeAt(end)
    if (code === 0x0a || code === 0x0d) break
  }
  return end
}

/** Where a period or date ends: nothing of a word may follow it. A third part with too many digits is left to the number behind it. */
export function dateEnd(input: string, start: number): number | undefined {
  const end = endOf(dateLike, input, start)
  if (end === undefined) return undefined
  if (!isWordPart(input.charCodeAt(end), input, end, 'no mark')) return end
  const second = input.lastIndexOf('-', end - 1)
  return second > start + 4 ? second : undefined
}

/** Where the letters, marks, digits and underscores from an offset on end. */
export function wordEnd(input: string, start: number): number {
  let end = endOf(plainWord, input, start) ?? start
  for (;;) {
    const code = input.charCodeAt(end)
    if (!isWordPart(code, input, end)) return end
    end += code >= 0xd800 && code < 0xdc00 ? 2 : 1
  }
}

/** Where a unit ends: a sign or a word, and what it is divided by. Undefined when none begins there. */
export function unitEnd(input: string, start: number): number | undefined {
  const code = input.charCodeAt(start)
  if (!isWordStart(code, input, start) && code !== 0x25 && code !== 0x2030 && !isCurrencySign(code)) return undefined
  let end = isWordStart(code, input, start) ? wordEnd(input, start) : start + 1
  while (input.charCodeAt(end) === 0x2f && isWordStart(input.charCodeAt(end + 1), input, end + 1)) end = wordEnd(input, end + 1)
  return end
}

/** Where the digits of a number end with the letter for thousands or millions behind them, if there is one. */
export function magnitudeEnd(input: string, start: number): number {
  const code = input.charCodeAt(start)
  if (code !== 0x6b && code !== 0x4b && code !== 0x4d) return start
  magnitude.lastIndex = start
  const found = magnitude.exec(input)
  return found && (found[1] === undefined || currencyCodes.has(found[1])) ? start + 1 : start
}

/** Where the blanks of a line end. */
export function gapEnd(input: string, start: number): number {
  let end = start
  while (isGap(input.charCodeAt(end))) end++
  return end
}
