import type { ChecklistItem, ElementKind, PlanElement, Score } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'
import type { ElementKey } from './intent.js'

/** What an intent is about: an element, or a part of one that is none by itself. */
export interface Target {
  readonly kind: ElementKind
  /** The element, or the one that the part stands in. */
  readonly element: PlanElement
  readonly part: ChecklistItem | Score | undefined
  readonly extent: Place
  readonly title: Place | undefined
  readonly clauses: readonly { readonly keyword: string; readonly place: Place }[]
}

/** The element or part that a key means; undefined where there is none any more. */
export function targetOf(plan: Plan, { name, kind, at = 0 }: ElementKey): Target | undefined {
  if (kind === 'actuals') return ofElement(plan.all('actuals').filter((one) => one.of?.name === name)[at])
  const element = plan.byName(name)
  if (kind === 'send') return ofElement(plan.all('send').filter((one) => element && covers(element.extent, one.extent))[at])
  if (kind === 'item') return element?.kind === 'task' ? ofItem(element, element.items[at]) : undefined
  if (kind === 'score') return element?.kind === 'scoring' ? ofScore(element, element.scores[at]) : undefined
  return kind === undefined || element?.kind === kind ? ofElement(element) : undefined
}

function ofElement(element: PlanElement | undefined): Target | undefined {
  return (
    element && {
      kind: element.kind,
      element,
      part: undefined,
      extent: element.extent,
      title: element.title?.place,
      clauses: element.clauses,
    }
  )
}

function ofItem(element: PlanElement, item: ChecklistItem | undefined): Target | undefined {
  return (
    item && {
      kind: 'item',
      element,
      part: item,
      extent: item.place,
      title: item.text.place,
      clauses: item.actors.map(({ place }) => ({ keyword: '@', place })),
    }
  )
}

function ofScore(element: PlanElement, score: Score | undefined): Target | undefined {
  const points = score?.points?.place
  return (
    score && {
      kind: 'score',
      element,
      part: score,
      extent: score.place,
      title: score.text.place,
      clauses: points ? [{ keyword: 'amount', place: points }] : [],
    }
  )
}

/** True where a place holds another one of its file. */
export function covers(outer: Place, inner: Place): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end
}

/** The elements that stand in no other one, file by file. Cost: that of a sort. */
export function outermost(elements: readonly PlanElement[]): readonly PlanElement[] {
  const ends = new Map<string, number>()
  const found = [...elements]
    .sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end)
    .filter(({ extent }) => {
      if (extent.start < (ends.get(extent.file) ?? 0)) return false
      ends.set(extent.file, extent.end)
      return true
    })
  return found
}
