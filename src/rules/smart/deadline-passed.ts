import { t } from '@vscode/l10n'
import { isDeadlineBeforeStart } from '../../plan/goals/goals.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { exampleGoal } from '../examples/smart-example.js'
import { insertClauses } from '../fixes/fixes.js'
import { livingGoals } from './smart.js'

const finished = `[x] task build_format "Build the new email format" for keepable_mail @ben 20h @dana 20h start 2027-02-16 due 2027-03-05 done 2027-03-05
  after audit_workflows affects marketers consults marketers using hubrunner expects email_churn down by 0.08pp`

export const deadlinePassed = rule({
  code: 'smart/deadline-passed',
  levels: levels('-', 'W', 'W', { running: 'E' }),
  isDated: true,
  summary: 'A goal whose deadline has passed has an outcome.',
  why: 'A goal that is neither met nor missed teaches nobody anything, and the next plan starts without its result.',
  fix: 'Record the result with `outcome met`, `missed` or `dropped`.',
  bad: { text: `${finished}\n${exampleGoal({})}`, today: '2027-04-02' },
  good: { text: `${finished}\n${exampleGoal({ more: 'outcome    met on 2027-04-01' })}`, today: '2027-04-02' },
  inBrief: (count) => t('{count} goals are past their deadline and have no outcome', { count }),
  check(plan, report) {
    const today = plan.statusDate.date
    for (const facts of livingGoals(plan)) {
      const { goal, deadline } = facts
      if (deadline === undefined || deadline >= today || isGiven(goal, 'outcome') || isDeadlineBeforeStart(facts)) continue
      const message = t('`{goal}` was due on {deadline} and has no outcome. Record it with `outcome met`, `missed` or `dropped`.', {
        goal: goal.name,
        deadline,
      })
      report(goal.timebound ?? goal, message, {
        about: goal,
        fixes: ['met', 'missed', 'dropped'].map((outcome) => insertClauses(goal, [`outcome ${outcome} on ${today}`])),
      })
    }
  },
})
