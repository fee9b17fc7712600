import { isWestern } from '../words/western.js'

/**
 * A name, title or search word as it is compared: case, `_`, hyphens, apostrophes, arrows and brackets make no difference.
 */
export function normalised(term: string): string {
  const folded = term.normalize('NFC').toLowerCase()
  return (folded.match(isWestern(folded) ? westernWord : anyWord) ?? []).join(' ')
}

const westernWord = /[a-z0-9%ª²³µ¹º¼-¾ß-öø-ÿ]+/g
const anyWord = /[\p{L}\p{M}\p{N}%]+/gu
