import { createColors } from 'picocolors'
import type { Severity } from '../plan/elements/finding.js'
import { closingLines } from './closing-lines.js'
import { excerpt } from './excerpt.js'
import { plainText } from './plain-text.js'
import type { CheckResult, Location, ReportedFinding } from './result.js'
import { severityWord } from './severity-words.js'

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

function placeText({ file, start }: Location, current: string): string {
  const place = `${start.line}:${start.column}`
  return file === current ? place : `${plainText(file)}:${place}`
}
