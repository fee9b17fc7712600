import { t } from '@vscode/l10n'
import { infeasibleChains } from '../../plan/schedule/infeasible-chains.js'
import { schedule } from '../../plan/schedule/schedule.js'
import { levels, rule } from '../engine/rule.js'

export const infeasibleChain = rule({
  code: 'schedule/infeasible-chain',
  levels: levels('W', 'W', 'E', { closed: '-' }),
  summary: 'The tasks before a due date fit into the time before it.',
  why: 'Each step may look right by itself, and together they still need more days than there are.',
  fix: 'Shorten one, start earlier, or move the date.',
  bad: `[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 8h takes 5wd after build_format
[ ] milestone format_live "New format live" for keepable_mail due 2027-03-10 after test_format`,
  good: `[ ] task test_format "Test the new format" for keepable_mail expects email_churn down @chidi 8h takes 5wd after build_format
[ ] milestone format_live "New format live" for keepable_mail due 2027-03-15 after test_format`,
  check(plan, report) {
    for (const { last, due, steps, isFromToday, needsUntil } of infeasibleChains(plan)) {
      const count = steps.length - 1
      const words = { step: last.name, due, until: needsUntil, count, before: steps.at(-2)?.name ?? '' }
      report(last.due ?? last.dueFrom ?? last, isFromToday ? saidFromToday({ ...words, today: plan.statusDate.date }) : said(words), {
        about: last,
        related: steps.slice(0, -1).map((step) => ({
          place: step.place,
          message: t('`{step}` needs until {until}.', { step: step.name, until: schedule(plan).of(step)?.ef ?? '' }),
        })),
      })
    }
  },
})

interface Words {
  readonly step: string
  readonly due: string
  readonly until: string
  readonly count: number
  readonly before: string
}

function saidFromToday(words: Words & { readonly today: string }): string {
  if (words.count === 0)
    return t('`{step}` is due {due}, and from today ({today}) its work needs until {until}. Shorten it, or move the date.', { ...words })
  if (words.count === 1)
    return t(
      '`{step}` is due {due}, and from today ({today}) with `{before}` before it the work needs until {until}. Shorten one, or move the date.',
      { ...words },
    )
  return t(
    '`{step}` is due {due}, and from today ({today}) with the {count} steps before it the work needs until {until}. Shorten one, or move the date.',
    { ...words },
  )
}

function said(words: Words): string {
  if (words.count === 0)
    return t('`{step}` is due {due}, and its work needs until {until}. Shorten it, start earlier, or move the date.', { ...words })
  if (words.count === 1)
    return t(
      '`{step}` is due {due}, and with `{before}` before it the work needs until {until}. Shorten one, start earlier, or move the date.',
      { ...words },
    )
  return t(
    '`{step}` is due {due}, and with the {count} steps before it the work needs until {until}. Shorten one, start earlier, or move the date.',
    { ...words },
  )
}
