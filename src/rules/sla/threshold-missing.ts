import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

export const thresholdMissing = rule({
  code: 'sla/threshold-missing',
  levels: levels('I', 'W', 'E'),
  inLibraries: true,
  summary: 'A promise says how fast or how much.',
  why: 'Without a time or an amount nobody can say whether the promise was kept.',
  fix: 'Add `service` with `within` and a time, or with `at least` and an amount per period.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions"
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
      const { name } = sla
      const hasService = isGiven(sla, 'service')
      const hasPromise = isGiven(sla, 'within') || isGiven(sla, 'at least')
      if (hasService && hasPromise) continue
      if (!hasPromise && isGiven(sla, 'rate') && !sla.rate) continue // what it promises is open until the rate can be read
      const clauses = [...(hasService ? [] : ['service "What is done for them"']), ...(hasPromise ? [] : ['within 2wd'])]
      report(
        sla,
        hasPromise
          ? t('`{name}` does not say what is promised. Add `service "…"` in front of the time or amount.', { name })
          : sla.rate
            ? t(
                '`{name}` promises {rate}, and does not say of what: within which time, or at least how much. Add `within 2wd` or `at least 20 leads per month`.',
                { name, rate: sla.rate.value.text },
              )
            : t('`{name}` promises no time and no amount. Add `service "…" within 2wd`.', { name }),
        { fixes: [insertClauses(sla, clauses)] },
      )
    }
  },
})
