import { t } from '@vscode/l10n'
import type { Severity } from '../plan/elements/finding.js'
import { closingLines } from './closing-lines.js'
import { plainText } from './plain-text.js'
import type { CheckResult, ReportedFinding } from './result.js'
import { severityWord } from './severity-words.js'

/** GitHub shows so many annotations of each kind for a step. */
const mostOfAKind = 10

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const satisfies Record<Severity, string>

/** Findings as annotations: workflow commands in the log of a step. What GitHub would not show stands in the log as text. */
export function githubReport(result: CheckResult): string {
  const counts = { error: 0, warning: 0, notice: 0 }
  const annotated: string[] = []
  const others: ReportedFinding[] = []
  for (const finding of result.findings) {
    const command = commands[finding.severity]
    if (counts[command] < mostOfAKind) annotated.push(annotation(command, finding, result))
    else others.push(finding)
    counts[command]++
  }
  const rest =
    others.length === 0
      ? []
      : [
          t('GitHub shows {most} annotations of each kind; {count} findings beyond that:', { most: mostOfAKind, count: others.length }),
          ...others.map(
            ({ location: { file, start }, severity, message, code }) =>
              `${file}:${start.line}:${start.column} ${severityWord(severity)} ${message} [${code}]`,
          ),
        ]
  return [...annotated, ...[...rest, ...closingLines(result)].map(logLine), ''].join('\n')
}

function annotation(command: string, { location, code, message }: ReportedFinding, { repositoryPath }: CheckResult): string {
  const { file, start, end } = location
  const isOneLine = start.line === end.line
  const properties = [
    `file=${commandProperty(repositoryPath(file))}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    // Columns are refused where several lines are meant.
    ...(isOneLine ? [`col=${start.column}`, `endColumn=${Math.max(end.column, start.column)}`] : []),
    `title=${commandProperty(code)}`,
  ]
  return `::${command} ${properties.join(',')}::${commandData(message)}`
}

/** Text behind the second `::`, escaped as GitHub's toolkit does. */
function commandData(text: string): string {
  return plainText(text).replaceAll('%', '%25')
}

/** The value of a property, escaped as GitHub's toolkit does. */
function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A line of the log that no runner takes for a command, of the newer form (`::`, in front) or the older one (`##[`, anywhere). */
function logLine(text: string): string {
  return plainText(text)
    .replaceAll('##[', '# #[')
    .replace(/^\s*::/, ': :')
}
