import type { Segment } from '../elements/elements.js'
import type { Plan } from '../model/plan.js'
import type { Text } from '../text/place.js'

/** How the people of a segment agreed to be written to: its own words, else those of the segments that it is a part of. */
export function consentOf(plan: Plan, segment: Segment): Text | undefined {
  const seen = new Set<Segment>()
  for (let next: Segment | undefined = segment; next && !seen.has(next); next = plan.find(next.within, 'segment')) {
    if (next.consent) return next.consent
    seen.add(next)
  }
  return undefined
}
