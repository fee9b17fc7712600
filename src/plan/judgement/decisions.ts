import { coverage } from '../coverage/coverage.js'
import { treatmentOf } from '../coverage/treatment.js'
import type { PlanElement } from '../elements/elements.js'
import { isOpen } from '../model/active.js'
import { once } from '../model/once.js'
import type { Plan } from '../model/plan.js'
import { money } from '../money/money.js'
import { answererBehind } from '../people/answering.js'
import { addDays } from '../quantity/days.js'
import { signOf } from '../quantity/exact.js'
import type { PlainDate } from '../quantity/quantity.js'
import { agenda } from '../schedule/agenda.js'
import { load } from '../schedule/load.js'
import { isFirstOverdue } from './age.js'
import { judgedGoals } from './goal.js'
import type { TargetJudgement } from './target.js'

/**
 * What somebody has to decide or do, in the order in which it is told: a decision of the plan that is due within two weeks; an effect without size on a target that is off track; a number without
 * the value that is due; late work without a new day; a week with too much work; a stakeholder whom nobody reaches; a risk that was to be
 * checked; an `ignore` that has run out; money that nothing uses.
 */
export const decisionKinds = ['open', 'effect', 'value', 'late', 'overload', 'gap', 'risk', 'ignore', 'line'] as const
export type DecisionKind = (typeof decisionKinds)[number]

export interface DecisionNeeded {
  readonly kind: DecisionKind
  readonly about: PlanElement
  /** The number, task, week or code that it is about besides. */
  readonly detail: string | undefined
  /** Who answers for it, where the plan says so. */
  readonly owner: PlanElement | undefined
  /** The day that it has to do with. */
  readonly date: PlainDate | undefined
}

/** The decisions needed on the status date, by kind, then by day. One that does not run is not asked for values and spending. */
export const decisionsNeeded = once((plan: Plan): readonly DecisionNeeded[] => {
  if (plan.stage === 'closed') return []
  const isRunning = plan.stage === 'running'
  const found = [
    ...openDecisions(plan),
    ...unsizedEffects(plan),
    ...(isRunning ? valuesDue(plan) : []),
    ...lateWork(plan),
    ...overloads(plan),
    ...gaps(plan),
    ...risks(plan),
    ...lapsedIgnores(plan),
    ...(isRunning ? unusedLines(plan) : []),
  ]
  return found.toSorted((a, b) => decisionKinds.indexOf(a.kind) - decisionKinds.indexOf(b.kind) || compareDays(a.date, b.date))
})

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  if (a === b) return 0
  return (a ?? '9999') < (b ?? '9999') ? -1 : 1
}

function unsizedEffects(plan: Plan): readonly DecisionNeeded[] {
  return judgedGoals(plan).flatMap(({ facts, targets }) =>
    targets
      .filter(({ health }) => health === 'off track')
      .flatMap(({ aim, unsized }) =>
        unsized
          .filter(isOpen)
          .map((task) =>
            decision('effect', task, { detail: aim.aim.number.name, owner: ownerOf(plan, task, facts.goal), date: facts.deadline }),
          ),
      ),
  )
}

function valuesDue(plan: Plan): readonly DecisionNeeded[] {
  const asked = new Map<string, DecisionNeeded>()
  for (const { facts, targets, guards } of judgedGoals(plan)) {
    const isBegun = (facts.start ?? '') <= plan.statusDate.date
    if (!isBegun || facts.isSettled) continue
    const names = [
      ...targets.filter((target) => isValueDue(plan, facts.start, target)).map(({ aim }) => aim.aim.number.name),
      ...guards.filter(({ row, state }) => state === 'unknown' && row === undefined).map(({ guard }) => guard.number.name),
    ]
    for (const name of names) {
      const number = plan.byName(name)
      if (number && !asked.has(name))
        asked.set(name, decision('value', number, { owner: ownerOf(plan, number, facts.goal), date: facts.deadline }))
    }
  }
  return [...asked.values()]
}

