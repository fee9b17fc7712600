import { t } from '@vscode/l10n'
import type { InlayHint, InlayHintParams } from 'vscode-languageserver'
import { needsOf } from '../../plan/consistency/needs.js'
import {
  type BudgetLine,
  type Goal,
  isMoment,
  isStep,
  type PlanElement,
  type RelativeDate,
  type Step,
} from '../../plan/elements/elements.js'
import type { RefUse } from '../../plan/elements/source.js'
import { goalFacts, ownFactsOf } from '../../plan/goals/goals.js'
import type { Plan } from '../../plan/model/plan.js'
import { money } from '../../plan/money/money.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { answererBehind } from '../../plan/people/answering.js'
import { compare, divide, formatExact } from '../../plan/quantity/exact.js'
import { formatMeasurement, percentUnit } from '../../plan/quantity/units.js'
import { load } from '../../plan/schedule/load.js'
import { type StepDates, schedule } from '../../plan/schedule/schedule.js'
import { formatMoney } from '../../rules/budget/budget.js'
import { intervalText } from '../../rules/wording/interval.js'
import type { Settings } from '../protocol.js'
import { answering, type Provider } from './provider.js'
import type { FileView } from './session.js'

/** What follows from the text, shown in it: targets, dates, units, shares and load. */
export const inlayHints: Provider = {
  capabilities: { inlayHintProvider: { resolveProvider: false } },
  attach(server) {
    server.connection.languages.inlayHint.on(
      answering<InlayHintParams, InlayHint[]>(server, [], (view, { range }) =>
        hintsIn(
          view,
          view.folder.offsetAt(view.path, range.start),
          view.folder.offsetAt(view.path, range.end),
          server.session.settings.inlayHints,
        ),
      ),
    )
  },
}

interface Hint {
  readonly at: number
  readonly text: string
}

export function hintsIn({ file, plan, folder, path }: FileView, start: number, end: number, settings: Settings['inlayHints']): InlayHint[] {
  const ofElements = file.elements
    .filter(({ extent }) => extent.end >= start && extent.start <= end)
    .flatMap((element) => hintsOf(element, plan, settings))
  const ofNames = settings?.people === false ? [] : answerers(file.refs, plan)
  return [...ofElements, ...ofNames]
    .filter(({ at }) => at >= start && at <= end)
    .map(({ at, text }) => ({ position: folder.positionAt(path, at), label: text, paddingLeft: true }))
}

function hintsOf(element: PlanElement, plan: Plan, settings: Settings['inlayHints'] = {}): Hint[] {
  const behindHead = element.title?.place.end ?? element.place.end
  switch (element.kind) {
    case 'goal':
      return [
        ...(settings.targets === false ? [] : [...targets(element.name, plan), ...needs(element, plan)]),
        ...(settings.dates === false ? [] : inheritedDeadline(element, plan, behindHead)),
      ]
    case 'task':
    case 'milestone':
    case 'decision':
    case 'phase':
      return settings.dates === false ? [] : dates(element, plan, behindHead)
    case 'metric':
      return settings.units === false || element.in ? [] : unit(element.name, plan, behindHead)
    case 'line':
      return settings.shares === false ? [] : share(element, plan)
    case 'person':
    case 'team':
      return settings.load === false ? [] : fullestWeek(element.name, plan, behindHead)
    default:
      return []
  }
}

const answeringClauses: readonly string[] = ['owner', 'supervisor', 'contact', 'escalate to', 'approval']

/** Behind a role or team that answers for something, the person who does. */
function answerers(uses: readonly RefUse[], plan: Plan): Hint[] {
  return uses.flatMap(({ ref, clause }) => {
    if (!answeringClauses.includes(clause)) return []
    const person = answererBehind(plan, ref)
    if (person?.kind !== 'person' || person.name === ref.name) return []
    return [{ at: ref.place.end, text: person.title?.text ?? person.name }]
  })
}

