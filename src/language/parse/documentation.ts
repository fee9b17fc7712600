/** A comment of the form `/** … *​/` with nothing but blanks behind it up to an element. Offsets; the end is behind its last character. */
interface Documentation {
  readonly start: number
  readonly end: number
}

/** The documentation directly in front of the element that begins at `start`. Cost: linear in its length. */
export function documentationBefore(source: string, start: number): Documentation | undefined {
  let end = start
  while (end > 0 && isSpace(source.charCodeAt(end - 1))) end--
  if (!source.startsWith('*/', end - 2)) return undefined
  const open = source.lastIndexOf('/*', end - 3)
  return open >= 0 && source[open + 2] === '*' ? { start: open, end } : undefined
}

function isSpace(code: number): boolean {
  return code <= 0x20 || (code > 0x7f && /\s/.test(String.fromCharCode(code)))
}
