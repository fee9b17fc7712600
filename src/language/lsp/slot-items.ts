import { t } from '@vscode/l10n'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { standardMetrics } from '../../plan/dictionary/dictionary.js'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { actualsOf } from '../../plan/numbers/actuals.js'
import { benchmarksOf } from '../../plan/numbers/benchmarks.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { nextPeriod, type Period, periodAt, previousPeriod } from '../../plan/quantity/periods.js'
import { importTarget } from '../../plan/text/import-target.js'
import { currencyCodes } from '../../plan/words/currencies.js'
import { builtInWords } from '../../plan/words/free-words.js'
import { lastOf } from '../../rules/fixes/new-element.js'
import type { FreeUse } from '../table/arguments.js'
import type { Likeness } from '../table/kind.js'
import { kindWord } from '../table/references.js'
import { vocabulary } from '../table/vocabulary.js'
import type { Slot } from './clause-slots.js'
import type { FileView } from './session.js'
import { standardMetricLines } from './standard-metric-text.js'

/** An item whose place in the list is by rank, and whose text is what it is called unless it says otherwise. */
export interface Offer extends CompletionItem {
  readonly label: string
}

/** Where an item is asked for. */
export interface Spot {
  readonly view: FileView
  readonly offset: number
  /** The element around the cursor, as it was read. */
  readonly element: PlanElement | undefined
  /** The names that the clause holds already. */
  readonly taken: ReadonlySet<string>
  readonly keyword: string
}

/** What completion offers for one slot, best first. */
export function offersFor(slot: Slot, spot: Spot): readonly Offer[] {
  switch (slot.type) {
    case 'names':
      return namesFor(slot.kinds, spot)
    case 'words':
      return slot.words.map((label) => ({ label, kind: CompletionItemKind.Keyword }))
    case 'dates':
      return datesFor(spot)
    case 'periods':
      return [...periodsFor(spot), ...datesFor(spot)]
    case 'units':
      return unitsFor(spot)
    case 'values':
      return valuesFor(slot.number, spot)
    case 'money':
      return ['1_000', '5_000', '10_000'].map((amount) => ({ label: `${amount} ${currencyOf(spot.view)}`, kind: CompletionItemKind.Value }))
    case 'columns':
      return columnsFor(spot).map((label) => ({ label, kind: CompletionItemKind.Field, detail: t('column') }))
    case 'free words':
      return freeWordsFor(slot.use, spot)
    default:
      return []
  }
}

function namesFor(kinds: readonly PlanElement['kind'][], { view, offset, element, taken }: Spot): Offer[] {
  const { plan, path } = view
  const wanted = new Set<PlanElement['kind']>(kinds)
  const self = element?.name
  const distance = (one: PlanElement) => (one.place.file === path ? Math.abs(one.place.start - offset) : Number.POSITIVE_INFINITY)
  const found = plan.elements
    .filter((one) => wanted.has(one.kind) && one.name !== '' && one.name !== self && !taken.has(one.name) && plan.byName(one.name) === one)
    .map((one, order) => ({ one, order, far: distance(one) }))
    .sort((a, b) => (a.far === b.far ? a.order - b.order : a.far - b.far))
    .map(
      ({ one }): Offer => ({
        label: one.name,
        kind: kindOf(one.kind),
        detail: kindWord(one.kind),
        ...(one.title && { labelDetails: { description: one.title.text }, filterText: `${one.name} ${one.title.text}` }),
        data: { uri: view.uri, name: one.name },
      }),
    )
  return wanted.has('metric') ? [...found, ...standardNames(view)] : found
}

/** Standard metrics that the plan has not declared; taking one declares it with what it rests on. */
function standardNames(view: FileView): Offer[] {
  const { plan } = view
  const after = lastOf(plan, 'metric', 'measure')
  const offset = after && after.extent.file === view.path ? after.extent.end : view.text.length
  const position = view.folder.positionAt(view.path, offset)
  return standardMetrics
    .filter(({ key }) => !plan.byName(key))
    .map((metric) => ({
      label: metric.key,
      kind: CompletionItemKind.Function,
      detail: t('standard metric'),
      labelDetails: { description: metric.title.en },
      documentation: { kind: 'markdown', value: standardText(metric, view) },
      additionalTextEdits: [
        { range: { start: position, end: position }, newText: `\n${standardMetricLines(metric, plan).join('\n')}${after ? '' : '\n'}` },
      ],
    }))
}

/** A standard metric as Markdown: what would be declared, and what to know of it. */
export function standardText(metric: (typeof standardMetrics)[number], view: FileView): string {
  return ['```mops', ...standardMetricLines(metric, view.plan), '```', metric.note ?? '', metric.unreliable ?? ''].join('\n').trim()
}

const itemKinds: Readonly<Partial<Record<Likeness, CompletionItemKind>>> = {
  actor: CompletionItemKind.Class,
  count: CompletionItemKind.Variable,
  formula: CompletionItemKind.Function,
  step: CompletionItemKind.Event,
  group: CompletionItemKind.Event,
  aim: CompletionItemKind.Interface,
}

function kindOf(kind: PlanElement['kind']): CompletionItemKind {
  return itemKinds[vocabulary[kind].like] ?? CompletionItemKind.Reference
}

