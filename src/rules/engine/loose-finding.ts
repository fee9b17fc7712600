import type { Fault } from '../../plan/elements/fault.js'
import type { Finding } from '../../plan/elements/finding.js'
import { fingerprint } from './fingerprint.js'
import type { Rule } from './rule.js'

/**
 * Findings about files that belong to no plan: a configuration, a file that holds no text. Each has the level of its rule at review;
 * `identity` is the text that tells one problem of a file from another.
 */
export function looseFindings(faults: readonly Fault[], rules: readonly Rule[], identity: (fault: Fault) => string): Finding[] {
  const ordinals = new Map<string, number>()
  return faults.flatMap((fault): Finding[] => {
    const severity = rules.find((rule) => rule.code === fault.code)?.levels.review
    if (severity === undefined || severity === 'off') return []
    const key = [fault.code, fault.place.file, identity(fault)]
    const ordinal = ordinals.get(key.join('\n')) ?? 0
    ordinals.set(key.join('\n'), ordinal + 1)
    const { code, message, place, related, fixes } = fault
    return [{ code, severity, message, place, related, fixes, fingerprint: fingerprint([...key, ordinal]), tags: [] }]
  })
}
