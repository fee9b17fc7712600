import { t } from '@vscode/l10n'
import type { Cadence, Sla } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { slaMeasurement } from '../../plan/numbers/sla-facts.js'
import { addDays, addMonths } from '../../plan/quantity/days.js'
import { formatExact } from '../../plan/quantity/exact.js'
import type { Measurement, PlainDate } from '../../plan/quantity/quantity.js'
import type { Days, SlaView, TellingView } from '../model.js'
import { spaced } from '../parts/words.js'
import { amountIn, daysOf, type Naming } from './naming.js'

/** Communications, reports and campaigns in the order of the plan. */
export function tellingViews(plan: Plan, naming: Naming): readonly TellingView[] {
  const period = daysOf(plan.strategy?.period)
  const told = [...plan.all('communication'), ...plan.all('report')].map((element): TellingView => {
    const isCommunication = element.kind === 'communication'
    return {
      ...naming.label(element),
      kind: element.kind,
      to: naming.labels(element.to),
      via: naming.labels(element.via),
      owners: naming.answerers(element.owners),
      cadence: element.every && cadenceText(element.every),
      rhythm: element.every?.grain,
      dates: datesOf(element.on?.date, element.every, period),
      days: daysOfTelling(element.on?.date, element.every, period),
      expects: isCommunication ? element.expects.map((text) => text.text) : [],
      asks: isCommunication ? element.asks.map((ask) => ({ text: ask.text.text, at: ask.at?.text, until: ask.until?.date })) : [],
      shows: naming.labels(element.shows),
      about: isCommunication ? naming.labels(element.about) : [],
    }
  })
  const campaigns = plan.all('campaign').map(
    (campaign): TellingView => ({
      ...naming.label(campaign),
      kind: 'campaign',
      to: naming.labels(campaign.to),
      via: naming.labels(campaign.via),
      owners: naming.answerers(campaign.owners),
      cadence: undefined,
      rhythm: undefined,
      dates: campaign.sends.flatMap((send) => send.date?.date ?? []).sort(),
      days: daysOf(campaign.period),
      expects: [],
      asks: [],
      shows: naming.labels(campaign.watches),
      about: naming.labels(campaign.for),
    }),
  )
  return [...told, ...campaigns]
}

export function cadenceText({ count, grain }: Cadence): string {
  if (count !== 1) return t('every {count} {grain}s', { count, grain })
  return { day: t('daily'), week: t('weekly'), month: t('monthly'), quarter: t('quarterly'), year: t('yearly') }[grain]
}

function daysOfTelling(on: PlainDate | undefined, every: Cadence | undefined, period: Days | undefined): Days | undefined {
  const start = on ?? period?.start
  const end = every ? (every.until?.date ?? period?.end) : on
  return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined
}

const mostDates = 400

/** `on`, and from there in the rhythm of `every` to the end of the plan. Without `on` the days are not known. */
function datesOf(on: PlainDate | undefined, every: Cadence | undefined, period: Days | undefined): readonly PlainDate[] {
  if (on === undefined) return []
  const last = every?.until?.date ?? period?.end
  if (!every || last === undefined) return [on]
  const dates: PlainDate[] = []
  for (let index = 0; index < mostDates; index++) {
    const date = nth(on, every, index)
    if (date > last) break
    dates.push(date)
  }
  return dates.length > 0 ? dates : [on]
}

function nth(on: PlainDate, { count, grain }: Cadence, index: number): PlainDate {
  const steps = count * index
  if (grain === 'day') return addDays(on, steps)
  if (grain === 'week') return addDays(on, steps * 7)
  return addMonths(on, steps * { month: 1, quarter: 3, year: 12 }[grain])
}

export function slaViews(plan: Plan, naming: Naming): readonly SlaView[] {
  return plan.all('sla').map((sla) => {
    const measurement = slaMeasurement(plan, sla)
    const unit = measurement && numbers(plan).get(measurement.number.name)?.unit
    return {
      ...naming.label(sla),
      from: naming.labelOf(sla.from),
      to: naming.labelOf(sla.to),
      service: sla.service?.text,
      promise: promiseText(sla),
      escalation: sla.escalate && escalationText(sla.escalate, naming),
      measuredBy: naming.labelOf(sla.measuredBy),
      latest: measurement?.latest && amountIn(unit, measurement.latest.value),
      owners: naming.answerers(sla.owners),
    }
  })
}

function promiseText({ within, atLeast, rate }: Sla): string {
  const parts = [
    within && t('within {time}', { time: durationText(within) }),
    atLeast && perText(t('at least {amount}', { amount: spaced(atLeast.value.text) }), atLeast.per),
    rate && perText(t('in {rate} of cases', { rate: rate.value.text }), rate.per),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

/** `4 working hours`: the short words for working time are for those who write plans. */
function durationText({ amount, unit, text }: Measurement): string {
  const isOne = amount === '1'
  const count = formatExact(amount)
  if (unit.symbol === 'wh') return isOne ? t('1 working hour') : t('{count} working hours', { count })
  if (unit.symbol === 'wd') return isOne ? t('1 working day') : t('{count} working days', { count })
  return spaced(text)
}

function perText(text: string, grain: string | undefined): string {
  return grain === undefined ? text : t('{text} per {grain}', { text, grain })
}

function escalationText({ to, after }: NonNullable<Sla['escalate']>, naming: Naming): string {
  const name = naming.answerers([to])[0]?.title ?? to.name
  return after ? t('{name}, after {time}', { name, time: durationText(after) }) : name
}
