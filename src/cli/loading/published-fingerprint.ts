import type { Finding } from '../../plan/elements/finding.js'
import { fingerprint } from '../../rules/engine/fingerprint.js'
import type { Judged } from './judged.js'

/**
 * The identities under which the findings of a run are published: no two are alike. The path of a library, and of a plan whose strategy
 * bears the name of another one's, tells what both would say apart; a count does where even that is the same, as in two repositories.
 */
export function publishedFingerprints(judged: readonly Judged[]): (finding: Finding) => string {
  const names = new Map<string, number>()
  const plans = judged.flatMap(({ result }) => result.plans)
  for (const { plan } of plans) if (plan.strategy) names.set(plan.strategy.name, (names.get(plan.strategy.name) ?? 0) + 1)
  const published = new Map<Finding, string>()
  const counts = new Map<string, number>()
  const publish = (finding: Finding, own: string) => {
    const count = counts.get(own) ?? 0
    counts.set(own, count + 1)
    published.set(finding, count === 0 ? own : fingerprint([own, count]))
  }
  for (const { root, plan, findings, ignored } of plans) {
    const isAlone = plan.strategy !== undefined && names.get(plan.strategy.name) === 1
    for (const one of [...findings, ...ignored]) publish(one, isAlone ? one.fingerprint : fingerprint([one.fingerprint, root]))
  }
  for (const { checked } of judged) for (const one of checked.looseFindings) publish(one, one.fingerprint)
  return (finding) => published.get(finding) ?? finding.fingerprint
}
