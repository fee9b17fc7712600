import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Change, Fix } from '../../plan/elements/finding.js'
import type { Formula } from '../../plan/elements/formula.js'
import { formulaText } from '../../plan/formula/formula-text.js'
import type { BinaryFormula, FormulaProblem, ProblemOf } from '../../plan/formula/problem.js'
import { bare } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { type NumberFacts, numbers } from '../../plan/numbers/numbers.js'
import type { StatedValue } from '../../plan/numbers/stated-values.js'
import type { Exact, Measurement, Unit } from '../../plan/quantity/quantity.js'
import { formatMeasurement, parseUnit } from '../../plan/quantity/units.js'
import { beginning, type Place, stretch } from '../../plan/text/place.js'
import type { ReportFinding } from '../engine/rule.js'

/** The problems of one code in all formulas of a plan, each with the number that it stands in. */
export function problemsOf<C extends FormulaProblem['code']>(
  plan: Plan,
  ...codes: readonly C[]
): readonly { facts: NumberFacts; problem: ProblemOf<C> }[] {
  const isOfCode = (problem: FormulaProblem): problem is ProblemOf<C> => (codes as readonly string[]).includes(problem.code)
  return numbers(plan).all.flatMap((facts) => facts.problems.filter(isOfCode).map((problem) => ({ facts, problem })))
}

/** A part of a formula as a message shows it, without parentheses around it. */
export function partText(formula: Formula): string {
  return formulaText(bare(formula))
}

/** A unit in a sentence: `USD/lead`, `a ratio`, `a score`. */
export function unitText(unit: Unit): string {
  if (unit.nature === 'ratio') return t('a ratio')
  if (unit.nature === 'score') return t('a score')
  if (unit.nature === 'plain') return t('a number without unit')
  return unit.symbol
}

/** A unit as the language writes it behind `in`, or undefined when it has no such form. A ratio is shown in percent. */
export function writtenUnit(unit: Unit): string | undefined {
  const text = unit.nature === 'ratio' && unit.symbol === 'x' ? '%' : unit.symbol
  return parseUnit(text) ? text : undefined
}

/** The factor taken out of its product; undefined where something is divided by what would be left. */
function withoutFactor(owner: BinaryFormula, literal: Formula): Change | undefined {
  const isRight = bare(owner.right) === literal
  if (!isRight && owner.operator === '/') return undefined
  const [left, right] = [owner.left.place, owner.right.place]
  const place = isRight ? stretch([left, 'end'], [right, 'end']) : stretch([left, 'start'], [right, 'start'])
  return { type: 'replace', place, text: '' }
}

/** The fix that takes a factor out. */
export function dropFactor(owner: BinaryFormula, literal: Formula, isSafe: boolean): readonly Fix[] {
  const change = withoutFactor(owner, literal)
  return change ? [{ title: t('Drop the factor `{factor}`', { factor: formulaText(literal) }), changes: [change], isSafe }] : []
}

/** The subject of a sentence about a stated value: `The target`, `The actual of 2027-01`. */
export function statedName(stated: StatedValue): string {
  switch (stated.role) {
    case 'baseline':
      return t('The baseline')
    case 'target':
      return t('The target')
    case 'change':
      return t('The change')
    case 'checkpoint':
      return t('The checkpoint')
    case 'guard':
      return t('The guard')
    case 'effect':
      return t('The effect')
    case 'benchmark':
      return t('The benchmark')
    case 'actual':
      return t('The actual of {period}', { period: stated.window?.text ?? '' })
    case 'bound':
      return t('The bound')
    case 'otherwise':
      return t('The value behind `else`')
  }
}

/** Reports what the reader of the text knows to be wrong with amounts of an element, by the code of a rule. */
export function reportValueFaults(code: string, element: PlanElement, report: ReportFinding): void {
  for (const fault of element.valueFaults)
    if (fault.code === code) report(fault.place, fault.message, { about: element, fixes: fault.fixes })
}

/** A stated value as a message shows it: without the counts, digits grouped by spaces. */
export function valueText(value: Measurement): string {
  return value.text.replaceAll('_', ' ')
}

/** Where the number and unit of a value stand, without the counts behind them. */
export function numberPlace(value: Measurement): Place {
  return beginning(value.place, value.text.length)
}

/** An amount in base units as the language writes it, with that many digits behind the point. */
export function writtenAmount(amount: Exact, unit: Unit, decimals?: number): string {
  return formatMeasurement(amount, unit, decimals).replace(/(?<=\d) (?=\d{3})/g, '_')
}
