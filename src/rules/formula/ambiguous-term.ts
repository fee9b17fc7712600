import { t } from '@vscode/l10n'
import { ambiguousTerm as termOf } from '../../plan/dictionary/dictionary.js'
import { isSameShape, shapeOf, shapeOfText, standardName } from '../../plan/dictionary/formula-shape.js'
import type { AmbiguousTerm } from '../../plan/dictionary/readings.js'
import type { Metric } from '../../plan/elements/elements.js'
import { bare } from '../../plan/formula/walk.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses, quoted } from '../fixes/fixes.js'

export const ambiguousTerm = rule({
  code: 'formula/ambiguous-term',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'A metric whose name means several things says which one is meant.',
  why: 'Web traffic is sessions to some and visitors to others. Two readers of one report then see two numbers.',
  fix: 'Add a `note` that says which reading is meant.',
  bad: `measure sessions "Sessions" in sessions per month sum from hubrunner
metric web_traffic "Web traffic" in sessions per month kpi = sessions`,
  good: `measure sessions "Sessions" in sessions per month sum from hubrunner
metric web_traffic "Web traffic" in sessions per month kpi note "Sessions, not visitors" = sessions`,
  check(plan, report) {
    for (const element of plan.all('metric')) {
      const term = termOf(element.name) ?? termOf(element.title?.text ?? '')
      if (!term?.asksForNote || element.notes.length > 0 || element.documentation !== undefined) continue
      const name = element.title?.text ?? element.name
      const meant = readingOf(plan, element, term)
      const [first, second] = term.readings.map(({ reading }) => reading)
      const parts = { name, first: first ?? '', second: second ?? '', meant: meant ?? '' }
      const message = meant
        ? t('“{name}” is read as “{first}” by some and as “{second}” by others. Here it is “{meant}”; say so in a note.', parts)
        : t('“{name}” is read as “{first}” by some and as “{second}” by others. Say in a note what it is here.', parts)
      report(element, message, { fixes: meant ? [insertClauses(element, [`note ${quoted(`${name}: ${meant}`)}`])] : [] })
    }
  },
})

/** The reading that the formula has. */
function readingOf(plan: Plan, metric: Metric, term: AmbiguousTerm): string | undefined {
  const formula = metric.formula?.expression
  const node = formula && bare(formula)
  const alias = node?.type === 'name' ? plan.find(node.ref, 'measure') : undefined
  const own = formula && shapeOf(plan, formula)
  const single = alias && standardName(alias)
  return term.readings.find(({ formula: text }) => text !== undefined && (own ? isSameShape(shapeOfText(text), own) : single === text))
    ?.reading
}
