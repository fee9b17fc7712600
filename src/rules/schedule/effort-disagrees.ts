import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { effortOf } from '../../plan/people/effort.js'
import { toExact } from '../../plan/quantity/exact.js'
import { elementRule, levels } from '../engine/rule.js'
import { replaceBy } from '../fixes/fixes.js'
import { inHours } from './schedule.js'

export const effortDisagrees = elementRule({
  code: 'schedule/effort-disagrees',
  levels: levels('W', 'W', 'E'),
  inLibraries: true,
  summary: 'The effort of a task is what its people have together.',
  why: 'The load of the people and the effort of the task would tell two stories.',
  fix: 'Correct one of them, or leave `effort` out: it follows from the hours.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down effort 10h @chidi 4h @ben 4h start 2027-03-08 due 2027-03-12 after build_format',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down effort 8h @chidi 4h @ben 4h start 2027-03-08 due 2027-03-12 after build_format',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (!isActive(task)) return
    const { stated, ofPeople } = effortOf(plan, task)
    if (!task.effort || !stated || !ofPeople || stated.compare(ofPeople) === 0) return
    const sum = toExact(ofPeople)
    report(
      task.effort,
      t('`{task}` has an effort of {stated}, and its people have {sum}. Correct one of them.', {
        task: task.name,
        stated: inHours(stated),
        sum: inHours(ofPeople),
      }),
      { about: task, fixes: sum.includes('/') ? [] : [replaceBy(task.effort, `${sum}h`)] },
    )
  },
})
