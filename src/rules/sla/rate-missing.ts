import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'

export const rateMissing = rule({
  code: 'sla/rate-missing',
  levels: levels('-', 'W', 'W'),
  inLibraries: true,
  summary: 'A promised time says in which share of the cases it holds.',
  why: 'Attainment is a share of cases and not an average: one very late answer must not spoil a month, and many late ones must show.',
  fix: 'Add `rate` with a share and a period, for example `rate 95% per month`.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  good: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      if (!sla.within) continue
      const time = sla.within.text
      if (sla.rate && !sla.rate.per) {
        report(
          sla.rate,
          t('`rate {rate}` has no period, so it is open over which cases it counts. Add `per month`.', { rate: sla.rate.value.text }),
          {
            about: sla,
            fixes: [appendTo(sla.rate.value, ' per month')],
          },
        )
      } else if (!isGiven(sla, 'rate')) {
        report(
          sla,
          t(
            'How often `within {time}` must hold for `{name}` is open. Attainment is a share of cases, not an average. Add `rate 95% per month`.',
            {
              name: sla.name,
              time,
            },
          ),
          { fixes: [insertClauses(sla, ['rate 95% per month'])] },
        )
      }
    }
  },
})
