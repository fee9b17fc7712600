import { t } from '@vscode/l10n'
import type { Step } from '../../plan/elements/elements.js'
import { goalFacts } from '../../plan/goals/goals.js'
import { isOpen } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { lastWorkingDayUpTo, workingDays } from '../../plan/quantity/calendar.js'
import { addDays } from '../../plan/quantity/days.js'
import type { Window } from '../../plan/quantity/quantity.js'
import { criticalChain } from '../../plan/schedule/critical-chain.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'

export const noSlack = rule({
  code: 'schedule/no-slack',
  levels: levels('-', 'H', 'H'),
  summary: 'A chain that ends on the deadline does not leave days before it unused.',
  why: 'Free days at the end catch a delay; free days before the work are lost.',
  fix: 'Start earlier, so that a buffer stands in front of the deadline.',
  bad: '[ ] task check_churn "Check the churn of the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-29 due 2027-03-31 after build_format',
  good: '[ ] task check_churn "Check the churn of the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-24 due 2027-03-26 after build_format',
  check(plan, report) {
    for (const { goal, horizon, isSettled } of goalFacts(plan).values()) {
      const chain = isSettled || !horizon ? [] : criticalChain(plan, goal)
      const last = chain.at(-1)
      const dates = last && schedule(plan).of(last)
      if (!last || !horizon || !isOpen(last) || (last.kind === 'task' && last.wrapup) || dates?.slack !== 0) continue
      if (dates.ef !== horizon.end && dates.ef !== lastWorkingDayUpTo(plan.calendar, horizon.end)) continue
      const all = workingDays(plan.calendar, horizon.start, horizon.end)
      const unused = all - daysUsed(plan, chain, horizon)
      if (unused * 5 < all || unused === 0) continue
      report(
        goal.timebound ?? goal,
        t(
          'The chain to `{goal}` ends on the last possible day, while {unused} of the {all} working days before it are unused. A buffer at the end is safer.',
          {
            goal: goal.name,
            unused,
            all,
          },
        ),
        {
          about: goal,
          related: chain.map((step) => ({ place: step.place, message: t('`{step}` is in the chain.', { step: step.name }) })),
        },
      )
    }
  },
})

/** Working days of the window on which a task of the chain runs. */
function daysUsed(plan: Plan, chain: readonly Step[], window: Window): number {
  const spans = chain
    .flatMap((step) => {
      const dates = step.kind === 'task' ? schedule(plan).of(step) : undefined
      return dates?.es && dates.ef ? [{ start: dates.es, end: dates.ef }] : []
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1))
  let used = 0
  let from = ''
  for (const span of spans) {
    const [start = ''] = [span.start, from, window.start].sort().reverse()
    const [end = ''] = [span.end, window.end].sort()
    if (end < start) continue
    used += workingDays(plan.calendar, start, end)
    from = addDays(end, 1)
  }
  return used
}
