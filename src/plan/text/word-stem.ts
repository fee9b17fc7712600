/**
 * What the singular and the plural of a counted word have in common, in English, German and Italian (`leads`/`lead`, `Kunden`/`Kunde`,
 * `contatti`/`contatto`), without regard to case. Coarse on purpose: two words that fall together are rare, and a plural that counts as
 * another thing than its singular would be a false unit error.
 */
export function stemOf(text: string): string {
  const folded = text.toLowerCase().replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u')
  const bare = folded.endsWith('ies') && folded.length > 4 ? `${folded.slice(0, -3)}y` : folded.replace(/(?<![sui])s$/, '')
  const withoutEnding = bare.length > 4 ? bare.replace(/en$/, '') : bare
  return withoutEnding.length > 3 ? withoutEnding.replace(/[aeio]$/, '') : withoutEnding
}
