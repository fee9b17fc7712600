import { t } from '@vscode/l10n'
import type { Workflow } from '../../plan/elements/elements.js'
import { isGiven } from '../../plan/model/given-clauses.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'
import { inTicks, series } from '../wording/wording.js'

export const workflowIncomplete = rule({
  code: 'automation/workflow-incomplete',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'A workflow has a trigger, an action and a number that is watched.',
  why: 'Without a trigger nobody knows when it runs, without an action what it does, and without a number whether it helps.',
  fix: 'Say what starts the workflow, what it then does, and what is watched.',
  bad: 'workflow welcome "Welcome series" action "Three mails in ten days" watch email_churn owner ben using hubrunner',
  good: 'workflow welcome "Welcome series" trigger "Form submitted" action "Three mails in ten days" watch email_churn owner ben using hubrunner',
  check(plan, report) {
    for (const workflow of plan.all('workflow')) {
      const missing = missingParts(plan, workflow)
      if (missing.length === 0) continue
      const clauses = missing.map((part) => part.clause).filter((clause) => clause !== undefined)
      report(
        workflow,
        t('`{name}` has {missing}. {advice}', {
          name: workflow.name,
          missing: series(missing.map((part) => part.what)),
          advice:
            missing.length === 1
              ? (missing[0]?.advice ?? '')
              : t('Add {clauses}.', { clauses: inTicks(missing.map((part) => part.keyword)) }),
        }),
        clauses.length > 0 ? { fixes: [insertClauses(workflow, clauses)] } : {},
      )
    }
  },
})

function missingParts(plan: Plan, workflow: Workflow) {
  const number = [...plan.all('metric'), ...plan.all('measure')][0]
  const parts = [
    {
      keyword: 'trigger',
      what: t('no trigger'),
      advice: t('Say what starts it: `trigger "Form submitted"`.'),
      clause: `trigger "${t('What starts it')}"`,
    },
    {
      keyword: 'action',
      what: t('no action'),
      advice: t('Say what it does: `action "Three mails in ten days"`.'),
      clause: `action "${t('What it does')}"`,
    },
    {
      keyword: 'watch',
      what: t('no number that is watched'),
      advice: t('Add `watch` with a metric.'),
      clause: number && `watch ${number.name}`,
    },
  ]
  return parts.filter((part) => !isGiven(workflow, part.keyword))
}
