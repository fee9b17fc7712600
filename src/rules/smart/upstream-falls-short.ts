import { t } from '@vscode/l10n'
import type { Interval } from '../../plan/consistency/interval.js'
import { isSeen, type Shortfall, shortfalls } from '../../plan/consistency/shortfalls.js'
import type { Plan } from '../../plan/model/plan.js'
import { numbers } from '../../plan/numbers/numbers.js'
import { toExact } from '../../plan/quantity/exact.js'
import { levels, rule } from '../engine/rule.js'
import { exampleReport } from '../examples/smart-example.js'
import { intervalText } from '../wording/interval.js'
import { series } from '../wording/wording.js'
import { shown, shownIn, spanText } from './smart.js'

const plan = (visitors: string) => `measure visitors "Visitors" in visitors per month sum from email_platform
measure leads "Leads" in leads per month sum from email_platform
metric conversion "Visitors who become leads" in % per month higher is better bounds 0% .. 100% = leads / visitors else none
${exampleReport('visitors', 'conversion', 'leads')}
actuals conversion { 2027-01 3.1% (62 of 2_000) }
goal keepable_mail "Win leads from the mails" {
  specific   "Marketing email; transactional email is left out" scope email
  measurable leads increase from 62 leads in 2027-01 to at least 600 leads in 2027-03
  measurable visitors increase from 2_000 visitors in 2027-01 to ${visitors} in 2027-03
  achievable "The list clean-up of 2025 doubled the visits"
  relevant   to customers, marketers because "Sales asks for leads"
  timebound  2027-01-04 .. 2027-03-31
  owner      ben
  guard      complaint_rate at most 0.10%
}
[x] task audit_workflows "Audit the workflows in place" for keepable_mail @chidi 48h start 2027-01-04 due 2027-01-22 done 2027-01-22
  expects visitors up
[ ] task build_format "Build the new email format" for keepable_mail @ben 20h @dana 20h start 2027-02-16 due 2027-03-05 after audit_workflows
  expects leads up affects marketers consults marketers using hubrunner requires email`

export const upstreamFallsShort = rule({
  code: 'smart/upstream-falls-short',
  levels: levels('I', 'W', 'W'),
  isDated: true,
  summary: 'What stands before a target in the funnel is planned high enough for it.',
  why: 'A target that needs more visitors than the plan has, at the rates of today, is missed unless a rate rises, and nothing in the plan says that one will.',
  fix: 'Raise the target of the number before it, give the rate a target of its own and a task that moves it, or lower this target.',
  bad: plan('9_000 visitors'),
  good: plan('20_000 visitors'),
  check(checked, report) {
    for (const shortfall of shortfalls(checked)) {
      const { target, upstream, rates } = shortfall
      const others = [...(upstream ? [upstream] : []), ...rates]
      report(target.said.place, sentence(checked, shortfall), {
        ...(target.said.goal && { about: target.said.goal }),
        other: others.map(({ said }) => said.number).join(' '),
        related: others.map(({ said }) => ({
          place: said.place,
          message: t('{value} for `{number}` here.', { value: shown(said), number: said.number }),
        })),
      })
    }
  },
})

function sentence(checked: Plan, { target, rates, upstream, needed, implied }: Shortfall): string {
  const goal = amount(checked, target.said.number, target.said.nominal)
  const today = series(rates.map(({ said, row, interval }) => rateText(checked, said.number, row.value, interval)))
  if (!upstream || !needed) {
    const result = amount(checked, target.said.number, implied)
    return t('At today’s {today} `{number}` comes to {result}, and the target is {goal}.', {
      today,
      number: target.said.number,
      result,
      goal,
    })
  }
  const number = upstream.said.number
  const parts = { goal, today, number, needed: amount(checked, number, needed) }
  const first = today
    ? t('For {goal} at today’s {today}, `{number}` has to be {needed}', parts)
    : t('For {goal}, `{number}` has to be {needed}', parts)
  const has = isSeen(upstream)
    ? t('it was {value} in {period}', { value: shown(upstream.row.value), period: spanText(upstream.row.period) })
    : t('the plan has {value}', { value: shown(upstream.said) })
  return `${first}; ${has}.`
}

/** `3.1% for `conversion` (62 of 2000, likely 2.6% to 3.7%)`. */
function rateText(
  checked: Plan,
  number: string,
  value: { readonly text: string; readonly counts: { readonly part: string; readonly whole: string } | undefined },
  { low, high }: Interval,
): string {
  const unit = numbers(checked).get(number)?.unit
  const rate = t('{value} for `{number}`', { value: shown(value), number })
  if (!value.counts || !unit || !low || !high) return rate
  const likely = [low, high].map((end) => shownIn(unit, toExact(end)))
  return t('{rate} ({part} of {whole}, likely {low} to {high})', { rate, ...value.counts, low: likely[0] ?? '', high: likely[1] ?? '' })
}

function amount(checked: Plan, number: string, interval: Interval): string {
  return intervalText(numbers(checked).get(number)?.unit, interval) ?? ''
}
