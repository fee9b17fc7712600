import { t } from '@vscode/l10n'
import { nodesOf } from '../../plan/formula/walk.js'
import { levels, rule } from '../engine/rule.js'

export const typographicOperator = rule({
  code: 'formula/typographic-operator',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Formulas and values use the plain signs `*`, `/` and `-`.',
  why: 'Plain signs can be typed and searched by everyone. The typographic ones come with pasted text and are understood.',
  fix: 'Use `*`, `/` or `-`.',
  bad: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints ÷ delivered else none`,
  good: `metric complaint_rate "Complaint rate" in % per month lower is better bounds 0% .. 100% kpi
  = spam_complaints / delivered else none`,
  check(plan, report) {
    for (const fault of plan.faults) {
      if (fault.code === 'formula/typographic-operator') report(fault, fault.message, { related: fault.related, fixes: fault.fixes })
    }
    for (const metric of plan.all('metric')) {
      if (!metric.formula) continue
      for (const node of nodesOf(metric.formula.expression)) {
        if (node.type !== 'binary' || !node.isTypographic) continue
        const signs = { plain: node.operator, sign: node.operator === '*' ? '×' : node.operator === '/' ? '÷' : '−' }
        const message = t('`{sign}` is understood as `{plain}`. Plain signs can be typed and searched by everyone.', signs)
        const fix = {
          title: t('Use `{plain}`', signs),
          changes: [{ type: 'replace' as const, place: node.operatorPlace, text: node.operator }],
          isSafe: true,
        }
        report(node.operatorPlace, message, { about: metric, other: signs.sign, fixes: [fix] })
      }
    }
  },
})
