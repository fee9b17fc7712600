/**
 * A name, title or search word as it is compared: case, `_`, hyphens, apostrophes, arrows and brackets make no difference.
 */
export function normalised(term: string): string {
  return (
    term
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}%]+/gu) ?? []
  ).join(' ')
}
