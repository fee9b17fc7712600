import type { Stage } from '../plan/elements/elements.js'
import type { Severity } from '../plan/elements/finding.js'
import type { PlanDate } from '../plan/model/status-date.js'
import type { Lines, Position } from './lines.js'

/** A stretch of a file; `end` is exclusive. */
export interface Location {
  /** As the reader knows the file: relative to the working folder, with `/`. */
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** A finding as every printer gets it. */
export interface ReportedFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly location: Location
  readonly related: readonly { readonly location: Location; readonly message: string }[]
  /** Titles of the quick fixes, the preferred one first. */
  readonly fixes: readonly string[]
  readonly fingerprint: string
  /** The rule's page. */
  readonly help: string
  /** The rule depends on the status date. */
  readonly isDated: boolean
}

/** A finding that is silenced, kept for formats that can say so. */
export interface SuppressedFinding extends ReportedFinding {
  readonly by: 'ignore' | 'known'
}

/** A plan that was judged; libraries are left out. */
export interface ReportedPlan {
  readonly file: string
  readonly name: string
  readonly stage: Stage
  readonly statusDate: PlanDate
}

/** An entry of the list of known findings. */
export interface KnownFinding {
  readonly fingerprint: string
  readonly code: string
  readonly file: string
  readonly message: string
}

/** What `mops check` has to say. */
export interface CheckResult {
  /** What is shown, in the order of rules.md 1.5. */
  readonly findings: readonly ReportedFinding[]
  readonly plans: readonly ReportedPlan[]
  /** The date that files without a strategy were judged on. */
  readonly defaultDate: PlanDate
  readonly fileCount: number
  readonly known?: { readonly hidden: number; readonly gone: readonly KnownFinding[]; readonly pruned: boolean } | undefined
  readonly newOnly?: { readonly revision: string; readonly hidden: number } | undefined
  readonly fixed?: { readonly fixes: number; readonly files: number } | undefined
  /** The lines of a file by its name in locations. */
  readonly linesOf: (file: string) => Lines | undefined
  /** The path in the repository of a file by its name in locations. */
  readonly repositoryPath: (file: string) => string
  /** Silenced by an `ignore` or listed as known. */
  readonly suppressed?: readonly SuppressedFinding[] | undefined
}

/** The status date that all plans share; undefined when they differ. */
export function commonDate({ plans, defaultDate }: CheckResult): PlanDate | undefined {
  const [first, ...rest] = plans.map((plan) => plan.statusDate)
  if (!first) return defaultDate
  return rest.every((one) => one.date === first.date && one.origin === first.origin) ? first : undefined
}

/** How many findings there are of each severity. */
export function tally(findings: readonly ReportedFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
