import type { GivenClause, Goal, PlanElement, SitedDate, Strategy } from '../../plan/elements/elements.js'
import type { Change } from '../../plan/elements/finding.js'
import { isOpen } from '../../plan/model/active.js'
import type { Plan } from '../../plan/model/plan.js'
import { latestActual } from '../../plan/numbers/actuals.js'
import { addDays, addMonths, daysBetween, monthsPast } from '../../plan/quantity/days.js'
import { followingSpan, nextPeriod, parsePeriod, periodAt, spanText } from '../../plan/quantity/periods.js'
import type { PlainDate, Span } from '../../plan/quantity/quantity.js'
import type { Place } from '../../plan/text/place.js'
import { documentationBefore } from '../parse/documentation.js'
import type { TextEdit } from './text-edit.js'
import { applyEdits, type EditContext, editsOfChange } from './text-edits.js'

/** The days that the next plan is about. */
export interface NextPeriod {
  readonly start: PlainDate
  readonly end: PlainDate
  readonly text: string
}

/**
 * The period behind a plan's own, as long as that: the next quarter behind a quarter, three months behind three months. Undefined for a plan
 * without a period.
 */
export function followingPeriod(strategy: Strategy | undefined): NextPeriod | undefined {
  const period = strategy?.period
  if (!period) return undefined
  if (period.grain) return nextPeriod({ grain: period.grain, end: period.end })
  const { start, end } = followingSpan(period)
  return { start, end, text: inWords(period.text, start, end) }
}

/** Both ends as the other span names its ends: `2027-04 .. 2027-06` behind `2027-01 .. 2027-03`. */
function inWords(written: string, start: PlainDate, end: PlainDate): string {
  const [first, last] = written.split('..').map((word) => parsePeriod(word.trim()))
  const from = first?.ok ? periodAt(first.grain, start) : undefined
  const to = last?.ok ? periodAt(last.grain, end) : undefined
  return from?.start === start && to?.end === end ? `${from.text} .. ${to.text}` : `${start} .. ${end}`
}

/**
 * The text of the plan that follows a plan: people, stakeholders, tools, numbers and what recurs stay; goals that were not met begin from the
 * last actual and wait for a new target; open work waits for new dates; what is done, met or spent goes; lessons become notes.
 * `read` makes a plan of the root file with another text.
 */
export function nextPlanText(plan: Plan, source: string, period: NextPeriod, read: (text: string) => Plan | undefined): string {
  const context: EditContext = { text: (file) => (file === plan.root ? source : undefined), plan }
  const own = plan.elements.filter((element) => element.place.file === plan.root)
  const gone = own.filter((element) => !carriesOn(plan, element))
  const isInside = (place: Place) => gone.some(({ extent }) => extent.start <= place.start && place.end <= extent.end)
  const edits = [
    ...gone
      .filter(({ extent }) => !gone.some((other) => other.extent !== extent && covers(other.extent, extent)))
      .map((element) => removal(element, source)),
    ...own
      .filter(({ place }) => !isInside(place))
      .flatMap((element) => changesIn(plan, element, period, source).flatMap((change) => editsOfChange(change, context))),
  ]
  return withoutLostNames(plan, applyEdits(source, edits).text, read).replace(/\n{3,}/g, '\n\n')
}

