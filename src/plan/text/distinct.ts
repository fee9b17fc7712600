/** Each once, in order of the first. */
export function distinct<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : [...new Set(list)]
}