function datesFor({ view }: Spot): Offer[] {
  const { plan } = view
  const period = plan.strategy?.period
  const known = new Map<string, string>([[plan.statusDate.date, t('status date')]])
  const add = (date: string, what: string) => {
    if (!known.has(date)) known.set(date, what)
  }
  if (period) {
    add(period.start, t('first day of the plan'))
    add(period.end, t('last day of the plan'))
  }
  for (const goal of plan.all('goal').slice(0, 20))
    if (goal.timebound && 'period' in goal.timebound) add(goal.timebound.period.end, t('deadline of `{goal}`', { goal: goal.name }))
  if (period)
    for (const month of periodsOf('month', period))
      if (month.end <= period.end) add(month.end, t('end of {period}', { period: month.text }))
  return [...known].map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Constant }))
}

const mostPeriods = 30

function periodsOf(grain: Period['grain'], { start, end }: { readonly start: string; readonly end: string }): Period[] {
  const found: Period[] = []
  for (let one = periodAt(grain, start); one.start <= end && found.length < mostPeriods; one = nextPeriod(one)) found.push(one)
  return found
}

function periodsFor({ view }: Spot): Offer[] {
  const { plan } = view
  const around = plan.strategy?.period ?? { start: plan.statusDate.date, end: plan.statusDate.date }
  return (['month', 'quarter', 'year'] as const).flatMap((grain) => {
    const inside = periodsOf(grain, around)
    const [first] = inside
    const all = first ? [...inside, previousPeriod(first)] : inside
    return all.map((one): Offer => ({ label: one.text, kind: CompletionItemKind.Constant, detail: `${one.start} .. ${one.end}` }))
  })
}

/** What the number was and what it is measured against, else something of its unit. */
function valuesFor(name: string, { view }: Spot): Offer[] {
  const { plan } = view
  const said = new Map<string, string>()
  for (const row of actualsOf(plan, name).slice(-3).reverse()) said.set(row.value.text, t('in {period}', { period: row.period.text }))
  for (const { name: benchmark, value } of benchmarksOf(plan, name)) if (value) said.set(value.text, benchmark)
  const symbol = numbers(plan).get(name)?.unit?.symbol ?? ''
  const plain = symbol === '%' || symbol === 'x' ? [`10${symbol}`] : [`100 ${symbol}`.trim()]
  for (const text of plain) if (said.size === 0) said.set(text, t('an example'))
  return [...said].map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Value }))
}

function currencyOf({ plan }: FileView): string {
  return plan.strategy?.currency?.currency ?? 'EUR'
}

function unitsFor({ view }: Spot): Offer[] {
  const used = new Map<string, number>()
  for (const element of view.plan.elements)
    if ((element.kind === 'measure' || element.kind === 'metric') && element.in)
      used.set(element.in.text, (used.get(element.in.text) ?? 0) + 1)
  const own = [...used].sort((a, b) => b[1] - a[1]).map(([unit]) => unit)
  const currency = currencyOf(view)
  const usual = ['%', 'x', currency, 'h', 'days', 'contacts', 'leads', 'emails', 'clicks', 'sessions', `${currency}/lead`, 'points']
  return [...new Set([...own, ...usual])].map((label) => ({
    label,
    kind: CompletionItemKind.Unit,
    ...(used.has(label) && { detail: t('used in this plan') }),
  }))
}

function freeWordsFor(use: Extract<Slot, { type: 'free words' }>['use'], { view, taken }: Spot): Offer[] {
  const own = new Set(ownWords(use, view.plan))
  const usual = usualWords(use)
  return [...new Set([...own, ...usual])]
    .filter((word) => !taken.has(word))
    .map((label) => ({ label, kind: CompletionItemKind.EnumMember, ...(own.has(label) && { detail: t('used in this plan') }) }))
}

/** The words that the plan itself uses so. */
function ownWords(use: FreeUse, plan: Plan): readonly string[] {
  if (use === 'connection') return plan.all('source').flatMap(({ table }) => table?.connection?.word ?? [])
  return plan.files.flatMap((file) => file.words.filter(({ role }) => role.replace(' ', '-') === use).map(({ word }) => word))
}

function usualWords(use: FreeUse): readonly string[] {
  switch (use) {
    case 'currency':
      return [...currencyCodes]
    case 'report-kind':
      return ['dashboard', 'status', 'review']
    case 'connection':
      return ['warehouse']
    default:
      return [...builtInWords[use]]
  }
}

/** The columns of the source that the element reads from, or that it is. */
function columnsFor({ view, element, taken }: Spot): readonly string[] {
  const { plan } = view
  const named = element?.kind === 'measure' ? element.from?.origin.name : undefined
  const source = element?.kind === 'source' ? element : plan.byName(named ?? [...taken][0] ?? '')
  if (source?.kind !== 'source') return []
  const target = source.file && importTarget(source.place.file, source.file.text)
  const data = target === undefined ? undefined : plan.source.data?.get(target)
  if (data !== undefined && data !== 'missing') return data.columns
  const columns = plan
    .all('measure')
    .flatMap((measure) => (measure.from?.origin.name === source.name && measure.from.column ? [measure.from.column.word] : []))
  return [...new Set(columns)]
}
