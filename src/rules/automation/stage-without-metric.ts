import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'

const metrics = `metric form_share "Share of forms" in % per month higher is better bounds 0% .. 100% stage awareness
  = guideline_questions / delivered else none
report journey_report "Journey report" to marketers every month shows form_share owner ben via email`

export const stageWithoutMetric = rule({
  code: 'automation/stage-without-metric',
  levels: levels('-', 'I', 'I'),
  summary: 'Every stage of a journey is measured.',
  why: 'Without a number nobody sees where people stop on their way.',
  fix: 'Tie a metric to the stage with `stage`.',
  bad: `journey buying "The way to a purchase" { stage awareness "Awareness" when "Any form"  stage decision "Decision" when "Score of 65" }
${metrics}`,
  good: `journey buying "The way to a purchase" { stage awareness "Awareness" when "Any form" }
${metrics}`,
  check(plan, report) {
    const measured = new Set(plan.all('metric').flatMap((metric) => (metric.stage ? [metric.stage.name] : [])))
    for (const stage of plan.all('journey').flatMap((journey) => journey.stages)) {
      if (measured.has(stage.name)) continue
      report(stage, t('Nothing measures the stage `{stage}`. Tie a metric to it with `stage {stage}`.', { stage: stage.name }))
    }
  },
})