function covers(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** An element with the documentation in front of it and the rest of its lines. */
function removal({ extent }: PlanElement, source: string): TextEdit {
  const start = documentationBefore(source, extent.start)?.start ?? extent.start
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const newline = source.indexOf('\n', extent.end)
  const isAlone =
    source.slice(lineStart, start).trim() === '' && /^\s*(?:\/\/.*)?$/.test(source.slice(extent.end, newline < 0 ? undefined : newline))
  return { file: extent.file, start: isAlone ? lineStart : start, end: isAlone && newline >= 0 ? newline + 1 : extent.end, text: '' }
}

function carriesOn(plan: Plan, element: PlanElement): boolean {
  switch (element.kind) {
    case 'actuals':
    case 'review':
    case 'campaign':
    case 'send':
    case 'budget':
    case 'line':
      return false
    case 'goal':
      return element.outcome === undefined || element.outcome.outcome === 'missed'
    case 'task':
      return isOpen(element) && element.evaluates === undefined && element.wrapup === undefined
    case 'milestone':
    case 'decision':
      return isOpen(element)
    case 'phase':
      return element.steps.some((name) => {
        const step = plan.byName(name)
        return step !== undefined && carriesOn(plan, step)
      })
    case 'communication':
    case 'report':
      return element.every !== undefined && element.every.until === undefined
    default:
      return true
  }
}

function changesIn(plan: Plan, element: PlanElement, period: NextPeriod, source: string): readonly Change[] {
  switch (element.kind) {
    case 'strategy':
      return ofStrategy(plan, element, period, source)
    case 'person':
      return past(element.away, element, 'away', period)
    case 'goal':
      return ofGoal(plan, element, period, source)
    case 'task':
    case 'milestone':
    case 'decision':
      return [
        ...(element.isMarkWritten ? [{ type: 'set-mark', markPlace: element.markPlace, mark: 'todo' } as const] : []),
        ...removed(element, ['start', 'due', 'done', 'progress', 'blocked'], source),
      ]
    case 'communication':
      return [
        ...removed(element, ['on'], source),
        ...element.asks.filter((ask) => ask.until).flatMap((ask) => clauseAround(element, ask.place)),
      ]
    case 'report':
      return removed(element, ['on'], source)
    case 'risk':
    case 'assumption':
      return element.checks.flatMap((check) => ('date' in check ? moved(check.date, plan, period) : []))
    default:
      return []
  }
}

function ofStrategy(plan: Plan, strategy: Strategy, period: NextPeriod, source: string): Change[] {
  const lessons = plan.all('review').flatMap((review) => review.lessons.map(({ text }) => text))
  return [
    { type: 'replace', place: strategy.place, text: `${strategy.name}_next` },
    ...(strategy.period ? [{ type: 'replace', place: strategy.period.place, text: period.text } as const] : []),
    ...strategy.clauses
      .filter(({ keyword }) => keyword === 'stage')
      .map(({ place }): Change => ({ type: 'replace', place: lastWord(place, source), text: 'draft' })),
    ...removed(strategy, ['asof'], source),
    ...past(strategy.holidays, strategy, 'holidays', period),
    ...lessons.map((text) => ({ type: 'insert-clause', into: strategy.extent, text: `note "${text.replace(/[\\"]/g, '\\$&')}"` }) as const),
  ]
}

function ofGoal(plan: Plan, goal: Goal, period: NextPeriod, source: string): Change[] {
  const measurables = goal.aims.flatMap((aim): Change[] => {
    const clause = goal.clauses.find((one) => one.keyword === 'measurable' && covers(one.place, aim.number.place))
    if (!clause) return []
    const latest = latestActual(plan, aim.number.name, plan.statusDate.date)
    const { baseline } = aim
    const from = latest
      ? ` from ${latest.value.text} in ${latest.period.text}`
      : baseline
        ? ` from ${baseline.value.text}${baseline.window ? ` in ${baseline.window.text}` : ''}`
        : ''
    const verb = aim.verb ? ` ${aim.verb.verb}` : ''
    return [{ type: 'replace', place: clause.place, text: `measurable ${aim.number.name}${verb}${from}` }]
  })
  const time = goal.clauses.find((one) => one.keyword === 'timebound')
  return [
    ...measurables,
    ...(time ? [{ type: 'replace', place: time.place, text: `timebound  ${spanText(period.start, period.end)}` } as const] : []),
    ...removed(goal, ['checkpoint', 'outcome', 'changed'], source),
  ]
}

function removed(element: PlanElement, keywords: readonly string[], source: string): Change[] {
  return element.clauses
    .filter((clause) => keywords.includes(clause.keyword))
    .map(({ place }) => ({ type: 'remove', place: withComment(place, source) }))
}

/** A clause with the comment behind it, where it has a line of its own. */
function withComment(place: Place, source: string): Place {
  const isFirst = source.slice(source.lastIndexOf('\n', place.start - 1) + 1, place.start).trim() === ''
  const comment = isFirst ? /^[ \t]*\/\/[^\r\n]*/.exec(source.slice(place.end)) : null
  return { ...place, end: place.end + (comment?.[0].length ?? 0) }
}

function lastWord(place: Place, source: string): Place {
  const word = /\w+$/.exec(source.slice(place.start, place.end))?.[0] ?? ''
  return { ...place, start: place.end - word.length }
}

function clauseAround(element: PlanElement, place: Place): Change[] {
  const clause: GivenClause | undefined = element.clauses.find((one) => covers(one.place, place) || covers(place, one.place))
  return clause ? [{ type: 'remove', place: clause.place }] : []
}

/** Takes the days off that lie before the next plan away, when all of a clause do. */
function past(spans: readonly Span[], element: PlanElement, keyword: string, { start }: NextPeriod): Change[] {
  return element.clauses
    .filter((clause) => clause.keyword === keyword)
    .filter((clause) => spans.filter((span) => covers(clause.place, span.place)).every((span) => span.end < start))
    .map(({ place }) => ({ type: 'remove', place }))
}

/** A date as far into the next plan as it was in this one: by months where both begin on the same day of a month, else by days. */
function moved(date: SitedDate, plan: Plan, { start }: NextPeriod): Change[] {
  const from = plan.strategy?.period?.start
  if (from === undefined) return []
  const months = monthsPast(from, start) - 1
  const text = addMonths(from, months) === start ? addMonths(date.date, months) : addDays(start, daysBetween(from, date.date))
  return [{ type: 'replace', place: date.place, text }]
}

/** Takes names of what has gone out of the clauses, one a clause at a time, since each changes the places of the others. */
function withoutLostNames(before: Plan, text: string, read: (text: string) => Plan | undefined): string {
  let current = text
  for (;;) {
    const plan = read(current)
    if (!plan) return current
    const touched = new Set<Place>()
    const changes = plan.refs.flatMap(({ ref, element }): Change[] => {
      if (ref.place.file !== plan.root || plan.isKnown(ref) || !before.isKnown(ref)) return []
      const clause = element.clauses.find((one) => covers(one.place, ref.place))?.place
      if (!clause || touched.has(clause)) return []
      touched.add(clause)
      return [{ type: 'remove-name', place: ref.place, clause }]
    })
    if (changes.length === 0) return current
    const source = current
    const context: EditContext = { text: (file) => (file === plan.root ? source : undefined), plan }
    current = applyEdits(
      current,
      changes.flatMap((change) => editsOfChange(change, context)),
    ).text
    if (current === source) return current
  }
}