function isValueDue(plan: Plan, start: PlainDate | undefined, { because, aim }: TargetJudgement): boolean {
  if (because === 'value too old') return true
  return because === 'no value' && start !== undefined && isFirstOverdue(plan, aim.facts?.grain, start)
}

const soon = 14

function openDecisions(plan: Plan): readonly DecisionNeeded[] {
  const until = addDays(plan.statusDate.date, soon)
  return agenda(plan)
    .filter(({ step, end }) => step.kind === 'decision' && end !== undefined && end <= until)
    .map(({ step, end, accountable, people }) => decision('open', step, { owner: accountable ?? people[0], date: end }))
}

function lateWork(plan: Plan): readonly DecisionNeeded[] {
  return agenda(plan)
    .filter(({ step, daysLate }) => step.kind !== 'decision' && daysLate > 0)
    .map(({ step, end, accountable, people }) => decision('late', step, { owner: people[0] ?? accountable, date: end }))
}

function overloads(plan: Plan): readonly DecisionNeeded[] {
  const monday = addDays(plan.statusDate.date, -6)
  return load(plan).people.flatMap(({ person, weeks }) => {
    const element = plan.byName(person)
    const week = weeks.find(({ isOver, start }) => isOver && start >= monday)
    return element && week ? [decision('overload', element, { detail: week.week, owner: element, date: week.start })] : []
  })
}

function gaps(plan: Plan): readonly DecisionNeeded[] {
  return coverage(plan).stakeholders.flatMap((row) => {
    if (row.isExempt) return []
    const missing = treatmentOf(plan, row)?.gaps.filter((gap) => gap !== 'too often') ?? []
    const isUntold = row.isAffected && coverage(plan).isTellingCertain && row.communications.length === 0
    if (missing.length === 0 && !isUntold) return []
    return [decision('gap', row.stakeholder, { owner: answererBehind(plan, row.stakeholder.contacts[0]) })]
  })
}

function risks(plan: Plan): readonly DecisionNeeded[] {
  return [...plan.all('risk'), ...plan.all('assumption')].flatMap((element) => {
    const days = element.checks.map((check) => ('date' in check ? check.date : check.every.until)?.date ?? '9999')
    const last = days.toSorted().at(-1)
    const about = plan.findAll(element.about, 'task', 'milestone')
    const isOver = about.length > 0 && about.length === element.about.length && about.every((step) => !isOpen(step))
    const isOverdue = last !== undefined && last < plan.statusDate.date
    return isOver || isOverdue ? [decision('risk', element, { owner: ownerOf(plan, element), date: isOverdue ? last : undefined })] : []
  })
}

function lapsedIgnores(plan: Plan): readonly DecisionNeeded[] {
  return plan.elements.flatMap((element) =>
    element.ignores
      .filter(({ until }) => until !== undefined && until.date < plan.statusDate.date)
      .map(({ code, until }) => decision('ignore', element, { detail: code.text, owner: ownerOf(plan, element), date: until?.date })),
  )
}

function unusedLines(plan: Plan): readonly DecisionNeeded[] {
  return money(plan).budgets.flatMap(({ budget, lines }) =>
    lines
      .filter(
        ({ amount, draws, spent }) =>
          amount !== undefined && signOf(amount) > 0 && draws.length === 0 && (spent === undefined || signOf(spent) === 0),
      )
      .map(({ line }) => decision('line', line, { owner: ownerOf(plan, budget) })),
  )
}

function ownerOf(plan: Plan, ...elements: readonly PlanElement[]): PlanElement | undefined {
  for (const element of elements) {
    const owner = 'owners' in element ? answererBehind(plan, element.owners[0]) : undefined
    if (owner) return owner
  }
  return answererBehind(plan, plan.strategy?.owners[0])
}

function decision(
  kind: DecisionKind,
  about: PlanElement,
  { detail, owner, date }: { readonly detail?: string; readonly owner?: PlanElement | undefined; readonly date?: PlainDate | undefined },
): DecisionNeeded {
  return { kind, about, detail, owner, date }
}
