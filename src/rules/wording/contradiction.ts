import { t } from '@vscode/l10n'
import type { Contradiction } from '../../plan/consistency/contradictions.js'
import type { Interval } from '../../plan/consistency/interval.js'
import type { Claim } from '../../plan/consistency/network.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { toExact } from '../../plan/quantity/exact.js'
import type { Unit } from '../../plan/quantity/quantity.js'
import { isBareCount } from '../../plan/quantity/units.js'
import type { ReportFinding } from '../engine/rule.js'
import { spanText, writtenIn } from '../smart/smart.js'
import { intervalText } from './interval.js'
import { series } from './wording.js'

/** Reports a contradiction between numbers at the last of its members: what the others make of its number, and what would make it true. */
export function reportContradiction(plan: Plan, report: ReportFinding, { members, at, implied, remedies }: Contradiction): void {
  if (members.length > 1 && members.every(({ said }) => said.number === at.said.number)) return // other rules compare what is said of one number
  const others = members.filter((one) => one !== at)
  const isDated = new Set(members.map(({ said }) => said.window && `${said.window.start} ${said.window.end}`)).size > 1
  const value = valued(plan, at, isDated)
  const given = series(others.map((one) => valued(plan, one, isDated)))
  const result = intervalText(unitOf(plan, at.said.number), implied)
  const [remedy] = remedies.toSorted((a, b) => Number(isCount(plan, b.claim)) - Number(isCount(plan, a.claim)))
  const sentences = [
    others.length === 0
      ? t('{value} cannot be reached: the formula of `{number}` gives {result}.', { value, number: at.said.number, result: result ?? '' })
      : result === undefined
        ? t('{given} and {value} cannot hold together.', { given, value })
        : t('{given} give {result}, and {said}.', { given, result: named(plan, at, result), said: saidOf(at, value) }),
    ...(remedy
      ? [
          t('For that, `{number}` would have to be {needed}.', {
            number: remedy.claim.said.number,
            needed: intervalText(unitOf(plan, remedy.claim.said.number), remedy.needed) ?? '',
          }),
        ]
      : []),
  ]
  const about = at.said.goal
  report(at.said.place, sentences.join(' '), {
    ...(about && { about }),
    other: others.map(({ said }) => said.number).join(' '),
    related: others.map((one): Related => ({ place: one.said.place, message: t('{value} here.', { value: valued(plan, one, isDated) }) })),
    fixes: [...fixOf(plan, at, implied), ...remedies.flatMap(({ claim, needed }) => fixOf(plan, claim, needed))],
  })
}

function saidOf({ said }: Claim, value: string): string {
  if (said.role === 'guard') return t('the guard asks for {value}', { value })
  if (said.role === 'budget') return t('the budget is {value}', { value: said.text.replaceAll('_', ' ') })
  return t('the target is {value}', { value })
}

/** `2 000 visitors`, ``5% for `booking_rate` ``, `at most 50 USD/appointment`; with the days where the members speak of different ones. */
function valued(plan: Plan, claim: Claim, isDated: boolean): string {
  const { said } = claim
  const bare = intervalText(unitOf(plan, claim.said.number), said.nominal) ?? said.text
  const value = named(plan, claim, bare)
  return isDated && said.window ? t('{value} in {window}', { value, window: spanText(said.window) }) : value
}

/** With the number's name, unless its unit says it: `400 appointments` of `appointments`. */
function named(plan: Plan, claim: Claim, value: string): string {
  const { number } = claim.said
  const isSaid = unitOf(plan, number)?.bases.some(({ word }) => number === word || number === `new_${word}`)
  return isSaid ? value : t('{value} for `{number}`', { value, number })
}

function isCount(plan: Plan, { said }: Claim): boolean {
  const unit = unitOf(plan, said.number)
  return unit !== undefined && isBareCount(unit)
}

function unitOf(plan: Plan, number: string): Unit | undefined {
  return numbers(plan).get(number)?.unit
}

/** Writes the one value that the others need in place of a target's. */
function fixOf(plan: Plan, claim: Claim, { low, high }: Interval): Fix[] {
  const unit = unitOf(plan, claim.said.number)
  const written = claim.said.aim?.aim.target
  const end =
    written?.bound === 'at least' ? high : written?.bound === 'at most' ? low : low && high && low.compare(high) === 0 ? low : undefined
  if (!unit || !written || !end) return []
  const text = writtenIn(unit, toExact(isBareCount(unit) ? end.round() : end))
  const title = t('Set the target of `{number}` to {value}', { number: claim.said.number, value: text.replaceAll('_', ' ') })
  return [{ title, changes: [{ type: 'replace', place: written.value.place, text }], isSafe: false }]
}
