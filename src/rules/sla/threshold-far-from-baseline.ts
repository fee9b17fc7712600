import { t } from '@vscode/l10n'
import type { Sla } from '../../plan/elements/elements.js'
import { promiseOf, slaMeasurement } from '../../plan/numbers/sla-facts.js'
import { compare, multiply } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { toBase } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'

export const thresholdFarFromBaseline = rule({
  code: 'sla/threshold-far-from-baseline',
  levels: levels('-', 'I', 'W'),
  inLibraries: true,
  summary: 'A promise is within reach of what is done today, or work is planned that brings it there.',
  why: 'A promise that is five times better than today will be broken on its first day unless something changes.',
  fix: 'Plan the task that changes it and let it `expects` the number, or promise less.',
  bad: `measure answer_time "Time to an answer" in wd per month average from hubrunner
actuals answer_time { 2027-01 14wd }
sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by answer_time
}`,
  good: `measure answer_time "Time to an answer" in wd per month average from hubrunner
actuals answer_time { 2027-01 4wd }
sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by answer_time
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      const promise = promiseOf(sla)
      const measurement = slaMeasurement(plan, sla)
      if (!promise || measurement?.says !== 'amount' || !measurement.latest || measurement.isWorkedOn) continue
      if (!isFar(sla, toBase(promise), measurement.latest.value)) continue
      const { row } = measurement.latest
      report(
        promise,
        t('`{number}` was {actual} in {period}, `{sla}` promises {promise}, and no task changes it. Plan the change, or promise less.', {
          number: measurement.number.name,
          actual: row.value.text,
          period: row.period.text,
          sla: sla.name,
          promise: promise.text,
        }),
        { about: sla, other: measurement.number.name, related: [{ place: row.place, message: t('The latest value.') }] },
      )
    }
  },
})

/** More than five times the promised time, or less than a fifth of the promised amount. */
function isFar(sla: Sla, promised: Exact, actual: Exact): boolean {
  return sla.within ? compare(actual, multiply(promised, '5')) > 0 : compare(multiply(actual, '5'), promised) < 0
}
