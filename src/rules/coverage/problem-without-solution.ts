import { t } from '@vscode/l10n'
import type { Problem } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { isActive } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { appendTo, insertClauses } from '../fixes/fixes.js'

export const problemWithoutSolution = rule({
  code: 'coverage/problem-without-solution',
  levels: levels('I', 'W', 'W'),
  summary: 'Every problem is answered by a goal or a task.',
  why: 'A problem that the plan names and does not work on raises a hope that it will not keep.',
  fix: 'Add `solution "…" by` with the goal or task that answers it.',
  bad: `problem unwanted "Customers get mail they do not want" hurts customers symptom "0.8% leave every month" solution "Clean lists" by keepable_mail
problem slow_sends "A send takes a day" hurts marketers symptom "31 pages of guideline"`,
  good: `problem unwanted "Customers get mail they do not want" hurts customers symptom "0.8% leave every month" solution "Clean lists" by keepable_mail
problem slow_sends "A send takes a day" hurts marketers symptom "31 pages of guideline" solution "One format" by build_format`,
  inBrief: (count) => t('{count} problems have no solution yet', { count }),
  check(plan, report) {
    for (const problem of plan.all('problem')) {
      const answers = problem.solutions.flatMap((solution) => solution.by)
      const isOpen = answers.some((ref) => !plan.isKnown(ref)) || problem.clauses.some((one) => one.keyword === 'solution' && !one.readable)
      if (isOpen || plan.findAll(answers, 'goal', 'task').some(isActive)) continue
      report(problem, t('Nothing answers the problem `{problem}`. Add `solution "…" by` a goal or task.', { problem: problem.name }), {
        fixes: solve(plan, problem),
      })
    }
  },
})

function solve(plan: Plan, problem: Problem): readonly Fix[] {
  const answer = plan.all('goal').find((goal) => isActive(goal)) ?? plan.all('task').find((task) => isActive(task))
  if (!answer) return []
  const unanswered = problem.solutions.find((solution) => solution.by.length === 0)
  if (unanswered) return [appendTo(unanswered, ` by ${answer.name}`)]
  return [insertClauses(problem, [`solution "How it is solved" by ${answer.name}`])]
}
