import { t } from '@vscode/l10n'
import type { Sla } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { clausesOf, isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { promiseOf, slaMeasurement } from '../../plan/numbers/sla-facts.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const notMeasured = rule({
  code: 'sla/not-measured',
  levels: levels('-', 'I', 'W'),
  inLibraries: true,
  summary: 'A number shows whether a promise is kept.',
  why: 'A promise that nobody measures is kept in the opinion of those who gave it, and broken in that of the others.',
  fix: 'Add `measured by` with the share of cases that were in time, or with a number of the promise’s unit.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
}`,
  good: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      const { name } = sla
      if (!isGiven(sla, 'measured by')) {
        report(sla, t('Nothing measures `{name}`. Add `measured by` with the share of cases in which it was kept.', { name }), {
          fixes: measureBy(plan, sla),
        })
        continue
      }
      const measurement = slaMeasurement(plan, sla)
      if (!sla.measuredBy || measurement?.says !== 'neither' || measurement.isWorkedOn) continue
      report(
        sla.measuredBy,
        t(
          '`{number}` is neither a share of cases nor of the unit of `{promise}`, so it cannot show whether `{name}` is kept. Name a number that can.',
          {
            number: measurement.number.name,
            promise: promiseOf(sla)?.text ?? '',
            name,
          },
        ),
        { about: sla, other: measurement.number.name },
      )
    }
  },
})

/** The first ratio whose name shares a word with the promise and that measures no other one. */
function measureBy(plan: Plan, sla: Sla): readonly Fix[] {
  const taken = new Set(plan.all('sla').flatMap((one) => (one.measuredBy ? [one.measuredBy.name] : [])))
  const words = new Set(wordsIn(sla))
  const facts = numbers(plan)
  const number = plan
    .all('metric')
    .find(
      (metric) =>
        !taken.has(metric.name) && facts.get(metric.name)?.unit?.nature === 'ratio' && wordsIn(metric).some((word) => words.has(word)),
    )
  return number && clausesOf(sla, 'measured by').length === 0 ? [insertClauses(sla, [`measured by ${number.name}`])] : []
}

function wordsIn(element: { readonly name: string }): readonly string[] {
  return element.name.split('_').filter((word) => word.length > 3)
}
