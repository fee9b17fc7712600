import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { clausesOf } from '../../plan/model/given-clauses.js'
import { elementRule, levels } from '../engine/rule.js'

export const tooManyConsulted = elementRule({
  code: 'coverage/too-many-consulted',
  levels: levels('-', 'I', 'I'),
  options: { max: 5 },
  summary: 'Few people are consulted on a task.',
  why: 'Everybody who has to be asked can hold the work up.',
  fix: 'Move those who need not decide to `informs`.',
  bad: `person eva "Eva Brandt" skills design
person finn "Finn Roth" skills design
person gina "Gina Neri" skills design
[ ] task tidy_folders "Tidy the folders" for keepable_mail @ben 8h consults summer, dana, chidi, eva, finn, gina start 2027-03-08 due 2027-03-12 expects email_churn down`,
  good: `person eva "Eva Brandt" skills design
person finn "Finn Roth" skills design
person gina "Gina Neri" skills design
[ ] task tidy_folders "Tidy the folders" for keepable_mail @ben 8h consults summer, dana, chidi informs eva, finn, gina start 2027-03-08 due 2027-03-12 expects email_churn down`,
  inBrief: (count) => t('{count} tasks consult many people', { count }),
  kinds: ['task'],
  checkEach(_plan, task, report, { max }) {
    if (!isActive(task)) return
    if (task.consults.length <= max) return
    report(
      clausesOf(task, 'consults')[0] ?? task,
      t('{count} people or groups are consulted on `{task}`. Each of them can hold it up. Inform those who need not decide.', {
        count: task.consults.length,
        task: task.name,
      }),
      { about: task },
    )
  },
})
