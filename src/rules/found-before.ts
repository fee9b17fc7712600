import type { Kept, PlanChange } from '../plan/memory.js'
import type { Plan } from '../plan/plan.js'
import { type Reads, watch, watched } from '../plan/reads.js'
import type { RawFinding, RuleSettings } from './judge.js'
import type { Rule } from './rule.js'

interface Found {
  readonly findings: readonly RawFinding[]
  readonly reads: Reads
}

/** What the rules have found in a plan; handed on to its next version by those that have looked at nothing that has changed. */
class FoundBefore implements Kept {
  private readonly byRule = new Map<Rule, Found>()

  of(rule: Rule, run: () => readonly RawFinding[]): readonly RawFinding[] {
    const known = this.byRule.get(rule)
    if (known) return known.findings
    const outer = watch()
    const findings = run()
    this.byRule.set(rule, { findings, reads: watched(outer) })
    return findings
  }

  outlive({ reads }: PlanChange): void {
    for (const [rule, found] of this.byRule) if (found.reads & reads) this.byRule.delete(rule)
  }
}

/** By settings, of which a plan has one, or one after the other. */
class Latest implements Kept {
  private settings: RuleSettings | undefined
  private found = new FoundBefore()

  of(settings: RuleSettings | undefined): FoundBefore {
    if (settings !== this.settings) this.found = new FoundBefore()
    this.settings = settings
    return this.found
  }

  outlive(change: PlanChange): void {
    this.found.outlive(change)
  }
}

/** What has been found in a plan so far, with the settings that hold now. */
export function foundBefore(plan: Plan, settings: RuleSettings | undefined): FoundBefore {
  return plan.memory.of(foundBefore, () => new Latest()).of(settings)
}
