import { t } from '@vscode/l10n'
import type { Milestone } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import type { Plan } from '../../plan/model/plan.js'
import { rational } from '../../plan/quantity/exact.js'
import { hoursOf } from '../../plan/quantity/units.js'
import type { Sited } from '../../plan/text/place.js'
import { levels, rule } from '../engine/rule.js'
import { inHours } from './schedule.js'

export const milestoneWithEffort = rule({
  code: 'schedule/milestone-with-effort',
  levels: levels('I', 'W', 'W'),
  summary: 'A milestone is a moment: it has no hours and no length.',
  why: 'Hours on a milestone belong to work that the plan does not show.',
  fix: 'Make it a task, or move the hours to one.',
  bad: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format @ben 8h',
  good: '[ ] milestone format_live "New format live" for keepable_mail due 2027-03-08 after build_format',
  check(plan, report) {
    for (const milestone of plan.all('milestone')) {
      if (milestone.mark === 'cancelled') continue
      const found = whatIsTooMuch(plan, milestone)
      if (!found) continue
      report(found.at, found.said, { about: milestone, fixes: asTask(milestone) })
    }
  },
})

function whatIsTooMuch(plan: Plan, milestone: Milestone): { readonly at: Sited; readonly said: string } | undefined {
  const { name, effort, start, due } = milestone
  const hours = effort ?? milestone.assignments.find((assignment) => assignment.hours)?.hours
  if (hours) {
    return {
      at: hours,
      said: t('`{milestone}` is a milestone and has {hours}. A milestone is a moment; make it a task, or move the hours to one.', {
        milestone: name,
        hours: inHours(rational(hoursOf(hours, plan.calendar) ?? '0')),
      }),
    }
  }
  if (start && start.date !== due?.date) {
    return {
      at: start,
      said: t('`{milestone}` is a milestone and has a start of its own. A milestone is a moment; make it a task, or drop the `start`.', {
        milestone: name,
      }),
    }
  }
  return undefined
}

function asTask({ keyword }: Milestone): readonly Fix[] {
  return keyword ? [{ title: t('Make it a task'), changes: [{ type: 'replace', place: keyword.place, text: 'task' }], isSafe: false }] : []
}
