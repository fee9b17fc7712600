import { t } from '@vscode/l10n'
import { toldOnce } from '../../diff/told-once.js'
import type { DiffResult, ReportedPlanDiff } from '../../report/diff-result.js'
import { plainText } from '../../report/plain-text.js'
import { compare } from '../loading/compare-plans.js'
import { sidesOf } from '../loading/diff-sides.js'
import { clock, dateOption, oneOf, stageOption } from '../terminal/options.js'
import { withSpinner } from '../terminal/spinner.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'

export interface DiffOptions {
  readonly format: string
  readonly failOn: string
  readonly today?: string
  readonly stage?: string
  readonly gitDriver?: boolean
}

/** `mops diff`: prints what changed between two states of plans and returns the exit code. */
export async function diff(words: readonly string[], options: DiffOptions): Promise<number> {
  if (options.gitDriver) return (await import('./git-driver.js')).gitDriver(words)
  const format = oneOf('--format', options.format, ['text', 'markdown', 'json'])
  const failOn = oneOf('--fail-on', options.failOn, ['weakened', 'risk', 'never'])
  const base = { today: dateOption(options.today), stage: stageOption(options.stage), clock: clock() }
  const workingFolder = process.cwd()
  const { before, after, readers, diffs, unread } = await withSpinner(t('Comparing plans'), async () => {
    const sides = sidesOf(words, workingFolder)
    const found: ReportedPlanDiff[] = []
    const why = new Set<string>()
    for (const side of sides.readers) {
      const compared = await compare(side.before, side.after, base, workingFolder)
      found.push(...compared.diffs)
      for (const one of compared.unread) why.add(one)
    }
    return { ...sides, diffs: found, unread: [...why] }
  })
  if (readers.every((side) => side.before.list().length === 0 && side.after.list().length === 0))
    throw new UsageError(t('There is no .mops file on either side.'))
  // Where there is nothing else to tell it is wrong usage; else it keeps nobody from what the other plans say.
  if (unread.length > 0 && diffs.length === 0) throw new UsageError(unread.join(' '))
  for (const one of unread) process.stderr.write(`mops: ${plainText(one)}\n`)
  const result: DiffResult = {
    before,
    after,
    unread,
    plans: toldOnce(diffs).filter(({ changes, together }) => changes.length + together.length > 0),
  }
  process.stdout.write(await printed(result, format))
  const failing: readonly string[] = { weakened: ['weakened'], risk: ['weakened', 'risk'], never: [] }[failOn]
  // What cannot be read may be weakened.
  const fails = result.plans.some(({ changes }) => changes.some((change) => failing.includes(change.class)))
  return fails || (failOn !== 'never' && unread.length > 0) ? exitCodes.findings : exitCodes.clean
}

async function printed(result: DiffResult, format: 'text' | 'markdown' | 'json'): Promise<string> {
  if (format === 'json') return (await import('../../report/diff-json.js')).diffJson(result)
  if (format === 'markdown') return (await import('../../report/diff-markdown.js')).diffMarkdown(result)
  const { hasColors } = await import('../terminal/print.js')
  return (await import('../../report/diff-text.js')).diffText(result, hasColors())
}
