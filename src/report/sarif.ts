import { t } from '@vscode/l10n'
import { version } from '../../package.json'
import type { Severity } from '../plan/elements/finding.js'
import { levelAt, type Rule } from '../rules/engine/rule.js'
import { rulePage } from '../rules/engine/rule-page.js'
import { jsonText } from './json-text.js'
import { plainText } from './plain-text.js'
import type { CheckResult, Location, ReportedFinding, SuppressedFinding } from './result.js'

/** More results than this in one run are refused by GitHub. */
const mostResults = 25_000

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Record<Severity, string>
const problems = { error: 'error', warning: 'warning', information: 'recommendation', hint: 'recommendation' } as const

/** Findings as SARIF 2.1.0, after the specification and what GitHub's code scanning asks for beyond it. */
export function sarifReport(result: CheckResult, rules: readonly Rule[]): string {
  const suppressed = result.suppressed ?? []
  const all: readonly (ReportedFinding | SuppressedFinding)[] = [...result.findings, ...suppressed]
  const shown = all.length > mostResults ? mostImportant(all) : all
  const codes = new Set(shown.map(({ code }) => code))
  const described = rules.filter(({ code }) => codes.has(code))
  const index = new Map<string, number>(described.map(({ code }, at) => [code, at]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mops', version, semanticVersion: version, rules: described.map(sarifRule) } },
        automationDetails: { id: 'mops/' },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, ...(shown.length < all.length && { toolExecutionNotifications: [leftOut(all.length)] }) },
        ],
        results: shown.map((finding) => sarifResult(finding, result, index, suppressed.length > 0)),
      },
    ],
  }
  return jsonText(log)
}

/** What stays of too many results: the most severe, each severity in the order of the findings. */
function mostImportant<F extends ReportedFinding>(findings: readonly F[]): readonly F[] {
  const rank = { error: 0, warning: 1, information: 2, hint: 3 }
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, mostResults)
}

function leftOut(count: number): object {
  const text = t('{count} findings; the {most} most severe are listed.', { count, most: mostResults })
  return { level: 'warning', message: { text } }
}

function sarifRule(rule: Rule): object {
  const level = levelAt(rule.levels, 'approved')
  const severity: Severity = level === 'off' ? 'warning' : level
  const explain = t('`mops explain {code}` shows an example.', { code: rule.code })
  return {
    id: rule.code,
    name: rule.code,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri: rulePage(rule.code),
    help: {
      text: `${rule.why}\n\n${rule.fix}\n\n${explain}`,
      markdown: `${rule.why}\n\n**${t('How to mend it:')}** ${rule.fix}\n\n${explain}`,
    },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [rule.code.slice(0, rule.code.indexOf('/'))],
      precision: 'very-high',
      'problem.severity': problems[severity],
    },
  }
}

function sarifResult(
  finding: ReportedFinding | SuppressedFinding,
  result: CheckResult,
  index: ReadonlyMap<string, number>,
  hasSuppressions: boolean,
): object {
  const { code, severity, message, location, related, fingerprint } = finding
  return {
    ruleId: code,
    ruleIndex: index.get(code) ?? -1,
    level: levels[severity],
    message: { text: plainText(message) },
    locations: [{ physicalLocation: physicalLocation(location, result) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        message: { text: plainText(one.message) },
        physicalLocation: physicalLocation(one.location, result),
      })),
    }),
    // GitHub follows an alert by the first key, others by the second.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'mopsFingerprint/v1': fingerprint },
    ...(hasSuppressions && { suppressions: 'by' in finding ? [{ kind: finding.by === 'ignore' ? 'inSource' : 'external' }] : [] }),
  }
}

function physicalLocation({ file, start, end }: Location, { repositoryPath }: CheckResult): object {
  return {
    artifactLocation: { uri: repositoryPath(file).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  }
}
