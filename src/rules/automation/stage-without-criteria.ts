import { t } from '@vscode/l10n'
import { isGiven } from '../../plan/model/given-clauses.js'
import { levels, rule } from '../engine/rule.js'
import { insertClauses } from '../fixes/fixes.js'

const metrics = `metric form_share "Share of forms" in % per month higher is better bounds 0% .. 100% stage awareness
  = guideline_questions / delivered else none
report journey_report "Journey report" to marketers every month shows form_share owner ben via email`

export const stageWithoutCriteria = rule({
  code: 'automation/stage-without-criteria',
  levels: levels('I', 'W', 'W'),
  inLibraries: true,
  summary: 'Every journey stage says when somebody enters it.',
  why: 'Without a criterion marketing and sales count different people in the same stage.',
  fix: 'Add `when` with the event or the score that counts.',
  bad: `journey buying "The way to a purchase" { stage awareness "Awareness" }
${metrics}`,
  good: `journey buying "The way to a purchase" { stage awareness "Awareness" when "Any form" }
${metrics}`,
  check(plan, report) {
    for (const stage of plan.all('journey').flatMap((journey) => journey.stages)) {
      if (isGiven(stage, 'when')) continue
      report(stage, t('When somebody enters `{stage}` is not said. Add `when "Score of 65"`.', { stage: stage.name }), {
        fixes: [insertClauses(stage, [`when "${t('What brings somebody here')}"`])],
      })
    }
  },
})
