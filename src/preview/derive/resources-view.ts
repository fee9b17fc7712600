import type { Workflow } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { money } from '../../plan/money/money.js'
import { formatExact, multiply, round, signOf, sum, toNumber } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { formatMeasurement, toBase } from '../../plan/quantity/units.js'
import { minorDigits } from '../../plan/words/currencies.js'
import type { Amount, BudgetView, JourneyView, PlanView, ReviewView, RiskView, ScoringView, ToolView, WorkflowView } from '../model.js'
import { cadenceText } from './communication-view.js'
import { inOnePiece, type Naming } from './naming.js'

export function budgetViews(plan: Plan, naming: Naming): readonly BudgetView[] {
  return money(plan).budgets.map(({ budget, currency, lines, ...sums }) => {
    const amount = (value: Exact | undefined): Amount | undefined =>
      value === undefined
        ? undefined
        : { value: toNumber(value), text: moneyText([formatExact(value), currency].filter(Boolean).join(' ')) }
    const rows = (given: typeof budget.rows) =>
      given.map((row) => ({ period: row.period.text, amount: moneyText(row.value.text.replaceAll('_', ' ')) }))
    return {
      ...naming.label(budget),
      currency,
      total: amount(sums.total),
      need: amount(sums.need),
      spent: amount(sums.spent),
      committed: amount(sums.committed),
      returns: amount(sums.returns),
      romi: sums.romi === undefined ? undefined : `${formatExact(round(multiply(sums.romi, '100'), 0))}%`,
      owners: naming.answerers(budget.owners),
      lines: lines.map(({ line, draws, ...own }) => ({
        ...naming.label(line),
        amount: amount(own.amount && round(own.amount, minorDigits(currency ?? ''))),
        share: line.share?.text,
        need: amount(own.need),
        spent: amount(own.spent),
        committed: amount(own.committed),
        draws: draws.map((draw) => ({
          by: naming.labelOf({ name: draw.by, place: draw.place }) ?? { name: draw.by, title: draw.by, at: naming.at(draw.place) },
          amount: amount(draw.amount)?.text,
        })),
        periods: rows(line.rows),
      })),
      periods: rows(budget.rows),
    }
  })
}

/** Amounts of money stand below each other: every thousand is set off, in `9 000 EUR` as in `12 000 EUR`. */
function moneyText(text: string): string {
  return inOnePiece(text.replace(/^(-?\d)(?=\d{3}(?:\D|$))/, '$1 '))
}

export function toolViews(plan: Plan, naming: Naming): readonly ToolView[] {
  return plan.all('tool').map((tool) => ({
    ...naming.label(tool),
    kind: tool.is?.word.replaceAll('_', ' '),
    costs:
      tool.costs &&
      moneyText([formatMeasurement(toBase(tool.costs.value), tool.costs.value.unit), tool.costs.per].filter(Boolean).join(' / ')),
    decision: tool.decision?.decision,
    owners: naming.answerers(tool.owners),
    connects: naming.labels(tool.connects),
  }))
}

/** Journeys with the workflows and metrics of their stages, and the workflows of no stage. */
export function journeyViews(plan: Plan, naming: Naming): Pick<PlanView, 'journeys' | 'looseWorkflows'> {
  const byStage = new Map<string, WorkflowView[]>()
  const loose: WorkflowView[] = []
  for (const workflow of plan.all('workflow')) {
    const stage = plan.find(workflow.stage, 'stage')
    const view = workflowView(workflow, naming)
    if (!stage) loose.push(view)
    else if (byStage.has(stage.name)) byStage.get(stage.name)?.push(view)
    else byStage.set(stage.name, [view])
  }
  const journeys = plan.all('journey').map(
    (journey): JourneyView => ({
      ...naming.label(journey),
      stages: journey.stages.map((stage) => ({
        ...naming.label(stage),
        when: stage.when?.text,
        workflows: byStage.get(stage.name) ?? [],
        metrics: plan
          .all('metric')
          .filter((metric) => metric.stage?.name === stage.name)
          .map(naming.label),
      })),
    }),
  )
  return { journeys, looseWorkflows: loose }
}

function workflowView(workflow: Workflow, naming: Naming): WorkflowView {
  return {
    ...naming.label(workflow),
    trigger: workflow.trigger?.text,
    actions: workflow.actions.map((action) => action.text),
    owners: naming.answerers(workflow.owners),
    watches: naming.labels(workflow.watches),
  }
}

export function scoringViews(plan: Plan, naming: Naming): readonly ScoringView[] {
  return plan.all('scoring').map((scoring) => {
    const points = scoring.scores.flatMap((score) => score.points?.amount ?? []).filter((amount) => signOf(amount) > 0)
    return {
      ...naming.label(scoring),
      threshold: scoring.threshold && { value: toNumber(scoring.threshold.amount), text: formatExact(scoring.threshold.amount) },
      reachable: toNumber(sum(points)),
      routesTo: naming.labelOf(scoring.routes?.to),
      scores: scoring.scores.map((score) => ({
        text: score.text.text,
        points: score.points && toNumber(score.points.amount),
        at: naming.at(score.place),
      })),
    }
  })
}

const gravity = { low: 1, medium: 2, high: 3 } as const

/** Risks by likelihood times impact, the gravest first; then assumptions. */
export function riskViews(plan: Plan, naming: Naming): readonly RiskView[] {
  const checksOf = (checks: (typeof risks)[number]['checks']) =>
    checks.map((check) => ('date' in check ? check.date.date : cadenceText(check.every)))
  const risks = plan.all('risk')
  const graded = risks.map((risk): RiskView & { readonly grade: number } => ({
    ...naming.label(risk),
    kind: 'risk',
    likelihood: risk.likelihood?.level,
    impact: risk.impact?.level,
    response: risk.response?.text.text,
    responseBy: naming.labels(risk.response?.by ?? []),
    about: naming.labels(risk.about),
    owners: naming.answerers(risk.owners),
    checks: checksOf(risk.checks),
    grade: gravity[risk.likelihood?.level ?? 'low'] * gravity[risk.impact?.level ?? 'low'],
  }))
  const sorted = graded.sort((a, b) => b.grade - a.grade).map(({ grade: _grade, ...view }) => view)
  const assumptions = plan.all('assumption').map(
    (one): RiskView => ({
      ...naming.label(one),
      kind: 'assumption',
      likelihood: undefined,
      impact: undefined,
      response: undefined,
      responseBy: [],
      about: naming.labels(one.about),
      owners: naming.answerers(one.owners),
      checks: checksOf(one.checks),
    }),
  )
  return [...sorted, ...assumptions]
}

export function reviewViews(plan: Plan, naming: Naming): readonly ReviewView[] {
  return plan.all('review').map((review) => ({
    ...naming.label(review),
    on: review.on?.date,
    about: naming.labels(review.about),
    lessons: review.lessons.map((lesson) => lesson.text),
  }))
}
