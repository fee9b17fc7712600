import { t } from '@vscode/l10n'
import { defaultCalendar, firstWorkingDayFrom } from '../../plan/quantity/calendar.js'
import { addDays, addMonths } from '../../plan/quantity/days.js'
import { nextPeriod, periodAt, previousPeriod, spanText } from '../../plan/quantity/periods.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { nameFrom } from '../../plan/text/name-from.js'
import { format } from '../format/format.js'

/** What is asked before a plan is made. */
export interface Answers {
  readonly title: string
  readonly organisation: string
  readonly owner: string
  readonly start: PlainDate
}

/** What every template is filled with; texts are ready to stand between quotes. */
export interface Frame {
  /** The plan's name. */
  readonly name: string
  readonly title: string
  readonly organisation: string
  /** The owner's name in the plan. */
  readonly owner: string
  readonly ownerTitle: string
  readonly start: PlainDate
  readonly end: PlainDate
  /** From start to end, as `2027-Q2` or `2027` where that is what it is. */
  readonly period: string
  /** The last month before the plan begins, and its own last whole month. */
  readonly monthBefore: string
  readonly lastMonth: string
  /** The first working day from so many days after the start. */
  readonly day: (days: number) => PlainDate
}

/** A template: its months, and its text. */
export interface PlanTemplate {
  readonly title: () => string
  /** What is in it, behind a colon. */
  readonly summary: () => string
  readonly months: number
  readonly text: (frame: Frame) => string
}

/** The answers of somebody who says nothing: the plan begins with the quarter behind `today`. */
export function usualAnswers(today: PlainDate): Answers {
  return {
    title: t('Our plan'),
    organisation: t('Our company'),
    owner: t('Plan owner'),
    start: nextPeriod(periodAt('quarter', today)).start,
  }
}

/** The text of a new plan, formatted. */
export function filled(template: PlanTemplate, answers: Answers): string {
  const frame = frameOf(template, answers)
  const taken = new Set(
    [...template.text({ ...frame, name: '_', owner: '_' }).matchAll(/^ *(?:\[ \] )?[a-z]+ +([\p{L}\p{N}_]+) +"/gmu)].map(
      ([, name]) => name,
    ),
  )
  const name = taken.has(frame.name) ? `${frame.name}_plan` : frame.name
  const owner = taken.has(frame.owner) || frame.owner === name ? `${frame.owner}_person` : frame.owner
  return format(template.text({ ...frame, name, owner }))
}

function frameOf({ months }: PlanTemplate, { title, organisation, owner, start }: Answers): Frame {
  const end = addDays(addMonths(start, months), -1)
  const last = periodAt('month', end)
  return {
    name: nameFrom(title, t('plan')),
    title: quoted(title),
    organisation: quoted(organisation),
    owner: nameFrom(owner, t('plan')),
    ownerTitle: quoted(owner),
    start,
    end,
    period: spanText(start, end),
    monthBefore: previousPeriod(periodAt('month', start)).text,
    lastMonth: (last.end === end ? last : previousPeriod(last)).text,
    day: (days) => firstWorkingDayFrom(defaultCalendar, addDays(start, days)),
  }
}

function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/[\\"]/g, '\\$&')
}

/** The head of a plan: the strategy, and the person who answers for it. */
export function head({ name, title, organisation, owner, ownerTitle, period }: Frame, summary: string): string {
  return `// Replace names, dates and numbers with your own. \`mops check\` says what does not fit together.

strategy ${name} "${title}" {
  for        "${organisation}"
  summary    "${summary}"
  period     ${period}
  stage      draft                       // draft · review · approved · running · closed: how strict the checks are
  owner      ${owner}
  supervisor ${owner}
}

// ── Who does it: hours are the hours for this plan ───────────────────────────────────────────────────────────────────

person ${owner} "${ownerTitle}" works 24h per week`
}
