import type { Plan } from '../model/plan.js'
import { type NumberFacts, numbers } from '../numbers/numbers.js'
import { addDays } from '../quantity/days.js'
import { rational } from '../quantity/exact.js'
import type { Window } from '../quantity/quantity.js'
import type { Rational } from '../quantity/rational.js'
import { isBareCount, isDuration, toBase } from '../quantity/units.js'
import { type Expression, variablesIn } from './expression.js'
import { formulaOver, isComputedOver } from './formula-over.js'
import { everything, type Interval, notNegative } from './interval.js'
import type { Equation, Network, Statement } from './propagation.js'
import { limitsOf, type Said } from './statements.js'

/** Something said of one number in one window. */
export interface Claim extends Statement {
  readonly said: Said
  readonly nominal: Interval
}

/** The numbers of one scope in all windows that something is said about, as variables, with the formulas and sums between them. */
export class PlanNetwork implements Network {
  readonly domains: Interval[] = []
  readonly whole: boolean[] = []
  readonly equations: Equation[] = []
  readonly equationsOf: number[][] = []
  readonly claims: Claim[] = []
  private readonly variables = new Map<string, number>()
  private readonly numberOf: (NumberFacts | undefined)[] = []
  private readonly windowOf: Window[] = []
  private readonly fractional: ReadonlySet<string>
  /** The windows that something is said of. */
  private readonly spoken = new Set<string>()
  private readonly saidOf = new Map<string, Said[]>()
  private readonly added = new Set<string>()

  constructor(
    private readonly plan: Plan,
    said: readonly Said[],
    private readonly usersOf: ReadonlyMap<string, readonly NumberFacts[]>,
  ) {
    this.fractional = new Set(said.filter(({ aim }) => (aim?.aim.target?.value.decimals ?? 0) > 0).map(({ number }) => number))
    for (const one of said) {
      const known = this.saidOf.get(one.number)
      if (known) known.push(one)
      else this.saidOf.set(one.number, [one])
      if (!one.window) continue
      this.spoken.add(keyOf(one.window))
      this.variable(one.number, one.window)
    }
    for (let at = 0; at < this.numberOf.length; at++) this.addFormulas(at)
    this.addSums()
    for (let at = 0; at < this.numberOf.length; at++) this.addClaims(at)
  }

  private variable(name: string, window: Window): number {
    const key = `${name} ${keyOf(window)}`
    const known = this.variables.get(key)
    if (known !== undefined) return known
    const facts = numbers(this.plan).get(name)
    const number = this.fresh(domainOf(facts))
    this.variables.set(key, number)
    this.numberOf[number] = facts
    this.windowOf[number] = window
    this.whole[number] = isCounted(facts) && !this.fractional.has(name)
    return number
  }

  private fresh(domain: Interval): number {
    const number = this.domains.length
    this.domains.push(domain)
    this.whole.push(false)
    this.equationsOf.push([])
    return number
  }

  /** The formula of a variable's number, and those that it stands in, for the same days where something is said of these. */
  private addFormulas(variable: number): void {
    const [facts, window] = [this.numberOf[variable], this.windowOf[variable]]
    if (!facts || !window) return
    this.addFormula(facts, window)
    if (this.spoken.has(keyOf(window))) for (const user of this.usersOf.get(facts.name) ?? []) this.addFormula(user, window)
  }

  private addFormula(facts: NumberFacts, window: Window): void {
    const { element } = facts
    const key = `${facts.name} ${keyOf(window)}`
    if (this.added.has(key) || element.kind !== 'metric' || !element.formula) return
    this.added.add(key)
    if (facts.hasError || !facts.isComputable || !isComputedOver(this.plan, facts, element.formula.expression, window)) return
    const variable = (name: string, span: Window) => this.variable(name, span)
    const expression = formulaOver(this.plan, facts, element.formula.expression, window, variable)
    if (!expression) return
    const { otherwise } = element.formula
    const value = otherwise && otherwise !== 'none' ? rational(toBase(otherwise)) : undefined
    this.addEquation(this.variable(facts.name, window), expression, value)
  }

  private addEquation(result: number, expression: Expression, otherwise?: Rational): void {
    const variables = [...new Set([result, ...variablesIn(expression)])]
    const number = this.equations.push({ result, expression, otherwise, variables }) - 1
    for (const variable of variables) this.equationsOf[variable]?.push(number)
  }

  /** The variables that are numbers of the plan. */
  numbersInWindows(): readonly { readonly variable: number; readonly facts: NumberFacts; readonly window: Window }[] {
    return this.numberOf.flatMap((facts, variable) => {
      const window = this.windowOf[variable]
      return facts && window ? [{ variable, facts, window }] : []
    })
  }

  /** The number that a variable stands for. */
  factsOf(variable: number): NumberFacts | undefined {
    return this.numberOf[variable]
  }

