import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { byName } from '../../plan/model/name-order.js'
import { effortOf } from '../../plan/people/effort.js'
import { areAssigneesKnown } from '../../plan/people/people.js'
import { impossibleShares } from '../../plan/schedule/strained-work.js'
import { elementRule, levels } from '../engine/rule.js'
import { personName } from '../wording/person-name.js'
import { series } from '../wording/wording.js'
import { inHours } from './schedule.js'

export const needsMorePeople = elementRule({
  code: 'schedule/needs-more-people',
  levels: levels('I', 'W', 'W'),
  summary: 'A task has as many people as it needs, and a large one more than one.',
  why: 'Work that needs two cannot be done by one, and a large task of one person stops when the person is away.',
  fix: 'Assign another person, or split the task.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down needs 2 people @ben 8h start 2027-03-08 due 2027-03-12 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down needs 2 people @ben 8h @chidi 4h start 2027-03-08 due 2027-03-12 after build_format',
  options: { hours: 80 },
  kinds: ['task'],
  checkEach(plan, task, report, options) {
    if (!isActive(task)) return
    const { assignees, total } = effortOf(plan, task)
    const [only, ...others] = assignees
    if (!only || !areAssigneesKnown(plan, task) || impossibleShares(plan, task).length > 0) return
    const needed = task.needsPeople
    if (needed && needed.people > assignees.length) {
      const words = { task: task.name, needed: needed.people, count: assignees.length, people: series(byName(assignees).map(personName)) }
      report(
        needed,
        others.length === 0
          ? t('`{task}` needs {needed} people and has one, {people}. Assign another.', words)
          : t('`{task}` needs {needed} people and has {count}: {people}. Assign another.', words),
        { about: task },
      )
    } else if (others.length === 0 && total && total.compare(options.hours) > 0) {
      report(
        task.effort ?? task.assignments[0] ?? task,
        t('`{task}` has {hours}, all for one person, {person}. Assign a second, or split the task.', {
          task: task.name,
          hours: inHours(total),
          person: personName(only),
        }),
        { about: task },
      )
    }
  },
})
