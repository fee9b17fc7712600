/** A name of the language from any text; what has no letter in it is called by the word that is given. */
export function nameFrom(text: string, otherwise: string): string {
  const name = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return name === '' ? otherwise : /^\p{N}/u.test(name) ? `${otherwise}_${name}` : name
}
