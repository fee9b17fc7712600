import { t } from '@vscode/l10n'
import type { CheckResult, ReportedFinding } from './result.js'
import { severityWord } from './severity-words.js'
import { type XmlElement, xmlDocument } from './xml.js'

/**
 * Findings as test results, a suite a file: errors and warnings fail, the others pass and say what they are about. A plan without findings
 * is one test that passes.
 */
export function junitReport(result: CheckResult): string {
  const byFile = new Map<string, ReportedFinding[]>(result.plans.map(({ file }) => [file, []]))
  for (const finding of result.findings) {
    const known = byFile.get(finding.location.file)
    if (known) known.push(finding)
    else byFile.set(finding.location.file, [finding])
  }
  const suites = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, findings]) => suite(file, findings))
  const total = (key: '@tests' | '@failures') => suites.reduce((sum, one) => sum + Number(one[key]), 0)
  return xmlDocument({
    testsuites: { '@name': 'mops', '@tests': total('@tests'), '@failures': total('@failures'), '@errors': 0, testsuite: suites },
  })
}

function suite(file: string, findings: readonly ReportedFinding[]): XmlElement {
  const cases = findings.length === 0 ? [{ '@name': t('No findings'), '@classname': file }] : testCases(findings)
  return {
    '@name': file,
    '@tests': cases.length,
    '@failures': findings.filter(isFailure).length,
    '@errors': 0,
    '@skipped': 0,
    testcase: cases,
  }
}

/** A viewer knows a test by its class and name: of several findings of a rule at one place the name has a number. */
function testCases(findings: readonly ReportedFinding[]): readonly XmlElement[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const { start } = finding.location
    const name = `${finding.code} ${start.line}:${start.column}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return testCase(finding, count === 1 ? name : `${name} (${count})`)
  })
}

function testCase(finding: ReportedFinding, name: string): XmlElement {
  const { code, message, location, severity } = finding
  const { file, start } = location
  const text = `${file}:${start.line}:${start.column} ${severityWord(severity)} ${message} [${code}]`
  return {
    '@name': name,
    '@classname': file,
    ...(isFailure(finding) ? { failure: { '@message': message, '@type': code, '#text': text } } : { 'system-out': { '#text': text } }),
  }
}

function isFailure({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning'
}
