import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement } from '../fixes/fixes.js'
import { lastOf } from '../fixes/new-element.js'

export const noneNamed = rule({
  code: 'risk/none-named',
  levels: levels('-', 'I', 'I'),
  summary: 'A plan names what could go wrong.',
  why: 'Every plan rests on something that may not hold. Named early, it can be watched.',
  fix: 'Ask the people in the plan what could go wrong, and add a `risk` or an `assumption`.',
  bad: { text: '', without: ['outage'] },
  good: { text: 'assumption list_size "The list stays between 50 000 and 52 000" owner ben check every month', without: ['outage'] },
  check(plan, report) {
    if (!plan.strategy || plan.strategy.standing || plan.all('risk').length + plan.all('assumption').length > 0) return
    report(plan.strategy, t('The plan names no risk. Ask the people in it what could go wrong.'), { fixes: newRisk(plan) })
  },
})

function newRisk(plan: Plan): readonly Fix[] {
  const after = lastOf(plan, 'task', 'goal')
  if (!after) return []
  const person = defaultPerson(plan)
  const text = [
    `risk ${freeName(plan, 'first_risk')} "What could go wrong" likelihood medium impact medium`,
    ...(person ? [`owner ${person}`] : []),
    'response "What is done if it happens" check every month',
  ].join(' ')
  return [insertElement(after, text, t('Add a risk'))]
}
