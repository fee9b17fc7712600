import { t } from '@vscode/l10n'
import type { PlanElement, Sla } from '../../plan/elements/elements.js'
import { defaultPerson, freeName } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { actorKinds } from '../../plan/model/readable-clauses.js'
import { answeringPerson } from '../../plan/people/answering.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement } from '../fixes/fixes.js'

const sales = /(^|[^\p{L}])(sales|vertrieb|vendite)($|[^\p{L}])/iu

export const oneSided = rule({
  code: 'sla/one-sided',
  levels: levels('-', 'I', 'I'),
  summary: 'Marketing and sales promise each other something.',
  why: 'Leads that nobody follows up are wasted, and follow-up without good leads is too: agreements between the two work best with both halves.',
  fix: 'Add an `sla` in the other direction.',
  bad: `sla good_leads "Leads worth calling" from mops_team to sales {
  service  "Hand over qualified leads" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  good: `sla good_leads "Leads worth calling" from mops_team to sales {
  service  "Hand over qualified leads" within 2wd rate 95% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}
sla follow_up "Calls on leads" from sales to mops_team {
  service  "Call every lead" within 1wd rate 90% per month
  escalate to summer after 1wd
  measured by guideline_hit_rate
}`,
  check(plan, report) {
    const promises = plan.all('sla')
    const pairs = new Set(promises.map((sla) => pairOf(sla.from?.name, sla.to?.name)))
    if (promises.some((sla) => [sla.from, sla.to].some((ref) => ref && !plan.find(ref, ...actorKinds)))) return
    const seen = new Set<string>()
    for (const sla of promises) {
      const [provider, consumer] = [plan.find(sla.from, ...actorKinds), plan.find(sla.to, ...actorKinds)]
      if (!provider || !consumer || provider === consumer || !(isSales(provider) || isSales(consumer))) continue
      const pair = pairOf(provider.name, consumer.name)
      if (pairs.has(pairOf(consumer.name, provider.name)) || seen.has(pair)) continue
      seen.add(pair)
      report(
        sla,
        t(
          '`{provider}` promises `{sla}` to `{consumer}`, and `{consumer}` promises nothing in return. Agreements between marketing and sales work best with both halves.',
          {
            provider: provider.name,
            consumer: consumer.name,
            sla: sla.name,
          },
        ),
        { other: consumer.name, fixes: [insertElement(sla, otherHalf(plan, sla, provider, consumer), t('Add the other half'))] },
      )
    }
  },
})

function isSales(element: PlanElement): boolean {
  return sales.test(element.name) || sales.test(element.title?.text ?? '')
}

function pairOf(from: string | undefined, to: string | undefined): string {
  return `${from ?? ''} ${to ?? ''}`
}

function otherHalf(plan: Plan, sla: Sla, provider: PlanElement, consumer: PlanElement): string {
  const person = answeringPerson(plan, sla.owners)?.name ?? defaultPerson(plan)
  const escalation = person ? `\n  escalate to ${person} after 1wd` : ''
  return `sla ${freeName(plan, `${sla.name}_return`)} "What is done in return" from ${consumer.name} to ${provider.name} {\n  service "What is done in return" within 2wd rate 95% per month${escalation}\n}`
}
