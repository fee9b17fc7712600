import { t } from '@vscode/l10n'
import { compare } from '../../plan/quantity/exact.js'
import { toBase } from '../../plan/quantity/units.js'
import { levels, rule } from '../engine/rule.js'

export const rateOf100Percent = rule({
  code: 'sla/rate-of-100-percent',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  summary: 'A promise leaves room for a bad day.',
  why: 'A rate of 100% is broken by the first exception, and then it says nothing for the rest of the period.',
  fix: 'Promise a rate between 90% and 98%.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 100% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  good: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 98% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      if (sla.rate?.value.unit.nature !== 'ratio' || compare(toBase(sla.rate.value), '1') !== 0) continue
      report(
        sla.rate,
        t('`{name}` promises 100%, which leaves no room for one sick day. Most teams promise 90% to 98%.', { name: sla.name }),
        { about: sla },
      )
    }
  },
})
