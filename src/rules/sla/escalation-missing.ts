import { t } from '@vscode/l10n'
import { defaultPerson } from '../../plan/model/defaults.js'
import { hasValueFaultIn, isGiven } from '../../plan/model/given-clauses.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'

export const escalationMissing = rule({
  code: 'sla/escalation-missing',
  levels: levels('-', 'I', 'W'),
  inLibraries: true,
  summary: 'A promise says who is called when it is not kept, and when.',
  why: 'A breach that nobody hears of becomes the custom.',
  fix: 'Add `escalate to` with a person, and `after` with a time.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  measured by guideline_hit_rate
}`,
  good: `sla guideline_answers "Answers to guideline questions" from mops_team to marketers {
  service  "Answer guideline questions" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    for (const sla of plan.all('sla')) {
      const { name, escalate } = sla
      if (escalate && !escalate.after && !hasValueFaultIn(sla, escalate.place)) {
        report(
          escalate,
          t('When `{person}` is called about `{name}` is not said. Add `after` with a time, for example `after 1wd`.', {
            person: escalate.to.name,
            name,
          }),
          {
            about: sla,
            fixes: [appendTo(escalate.to, ' after 1wd')],
          },
        )
      } else if (!isGiven(sla, 'escalate to')) {
        const person = answeringPerson(plan, sla.owners)?.name ?? defaultPerson(plan)
        report(
          sla,
          person
            ? t('If `{name}` is not kept, nobody is called. Add `escalate to {person} after 1wd`.', { name, person })
            : t('If `{name}` is not kept, nobody is called. Add `escalate to` with a person and `after` with a time.', { name }),
          { fixes: person ? [insertClauses(sla, [`escalate to ${person} after 1wd`])] : [] },
        )
      }
    }
  },
})
