/** The longest text that mops reads, in characters of UTF-16. It has room for some fifty thousand tasks, which take seconds and 700 MB. */
const mostCharacters = 10_000_000

/** The most bytes that such a text has in UTF-8: a character takes three at most, and so does the byte order mark. */
export const mostBytes = 3 * mostCharacters + 3

/** Of a data file only so many bytes are read, in which its column names stand. */
export const headBytes = 65_536

/** True for a text that is not read, because the memory that it takes grows beyond what a machine has. */
export function isTooLarge(text: string): boolean {
  return text.length > mostCharacters
}

/** For messages. */
export const mostMillions = mostCharacters / 1_000_000
