import { Lines } from '../../src/report/lines.js'
import type { CheckResult, ReportedFinding } from '../../src/report/result.js'

const text = 'goal größe "Größer" {\n  measurable clicks increase by +25%\n}\n'

/** A finding about the second line of the sample. */
export function finding(changed: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    code: 'smart/baseline-missing',
    severity: 'error',
    message: '+25% of what? `clicks` has no baseline in `größe`.',
    location: { file: 'plan.mops', start: { line: 2, column: 33 }, end: { line: 2, column: 37 } },
    related: [],
    fixes: [],
    fingerprint: '0123456789abcdef',
    help: 'docs/rules/smart/baseline-missing.md',
    isDated: false,
    ...changed,
  }
}

/** The result of a run in the folder `plans` of a repository. */
export function result(findings: readonly ReportedFinding[], changed: Partial<CheckResult> = {}): CheckResult {
  return {
    findings,
    plans: [{ file: 'plan.mops', name: 'small', stage: 'running', statusDate: { date: '2027-02-12', origin: 'asof' } }],
    defaultDate: { date: '2027-02-12', origin: 'option' },
    fileCount: 1,
    linesOf: (file) => (file === 'plan.mops' ? new Lines(text) : undefined),
    repositoryPath: (file) => `plans/${file}`,
    ...changed,
  }
}