  /** The claims, and others besides, by what hangs together through equations. */
  components(more: readonly Claim[] = []): readonly (readonly Claim[])[] {
    const roots = this.domains.map((_, variable) => variable)
    const rootOf = (variable: number): number => {
      let root = variable
      for (let next = roots[root]; next !== undefined && next !== root; next = roots[root]) root = next
      for (let at = variable; at !== root; ) {
        const next = roots[at] ?? root
        roots[at] = root
        at = next
      }
      return root
    }
    for (const { variables } of this.equations) for (const variable of variables) roots[rootOf(variable)] = rootOf(variables[0] ?? variable)
    const byRoot = new Map<number, Claim[]>()
    for (const claim of [...this.claims, ...more]) {
      const root = rootOf(claim.variable)
      const known = byRoot.get(root)
      if (known) known.push(claim)
      else byRoot.set(root, [claim])
    }
    return [...byRoot.values()]
  }

  /** What adds up over time: a longer window is the sum of the shorter ones in it, and of the rest. */
  private addSums(): void {
    const byNumber = new Map<NumberFacts, number[]>()
    for (const [variable, facts] of this.numberOf.entries()) {
      if (!facts) continue
      const list = byNumber.get(facts)
      if (list) list.push(variable)
      else byNumber.set(facts, [variable])
    }
    for (const [facts, variables] of byNumber) {
      if (variables.length < 2) continue
      const inOrder = variables.toSorted((a, b) => this.compareWindows(a, b))
      if (facts.additivity === 'additive') for (const whole of inOrder) this.addSum(facts, whole, inOrder)
      else if (facts.aggregation === 'last') for (const whole of inOrder) this.addLast(whole, inOrder)
    }
  }

  /** By their start, of those with one start the longest first. */
  private compareWindows(a: number, b: number): number {
    const [one, other] = [this.windowOf[a], this.windowOf[b]]
    if (!one || !other || one.start === other.start) return !one || !other || one.end === other.end ? 0 : one.end > other.end ? -1 : 1
    return one.start < other.start ? -1 : 1
  }

  private addSum(facts: NumberFacts, whole: number, inOrder: readonly number[]): void {
    const window = this.windowOf[whole]
    if (!window) return
    const parts: number[] = []
    let covered = ''
    let isGapless = true
    for (const one of inOrder) {
      const part = this.windowOf[one]
      if (!part || one === whole || part.start < window.start || part.end > window.end || part.start <= covered) continue
      if (covered === '' ? part.start !== window.start : addDays(covered, 1) !== part.start) isGapless = false
      covered = part.end
      parts.push(one)
    }
    if (parts.length === 0) return
    const isWhole = isGapless && covered === window.end
    if (!isWhole && domainOf(facts).low === undefined) return
    const rest = isWhole ? [] : [this.fresh(notNegative)]
    const [first, ...more] = [...parts, ...rest].map((variable): Expression => ({ type: 'variable', variable }))
    if (first)
      this.addEquation(
        whole,
        more.reduce((left, right): Expression => ({ type: 'add', left, right }), first),
      )
  }

  /** A snapshot at the end of a longer window is that of the shorter one with the same end. */
  private addLast(whole: number, inOrder: readonly number[]): void {
    const window = this.windowOf[whole]
    const same = inOrder.find(
      (one) => one !== whole && this.windowOf[one]?.end === window?.end && (this.windowOf[one]?.start ?? '') > (window?.start ?? ''),
    )
    if (same !== undefined) this.addEquation(whole, { type: 'variable', variable: same })
  }

  /** What is said of a variable: for exactly its days, or for all days around them. */
  private addClaims(variable: number): void {
    const [facts, window] = [this.numberOf[variable], this.windowOf[variable]]
    if (!facts || !window) return
    const own = this.saidOf.get(facts.name) ?? []
    for (const said of [...own, ...limitsOf(facts)]) {
      const isMeant =
        !said.window ||
        isSame(said.window, window) ||
        (said.role === 'guard' && facts.additivity !== 'additive' && isInside(window, said.window))
      if (isMeant) this.claims.push({ said, variable, interval: said.interval, nominal: said.nominal, hasValue: said.role !== 'limit' })
    }
  }
}

function keyOf({ start, end }: Window): string {
  return `${start}..${end}`
}

function isSame(a: Window, b: Window): boolean {
  return a.start === b.start && a.end === b.end
}

function isInside(inner: Window, outer: Window): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** What holds for a number always: what is counted or timed is never below 0. A metric may be a difference of such numbers. */
function domainOf(facts: NumberFacts | undefined): Interval {
  const isNeverNegative = facts?.element.kind === 'measure' && facts.unit && (isBareCount(facts.unit) || isDuration(facts.unit))
  return isNeverNegative ? notNegative : everything
}

/** Counts of things are whole numbers; their averages are not. */
function isCounted(facts: NumberFacts | undefined): boolean {
  if (facts?.element.kind !== 'measure' || !facts.unit || !isBareCount(facts.unit)) return false
  return facts.aggregation !== 'average' && facts.aggregation !== 'median'
}
