import { t } from '@vscode/l10n'
import type { Ref } from '../../plan/elements/ref.js'
import type { Plan } from '../../plan/model/plan.js'
import { currencyOf } from '../../plan/money/money.js'
import { signOf } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { formatMoney } from './budget.js'

export const paidToolUnused = rule({
  code: 'budget/paid-tool-unused',
  levels: levels('-', 'I', 'I'),
  summary: 'Every tool that costs money is used by something in the plan.',
  why: 'Licences that nobody uses are the easiest money to save.',
  fix: 'Name the tool where it is used, or mark it `retire`.',
  bad: 'tool sendfox "SendFox" kind email_sending costs 1_200 USD per year owner ben keep',
  good: `tool sendfox "SendFox" kind email_sending costs 1_200 USD per year owner ben keep
segment loyal "Loyal readers" rule "Opened five of the last six" consent "double opt-in" from sendfox owner ben
campaign spring "Spring programme" via email for keepable_mail period 2027-03 owner ben { send 2027-03-09 "Spring 1" to loyal }`,
  check(plan, report) {
    const used = usedTools(plan)
    for (const tool of plan.all('tool')) {
      const { costs } = tool
      if (!costs || signOf(costs.value.amount) <= 0 || tool.decision?.decision === 'retire' || used.has(tool.name)) continue
      const amount = formatMoney(costs.value.amount, currencyOf(costs.value))
      const name = tool.name
      report(
        tool,
        costs.per
          ? t('`{name}` costs {amount} per {grain}, and nothing in the plan uses it. Name where it is used, or mark it `retire`.', {
              name,
              amount,
              grain: costs.per,
            })
          : t('`{name}` costs {amount}, and nothing in the plan uses it. Name where it is used, or mark it `retire`.', { name, amount }),
      )
    }
  },
})

function usedTools(plan: Plan): ReadonlySet<string> {
  const refs: (Ref | undefined)[] = [
    ...plan.all('task').flatMap((task) => task.using),
    ...plan.all('measure').map((measure) => measure.from?.origin),
    ...plan.all('source').map((source) => source.from),
    ...plan.all('segment').map((segment) => segment.from),
    ...plan.all('workflow').flatMap((workflow) => workflow.using),
    ...plan.all('scoring').flatMap((scoring) => [...scoring.using, scoring.routes?.using]),
    ...plan.all('tool').flatMap((tool) => tool.connects.filter((ref) => ref.name !== tool.name)),
  ]
  return new Set(refs.flatMap((ref) => (ref ? [ref.name] : [])))
}
