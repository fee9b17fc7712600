import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { areSkillsOpen, whoCan } from '../../plan/people/skills.js'
import { elementRule, levels } from '../engine/rule.js'

export const skillNotInPlan = elementRule({
  code: 'schedule/skill-not-in-plan',
  levels: levels('W', 'W', 'E'),
  summary: 'Somebody in the plan has every skill that the work requires.',
  why: 'Without the skill the task cannot be done, whoever is assigned.',
  fix: 'Find somebody, plan a training, or correct the word.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format requires statistics',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format requires templates',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (areSkillsOpen(plan)) return
    if (!isActive(task)) return
    for (const skill of task.requires) {
      if (whoCan(plan, skill.word).length > 0) continue
      report(
        skill,
        t('Nobody in the plan has the skill `{skill}`, which `{task}` requires. Find somebody, or plan a training.', {
          skill: skill.word,
          task: task.name,
        }),
        { about: task, other: skill.word },
      )
    }
  },
})
