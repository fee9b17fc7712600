import { t } from '@vscode/l10n'
import type { JudgeSettings } from '../../language/workspace/workspace.js'
import { type Severity, severities } from '../../plan/elements/finding.js'
import type { CheckResult } from '../../report/result.js'
import { type CheckedWorkspace, loadWorkspaces } from '../loading/checked-workspace.js'
import { judgeWorkspaces, linesOf, located, reportedPlans, repositoryPaths, suppressed } from '../loading/judged.js'
import { publishedFingerprints } from '../loading/published-fingerprint.js'
import { findTargets } from '../loading/targets.js'
import { clock, dateOption, oneOf, stageOption } from '../terminal/options.js'
import { formats, hasColors, outputOption, printed, writeOutputs } from '../terminal/print.js'
import { withSpinner } from '../terminal/spinner.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'

export interface CheckOptions {
  readonly format: string
  readonly output?: readonly string[]
  readonly today?: string
  readonly stage?: string
  readonly failOn: string
  readonly quiet?: boolean
  readonly known?: string
  readonly writeKnown?: boolean
  readonly pruneKnown?: boolean
  readonly newOnly?: string
  readonly fix?: boolean
  readonly fixDryRun?: boolean
}

/** `mops check`: prints the findings of what the user named and returns the exit code. */
export async function check(written: readonly string[], options: CheckOptions): Promise<number> {
  const format = oneOf('--format', options.format, formats)
  const outputs = (options.output ?? []).map(outputOption)
  const failOn = oneOf('--fail-on', options.failOn, ['error', 'warning', 'information', 'never'])
  if ((options.writeKnown || options.pruneKnown) && options.known === undefined)
    throw new UsageError(t('--write-known and --prune-known need to know the file. Add --known FILE.'))
  if (options.writeKnown && options.pruneKnown) throw new UsageError(t('--write-known and --prune-known exclude each other.'))
  const base = { today: dateOption(options.today), stage: stageOption(options.stage), clock: clock() }
  const workingFolder = process.cwd()
  const reading = t('Reading plans')
  const workspaces = await withSpinner(reading, async () => loadWorkspaces(await findTargets(written, workingFolder), workingFolder))
  const fixed = options.fix || options.fixDryRun ? await fix(workspaces, base, options) : undefined
  // What a program reads stays whole: the difference goes beside it.
  if (fixed?.diff !== undefined) (format === 'text' ? process.stdout : process.stderr).write(fixed.diff)

  const earlier =
    options.newOnly === undefined
      ? undefined
      : await (await import('../loading/new-only.js')).earlierWorkspaces(workspaces, options.newOnly)
  const judged = await withSpinner(t('Checking plans'), () => judgeWorkspaces(workspaces, base, earlier))
  let shown = judged.flatMap((one) => one.findings.map((finding) => ({ one, finding })))
  const count = shown.length

  const old = earlier && (await import('../loading/new-only.js')).oldFindings(judged, earlier, base)
  if (old) shown = shown.filter(({ finding }) => !old.has(finding))
  const known =
    options.known === undefined ? undefined : await (await import('../loading/known.js')).applyKnown(options.known, options, judged)
  const afterNewOnly = shown.length
  if (known) shown = shown.filter(({ finding }) => !known.hidden.has(finding))

  const fingerprintOf = publishedFingerprints(judged)
  const findings = shown.map(({ one, finding }) => located(one.checked, finding, fingerprintOf(finding)))
  const failing = findings.filter(({ severity }) => fails(severity, failOn))
  const result: CheckResult = {
    findings: options.quiet ? failing : findings,
    plans: reportedPlans(judged),
    defaultDate: { date: base.today ?? base.clock, origin: base.today === undefined ? 'clock' : 'option' },
    fileCount: new Set(
      judged.flatMap(({ checked, result: { plans } }) => plans.flatMap(({ plan }) => plan.files.map(({ path }) => checked.label(path)))),
    ).size,
    linesOf: linesOf(judged),
    repositoryPath: repositoryPaths(judged),
    suppressed: suppressed(judged, known?.hidden, fingerprintOf),
    ...(old && options.newOnly !== undefined && { newOnly: { revision: options.newOnly, hidden: count - afterNewOnly } }),
    ...(known && { known: { hidden: afterNewOnly - shown.length, gone: known.gone, pruned: options.pruneKnown === true } }),
    ...(fixed && { fixed: { fixes: fixed.fixes, files: fixed.files } }),
  }
  const print = { hasColors: hasColors(), isQuiet: options.quiet === true }
  if (fixed?.diff === undefined || format !== 'text' || !options.quiet) process.stdout.write(await printed(result, format, print))
  await writeOutputs(result, outputs)
  if (format === 'github') (await import('../terminal/job-summary.js')).addToJobSummary(await printed(result, 'markdown', print))
  return failing.length > 0 ? exitCodes.findings : exitCodes.clean
}

async function fix(workspaces: readonly CheckedWorkspace[], base: JudgeSettings, options: CheckOptions) {
  const { applySafeFixes } = await import('../loading/fix.js')
  return applySafeFixes(workspaces, base, options.fixDryRun === true)
}

function fails(severity: Severity, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)
}
