import { t } from '@vscode/l10n'
import { isActive } from '../../plan/model/active.js'
import { byName } from '../../plan/model/name-order.js'
import { effortOf } from '../../plan/people/effort.js'
import { areAssigneesKnown } from '../../plan/people/people.js'
import { areSkillsOpen, hasSkill, whoCan } from '../../plan/people/skills.js'
import { elementRule, levels } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { personName } from '../wording/person-name.js'
import { series } from '../wording/wording.js'

export const skillNotCovered = elementRule({
  code: 'schedule/skill-not-covered',
  levels: levels('I', 'W', 'W'),
  summary: 'Somebody who works on a task has each skill that it requires.',
  why: 'The people of the task would have to learn it first, while somebody else in the plan can do it.',
  fix: 'Add a person who has the skill, or drop the requirement.',
  bad: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @ben 4h start 2027-03-08 due 2027-03-12 after build_format requires templates',
  good: '[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 4h start 2027-03-08 due 2027-03-12 after build_format requires templates',
  kinds: ['task'],
  checkEach(plan, task, report) {
    if (areSkillsOpen(plan)) return
    if (!isActive(task)) return
    const { assignees } = effortOf(plan, task)
    if (assignees.length === 0 || !areAssigneesKnown(plan, task)) return
    for (const skill of task.requires) {
      const able = byName(whoCan(plan, skill.word))
      const [first] = able
      // What an external team can do is its own affair.
      if (!first || assignees.some((worker) => worker.kind === 'team' || hasSkill(plan, worker, skill.word))) continue
      report(skill, said(task.name, skill.word, byName(assignees).map(personName), able.slice(0, 3).map(personName)), {
        about: task,
        other: skill.word,
        fixes: [insertClauses(task, [`@${first.name}`])],
      })
    }
  },
})

function said(task: string, skill: string, people: readonly string[], able: readonly string[]): string {
  const words = { task, skill, people: series(people), able: series(able) }
  return people.length === 1
    ? t(
        '`{task}` requires `{skill}`, which {people} does not have. Somebody else can do it: {able}. Add them, or drop the requirement.',
        words,
      )
    : t(
        '`{task}` requires `{skill}`, which none of its people ({people}) has. Somebody else can do it: {able}. Add them, or drop the requirement.',
        words,
      )
}
