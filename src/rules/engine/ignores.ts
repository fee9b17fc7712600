import type { Ignore, PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { suggestions } from '../../plan/text/distance.js'
import { Enclosing } from '../../plan/text/enclosing.js'
import { ignoreWithoutEffect, ignoreWithoutEffectMessage, removeIgnore } from '../hygiene/ignore-without-effect.js'
import { unknownRule, unknownRuleMessage } from '../plan/unknown-rule.js'
import type { RawFinding, Rule, RuleLevel } from './rule.js'

/** The clauses of one element that silence one rule. */
interface Silence {
  readonly element: PlanElement
  isUsed: boolean
}

interface GivenIgnore {
  readonly ignore: Ignore
  readonly element: PlanElement
  /** The rule's present code; undefined for an unknown one. */
  readonly code: string | undefined
  /** Undefined where the clause is not in force or names no rule. */
  readonly silence: Silence | undefined
}

/** The `ignore` clauses of a plan: what they silence, and which of them are unknown or useless. */
export class Ignores {
  private readonly given: readonly GivenIgnore[]
  /** By code and file. */
  private readonly silencesOf = new Map<string, Enclosing<Silence>>()
  private readonly codes: ReadonlyMap<string, Rule>

  constructor(plan: Plan, rules: readonly Rule[]) {
    this.codes = new Map(rules.flatMap((rule) => [rule.code, ...(rule.aliases ?? [])].map((code) => [code, rule] as const)))
    const silences = new Map<string, Silence[]>()
    this.given = plan.elements.flatMap((element) => {
      const ofElement = new Map<string, Silence>()
      return element.ignores.map((ignore) => {
        const code = this.codes.get(ignore.code.text)?.code
        const isInForce = ignore.until === undefined || ignore.until.date >= plan.statusDate.date
        if (code === undefined || !isInForce) return { ignore, element, code, silence: undefined }
        const silence = ofElement.get(code) ?? { element, isUsed: false }
        if (!ofElement.has(code)) put(silences, `${code} ${element.extent.file}`, silence)
        ofElement.set(code, silence)
        return { ignore, element, code, silence }
      })
    })
    for (const [key, members] of silences) this.silencesOf.set(key, new Enclosing(members, ({ element }) => element.extent))
  }

  /** True when an `ignore` in force covers the finding's place; remembers that it was needed. */
  silences(finding: RawFinding): boolean {
    if (finding.rule.cannotBeIgnored) return false
    let isSilenced = false
    for (const silence of this.silencesOf.get(`${finding.rule.code} ${finding.place.file}`)?.holding(finding.place) ?? []) {
      silence.isUsed = true
      isSilenced = true
    }
    return isSilenced
  }

  /** What is to be said about the clauses themselves; call after `silences` has seen every finding. */
  findings(levels: ReadonlyMap<string, RuleLevel>): RawFinding[] {
    return this.given.flatMap(({ ignore, element, code, silence }): RawFinding[] => {
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
      if (!silence || silence.isUsed || level === undefined || level === 'off' || this.codes.get(code)?.cannotBeIgnored) return []
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

function put<T>(lists: Map<string, T[]>, key: string, member: T): void {
  const known = lists.get(key)
  if (known) known.push(member)
  else lists.set(key, [member])
}
