import path from 'node:path'
import { t } from '@vscode/l10n'
import type { TextEdit } from '../../language/edits/text-edit.js'
import { applyEdits, type EditContext } from '../../language/edits/text-edits.js'
import { isStep, type Step, stepKinds, type Task } from '../../plan/elements/elements.js'
import { isDate } from '../../plan/quantity/days.js'
import type { PlainDate } from '../../plan/quantity/quantity.js'
import { suggestions } from '../../plan/text/distance.js'
import { composed } from '../../plan/text/look-alike.js'
import { plainText } from '../../report/plain-text.js'
import { didYouMean } from '../../rules/wording/wording.js'
import { clock, dateOption } from '../terminal/options.js'
import { UsageError } from '../terminal/usage-error.js'
import { replaceText } from '../terminal/write-file.js'
import { locationOf } from './judged.js'
import { type LoadedPlan, loadPlans } from './plans.js'

export interface TaskChangeOptions {
  readonly today?: string
  /** The day that is written down; else `--today`, else the day that it is. */
  readonly on?: string
}

interface Found extends LoadedPlan {
  readonly step: Step
}

/** The step as a task; throws on a milestone, which is reached or not. */
export function taskOf(step: Step): Task {
  if (step.kind === 'task') return step
  if (step.kind === 'decision')
    throw new UsageError(t('`{name}` is a decision: it has no progress. Write in the plan what was decided.', { name: step.name }))
  throw new UsageError(t('`{name}` is a milestone: it has no progress. Say `mops done {name}` when it is reached.', { name: step.name }))
}

/** Changes the step of a name in the file that it stands in, and prints its first line as it then is. Returns the step as it was. */
export async function changeStep(
  name: string,
  written: readonly string[],
  options: TaskChangeOptions,
  editsOf: (step: Step, on: PlainDate, context: EditContext) => readonly TextEdit[],
): Promise<Step> {
  if (options.on !== undefined && !isDate(options.on))
    throw new UsageError(t('--on takes a date such as 2027-03-31, and `{written}` is none.', { written: options.on }))
  const found = stepNamed(composed(name), await loadPlans(written, options))
  const { checked, plan, step } = found
  const { file } = step.place
  const disk = checked.onDisk(file)
  if (!disk) throw new UsageError(t('What comes from standard input cannot be changed.'))
  const edits = editsOf(step, options.on ?? dateOption(options.today) ?? clock(), { text: (one) => checked.text(one), plan })
  const { text } = applyEdits(disk.text, edits)
  replaceText(path.join(checked.root, file), checked.label(file), disk, text)
  checked.workspace.setText(file, text)
  process.stdout.write(`${locationLine(found)}\n`)
  return step
}

/** The first line of the step as it now is, with its place. */
function locationLine({ checked, step }: Found): string {
  const { file } = step.place
  const { start } = locationOf(checked, step.extent)
  return `${plainText(checked.label(file))}:${start.line}: ${plainText(checked.linesOf(file).line(start.line).trim())}`
}

function stepNamed(name: string, plans: readonly LoadedPlan[]): Found {
  const found = new Map<string, Found>()
  for (const one of plans) {
    const step = one.plan.byName(name)
    if (isStep(step)) found.set(`${one.checked.root}/${step.place.file}`, { ...one, step })
  }
  const [first, ...others] = found.values()
  if (first && others.length === 0) return first
  if (first) {
    const files = [first, ...others].map(({ checked, step }) => `\`${checked.label(step.place.file)}\``).join(', ')
    throw new UsageError(t('There is a `{name}` in several files: {files}. Name the plan behind it.', { name, files }))
  }
  const all = plans.flatMap(({ plan }) => stepKinds.flatMap((kind) => plan.all(kind)).map((step) => step.name))
  throw new UsageError(`${t('There is no task or milestone `{name}`.', { name })}${didYouMean(suggestions(name, all))}`)
}
