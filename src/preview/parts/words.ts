import { t } from '@vscode/l10n'
import type { Level, Mark, Stage } from '../../plan/elements/elements.js'
import type { Severity } from '../../plan/elements/finding.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import type { ApprovalView, Days, NumberView, StepView } from '../model.js'

function months(): readonly string[] {
  return [t('Jan'), t('Feb'), t('Mar'), t('Apr'), t('May'), t('Jun'), t('Jul'), t('Aug'), t('Sep'), t('Oct'), t('Nov'), t('Dec')]
}

/** `Feb` of `2027-02-12`. */
export function monthName(date: PlainDate): string {
  return months()[Number(date.slice(5, 7)) - 1] ?? ''
}

/** `12 Feb`, the same everywhere. */
export function dayMonth(date: PlainDate): string {
  return `${Number(date.slice(8, 10))} ${monthName(date)}`
}

/** `12 Feb 2027`. */
export function fullDate(date: PlainDate): string {
  return `${dayMonth(date)} ${date.slice(0, 4)}`
}

/** `4 Jan – 9 Apr 2027`. */
export function dateRange({ start, end }: Days): string {
  if (start === end) return fullDate(start)
  return `${start.slice(0, 4) === end.slice(0, 4) ? dayMonth(start) : fullDate(start)} – ${fullDate(end)}`
}

/** `Feb 2027`, `week 10, 2027`, `Q1 2027`, `12 Feb 2027`, `2027`: a period as it is written, for those who do not write plans. */
export function periodName(text: string): string {
  const ends = text.split('..').map((end) => end.trim())
  if (ends.length > 1) return ends.map(periodName).join(' – ')
  const [, year = '', , part = '', day] = /^(\d{4})(-(W?\d\d|Q\d)(-\d\d)?)?$/.exec(text) ?? []
  if (part.startsWith('W')) return t('week {week}, {year}', { week: Number(part.slice(1)), year })
  if (part.startsWith('Q')) return `${part} ${year}`
  if (part === '') return text
  return day === undefined ? `${monthName(text)} ${year}` : fullDate(text)
}

/** `hours` of `h`: the short words for time are for those who write plans. */
export function unitName(symbol: string): string {
  const words: Readonly<Record<string, string>> = {
    min: t('minutes'),
    h: t('hours'),
    wh: t('working hours'),
    d: t('days'),
    wd: t('working days'),
    w: t('weeks'),
    mo: t('months'),
    y: t('years'),
  }
  return words[symbol] ?? symbol
}

/** `tools, by month`: what is counted, and how often there is a value. */
export function unitText({ unit, grain }: Pick<NumberView, 'unit' | 'grain'>): string {
  const rhythm =
    grain && { day: t('by day'), week: t('by week'), month: t('by month'), quarter: t('by quarter'), year: t('by year') }[grain]
  return [unit && unitName(unit), rhythm].filter(Boolean).join(', ') || '–'
}

/** `3 days left`, `today`, `2 days late`. */
export function timeLeft(days: number): string {
  if (days === 0) return t('today')
  if (days === 1) return t('tomorrow')
  if (days === -1) return t('1 day late')
  return days > 0 ? t('in {days} days', { days }) : t('{days} days late', { days: -days })
}

export function stageWord(stage: Stage): string {
  return { draft: t('Draft'), review: t('In review'), approved: t('Approved'), running: t('Running'), closed: t('Closed') }[stage]
}

/** `given 9 February 2027`, `open`, `late`. */
export function approvalState({ given, isLate }: Pick<ApprovalView, 'given' | 'isLate'>): string {
  if (given !== undefined) return t('given {date}', { date: fullDate(given) })
  return isLate ? t('late') : t('open')
}

/** `“Stay”, 28 January 2027`, `open`, `late`. */
export function decisionState({ decision, done, isLate }: Pick<StepView, 'decision' | 'done' | 'isLate'>): string {
  const decided = decision?.decided
  if (decided === undefined) return isLate ? t('late') : t('open')
  return done === undefined ? `“${decided}”` : `“${decided}”, ${fullDate(done)}`
}

/** What was decided, else what there is to choose from. */
export function choiceText({ decision }: Pick<StepView, 'decision'>): string {
  if (!decision) return ''
  return decision.decided === undefined ? decision.options.join(t(' or ')) : `“${decision.decided}”`
}

export function priorityWord(priority: Level): string {
  return { high: t('High priority'), medium: t('Medium priority'), low: t('Low priority') }[priority]
}

export function markWord(mark: Mark): string {
  return { todo: t('To do'), doing: t('In progress'), done: t('Done'), blocked: t('Blocked'), cancelled: t('Cancelled') }[mark]
}

/** `3 errors`, `1 warning`. */
export function severityCount(severity: Severity, count: number): string {
  if (count === 1) return { error: t('1 error'), warning: t('1 warning'), information: t('1 note'), hint: t('1 hint') }[severity]
  return {
    error: t('{count} errors', { count }),
    warning: t('{count} warnings', { count }),
    information: t('{count} notes', { count }),
    hint: t('{count} hints', { count }),
  }[severity]
}

/** `Keep satisfied` of `keep satisfied`. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A free word of the plan as people read it: `project_management` is `project management`. */
export function spaced(word: string): string {
  return word.replaceAll('_', ' ')
}

/** A message in parts: what stands between two backticks is code, a lone backtick is text. */
export function codeParts(text: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isCode: true } : { text: part, isCode: false }))
}
