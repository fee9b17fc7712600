import { firstFrom } from './first-from.js'
import type { Place } from './place.js'

/** Places of one file that lie beside or within each other: which of them hold another place is found in the steps of a binary search. */
export class Enclosing<T> {
  private readonly sorted: readonly T[]
  /** For each, the number of the nearest in front that reaches at least to its start, -1 for none. */
  private readonly around: Int32Array

  constructor(
    members: readonly T[],
    private readonly placeOf: (member: T) => Place,
  ) {
    this.sorted = [...members].sort((a, b) => placeOf(a).start - placeOf(b).start || placeOf(b).end - placeOf(a).end)
    this.around = new Int32Array(this.sorted.length)
    const open: number[] = []
    for (const [index, member] of this.sorted.entries()) {
      while (open.length > 0 && !this.reaches(open.at(-1) ?? 0, placeOf(member).start)) open.pop()
      this.around[index] = open.at(-1) ?? -1
      open.push(index)
    }
  }

  private reaches(index: number, offset: number): boolean {
    const member = this.sorted[index]
    return member !== undefined && this.placeOf(member).end >= offset
  }

  /** All that hold a place, the innermost first. */
  *holding({ start, end }: Place): Generator<T> {
    for (
      let index = firstFrom(this.sorted, (member) => this.placeOf(member).start <= start) - 1;
      index >= 0;
      index = this.around[index] ?? -1
    ) {
      const member = this.sorted[index]
      if (member !== undefined && this.reaches(index, end)) yield member
    }
  }
}
