import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { problemsOf } from './formula.js'

export const constant = rule({
  code: 'formula/constant',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'A metric rests on at least one measure.',
  why: 'A formula of numbers alone gives the same value for ever, so no work of the plan can change it.',
  fix: 'Let the formula rest on a measure, or write the number where it is used.',
  bad: 'metric answer_score "Score of our answers" in score kpi = 40 + 15',
  good: `measure answer_points "Points for our answers" in score per month last from hubrunner
metric answer_score "Score of our answers" in score kpi = answer_points + 15`,
  check(plan, report) {
    for (const { facts } of problemsOf(plan, 'formula/constant')) {
      if (facts.element.kind !== 'metric' || !facts.element.formula) continue
      const message = t('`{metric}` rests on no measure, so it can never change. Let its formula rest on something that is measured.', {
        metric: facts.name,
      })
      report(facts.element.formula, message, { about: facts.element })
    }
  },
})
