import type { ReadFile } from '../../plan/elements/source.js'

const positional = /^(?:place|extent|.*Place|isMarkWritten|end)$/

/**
 * All that was read from a file, and the kinds of faults in it, but not where it stands: equal for texts that differ in their layout. How
 * many faults there are is left out, because a line is told one.
 */
export function meaningOf({
  elements,
  imports,
  texts,
  words,
  faults,
}: Pick<ReadFile, 'elements' | 'imports' | 'texts' | 'words' | 'faults'>): string {
  const isPlace = new Map<string, boolean>()
  const isLayout = (key: string) => {
    const known = isPlace.get(key) ?? positional.test(key)
    isPlace.set(key, known)
    return known
  }
  const kinds = [...new Set(faults.map(({ code }) => code))].sort()
  return JSON.stringify({ elements, imports, texts, words, kinds }, (key, value: unknown) =>
    isLayout(key) ? undefined : typeof value === 'string' ? value.replace(/\s+/g, ' ') : value,
  )
}
