import type { Ignore, PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { suggestions } from '../../plan/text/distance.js'
import { ignoreWithoutEffect, ignoreWithoutEffectMessage, removeIgnore } from '../hygiene/ignore-without-effect.js'
import { unknownRule, unknownRuleMessage } from '../plan/unknown-rule.js'
import type { RawFinding, Rule, RuleLevel } from './rule.js'

interface GivenIgnore {
  readonly ignore: Ignore
  readonly element: PlanElement
  /** The rule's present code; undefined for an unknown one. */
  readonly code: string | undefined
  readonly isInForce: boolean
}

/** The `ignore` clauses of a plan: what they silence, and which of them are unknown or useless. */
export class Ignores {
  private readonly given: readonly GivenIgnore[]
  private readonly byCode = new Map<string, GivenIgnore[]>()
  private readonly used = new Set<Ignore>()
  private readonly codes: ReadonlyMap<string, Rule>

  constructor(plan: Plan, rules: readonly Rule[]) {
    this.codes = new Map(rules.flatMap((rule) => [rule.code, ...(rule.aliases ?? [])].map((code) => [code, rule] as const)))
    this.given = plan.elements.flatMap((element) =>
      element.ignores.map((ignore) => ({
        ignore,
        element,
        code: this.codes.get(ignore.code.text)?.code,
        isInForce: ignore.until === undefined || ignore.until.date >= plan.statusDate.date,
      })),
    )
    for (const one of this.given) {
      if (one.code === undefined || !one.isInForce) continue
      const known = this.byCode.get(one.code)
      if (known) known.push(one)
      else this.byCode.set(one.code, [one])
    }
  }

  /** True when an `ignore` in force covers the finding's place; remembers that it was needed. */
  silences(finding: RawFinding): boolean {
    if (finding.rule.cannotBeIgnored) return false
    const { file, start, end } = finding.place
    const covering = (this.byCode.get(finding.rule.code) ?? []).filter(
      ({ element: { extent } }) => extent.file === file && extent.start <= start && end <= extent.end,
    )
    for (const { ignore } of covering) this.used.add(ignore)
    return covering.length > 0
  }

  /** What is to be said about the clauses themselves; call after `silences` has seen every finding. */
  findings(levels: ReadonlyMap<string, RuleLevel>): RawFinding[] {
    return this.given.flatMap(({ ignore, element, code, isInForce }): RawFinding[] => {
      const about = { about: element, place: ignore.code.place }
      if (code === undefined) {
        const near = suggestions(ignore.code.text, this.codes.keys())
        const fixes = near.map((one) => ({
          title: one,
          isSafe: false,
          changes: [{ type: 'replace' as const, place: ignore.code.place, text: `"${one}"` }],
        }))
        const message = unknownRuleMessage(ignore.code.text, near)
        return [
          {
            ...about,
            rule: unknownRule,
            message,
            level: levels.get(unknownRule.code) ?? 'off',
            details: { other: ignore.code.text, fixes },
          },
        ]
      }
      const level = levels.get(code)
      if (!isInForce || this.used.has(ignore) || level === undefined || level === 'off' || this.codes.get(code)?.cannotBeIgnored) return []
      const details = { other: code, fixes: [removeIgnore(ignore, true)], tags: ['unnecessary' as const] }
      return [
        {
          ...about,
          place: ignore.place,
          rule: ignoreWithoutEffect,
          message: ignoreWithoutEffectMessage(ignore),
          level: levels.get(ignoreWithoutEffect.code) ?? 'off',
          details,
        },
      ]
    })
  }
}
