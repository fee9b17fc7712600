import { t } from '@vscode/l10n'
import { deceptive } from '../../plan/text/look-alike.js'

/** Which characters make two names differ that look the same, as a sentence that begins with one of them. */
export function howTheyDiffer(a: string, b: string): string {
  const named = [...deceptive(a).map((character) => said(character, a)), ...deceptive(b).map((character) => said(character, b))]
  return named.join(' ')
}

function said(character: string, name: string): string {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  // What is invisible in a name is written by its number.
  const shown = name.replace(/\p{Default_Ignorable_Code_Point}/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`)
  if (/\p{Default_Ignorable_Code_Point}/u.test(character))
    return t('`{name}` holds the invisible character {number}.', { name: shown, number })
  const details = { name: shown, letter: character, number }
  if (/\p{Script=Cyrillic}/u.test(character)) return t('`{letter}` in `{name}` is the Cyrillic letter {number}.', details)
  if (/\p{Script=Greek}/u.test(character)) return t('`{letter}` in `{name}` is the Greek letter {number}.', details)
  return t('`{letter}` in `{name}` is the character {number}.', details)
}
