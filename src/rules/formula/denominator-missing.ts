import { t } from '@vscode/l10n'
import { standardMetric } from '../../plan/dictionary/dictionary.js'
import { shapeOfText, standardName } from '../../plan/dictionary/formula-shape.js'
import type { NumberElement } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { namesIn, nodesOf } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { type NumberFacts, numbers } from '../../plan/numbers/numbers.js'
import { isBareCount } from '../../plan/quantity/units.js'
import { ratioWordIn } from '../../plan/words/ratio.js'
import { levels, rule } from '../engine/rule.js'

export const denominatorMissing = rule({
  code: 'formula/denominator-missing',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'What is called a rate divides by something.',
  why: 'A count under the name of a rate grows with the list, and readers compare it with real rates.',
  fix: 'Divide by the whole, or give the number a name that says it is a count.',
  bad: `measure hard_bounces "Mails that came back for good" in bounces per month sum from email_platform
measure emails_sent "Mails sent" in messages per month sum at least 1 from email_platform
metric delivery_rate "Delivery rate" in % per month kpi = delivered / emails_sent
metric hard_bounce_rate "Mails that came back for good" in bounces per month kpi = hard_bounces`,
  good: `measure hard_bounces "Mails that came back for good" in bounces per month sum from email_platform
measure emails_sent "Mails sent" in messages per month sum at least 1 from email_platform
metric hard_bounce_rate "Mails that came back for good" in % per month kpi = hard_bounces / emails_sent`,
  check(plan, report) {
    for (const facts of numbers(plan).all) {
      const word = ratioWordIn(facts.name) ?? ratioWordIn(facts.element.title?.text ?? '')
      if (!word || !facts.unit || !isBareCount(facts.unit) || divides(plan, facts)) continue
      const denominator = usualDenominator(plan, facts.element)
      const parts = { number: facts.name, word, unit: facts.unit.bases[0]?.word ?? '', denominator: denominator ?? '' }
      const message = denominator
        ? t('`{number}` is called “{word}” and counts {unit}. Divide by `{denominator}`, or rename it.', parts)
        : t('`{number}` is called “{word}” and counts {unit}. Divide by the whole that it is a part of, or rename it.', parts)
      report(facts.element, message, { fixes: denominator ? dividing(facts.element, denominator) : [] })
    }
  },
})

function dividing(element: NumberElement, denominator: string): readonly Fix[] {
  if (element.kind !== 'metric' || !element.formula || !element.in) return []
  const expression = element.formula.expression
  return [
    {
      title: t('Divide by `{denominator}`', { denominator }),
      changes: [
        { type: 'append', place: expression.place, text: ` / ${denominator}` },
        { type: 'replace', place: element.in.place, text: '%' },
      ],
      isSafe: false,
    },
  ]
}

/** Whether anything is divided in the formula or in one that it rests on; a metric without formula is not judged. */
function divides(plan: Plan, facts: NumberFacts): boolean {
  const { element } = facts
  if (element.kind === 'measure') return false
  if (!element.formula) return true
  const around = [element, ...[...numbers(plan).under(facts.name)].map((name) => plan.find({ name }, 'measure', 'metric'))]
  return around.some((number) => {
    if (number?.kind !== 'metric' || !number.formula) return false
    for (const node of nodesOf(number.formula.expression)) if (node.type === 'binary' && node.operator === '/') return true
    return false
  })
}

/** The denominator that the dictionary has for this metric, if the plan measures it and the formula is one name. */
function usualDenominator(plan: Plan, element: NumberElement): string | undefined {
  const standard = standardMetric(element.name) ?? standardMetric(element.title?.text ?? '')
  const shape = standard && shapeOfText(standard.formula)
  const [name] = shape?.denominator ?? []
  if (name === undefined || shape?.denominator.length !== 1) return undefined
  if (element.kind === 'metric' && element.formula && namesIn(element.formula.expression).length !== 1) return undefined
  return plan.all('measure').find((measure) => standardName(measure) === name)?.name
}
