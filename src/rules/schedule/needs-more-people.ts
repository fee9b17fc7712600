import { t } from '@vscode/l10n'
import { isAlive } from '../../plan/alive.js'
import { effortOf } from '../../plan/effort.js'
import { byName } from '../../plan/name-order.js'
import { areAssigneesKnown } from '../../plan/people.js'
import { impossibleShares } from '../../plan/strained-work.js'
import { personName } from '../person-name.js'
import { elementRule, levels } from '../rule.js'
import { inHours } from '../schedule.js'
import { series } from '../wording.js'

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
    if (!isAlive(task)) return
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
