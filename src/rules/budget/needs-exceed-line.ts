import { t } from '@vscode/l10n'
import { exceeds, money } from '../../plan/money/money.js'
import { levels, rule } from '../engine/rule.js'
import { formatMoney } from './budget.js'

export const needsExceedLine = rule({
  code: 'budget/needs-exceed-line',
  levels: levels('I', 'W', 'E'),
  summary: 'What tasks and tools draw from a line fits into it.',
  why: 'The last task to be paid will find the line empty.',
  fix: 'Raise the line, cut a task, or pay it from another line.',
  bad: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  4_200 USD from design
}`,
  good: `[ ] task buy_pictures "Buy pictures for the format" for keepable_mail {
  @chidi 2h
  start  2027-03-01
  due    2027-03-05
  expects email_churn down
  costs  3_500 USD from design
}`,
  check(plan, report) {
    for (const { lines, currency } of money(plan).budgets) {
      for (const { line, amount, need, draws } of lines) {
        if (need === undefined || amount === undefined || !exceeds(need, amount) || draws.length === 0) continue
        const hasTask = draws.some((draw) => plan.find({ name: draw.by }, 'task'))
        const hasTool = draws.some((draw) => plan.find({ name: draw.by }, 'tool'))
        const parts = { need: formatMoney(need, currency), amount: formatMoney(amount, currency), line: line.name }
        report(
          line.amount ?? line,
          hasTask && hasTool
            ? t('The tasks and tools draw {need} from `{line}`, which holds {amount}. Raise the line, or cut one of them.', parts)
            : hasTool
              ? t('The tools draw {need} from `{line}`, which holds {amount}. Raise the line, or drop a tool.', parts)
              : t('The tasks draw {need} from `{line}`, which holds {amount}. Raise the line, or cut a task.', parts),
          {
            about: line,
            related: draws.map((draw) => ({
              place: draw.place,
              message: t('`{name}` draws {amount}', { name: draw.by, amount: formatMoney(draw.amount ?? '0', currency) }),
            })),
          },
        )
      }
    }
  },
})
