import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain'

/** The parts of Chevrotain's parser that a decision reads. */
interface DecidingParser {
  LA(howMuch: number): IToken
}

type Sequence = readonly IProduction[]
type Decision = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0]
type OptionalDecision = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0]

const optionalTypes: Readonly<Record<string, (production: IProduction) => boolean>> = {
  Option: (production) => production instanceof Option,
  Repetition: (production) => production instanceof Repetition,
  RepetitionMandatory: (production) => production instanceof RepetitionMandatory,
}

/**
 * Decides by the next token alone: the alternative, or the optional part, that can begin with it. The grammar is written so that this
 * suffices (LL(1), options greedy). Unlike the general strategies it computes a decision when it is first needed and the first tokens of a
 * rule only once, which makes the parser ready several times sooner.
 */
export class FirstTokenLookahead implements ILookaheadStrategy {
  private readonly firsts = new Map<Rule, readonly TokenType[]>()
  private readonly nullables = new Map<Rule, boolean>()

  validate(): [] {
    return []
  }

  buildLookaheadForAlternation({ rule, prodOccurrence }: Decision) {
    let table: Map<number, number> | undefined
    const compute = () => {
      const choices = new Map<number, number>()
      const alternation = productionsIn(rule.definition).find(
        (one) => one instanceof Alternation && one.idx === prodOccurrence,
      ) as Alternation
      alternation.definition.forEach((alternative, index) => {
        for (const id of this.idsOf(inside(alternative))) if (!choices.has(id)) choices.set(id, index)
      })
      return choices
    }
    return function (this: DecidingParser): number | undefined {
      table ??= compute()
      return table.get(this.LA(1).tokenTypeIdx)
    } as ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> // Chevrotain calls it with the parser as `this`
  }

  buildLookaheadForOptional({ rule, prodOccurrence, prodType }: OptionalDecision) {
    let ids: ReadonlySet<number> | undefined
    const compute = () => {
      const isWanted = optionalTypes[prodType]
      const optional = productionsIn(rule.definition).find((one) => isWanted?.(one) && (one as Option).idx === prodOccurrence)
      return this.idsOf(optional ? inside(optional) : [])
    }
    return function (this: DecidingParser): boolean {
      ids ??= compute()
      return ids.has(this.LA(1).tokenTypeIdx)
    } as ReturnType<ILookaheadStrategy['buildLookaheadForOptional']> // as above
  }

  private idsOf(sequence: Sequence): ReadonlySet<number> {
    return new Set(this.first(sequence).flatMap((type) => [type.tokenTypeIdx ?? 0, ...(type.categoryMatches ?? [])]))
  }

  /** The token types with which a sequence can begin. */
  first(sequence: Sequence): readonly TokenType[] {
    const found: TokenType[] = []
    for (const production of sequence) {
      found.push(...this.firstOfOne(production))
      if (!this.isNullable(production)) break
    }
    return found
  }

  private firstOfOne(production: IProduction): readonly TokenType[] {
    if (production instanceof Terminal) return [production.terminalType]
    if (production instanceof NonTerminal) return this.firstOfRule(production.referencedRule)
    if (production instanceof Alternation) return production.definition.flatMap((alternative) => this.first(inside(alternative)))
    return this.first(inside(production))
  }

  private firstOfRule(rule: Rule): readonly TokenType[] {
    const known = this.firsts.get(rule)
    if (known) return known
    const found = [...new Set(this.first(rule.definition))]
    this.firsts.set(rule, found)
    return found
  }

  private isNullable(production: IProduction): boolean {
    if (production instanceof Terminal) return false
    if (production instanceof Option || production instanceof Repetition) return true
    if (production instanceof Alternation) return production.definition.some((alternative) => this.areNullable(inside(alternative)))
    if (!(production instanceof NonTerminal)) return this.areNullable(inside(production))
    const { referencedRule: rule } = production
    const known = this.nullables.get(rule)
    if (known !== undefined) return known
    const isNullable = this.areNullable(rule.definition)
    this.nullables.set(rule, isNullable)
    return isNullable
  }

  private areNullable(sequence: Sequence): boolean {
    return sequence.every((production) => this.isNullable(production))
  }

  /** For every use of a rule in another, the tokens that can follow it there, by Chevrotain's key; recovery skips to one of them. */
  follows(rules: readonly Rule[]): Record<string, TokenType[]> {
    const follows: Record<string, TokenType[]> = {}
    const walk = (rule: Rule, sequence: Sequence, rest: Sequence): void => {
      sequence.forEach((production, index) => {
        const behind = [...sequence.slice(index + 1), ...rest]
        if (production instanceof NonTerminal)
          follows[`${production.referencedRule.name}${production.idx}_~IN~_${rule.name}`] = [...new Set(this.first(behind))]
        else if (production instanceof Alternation) for (const alternative of production.definition) walk(rule, inside(alternative), behind)
        else if (production instanceof Option) walk(rule, production.definition, behind)
        else if (production instanceof Repetition || production instanceof RepetitionMandatory) {
          walk(rule, production.definition, [new Repetition({ definition: production.definition }), ...behind])
        }
      })
    }
    for (const rule of rules) walk(rule, rule.definition, [])
    return follows
  }
}

/** What options, repetitions and alternatives hold. */
function inside(production: IProduction): Sequence {
  return (production as Option).definition // all productions but terminals and rule calls have one
}

/** All productions of a definition, nested ones included. */
function productionsIn(sequence: Sequence): IProduction[] {
  return sequence.flatMap((production) => {
    const inner = production instanceof Terminal || production instanceof NonTerminal ? [] : inside(production)
    return [production, ...productionsIn(inner)]
  })
}
