import type { PlanElement } from '../../plan/elements/elements.js'
import { type Dependencies, lookAt, nothing, type Observed, observed } from '../../plan/model/dependencies.js'
import type { Kept, PlanChange } from '../../plan/model/memory.js'
import type { Plan } from '../../plan/model/plan.js'
import { StepDaysKept } from '../../plan/schedule/step-days.js'
import type { RawFinding, RuleSettings } from './rule.js'
import { type ElementRule, isElementRule, type Rule } from './rule.js'

/** A rule made ready: finds what it says of the plan, or, for each element, of one. */
export type Ready = (rule: Rule) => (element?: PlanElement) => readonly RawFinding[]

/** What a rule has found by looking at the whole plan. */
class FoundInPlan implements Kept {
  private found: Observed<readonly RawFinding[]> | undefined

  constructor(private readonly rule: Rule) {}

  of(_plan: Plan, ready: Ready): readonly RawFinding[] {
    this.found ??= observed(ready(this.rule))
    return this.found.value
  }

  outlive({ dependencies }: PlanChange): void {
    if (this.found && this.found.dependencies & dependencies) this.found = undefined
  }
}

/** What a rule has found by looking at one element after the other. */
class FoundByElement implements Kept {
  private readonly found = new Map<PlanElement, readonly RawFinding[]>()
  private dependencies: Dependencies = nothing
  /** Undefined where all elements are to be looked at. */
  private pending: Set<PlanElement> | undefined

  constructor(private readonly rule: ElementRule) {}

  of(plan: Plan, ready: Ready): readonly RawFinding[] {
    const find = ready(this.rule)
    const elements = this.pending ? [...this.pending] : plan.allOf(...this.rule.kinds)
    this.pending = new Set()
    const look = (element: PlanElement): void => {
      const findings = find(element)
      if (findings.length > 0) this.found.set(element, findings)
      else this.found.delete(element)
    }
    this.dependencies |= observed(() => lookAt(elements, look)).dependencies
    return [...this.found.values()].flat()
  }

  lookAgain(elements: readonly PlanElement[]): void {
    for (const element of elements) if (this.rule.kinds.includes(element.kind)) this.pending?.add(element)
  }

  outlive({ dependencies, removed, added }: PlanChange): void {
    if (this.dependencies & dependencies) {
      this.found.clear()
      this.dependencies = nothing
      this.pending = undefined
      return
    }
    for (const element of removed) {
      this.found.delete(element)
      this.pending?.delete(element)
    }
    this.lookAgain(added)
  }
}

/** What the rules have found in a plan; handed on to its next version as far as nothing has changed that they have looked at. */
class FoundBefore implements Kept {
  private readonly byRule = new Map<Rule, FoundInPlan | FoundByElement>()
  private readonly days = new StepDaysKept()

  of(plan: Plan, rule: Rule, ready: Ready): readonly RawFinding[] {
    if (isElementRule(rule)) this.lookAtMoved(plan)
    const found = this.byRule.get(rule) ?? (isElementRule(rule) ? new FoundByElement(rule) : new FoundInPlan(rule))
    this.byRule.set(rule, found)
    return found.of(plan, ready)
  }

  /** Steps that take place on other days than before are looked at again, by whatever rule. */
  private lookAtMoved(plan: Plan): void {
    const moved = this.days.moved(plan)
    if (moved.length === 0) return
    for (const found of this.byRule.values()) if (found instanceof FoundByElement) found.lookAgain(moved)
  }

  outlive(change: PlanChange): void {
    for (const found of this.byRule.values()) found.outlive(change)
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
