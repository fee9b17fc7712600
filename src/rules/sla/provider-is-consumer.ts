import { t } from '@vscode/l10n'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { actorKinds } from '../../plan/model/readable-clauses.js'
import { personsOf } from '../../plan/people/people.js'
import { levels, rule } from '../engine/rule.js'

export const providerIsConsumer = rule({
  code: 'sla/provider-is-consumer',
  levels: levels('W', 'E', 'E'),
  inLibraries: true,
  summary: 'A promise has two sides.',
  why: 'Nobody can hold a promise against themselves.',
  fix: 'Correct `from` or `to`.',
  bad: `sla guideline_answers "Answers to guideline questions" from mops_team to mops_team {
  service  "Answer guideline questions" within 2wd rate 95% per month
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
      const provider = plan.find(sla.from, ...actorKinds)
      const consumer = plan.find(sla.to, ...actorKinds)
      if (!provider || !consumer || !sla.from || !sla.to) continue
      if (provider !== consumer && !areSamePeople(plan, provider, consumer)) continue
      report(
        sla.to,
        provider === consumer
          ? t('`{provider}` promises `{sla}` to itself. A promise needs two sides. Correct `from` or `to`.', {
              provider: provider.name,
              sla: sla.name,
            })
          : t('`{provider}` and `{consumer}` are the same people, so `{sla}` is a promise to themselves. Correct `from` or `to`.', {
              provider: provider.name,
              consumer: consumer.name,
              sla: sla.name,
            }),
        { about: sla, other: provider.name, related: [{ place: sla.from.place, message: t('The provider.') }] },
      )
    }
  },
})

function areSamePeople(plan: Plan, one: PlanElement, other: PlanElement): boolean {
  const people = new Set(personsOf(plan, one))
  const others = personsOf(plan, other)
  return people.size > 0 && people.size === others.length && others.every((person) => people.has(person))
}
