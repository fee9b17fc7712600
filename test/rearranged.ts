import { readPlanText } from '../src/language/read/read-file.js'

/** A file as its imports and its top-level elements, each with the comments in front of it. */
export interface Parts {
  readonly imports: readonly string[]
  readonly elements: readonly { readonly text: string; readonly isStrategy: boolean }[]
}

export function partsOf(path: string, text: string): Parts {
  const { elements, imports } = readPlanText(path, text)
  const outermost = elements.filter(
    ({ extent }) => !elements.some((other) => other.extent.start < extent.start && extent.end <= other.extent.end),
  )
  let from = 0
  const parts = outermost
    .sort((a, b) => a.extent.start - b.extent.start)
    .map(({ kind, extent }) => {
      const part = text.slice(from, extent.end)
      from = extent.end
      return { text: part.replace(/^[ \t]*import "[^"\n]*"/gm, ''), isStrategy: kind === 'strategy' }
    })
  return { imports: imports.map((line) => text.slice(line.place.start, line.place.end)), elements: parts }
}

/** A file of these parts; `order` sorts the elements. */
export function fileOf(imports: readonly string[], elements: readonly { readonly text: string }[]): string {
  return `${[...imports, ...elements.map(({ text }) => text)].join('\n')}\n`
}

/** Sorts by the given numbers, which may be fewer than the list. */
export function inOrderOf<T>(list: readonly T[], numbers: readonly number[]): readonly T[] {
  return list
    .map((one, index) => ({ one, key: numbers[index % Math.max(1, numbers.length)] ?? 0, index }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ one }) => one)
}
