import type { PlanElement } from '../../plan/elements/elements.js'
import { type Finding, severities } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import type { Place } from '../../plan/text/place.js'

interface Held {
  readonly element: PlanElement
  readonly holder: Held | undefined
}

/** Finds the innermost element around a place; one sort, then a binary search a place. */
function elementAround(plan: Plan): (place: Place) => PlanElement | undefined {
  const byFile = new Map<string, readonly Held[]>()
  for (const file of plan.files) byFile.set(file.path, heldIn(file.elements))
  return (place) => {
    const held = byFile.get(place.file) ?? []
    let low = 0
    let high = held.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((held[middle]?.element.extent.start ?? 0) <= place.start) low = middle + 1
      else high = middle
    }
    let found = held[low - 1]
    while (found && (found.element.extent.end < place.end || found.element.name === '')) found = found.holder
    return found?.element
  }
}

function heldIn(elements: readonly PlanElement[]): readonly Held[] {
  const sorted = [...elements].sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end)
  let around: Held | undefined
  return sorted.map((element) => {
    while (around && around.element.extent.end < element.extent.end) around = around.holder
    around = { element, holder: around }
    return around
  })
}

export interface FindingsByElement {
  readonly around: (place: Place) => PlanElement | undefined
  /** What is said about an element or what stands in it, the gravest first. */
  readonly of: (element: PlanElement) => readonly Finding[]
}

export function findingsByElement(plan: Plan, findings: readonly Finding[]): FindingsByElement {
  const around = elementAround(plan)
  const byElement = new Map<PlanElement, Finding[]>()
  for (const finding of findings) {
    const element = around(finding.place)
    if (!element) continue
    const known = byElement.get(element)
    if (known) known.push(finding)
    else byElement.set(element, [finding])
  }
  for (const list of byElement.values()) list.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return { around, of: (element) => byElement.get(element) ?? [] }
}
