/** The stretch in which a text differs from an older one: from `start` up to `oldEnd` in the old text; all behind it stands `delta` further on. */
export interface TextChange {
  readonly start: number
  readonly oldEnd: number
  readonly delta: number
}

/** Characters that are compared at once. */
const block = 16_384

/** The shortest such stretch. */
export function changeOf(oldText: string, text: string): TextChange {
  const delta = text.length - oldText.length
  const shorter = Math.min(oldText.length, text.length)
  const start = shared(shorter, (from, to) => oldText.slice(from, to) === text.slice(from, to))
  const end = shared(shorter - start, (from, to) => {
    const oldPart = oldText.slice(oldText.length - to, oldText.length - from)
    return oldPart === text.slice(text.length - to, text.length - from)
  })
  return { start, oldEnd: oldText.length - end, delta }
}

/** How far two texts agree, at most `longest`: block by block, then within the first block that differs by halves. */
function shared(longest: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0
  while (low < longest && isSame(low, Math.min(low + block, longest))) low = Math.min(low + block, longest)
  let high = Math.min(low + block, longest)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isSame(low, middle)) low = middle
    else high = middle - 1
  }
  return low
}
