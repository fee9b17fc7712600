import { t } from '@vscode/l10n'
import type { ActualRow } from '../plan/elements/elements.js'
import { everyGoal } from '../plan/goals/goals.js'
import type { Plan } from '../plan/model/plan.js'
import { actualsOf } from '../plan/numbers/actuals.js'
import { numbers } from '../plan/numbers/numbers.js'
import { formatExact } from '../plan/quantity/exact.js'
import { periodAt, spanText } from '../plan/quantity/periods.js'
import type { Exact, Window } from '../plan/quantity/quantity.js'
import { formatMeasurement, plainUnit } from '../plan/quantity/units.js'
import { jsonText } from './json-text.js'
import { plainText } from './plain-text.js'

/** What the data say of a number in a period, beside what is written. */
export interface MeasuredEntry {
  readonly name: string
  readonly period: Window
  readonly measured: { readonly value: Exact; readonly counts: { readonly part: Exact; readonly whole: Exact } | undefined } | undefined
  readonly written: ActualRow | undefined
  readonly differs: boolean
}

/** The measured numbers of one plan. */
export interface MeasuredList {
  readonly plan: Plan
  readonly file: string
  readonly values: readonly MeasuredEntry[]
  readonly leftOut: readonly { readonly name: string; readonly why: string }[]
}

/** One line a value: number, period, value, what is written; then what was left out. */
export function measuredText(lists: readonly MeasuredList[]): string {
  const blocks = lists.map((list) => {
    const head = `${plainText(list.plan.strategy?.title?.text ?? list.plan.strategy?.name ?? list.file)} (${plainText(list.file)}, ${list.plan.statusDate.date})`
    const rows = list.values.map((one) => [one.name, periodName(list.plan, one), valueText(list.plan, one), remark(one)])
    const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
    const lines = rows.map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    const left = list.leftOut.map(({ name, why }) => `  ${t('{name}: left out, since {why}.', { name, why })}`)
    return [head, ...(rows.length === 0 ? [`  ${t('Nothing could be measured.')}`] : lines), ...left].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

export function measuredMarkdown(lists: readonly MeasuredList[]): string {
  const cell = (text: string) => plainText(text).replaceAll('|', '\\|')
  const blocks = lists.map((list) => {
    const head = ['number', 'period', 'value', 'remark']
    const rows = list.values.map((one) => [one.name, periodName(list.plan, one), valueText(list.plan, one), remark(one)])
    const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`)
    const left = list.leftOut.map(({ name, why }) => `- ${cell(t('{name}: left out, since {why}.', { name, why }))}`)
    return [`### ${cell(list.file)}`, '', ...table, ...(left.length > 0 ? ['', ...left] : [])].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

export function measuredCsv(lists: readonly MeasuredList[]): string {
  const rows = lists.flatMap((list) =>
    list.values.map((one) => [
      list.file,
      one.name,
      periodName(list.plan, one),
      one.measured?.value ?? '',
      one.measured?.counts?.part ?? '',
      one.measured?.counts?.whole ?? '',
      one.written?.value.text ?? '',
    ]),
  )
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [['file', 'number', 'period', 'value', 'part', 'whole', 'written'], ...rows].map((row) => `${row.map(field).join(',')}\n`).join('')
}

/** Values are exact and in base units, as in `mops export`: 0.71% is 0.0071. */
export function measuredJson(lists: readonly MeasuredList[]): string {
  return jsonText({
    version: 1,
    plans: lists.map(({ plan, file, values, leftOut }) => ({
      file,
      statusDate: plan.statusDate.date,
      values: values.map((one) => ({
        number: one.name,
        period: { start: one.period.start, end: one.period.end, text: periodName(plan, one) },
        value: one.measured?.value ?? null,
        text: one.measured ? valueText(plan, one) : null,
        counts: one.measured?.counts ?? null,
        written: one.written?.value.text ?? null,
        differs: one.differs,
      })),
      leftOut,
    })),
  })
}

/** The row of `actuals` for a measured value. */
export function actualRow(plan: Plan, one: MeasuredEntry): string | undefined {
  return one.measured && `${periodName(plan, one)} ${valueText(plan, one)}`
}

/** A week and a day have words of their own too. */
function periodName(plan: Plan, { name, period }: Pick<MeasuredEntry, 'name' | 'period'>): string {
  const grain = numbers(plan).get(name)?.grain
  const own = grain && periodAt(grain, period.start)
  return own?.start === period.start && own.end === period.end ? own.text : spanText(period.start, period.end)
}

function valueText(plan: Plan, { name, measured }: MeasuredEntry): string {
  if (!measured) return t('no data')
  const unit = numbers(plan).get(name)?.unit ?? plainUnit
  const counts =
    measured.counts && unit.nature === 'ratio'
      ? ` (${written(formatExact(measured.counts.part))} of ${written(formatExact(measured.counts.whole))})`
      : ''
  return `${written(formatMeasurement(measured.value, unit, decimalsOf(plan, name)))}${counts}`
}

/** As the language writes a number: with `_` between thousands. */
function written(text: string): string {
  return text.replace(/(?<=\d)\s(?=\d)/g, '_')
}

/** As many digits as the target has, else the values that are written. */
function decimalsOf(plan: Plan, name: string): number | undefined {
  const aims = everyGoal(plan).flatMap((goal) => goal.aims.filter((aim) => aim.number?.name === name))
  const [target] = aims.flatMap(({ aim }) => aim.target?.value.decimals ?? aim.baseline?.value.decimals ?? [])
  return target ?? actualsOf(plan, name).at(-1)?.value.decimals
}

function remark({ measured, written: row, differs }: MeasuredEntry): string {
  if (row && differs) return t('differs: the plan says {value}', { value: plainText(row.value.text) })
  if (row && !measured) return t('the plan says {value}', { value: plainText(row.value.text) })
  return row ? t('as written') : ''
}
