import { t } from '@vscode/l10n'
import type { Measure } from '../../plan/elements/elements.js'
import { dependencyOrder } from '../../plan/formula/order.js'
import type { Plan } from '../../plan/model/plan.js'
import { sameDimension } from '../../plan/quantity/units.js'
import { levels, type ReportFinding, rule } from '../engine/rule.js'

export const partOfMismatch = rule({
  code: 'formula/part-of-mismatch',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A part is counted in the unit and for the spans of its whole.',
  why: 'Only then can the two be compared, and a part that is larger than its whole be found.',
  fix: 'Correct the unit or the grain of one of them, or drop `part of`.',
  bad: 'measure answers_in_time "Questions answered in time" in answers per month sum part of guideline_questions from hubrunner',
  good: 'measure answers_in_time "Questions answered in time" in questions per month sum part of guideline_questions from hubrunner',
  check(plan, report) {
    const measures = plan.all('measure')
    const { loops } = dependencyOrder(
      measures.map((measure) => measure.name),
      (name) => {
        const whole = wholeOf(plan, plan.find({ name }, 'measure'))
        return whole ? [whole.name] : []
      },
    )
    for (const loop of loops) reportLoop(plan, loop, report)
    const inLoop = new Set(loops.flat())
    for (const part of measures) if (!inLoop.has(part.name)) reportPair(plan, part, report)
  },
})

function wholeOf(plan: Plan, part: ReturnType<Plan['byName']>): Measure | undefined {
  return part?.kind === 'measure' ? plan.find(part.partOf, 'measure') : undefined
}

function reportLoop(plan: Plan, loop: readonly string[], report: ReportFinding): void {
  const [first] = loop
  const measure = first === undefined ? undefined : plan.find({ name: first }, 'measure')
  if (measure?.kind !== 'measure' || !measure.partOf) return
  const path = [measure.name]
  for (let next = wholeOf(plan, measure); next && path.length <= loop.length; next = wholeOf(plan, next)) path.push(next.name)
  const message = t('`{measure}` is a part of itself: {path}. Drop one `part of`.', {
    measure: measure.name,
    path: path.map((name) => `\`${name}\``).join(' → '),
  })
  const related = loop.slice(1).flatMap((name) => {
    const member = plan.find({ name }, 'measure')
    return member ? [{ place: member.place, message: t('`{measure}` is in the loop', { measure: name }) }] : []
  })
  report(measure.partOf, message, { about: measure, other: measure.partOf.name, related })
}

function reportPair(plan: Plan, part: Measure, report: ReportFinding): void {
  const whole = wholeOf(plan, part)
  if (!whole || !part.partOf) return
  const [unit, wholeUnit] = [part.in?.unit, whole.in?.unit]
  const [grain, wholeGrain] = [part.per?.grain ?? unit?.grain, whole.per?.grain ?? wholeUnit?.grain]
  const parts = {
    part: part.name,
    whole: whole.name,
    unit: part.in?.text ?? '',
    wholeUnit: whole.in?.text ?? '',
    grain: grain ?? '',
    wholeGrain: wholeGrain ?? '',
  }
  const message =
    unit && wholeUnit && !sameDimension(unit, wholeUnit)
      ? t(
          '`{part}` is in {unit} and its whole `{whole}` in {wholeUnit}. They cannot be compared. Give both one unit, or drop `part of`.',
          parts,
        )
      : grain && wholeGrain && grain !== wholeGrain
        ? t(
            '`{part}` is per {grain} and its whole `{whole}` per {wholeGrain}. They cannot be compared. Give both one grain, or drop `part of`.',
            parts,
          )
        : undefined
  const related = [{ place: whole.place, message: t('The whole, `{whole}`', parts) }]
  if (message) report(part.partOf, message, { about: part, other: whole.name, related })
}
