// The first 256 characters, general punctuation and arrows: of the latter two none is a letter, a mark or a number.
const western = /^[\0-\xff\u2000-\u206f\u2190-\u21ff]*$/

/**
 * True for a text whose letters, marks and numbers are all among the first 256 characters. To prepare the letters of all scripts takes a
 * pattern a millisecond, which most plans need not spend.
 */
export function isWestern(text: string): boolean {
  return western.test(text)
}
