import { t } from '@vscode/l10n'
import { createColors } from 'picocolors'
import type { Severity } from '../plan/finding.js'
import type { PlanDate } from '../plan/status-date.js'
import { excerpt } from './excerpt.js'
import { plainText } from './plain-text.js'
import { type CheckResult, commonDate, type Location, type ReportedFinding, tally } from './result.js'

export interface TextOptions {
  readonly hasColors: boolean
  /** Only findings, without the lines about the run. */
  readonly isQuiet: boolean
}

/** Findings for people: per file the message, the source line with carets and related places; then what the run was about. */
export function textReport(result: CheckResult, { hasColors, isQuiet }: TextOptions): string {
  const blocks = findingBlocks(result, hasColors)
  if (!isQuiet) blocks.push(closingLines(result).join('\n'))
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

/** One block for each finding, and one in front of each file's first with its name. */
export function findingBlocks(result: CheckResult, hasColors: boolean): string[] {
  const colors = createColors(hasColors)
  const paint: Record<Severity, (text: string) => string> = {
    error: (text) => colors.bold(colors.red(text)),
    warning: (text) => colors.yellow(text),
    information: (text) => colors.blue(text),
    hint: (text) => colors.dim(text),
  }
  const blocks: string[] = []
  let file: string | undefined
  for (const finding of result.findings) {
    if (finding.location.file !== file) blocks.push(colors.underline(plainText(finding.location.file)))
    file = finding.location.file
    blocks.push(block(finding, result, paint, colors.dim))
  }
  return blocks
}

function block(
  finding: ReportedFinding,
  { linesOf }: CheckResult,
  paint: Record<Severity, (text: string) => string>,
  dim: (text: string) => string,
): string {
  const { code, severity, message, location, related } = finding
  const { start } = location
  const rows = [`${start.line}:${start.column} ${paint[severity](severityWord(severity))} ${plainText(message)} ${dim(`[${code}]`)}`]
  const lines = linesOf(location.file)
  if (lines) {
    const { number, source, indent, carets } = excerpt(lines, location)
    const margin = ' '.repeat(number.length)
    rows.push(`  ${dim(`${number} |`)} ${source}`.trimEnd(), `  ${dim(`${margin} |`)} ${indent}${paint[severity](carets)}`)
  }
  for (const one of related) rows.push(`  ${dim(placeText(one.location, location.file))} ${plainText(one.message)}`)
  return rows.join('\n')
}

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error')
    case 'warning':
      return t('warning')
    case 'information':
      return t('information')
    case 'hint':
      return t('hint')
  }
}

function placeText({ file, start }: Location, current: string): string {
  const place = `${start.line}:${start.column}`
  return file === current ? place : `${plainText(file)}:${place}`
}

function closingLines(result: CheckResult): string[] {
  const lines = [`${counted(result)} ${scope(result)}`]
  const { fixed, known, newOnly } = result
  if (fixed) {
    lines.push(
      fixed.fixes === 0
        ? t('Nothing to fix without a person’s judgement.')
        : t('Fixes applied: {fixes}, in {files}.', { fixes: fixed.fixes, files: files(fixed.files) }),
    )
  }
  if (newOnly) {
    lines.push(
      newOnly.hidden === 1
        ? t('1 finding that was there at {revision} not shown.', { revision: plainText(newOnly.revision) })
        : t('{count} findings that were there at {revision} not shown.', { count: newOnly.hidden, revision: plainText(newOnly.revision) }),
    )
  }
  if (known) lines.push(...knownLines(known))
  lines.push(...dateLines(result))
  return lines
}

function knownLines({ hidden, gone, pruned }: NonNullable<CheckResult['known']>): string[] {
  const lines = [
    hidden === 1 ? t('1 known finding not shown.') : t('{count} known findings not shown.', { count: hidden }),
    ...gone.map(({ code, file, message }) =>
      t('Listed as known, and gone: {file} [{code}] {message}', { file: plainText(file), code, message: plainText(message) }),
    ),
  ]
  if (gone.length === 0) return lines
  return [...lines, pruned ? t('The list was cleared of what is gone.') : t('Clear the list of what is gone with --prune-known.')]
}

function counted({ findings }: CheckResult): string {
  const counts = tally(findings)
  const parts: string[] = []
  if (counts.error > 0) parts.push(counts.error === 1 ? t('1 error') : t('{count} errors', { count: counts.error }))
  if (counts.warning > 0) parts.push(counts.warning === 1 ? t('1 warning') : t('{count} warnings', { count: counts.warning }))
  if (counts.information > 0) parts.push(t('{count} information', { count: counts.information }))
  if (counts.hint > 0) parts.push(counts.hint === 1 ? t('1 hint') : t('{count} hints', { count: counts.hint }))
  return parts.length === 0 ? t('No findings') : parts.join(', ')
}

function scope({ plans, fileCount }: CheckResult): string {
  if (plans.length === 0) return t('in {files}.', { files: files(fileCount) })
  return plans.length === 1
    ? t('in 1 plan ({files}).', { files: files(fileCount) })
    : t('in {count} plans ({files}).', { count: plans.length, files: files(fileCount) })
}

function files(count: number): string {
  return count === 1 ? t('1 file') : t('{count} files', { count })
}

function dateLines(result: CheckResult): string[] {
  const common = commonDate(result)
  if (common) return [t('Status date {date}, {origin}.', { date: common.date, origin: originText(common) })]
  const groups = new Map<string, { readonly date: PlanDate; readonly files: string[] }>()
  for (const { file, statusDate } of result.plans) {
    const key = `${statusDate.date} ${statusDate.origin}`
    const group = groups.get(key)
    if (group) group.files.push(file)
    else groups.set(key, { date: statusDate, files: [file] })
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) =>
      t('Status date {date}, {origin}: {files}.', {
        date: group.date.date,
        origin: originText(group.date),
        files: group.files.map(plainText).join(', '),
      }),
    )
}

function originText({ origin }: PlanDate): string {
  switch (origin) {
    case 'option':
      return t('from --today')
    case 'asof':
      return t('from `asof`')
    case 'clock':
      return t('from the clock')
  }
}
