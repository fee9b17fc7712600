import { t } from '@vscode/l10n'
import type { CheckResult } from '../../report/result.js'
import type { TextOptions } from '../../report/text.js'
import { oneOf } from './options.js'
import { UsageError } from './usage-error.js'

/** The formats of findings. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'markdown'] as const
export type Format = (typeof formats)[number]

/** Findings in a format. */
export async function printed(result: CheckResult, format: Format, options: TextOptions): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../../report/text.js')).textReport(result, options)
    case 'json':
      return (await import('../../report/json.js')).jsonReport(result)
    case 'sarif': {
      const { rules } = await import('../../rules/generated/registry.js')
      return (await import('../../report/sarif.js')).sarifReport(result, rules)
    }
    case 'github':
      return (await import('../../report/github.js')).githubReport(result)
    case 'junit':
      return (await import('../../report/junit.js')).junitReport(result)
    case 'gitlab':
      return (await import('../../report/gitlab.js')).gitlabReport(result)
    case 'checkstyle':
      return (await import('../../report/checkstyle.js')).checkstyleReport(result)
    case 'rdjson':
      return (await import('../../report/rdjson.js')).rdjsonReport(result)
    case 'markdown':
      return (await import('../../report/markdown.js')).markdownReport(result)
  }
}

/** A report that goes to a file. */
export interface Output {
  readonly format: Format
  readonly file: string
}

/** One `--output FORMAT=FILE`; throws on what is none. */
export function outputOption(written: string): Output {
  const at = written.indexOf('=')
  if (at <= 0 || at === written.length - 1)
    throw new UsageError(t('--output takes a format and a file, such as sarif=findings.sarif, not `{written}`.', { written }))
  return { format: oneOf('--output', written.slice(0, at), formats), file: written.slice(at + 1) }
}

/** Writes the reports that go to files. */
export async function writeOutputs(result: CheckResult, outputs: readonly Output[]): Promise<void> {
  if (outputs.length === 0) return
  const { writeReport } = await import('./write-file.js')
  for (const { format, file } of outputs) {
    const text = await printed(result, format, { hasColors: false, isQuiet: false })
    writeReport(file, text)
  }
}

/**
 * True where standard output is a terminal that shows colours, unless `NO_COLOR` says no; `FORCE_COLOR` decides alone: `0` and `false` are no,
 * anything else but nothing is yes.
 */
export function hasColors(): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb'
}
