import { t } from '@vscode/l10n'
import type { Strategy } from '../plan/elements/elements.js'
import type { Finding } from '../plan/elements/finding.js'
import type { Plan } from '../plan/model/plan.js'
import { approvalViews } from './derive/approval-view.js'
import { cadenceText, slaViews, tellingViews } from './derive/communication-view.js'
import { findingsByElement } from './derive/findings-by-element.js'
import { goalViews } from './derive/goal-view.js'
import { judgementView } from './derive/judgement-view.js'
import { daysOf, namingOf, type Positions } from './derive/naming.js'
import { numberViews } from './derive/number-view.js'
import { budgetViews, journeyViews, reviewViews, riskViews, scoringViews, toolViews } from './derive/resources-view.js'
import { matrixViews, stakeholderViews } from './derive/stakeholder-view.js'
import { calendarView, personViews, stepViews, workloadViews } from './derive/work-view.js'
import type { PlanView } from './model.js'

/** What the views show of a plan, with what the checker says about it. Nothing in it points back to the plan. */
export function planView(plan: Plan, findings: readonly Finding[], positions: Positions = () => undefined): PlanView {
  const naming = namingOf(plan, positions)
  const found = findingsByElement(plan, findings)
  const { strategy } = plan
  const steps = stepViews(plan, naming, found)
  const root = { file: plan.root, start: 0, end: 0 }
  return {
    version: 1,
    name: strategy?.name ?? plan.root,
    title: strategy?.title?.text || strategy?.name || plan.root,
    isLibrary: plan.isLibrary,
    at: naming.at(strategy?.place ?? root),
    for: strategy?.for?.text,
    summary: strategy?.summary?.text,
    period: daysOf(strategy?.period),
    standing: strategy && standingText(strategy),
    stage: plan.stage,
    statusDate: plan.statusDate.date,
    statusOrigin: plan.statusDate.origin,
    owners: naming.answerers(strategy?.owners ?? []),
    supervisor: naming.answerers(strategy?.supervisor ? [strategy.supervisor] : [])[0],
    unreadable: plan.faults
      .filter((fault) => fault.code === 'plan/syntax')
      .map((fault) => ({ message: fault.message, at: naming.at(fault.place) })),
    judgement: judgementView(plan, naming),
    objectives: plan.all('objective').map(naming.label),
    findings: findings.map(({ code, severity, message, place }) => ({
      code,
      severity,
      message,
      at: naming.at(place),
      about: found.around(place)?.name,
    })),
    problems: plan.all('problem').map((problem) => ({
      ...naming.label(problem),
      hurts: naming.labels(problem.hurts),
      symptoms: problem.symptoms.map((symptom) => symptom.text),
      solutions: problem.solutions.map((solution) => ({ text: solution.text.text, by: naming.labels(solution.by) })),
    })),
    goals: goalViews(plan, naming),
    people: personViews(plan, naming),
    phases: plan.all('phase').map(naming.label),
    steps,
    stakeholders: stakeholderViews(plan, naming),
    matrices: matrixViews(plan, naming),
    numbers: numberViews(plan, naming),
    calendar: calendarView(plan, steps),
    workload: workloadViews(plan, naming),
    tellings: tellingViews(plan, naming),
    slas: slaViews(plan, naming),
    approvals: approvalViews(plan, naming),
    budgets: budgetViews(plan, naming),
    tools: toolViews(plan, naming),
    ...journeyViews(plan, naming),
    scorings: scoringViews(plan, naming),
    risks: riskViews(plan, naming),
    lessons: reviewViews(plan, naming),
    places: naming.places,
  }
}

function standingText({ standing, reviewed }: Strategy): string | undefined {
  if (!standing) return undefined
  const every = reviewed.find((one) => 'every' in one)?.every
  return every ? t('standing, reviewed {cadence}', { cadence: cadenceText(every) }) : t('standing')
}
