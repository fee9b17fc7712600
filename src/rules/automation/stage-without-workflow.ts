import { t } from '@vscode/l10n'
import type { JourneyStage } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { defaultPerson, freeName, outermost } from '../../plan/model/defaults.js'
import type { Plan } from '../../plan/model/plan.js'
import { levels, rule } from '../engine/rule.js'
import { insertElement, quoted, titleFrom } from '../fixes/fixes.js'

const bad = `journey buying "The way to a purchase" { stage awareness "Awareness" when "Any form"  stage decision "Decision" when "Score of 65" }
metric form_share "Share of forms" in % per month higher is better bounds 0% .. 100% stage awareness
  = guideline_questions / delivered else none
metric answer_share "Share of answers" in % per month higher is better bounds 0% .. 100% stage decision
  = answers_in_time / delivered else none
report journey_report "Journey report" to marketers every month shows form_share, answer_share owner ben via email
workflow welcome "Welcome series" trigger "Form submitted" action "Three mails" stage awareness watch form_share owner ben`

export const stageWithoutWorkflow = rule({
  code: 'automation/stage-without-workflow',
  levels: levels('-', 'I', 'I'),
  summary: 'When a journey is automated, every stage of it has a workflow.',
  why: 'Where no workflow serves a stage, people who reach it are left alone.',
  fix: 'Add a workflow for the stage, or say in a `note` of the stage why it has none.',
  bad,
  good: `${bad}
workflow decide "Call to decide" trigger "Score of 65" action "Sales calls" stage decision watch answer_share owner ben`,
  check(plan, report) {
    const served = new Set(plan.all('workflow').flatMap((workflow) => (workflow.stage ? [workflow.stage.name] : [])))
    for (const journey of plan.all('journey')) {
      if (!journey.stages.some((stage) => served.has(stage.name))) continue
      for (const stage of journey.stages) {
        if (served.has(stage.name) || stage.notes.length > 0) continue
        report(
          stage,
          t('No workflow serves the stage `{stage}`. If people are left alone there on purpose, say so in a note.', { stage: stage.name }),
          { fixes: [newWorkflow(plan, stage)] },
        )
      }
    }
  },
})

function newWorkflow(plan: Plan, stage: JourneyStage): Fix {
  const metric = plan.all('metric').find((candidate) => candidate.stage?.name === stage.name) ?? plan.all('metric')[0]
  const owner = defaultPerson(plan)
  const name = freeName(plan, `serve_${stage.name}`)
  const text = [
    `workflow ${name} ${quoted(titleFrom(name))}`,
    `trigger ${quoted(stage.when?.text ?? t('What starts it'))}`,
    `action "${t('What it does')}"`,
    `stage ${stage.name}`,
    ...(metric ? [`watch ${metric.name}`] : []),
    ...(owner === undefined ? [] : [`owner ${owner}`]),
  ].join(' ')
  return insertElement(outermost(plan, stage), text, t('Add a workflow for `{stage}`', { stage: stage.name }))
}
