import type { Severity } from '../plan/elements/finding.js'
import { jsonText } from './json-text.js'
import type { Position } from './lines.js'
import { plainText } from './plain-text.js'
import type { CheckResult, Location } from './result.js'

const severities = { error: 'ERROR', warning: 'WARNING', information: 'INFO', hint: 'INFO' } as const satisfies Record<Severity, string>

/** Findings in reviewdog's diagnostic format; its columns count the bytes of UTF-8. */
export function rdjsonReport(result: CheckResult): string {
  const report = {
    source: { name: 'mops' },
    diagnostics: result.findings.map(({ code, severity, message, location, related }) => ({
      message: plainText(message),
      location: rdLocation(location, result),
      severity: severities[severity],
      code: { value: code },
      ...(related.length > 0 && {
        relatedLocations: related.map((one) => ({ message: plainText(one.message), location: rdLocation(one.location, result) })),
      }),
    })),
  }
  return jsonText(report)
}

function rdLocation({ file, start, end }: Location, { linesOf }: CheckResult): object {
  const lines = linesOf(file)
  const position = ({ line, column }: Position) => ({
    line,
    column: lines ? Buffer.byteLength(lines.line(line).slice(0, column - 1)) + 1 : column,
  })
  return { path: file, range: { start: position(start), end: position(end) } }
}
