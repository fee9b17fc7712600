import { t } from '@vscode/l10n'
import type { Fix } from '../../plan/elements/finding.js'
import type { AimFacts, DirectionSign } from '../../plan/numbers/aims.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { replaceBy } from '../fixes/fixes.js'
import { livingAims, restated, shown } from './smart.js'

export const directionContradiction = rule({
  code: 'smart/direction-contradiction',
  levels: levels('E', 'E', 'E'),
  inLibraries: true,
  summary: 'Everything in a measurable points one way.',
  why: 'A goal that says `decrease` and names a higher value is read one way by its owner and the other way by a report.',
  fix: 'Swap the values, or correct the verb, the sign, the bound or the metric’s better side.',
  bad: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.90% in 2027-03' }),
  good: exampleGoal({ measurable: 'measurable email_churn decrease from 0.80% in 2026-12 to at most 0.60% in 2027-03' }),
  inBrief: (count) => t('{count} measurables point two ways', { count }),
  check(plan, report) {
    for (const { facts, aim } of livingAims(plan)) {
      const [first] = aim.signs
      const second = aim.signs.find((sign) => sign.sign !== first?.sign)
      if (!first || !second) continue
      const names = { number: aim.aim.number.name, first: said(aim, first), second: said(aim, second) }
      report(
        second.from === 'metric' ? first : second,
        t('`{number}` is pulled two ways: {first}, and {second}. Correct the one that is not meant.', names),
        {
          about: facts.goal,
          other: aim.aim.number.name,
          related: second.from === 'metric' ? [{ place: second.place, message: t('{sign}.', { sign: said(aim, second) }) }] : [],
          fixes: [...swapped(aim), ...otherVerb(aim)],
        },
      )
    }
  },
})

function said({ aim }: AimFacts, { from, sign }: DirectionSign): string {
  const { baseline, target, change, verb } = aim
  switch (from) {
    case 'verb':
      return t('the goal says `{verb}`', { verb: verb?.verb ?? '' })
    case 'change':
      return t('`by {change}` asks for the {side}', {
        change: change?.value.text ?? '',
        side: sign > 0 ? t('upper side') : t('lower side'),
      })
    case 'bound':
      return t('`{bound}` asks for the {side}', { bound: target?.bound ?? '', side: sign > 0 ? t('upper side') : t('lower side') })
    case 'values': {
      const values = { target: target ? shown(target.value) : '', baseline: baseline ? shown(baseline.value) : '' }
      return sign > 0 ? t('{target} is above the baseline {baseline}', values) : t('{target} is below the baseline {baseline}', values)
    }
    case 'metric':
      return sign > 0 ? t('the metric says `higher is better`') : t('the metric says `lower is better`')
  }
}

/** Where only the two values are the wrong way round. */
function swapped({ aim, signs }: AimFacts): Fix[] {
  const { baseline, target } = aim
  const values = signs.find((sign) => sign.from === 'values')
  if (!values || !baseline || !target || signs.some((sign) => sign !== values && sign.sign === values.sign)) return []
  return [
    {
      title: t('Swap the two values'),
      changes: [
        { type: 'replace', place: baseline.value.place, text: restated(target.value) },
        { type: 'replace', place: target.value.place, text: restated(baseline.value) },
      ],
      isSafe: false,
    },
  ]
}

/** Where only the verb differs from all the rest. */
function otherVerb({ aim, signs }: AimFacts): Fix[] {
  const verb = signs.find((sign) => sign.from === 'verb')
  if (!verb || !aim.verb || signs.some((sign) => sign !== verb && sign.sign === verb.sign)) return []
  return [replaceBy(aim.verb, verb.sign > 0 ? 'decrease' : 'increase')]
}
