import { existsSync } from 'node:fs'
import path from 'node:path'
import { t } from '@vscode/l10n'
import { followingPeriod, type NextPeriod, nextPlanText } from '../../language/edits/next-plan.js'
import { planExtension } from '../../language/node/files.js'
import { encodeText } from '../../language/workspace/decode-text.js'
import { parsePeriod } from '../../plan/quantity/periods.js'
import { plainText } from '../../report/plain-text.js'
import { type LoadedPlan, loadOnePlan } from '../loading/plans.js'
import { clock } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'
import { createFile } from '../terminal/write-file.js'

export interface NewOptions {
  readonly from: string
  readonly period?: string
  readonly today?: string
}

/** `mops new --from PLAN`: writes the plan that follows a plan, beside it, so that its imports hold. */
export async function newPlan(written: string | undefined, options: NewOptions): Promise<void> {
  const loaded = await loadOnePlan([options.from], options)
  const { checked, plan } = loaded
  const disk = checked.onDisk(plan.root)
  const name = `${path.basename(plan.root, planExtension)}-next${planExtension}`
  const target = written ?? name
  if (path.basename(target) !== target) throw new UsageError(t('The next plan stands beside its forerunner. Name a file, not a folder.'))
  const file = path.join(path.dirname(path.join(checked.root, plan.root)), target)
  const label = path.relative(process.cwd(), file).split(path.sep).join('/')
  if (existsSync(file)) throw new UsageError(t('There is a file `{file}` already. Name another one.', { file: label }))
  const source = checked.text(plan.root) ?? ''
  const read = (text: string) => {
    checked.workspace.setText(plan.root, text)
    return checked.workspace.plan(plan.root, { clock: clock() })
  }
  const text = nextPlanText(plan, source, periodOf(loaded, options.period), read)
  createFile(file, label, encodeText({ text, hasByteOrderMark: disk?.hasByteOrderMark === true }))
  process.stdout.write(`${t('Wrote {file}. Next: mops check {file}', { file: plainText(label) })}\n`)
}

function periodOf({ plan, file }: LoadedPlan, written: string | undefined): NextPeriod {
  if (written === undefined) {
    const following = followingPeriod(plan.strategy)
    if (following) return following
    throw new UsageError(t('`{file}` has no period to follow. Name the next one with --period.', { file }))
  }
  const [first = '', last] = written.split('..').map((part) => part.trim())
  const start = parsePeriod(first)
  const end = last === undefined ? start : parsePeriod(last)
  if (start.ok && end.ok && start.start <= end.end) return { start: start.start, end: end.end, text: written }
  throw new UsageError(t('--period takes a period such as 2027-Q3 or 2027-07-01 .. 2027-09-30, not `{written}`.', { written }))
}
