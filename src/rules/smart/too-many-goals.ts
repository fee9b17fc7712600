import { t } from '@vscode/l10n'
import { everyGoal } from '../../plan/goals/goals.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'

// working days of March
const days = ['08', '09', '10', '11', '12', '15', '16']

export const tooManyGoals = rule({
  code: 'smart/too-many-goals',
  levels: levels('-', 'I', 'I'),
  summary: 'A plan has few goals.',
  why: 'Attention thins out: with many goals at once, each gets what is left over.',
  fix: 'Look which goals are means to another, and make them tasks or guards of it.',
  bad: manyGoals(8),
  good: manyGoals(2),
  options: { max: 7 },
  check(plan, report, { max }) {
    const open = everyGoal(plan).filter((facts) => !facts.isSettled)
    if (!plan.strategy || open.length <= max) return
    report(
      plan.strategy,
      t('The plan has {count} goals. Attention thins out beyond about {max}. Consider which of them are means to another.', {
        count: open.length,
        max,
      }),
      { related: open.map(({ goal }) => ({ place: goal.place, message: t('`{goal}` is a goal.', { goal: goal.name }) })) },
    )
  },
})

function manyGoals(count: number): string {
  const goals = Array.from({ length: count - 1 }, (_, index) => {
    const channel = `channel_${index + 2}`
    const name = `keepable_mail_${index + 2}`
    return [
      `channel ${channel} "Channel ${index + 2}" owner ben`,
      exampleGoal({ scope: `scope      ${channel}`, owner: `owner      ${['ben', 'dana', 'chidi', 'summer'][index % 4]}` }, name),
      `[ ] task work_${index + 2} "Shorten the mails" for ${name} @dana 1h start 2027-02-16 due 2027-03-${days[index]} after audit_workflows expects email_churn down`,
    ].join('\n')
  })
  return goals.join('\n')
}
