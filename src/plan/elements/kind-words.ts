import { t } from '@vscode/l10n'
import type { ElementKind } from './elements.js'

/** The word for a kind of element in a sentence, with its article: `a metric`, `an objective`. */
export function aKind(kind: ElementKind): string {
  return kindWords()[kind]
}

function kindWords(): Record<ElementKind, string> {
  return {
    strategy: t('a strategy'),
    objective: t('an objective'),
    person: t('a person'),
    role: t('a role'),
    team: t('a team'),
    stakeholder: t('a stakeholder'),
    source: t('a source'),
    measure: t('a measure'),
    metric: t('a metric'),
    benchmark: t('a benchmark'),
    actuals: t('a block of actuals'),
    goal: t('a goal'),
    phase: t('a phase'),
    task: t('a task'),
    milestone: t('a milestone'),
    decision: t('a decision'),
    communication: t('a communication'),
    sla: t('an SLA'),
    report: t('a report'),
    channel: t('a channel'),
    campaign: t('a campaign'),
    segment: t('a segment'),
    tool: t('a tool'),
    budget: t('a budget'),
    problem: t('a problem'),
    risk: t('a risk'),
    assumption: t('an assumption'),
    review: t('a review'),
    journey: t('a journey'),
    workflow: t('a workflow'),
    scoring: t('a scoring'),
    line: t('a budget line'),
    stage: t('a journey stage'),
    send: t('a send'),
    score: t('a score'),
    item: t('a checklist item'),
  }
}
