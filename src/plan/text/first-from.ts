/** The index of the first member of a list that does not lie before a boundary, where all that do stand in front; else its length. */
export function firstFrom<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(list[middle] as T))
      low = middle + 1 // within the list
    else high = middle
  }
  return low
}