/** The target that follows from baseline and change, where `to` does not say it. */
function targets(name: string, plan: Plan): Hint[] {
  const facts = goalFacts(plan).get(name)
  return (facts?.aims ?? []).flatMap(({ aim, unit: of, computedTarget }) => {
    const at = aim.change?.value.place.end
    if (at === undefined || aim.target || computedTarget === undefined || !of) return []
    return [{ at, text: `= ${formatMeasurement(computedTarget, of)}` }]
  })
}

/** Until when a goal runs that does not say so, and what says it: `by 2027-03-31, from \`retention\``. */
function inheritedDeadline(goal: Goal, plan: Plan, at: number): Hint[] {
  const { deadline, boundBy } = ownFactsOf(plan, goal)
  const from = boundBy === 'objective' ? goal.objective : boundBy === 'strategy' ? plan.strategy?.name : undefined
  return deadline === undefined || from === undefined ? [] : [{ at, text: t('by {date}, from `{from}`', { date: deadline, from }) }]
}

/** What a target needs of the number before it in the funnel: `needs 8 000 visitors; planned 2 000 visitors`. */
function needs(goal: Goal, plan: Plan): Hint[] {
  return needsOf(plan, goal).flatMap(({ target, number, needed, planned }) => {
    const unit = numbers(plan).get(number)?.unit
    const amount = intervalText(unit, needed)
    const at = target.said.aim?.aim.target?.place.end
    if (amount === undefined || at === undefined) return []
    if (!planned) return [{ at, text: t('needs {amount}', { amount }) }]
    return [
      { at, text: t('needs {amount}; planned {planned}', { amount, planned: intervalText(unit, planned.nominal) ?? planned.said.text }) },
    ]
  })
}

function dates(element: PlanElement, plan: Plan, at: number): Hint[] {
  const found = schedule(plan).of(element.name)
  const worked = isStep(element) ? relative(element, found) : []
  if (worked.length > 0) return worked
  if (!found || (found.isStartWritten && found.isEndWritten)) return []
  const start = found.start ?? found.es
  const end = found.end ?? found.ef
  if (!start || !end || (isStep(element) && isMoment(element) && found.isEndWritten)) return []
  const isOpen = found.start === undefined || found.end === undefined
  return [{ at, text: isOpen ? t('≥ {start} .. {end}', { start, end }) : `${start} .. ${end}` }]
}

/** The days that relative dates come to, behind them. */
function relative(step: Step, found: StepDates | undefined): Hint[] {
  const hint = (from: RelativeDate | undefined, date: string | undefined): Hint[] =>
    from ? [{ at: from.place.end, text: date === undefined ? t('= no date yet') : `= ${date}` }] : []
  return [...hint(step.startFrom, found?.start), ...hint(step.dueFrom, found?.due)]
}

function unit(name: string, plan: Plan, at: number): Hint[] {
  const symbol = numbers(plan).get(name)?.unit?.symbol
  return symbol ? [{ at, text: t('in {unit}', { unit: symbol }) }] : []
}

/** The share of a line in its budget; of one that is written as a share, the money. */
function share(line: BudgetLine, plan: Plan): Hint[] {
  const budget = money(plan).budgets.find(({ budget: one }) => one.name === line.budget)
  const amount = budget?.lines.find(({ line: one }) => one === line)?.amount
  const part = amount !== undefined && budget?.total !== undefined ? divide(amount, budget.total) : undefined
  if (line.share && amount !== undefined) return [{ at: line.share.place.end, text: `= ${formatMoney(amount, budget?.currency)}` }]
  const at = line.amount?.place.end
  return part === undefined || at === undefined ? [] : [{ at, text: formatMeasurement(part, percentUnit, 0) }]
}

function fullestWeek(name: string, plan: Plan, at: number): Hint[] {
  const weeks = load(plan).of(name)?.weeks ?? []
  const fullest = weeks.reduce<(typeof weeks)[number] | undefined>(
    (best, week) => (best && compare(best.hours, week.hours) >= 0 ? best : week),
    undefined,
  )
  if (!fullest) return []
  const capacity = fullest.capacity === undefined ? '' : t(' of {hours} h', { hours: formatExact(fullest.capacity, 0) })
  return [{ at, text: t('up to {hours} h{capacity} in {week}', { hours: formatExact(fullest.hours, 0), capacity, week: fullest.week }) }]
}
