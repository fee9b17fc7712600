import type { Severity } from '../plan/elements/finding.js'
import type { CheckResult, ReportedFinding } from './result.js'
import { type XmlElement, xmlDocument } from './xml.js'

const severities = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const satisfies Record<Severity, string>

/** Findings in the format of Checkstyle 4.3, which many consoles and review tools read. */
export function checkstyleReport({ findings }: CheckResult): string {
  const byFile = new Map<string, ReportedFinding[]>()
  for (const finding of findings) byFile.set(finding.location.file, [...(byFile.get(finding.location.file) ?? []), finding])
  const files = [...byFile].map(([name, own]): XmlElement => ({ '@name': name, error: own.map(errorElement) }))
  return xmlDocument({ checkstyle: { '@version': '4.3', file: files } })
}

function errorElement({ location: { start }, severity, message, code }: ReportedFinding): XmlElement {
  return {
    '@line': start.line,
    '@column': start.column,
    '@severity': severities[severity],
    '@message': message,
    '@source': `mops.${code.replace('/', '.')}`,
  }
}
