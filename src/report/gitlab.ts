import type { Severity } from '../plan/elements/finding.js'
import { jsonText } from './json-text.js'
import { plainText } from './plain-text.js'
import type { CheckResult } from './result.js'

const severities = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const satisfies Record<Severity, string>

/** Findings as GitLab's Code Quality report: paths in the repository, one fingerprint for each finding. */
export function gitlabReport({ findings, repositoryPath }: CheckResult): string {
  const report = findings.map(({ code, severity, message, location, fingerprint }) => ({
    description: plainText(message),
    check_name: code,
    fingerprint,
    severity: severities[severity],
    location: { path: repositoryPath(location.file), lines: { begin: location.start.line, end: location.end.line } },
  }))
  return jsonText(report)
}
