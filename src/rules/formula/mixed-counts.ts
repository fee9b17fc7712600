import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf } from './formula.js'

export const mixedCounts = rule({
  code: 'formula/mixed-counts',
  levels: levels('I', 'I', 'I'),
  inLibraries: true,
  summary: 'What is added up is of one kind.',
  why: 'A sum of two different things counts neither of them, and its name has to say what it is.',
  fix: 'Give both measures one unit if they count the same kind of thing, or compute two metrics.',
  bad: `measure calls "Calls received" in calls per month sum from hubrunner
metric contact_load "Questions by mail and telephone" in questions per month kpi = guideline_questions + calls`,
  good: `measure calls "Calls received" in questions per month sum from hubrunner
metric contact_load "Questions by mail and telephone" in questions per month kpi = guideline_questions + calls`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/mixed-counts')) {
      const { node, leftUnit, rightUnit } = problem
      const message = t('`{sum}` counts neither {left} nor {right}. If both are the same kind of thing, give them one unit.', {
        sum: partText(node),
        left: leftUnit.symbol,
        right: rightUnit.symbol,
      })
      report(node.operatorPlace, message, { about: facts.element, other: partText(node.right) })
    }
  },
})
