import type { FindingsReport } from './findings-schema.js'
import { jsonText } from './json-text.js'
import { type CheckResult, commonDate, tally } from './result.js'

export const findingsVersion = 1

/** Findings as data, after `schemas/findings.schema.json`. */
export function jsonReport(result: CheckResult): string {
  const { findings, plans, known, newOnly, fixed } = result
  const report: FindingsReport = {
    version: findingsVersion,
    statusDate: commonDate(result) ?? null,
    plans: plans.map(({ file, name, stage, statusDate }) => ({ file, name, stage, statusDate })),
    summary: tally(findings),
    findings: findings.map(({ code, severity, message, location, related, fixes, fingerprint, help, isDated }) => ({
      code,
      severity,
      message,
      file: location.file,
      range: { start: location.start, end: location.end },
      related: related.map((one) => ({
        file: one.location.file,
        range: { start: one.location.start, end: one.location.end },
        message: one.message,
      })),
      fixes: [...fixes],
      dated: isDated,
      fingerprint,
      help,
    })),
    ...(known && { known: { hidden: known.hidden, gone: [...known.gone] } }),
    ...(newOnly && { newOnly }),
    ...(fixed && { fixed }),
  }
  return jsonText(report)
}
