/** A name as it is compared: in NFC, so that `ö` is one whether it was typed as one character or as two. */
export function composed(name: string): string {
  return isAscii(name) ? name : name.normalize('NFC')
}

// Letters of other alphabets that nobody can tell from Latin ones, after Unicode Technical Standard 39 (confusables.txt).
const cyrillic = 'аеорсухіјѕԁһӏԛԝАВЕКМНОРСТУХІЈЅԌԚԜӀ'
const asLatin = 'aeopcyxijsdhlqwABEKMHOPCTYXIJSGQWI'
const greek = 'αιοκνρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'
const asLatinToo = 'aiokvpuABEZHIKMNOPTYX'

const lookOf = new Map<string, string>([
  ...[...cyrillic].map((letter, at) => [letter, asLatin[at] ?? letter] as const),
  ...[...greek].map((letter, at) => [letter, asLatinToo[at] ?? letter] as const),
  ['ı', 'i'],
])

/** What a name looks like: without what is invisible, and with the usual letters for those that look like them. */
export function lookOfName(name: string): string {
  return isAscii(name) ? name : [...name.normalize('NFKC')].map(visible).join('')
}

function visible(character: string): string {
  return /\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : (lookOf.get(character) ?? character)
}

/** The characters of a name that look like others, or like nothing, each once in the order of the name. */
export function deceptive(name: string): readonly string[] {
  return [...new Set(name.normalize('NFC'))].filter((character) => lookOfName(character) !== character)
}

/** True for two names that differ and look the same. */
export function looksLike(a: string, b: string): boolean {
  return a !== b && lookOfName(a) === lookOfName(b)
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
