import { t } from '@vscode/l10n'
import type { Formula } from '../../plan/elements/formula.js'
import type { Place } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { partText, problemsOf, unitText } from './formula.js'

export const unitMismatch = rule({
  code: 'formula/unit-mismatch',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Only equal units are added, subtracted or compared.',
  why: 'Clicks and dollars have no sum. A formula that adds them computes something that nobody can name.',
  fix: 'Make two metrics of it, or turn one number into the unit of the other first.',
  bad: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric total "Messages and money" in messages per month kpi = delivered + ad_spend`,
  good: `measure ad_spend "Ad spend" in USD per month sum from hubrunner
metric total "Messages and money" in USD/message per month kpi = ad_spend / delivered`,
  check(plan, report) {
    for (const { facts, problem } of problemsOf(plan, 'formula/unit-mismatch')) {
      const parts = {
        left: partText(problem.left),
        leftUnit: unitText(problem.leftUnit),
        right: partText(problem.right),
        rightUnit: unitText(problem.rightUnit),
      }
      report(operatorPlace(problem.node), messageFor(problem.node, parts), { about: facts.element, other: parts.right })
    }
  },
})

type Parts = Readonly<Record<'left' | 'leftUnit' | 'right' | 'rightUnit', string>>

function messageFor(node: Formula, parts: Parts): string {
  if (node.type === 'call')
    return t(
      '`{call}` cannot compare `{left}` ({leftUnit}) and `{right}` ({rightUnit}). Only equal units can be compared. Turn one into the other first.',
      {
        ...parts,
        call: node.name,
      },
    )
  return node.type === 'binary' && node.operator === '-'
    ? t(
        'Cannot subtract `{right}` ({rightUnit}) from `{left}` ({leftUnit}). Only equal units can be subtracted. Use two metrics, or turn one into the other first.',
        parts,
      )
    : t(
        'Cannot add `{left}` ({leftUnit}) and `{right}` ({rightUnit}). Only equal units can be added. Use two metrics, or turn one into the other first.',
        parts,
      )
}

function operatorPlace(node: Formula): Place {
  if (node.type === 'binary') return node.operatorPlace
  return node.type === 'call' ? node.namePlace : node.place
}
