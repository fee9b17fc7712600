import { t } from '@vscode/l10n'
import { judgeExample } from '../language/workspace/example-plan.js'
import type { Place } from '../plan/text/place.js'
import type { Example, Rule } from '../rules/engine/rule.js'
import { rulePage } from '../rules/engine/rule-page.js'
import { Lines } from './lines.js'
import type { CheckResult, Location, ReportedFinding } from './result.js'
import { findingBlocks } from './text.js'

/** The text of an example that its author wrote, without the blank around. */
export function exampleText(example: Example): string {
  return (typeof example === 'string' ? example : example.text).trim()
}

/** Further files of an example, and what else it was judged under. */
export function exampleFiles(example: Example): readonly (readonly [path: string, text: string])[] {
  return typeof example === 'string' ? [] : Object.entries(example.files ?? {}).map(([path, text]) => [path, text.trim()])
}

/** What `mops check` says about a rule's bad example, line for line, with the lines counted in the example. */
export function exampleOutput(rule: Rule): string {
  const { findings, text, start, plan } = judgeExample(rule.bad)
  const own = text.slice(start)
  const skipped = own.length - own.trimStart().length
  const files = new Map<string, Lines>([
    ['example.mops', new Lines(own.trimStart())],
    [t('base plan'), new Lines(text)],
  ])
  for (const [path, content] of exampleFiles(rule.bad)) files.set(path, new Lines(content))
  const locationOf = ({ file, start: from, end: to }: Place): Location => {
    const isOwn = file === plan.root && from >= start + skipped
    const name = isOwn ? 'example.mops' : file === plan.root ? t('base plan') : file
    const offset = isOwn ? start + skipped : 0
    const lines = files.get(name) ?? new Lines('')
    return { file: name, start: lines.at(from - offset), end: lines.at(to - offset) }
  }
  const shown = findings
    .filter(({ code }) => code === rule.code)
    .map(
      ({ code, severity, message, place, related, fixes, fingerprint }): ReportedFinding => ({
        code,
        severity,
        message,
        location: locationOf(place),
        related: related.map((one) => ({ location: locationOf(one.place), message: one.message })),
        fixes: fixes.map((one) => one.title),
        fingerprint,
        help: rulePage(code),
        isDated: rule.isDated === true,
      }),
    )
  const result: CheckResult = {
    findings: shown,
    plans: [],
    defaultDate: plan.statusDate,
    fileCount: files.size,
    linesOf: (file) => files.get(file),
    repositoryPath: (file) => file,
  }
  return findingBlocks(result, false).join('\n\n')
}
