// Control characters, those that turn the direction of the text behind them, line separators, and halves of a surrogate pair. The marks
// U+061C, U+200E and U+200F, which Arabic and Hebrew need beside numbers and brackets, reach no further than their neighbours and stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unsafe = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu

/** Text of a plan made harmless for a terminal and for one line: what would steer it is written as `\u{1b}`. */
export function plainText(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/** The same for a text of several lines, which stay lines. */
export function plainLines(text: string): string {
  return text
    .split('\n')
    .map((line) => plainText(line.replace(/\r$/, '')))
    .join('\n')
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]$/u

/** How many columns of a terminal a text takes. Ranges after Unicode's East Asian Width, coarsely. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}
