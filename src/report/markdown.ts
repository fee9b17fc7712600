import { t } from '@vscode/l10n'
import { severities } from '../plan/elements/finding.js'
import { closingLines } from './closing-lines.js'
import { markdownTable, markdownText } from './markdown-text.js'
import type { CheckResult, ReportedFinding } from './result.js'
import { countText, severityWord } from './severity-words.js'

/** Comments and job summaries are cut by their consumers from about here on. */
const mostCharacters = 60_000

/** Findings as a Markdown table, the most severe first; what does not fit is said. */
export function markdownReport(result: CheckResult): string {
  const head = `### mops: ${markdownText(countText(result))}`
  const closing = closingLines(result).map(markdownText).join('  \n')
  const sorted = severities.flatMap((severity) => result.findings.filter((finding) => finding.severity === severity))
  const rows: string[][] = []
  let room = mostCharacters - head.length - closing.length - 300
  for (const finding of sorted) {
    const row = rowOf(finding)
    room -= row.join(' | ').length + 5
    if (room < 0) break
    rows.push(row)
  }
  const table = rows.length === 0 ? [] : [markdownTable([t('Place'), t('Severity'), t('Finding'), t('Rule')], rows)]
  const rest = sorted.length - rows.length
  const leftOut = rest === 0 ? [] : [t('{count} findings do not fit here; `mops check` shows all.', { count: rest })]
  return `${[head, ...table, ...leftOut, closing].join('\n\n')}\n`
}

function rowOf({ location: { file, start }, severity, message, code }: ReportedFinding): string[] {
  return [markdownText(`${file}:${start.line}`), severityWord(severity), markdownText(message), `\`${code}\``]
}
