import { t } from '@vscode/l10n'
import type { Ref } from '../../plan/elements/ref.js'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { livingGoals } from './smart.js'

export const evidenceEmpty = rule({
  code: 'smart/evidence-empty',
  levels: levels('-', 'W', 'W'),
  isDated: true,
  summary: 'What is given as evidence holds something.',
  why: 'A number without values, a task that is not done and a review still to come show nothing yet.',
  fix: 'Add the actuals, or name other evidence.',
  bad: exampleGoal({ more: 'given      complaint_rate' }),
  good: exampleGoal({ more: 'given      email_churn' }),
  inBrief: (count) => t('{count} goals are given evidence that shows nothing yet', { count }),
  check(plan, report) {
    for (const { goal } of livingGoals(plan)) {
      for (const ref of goal.given) {
        const message = emptiness(plan, ref)
        if (message) report(ref, message, { about: goal, other: ref.name })
      }
    }
  },
})

function emptiness(plan: Plan, ref: Ref): string | undefined {
  const element = plan.find(ref, 'measure', 'metric', 'task', 'review')
  const name = ref.name
  switch (element?.kind) {
    case 'measure':
    case 'metric':
      if (actualsOf(plan, element.name).length > 0) return undefined
      return t('`given {name}` shows nothing yet: there are no actuals for it. Add actuals, or name other evidence.', { name })
    case 'task':
      if (element.mark === 'done') return undefined
      return t('`given {name}` shows nothing yet: the task is not done. Name other evidence.', { name })
    case 'review':
      if (!element.on || element.on.date <= plan.statusDate.date) return undefined
      return t('`given {name}` shows nothing yet: the review is on {date}. Name other evidence.', { name, date: element.on.date })
    default:
      return undefined
  }
}
