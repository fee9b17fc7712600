// Which characters make words and gaps. Everything of ASCII is decided by its code; what Unicode says of the others is asked when one appears,
// since such patterns take long to get ready.

const letter = 1
const digit = 2
const ascii = new Uint8Array(128)
for (let code = 0x30; code <= 0x39; code++) ascii[code] = digit
for (let code = 0x41; code <= 0x5a; code++) ascii[code] = ascii[code + 0x20] = letter
ascii[0x5f] = letter // _

interface Patterns {
  readonly letter: RegExp
  readonly letterOrNumber: RegExp
  readonly part: RegExp
  readonly currency: RegExp
}

let made: Patterns | undefined

function patterns(): Patterns {
  made ??= { letter: /\p{L}/uy, letterOrNumber: /[\p{L}\p{N}]/uy, part: /[\p{L}\p{M}\p{N}]/uy, currency: /\p{Sc}/u }
  return made
}

function isAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index
  return pattern.test(text)
}

/** True for a letter of any alphabet, or `_`. `code` is the one at the index of the text; NaN behind its end. */
export function isWordStart(code: number, text: string, index: number): boolean {
  if (code < 128) return ascii[code] === letter
  return code >= 128 && isAt(patterns().letter, text, index)
}

/** True for what may stand in a word behind its first letter: letters, digits, `_` and, unless they are unwanted, combining marks. */
export function isWordPart(code: number, text: string, index: number, marks?: 'no mark'): boolean {
  if (code < 128) return ascii[code] !== 0
  return code >= 128 && isAt(marks ? patterns().letterOrNumber : patterns().part, text, index)
}

/** True for 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** True for a blank within a line, no tab. */
export function isGap(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f
}

/** True for what separates tokens and means nothing. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b && code !== 0x0c) || isWideBlank(code)
}

function isWideBlank(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2007 || code === 0x2009 || code === 0xfeff
}

/** True for a sign of a currency such as `€`. */
export function isCurrencySign(code: number): boolean {
  return code === 0x24 || (code >= 128 && patterns().currency.test(String.fromCharCode(code)))
}
