import { turning } from './markdown/markup.js'

/**
 * Markup without signs that XML cannot hold, not even as references, and without those that turn the direction of what follows and so make a
 * text read as another. None of them occurs in what mops itself writes, so that they stand in texts and attributes alone.
 */
export function harmlessMarkup(markup: string): string {
  return markup.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ' ')).replace(turning, '')
}
