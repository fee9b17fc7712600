import { t } from '@vscode/l10n'
import { slaMeasurement } from '../../plan/numbers/sla-facts.js'
import { compare } from '../../plan/quantity/exact.js'
import { toBase } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'

export const rateMissed = rule({
  code: 'sla/rate-missed',
  levels: levels('-', 'I', 'I'),
  summary: 'Promises are kept at the rate that was promised.',
  why: 'A rate that is missed without a word makes the next promise worth less.',
  fix: 'Say in a note or a task what will change, or revise the promise.',
  bad: `actuals guideline_hit_rate { 2027-01 91% }`,
  good: `actuals guideline_hit_rate { 2027-01 96% }`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      const measurement = slaMeasurement(plan, sla)
      if (sla.rate?.value.unit.nature !== 'ratio' || measurement?.says !== 'share' || !measurement.latest) continue
      const { row, value } = measurement.latest
      if (compare(value, toBase(sla.rate.value)) >= 0) continue
      report(
        sla.rate,
        t('`{number}` was {actual} in {period}, and `{sla}` promises {rate}. Say what will change, or revise the promise.', {
          number: measurement.number.name,
          actual: row.value.text,
          period: row.period.text,
          sla: sla.name,
          rate: sla.rate.value.text,
        }),
        { about: sla, other: measurement.number.name, related: [{ place: row.place, message: t('The latest value.') }] },
      )
    }
  },
})
