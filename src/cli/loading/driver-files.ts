import type { FileSource } from '../../language/workspace/file-source.js'
import { commitsThatBring, Revision, tips } from './revision.js'
import { revisionFiles } from './revision-files.js'

const asker = 'mops diff'

/** So many commits are looked at, the youngest first. */
const mostCommits = 8
const mostTips = 50

/** One side of what git shows: a file and the id of its content. The working tree has no id, and a side without the file no path. */
export interface DriverSide {
  readonly path: string
  readonly id: string | undefined
}

export interface DriverFiles {
  readonly before: FileSource
  readonly after: FileSource
}

/**
 * What the two sides of a file import, for a diff driver: git tells it two contents, and not from which commits. The states that hold them
 * are looked for: where the later side is the working tree, what is staged and HEAD; then what is staged behind HEAD; then commits that
 * bring the one content in place of the other; then the last commits of branches. Where several states would fit and differ in a file, the
 * file is not found. Nothing is looked for before a file is wanted.
 */
export function driverFiles(root: string, before: DriverSide, after: DriverSide, workingTree: FileSource): DriverFiles {
  let known: States | undefined
  const states = () => {
    known ??= statesOf(root, before, after)
    return known
  }
  return {
    before: agreed(root, () => states().before),
    after: after.id === undefined ? workingTree : agreed(root, () => states().after),
  }
}

interface States {
  readonly before: readonly Revision[]
  readonly after: readonly Revision[]
}

/** A file on which all states agree. */
function agreed(root: string, states: () => readonly Revision[]): FileSource {
  return {
    read: (path, limit) => {
      const [first, ...others] = states()
      const id = first?.idOf(path)
      if (!first || id === undefined || others.some((one) => one.idOf(path) !== id)) return 'missing'
      return revisionFiles(root, first, asker).read(path, limit)
    },
  }
}

function statesOf(root: string, before: DriverSide, after: DriverSide): States {
  const holds =
    ({ path, id }: DriverSide) =>
    (state: Revision) =>
      id !== undefined && state.idOf(path) === id
  const present = (states: readonly (Revision | undefined)[]) => states.filter((state) => state !== undefined)
  const [staged] = present([Revision.staged(root, asker)])
  const [head] = present([Revision.find(root, 'HEAD', asker)])
  const open = (commits: readonly string[]) => present(commits.map((commit) => Revision.find(root, commit, asker)))
  if (after.id === undefined) {
    const near = present([staged, head]).filter(holds(before))
    return { before: near.length > 0 ? near : open(tips(root, mostTips, asker)).filter(holds(before)), after: [] }
  }
  if (staged && head && holds(after)(staged) && holds(before)(head)) return { before: [head], after: [staged] }
  const changes = commitsThatBring(root, after.id, after.path, mostCommits, asker).flatMap(([commit, parent]) => {
    const [now, then] = [Revision.find(root, commit, asker), Revision.find(root, parent, asker)]
    return now && then && holds(after)(now) && holds(before)(then) ? [{ now, then }] : []
  })
  if (changes.length > 0) return { before: changes.map(({ then }) => then), after: changes.map(({ now }) => now) }
  const last = present([head, ...open(tips(root, mostTips, asker))])
  return { before: last.filter(holds(before)), after: last.filter(holds(after)) }
}
