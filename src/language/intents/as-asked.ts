import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import { holdsComment } from '../format/gaps.js'
import { meaningOf } from '../format/meaning.js'
import { readPlanText } from '../read/read-file.js'
import type { Draft, Refused } from './intent.js'
import type { ChangedStretch } from './laid-out.js'

/**
 * Whether the text came to what was asked and to nothing else: everything can still be read, elements and clauses have come and gone as the
 * drafts say, and what no edit touched says the same. Otherwise, why not: most often a value that does not fit.
 */
export function otherwiseThanAsked(stretches: readonly ChangedStretch[], drafts: readonly Draft[]): Refused | undefined {
  const counts = new Map<string, number>()
  const count = (kind: string, by: number) => counts.set(kind, (counts.get(kind) ?? 0) + by)
  for (const { added, removed } of drafts) {
    for (const kind of added) count(kind, 1)
    for (const { kind } of removed) count(kind, -1)
  }
  for (const stretch of stretches) {
    if (stretch.edits.some(({ text }) => opensComment(text))) return { refused: t('A value cannot hold a comment.') }
    const before = readPlanText(stretch.file, stretch.before)
    const after = readPlanText(stretch.file, stretch.after)
    const fault = newFault(faultsOf(before), faultsOf(after))
    if (fault !== undefined) return { refused: fault }
    for (const { kind } of before.elements) count(kind, 1)
    for (const { kind } of after.elements) count(kind, -1)
    if (!saysTheRest(stretch, before.elements, after.elements, drafts)) return more()
  }
  return [...counts.values()].every((difference) => difference === 0) ? undefined : more()
}

function more(): Refused {
  return { refused: t('The value says more than that: other parts of the plan would change with it.') }
}

/** Elements that come with comments of their own are whole lines. */
function opensComment(text: string): boolean {
  return !text.includes('\n') && holdsComment(text)
}

function faultsOf({ faults, elements }: ReturnType<typeof readPlanText>): readonly string[] {
  return [...faults, ...elements.flatMap(({ valueFaults }) => valueFaults)].map(({ message }) => message)
}

function newFault(before: readonly string[], after: readonly string[]): string | undefined {
  const known = new Map<string, number>()
  for (const message of before) known.set(message, (known.get(message) ?? 0) + 1)
  return after.find((message) => {
    const left = known.get(message) ?? 0
    known.set(message, left - 1)
    return left <= 0
  })
}

function saysTheRest(
  { edits }: ChangedStretch,
  before: readonly PlanElement[],
  after: readonly PlanElement[],
  drafts: readonly Draft[],
): boolean {
  const loosened = new Set(drafts.flatMap((draft) => [...draft.loosened, ...draft.removed]).map(keyOf))
  const now = byKey(after)
  for (const [key, list] of byKey(before)) {
    if (loosened.has(key)) continue
    const others = now.get(key) ?? []
    for (const [index, element] of list.entries()) {
      const other = others[index]
      if (!other) return false
      const isTouched = edits.some(({ start, end }) => start <= element.extent.end && element.extent.start <= end)
      if (!isTouched && meaning(element) !== meaning(other)) return false
      if (isTouched && words(other).join(' ') !== expected(element, key, drafts).join(' ')) return false
    }
  }
  return true
}

/** The words of an element's clauses after the change, sorted. */
function expected(element: PlanElement, key: string, drafts: readonly Draft[]): readonly string[] {
  const all = [...words(element)]
  for (const { come, go } of drafts.flatMap(({ clauses }) => clauses).filter((one) => keyOf(one.element) === key)) {
    for (const word of go) {
      const at = all.indexOf(word)
      if (at >= 0) all.splice(at, 1)
    }
    all.push(...come)
  }
  return all.sort()
}

function words({ clauses }: PlanElement): readonly string[] {
  return clauses.map(({ keyword }) => keyword).sort()
}

function keyOf(element: PlanElement): string {
  return `${element.kind} ${element.kind === 'actuals' ? (element.of?.name ?? '') : element.name}`
}

function byKey(elements: readonly PlanElement[]): ReadonlyMap<string, readonly PlanElement[]> {
  const found = new Map<string, PlanElement[]>()
  for (const element of elements) {
    const known = found.get(keyOf(element))
    if (known) known.push(element)
    else found.set(keyOf(element), [element])
  }
  return found
}

function meaning(element: PlanElement): string {
  return meaningOf({ elements: [element], imports: [], texts: [], words: [], faults: [] })
}
