import { t } from '@vscode/l10n'
import { answeringFor, concernedBy } from '../../diff/concerned.js'
import { type OwnersOfPlan, ownersJson, ownersMarkdown, ownersText } from '../../report/owners-list.js'
import { compare } from '../loading/compare-plans.js'
import { sidesOf } from '../loading/diff-sides.js'
import { loadPlans } from '../loading/plans.js'
import { clock, dateOption, oneOf } from '../terminal/options.js'
import { withSpinner } from '../terminal/spinner.js'
import { UsageError } from '../terminal/usage-error.js'

const printers = { text: ownersText, markdown: ownersMarkdown, json: ownersJson }

/** `mops owners`: whom a change concerns, or with `--of` who answers for a plan. */
export async function owners(
  words: readonly string[],
  options: { readonly format: string; readonly of?: boolean; readonly today?: string },
): Promise<void> {
  const format = oneOf('--format', options.format, ['text', 'markdown', 'json'])
  const plans = options.of ? await ofPlans(words, options) : await ofChange(words, options)
  process.stdout.write(printers[format](plans))
}

async function ofPlans(words: readonly string[], options: { readonly today?: string }): Promise<readonly OwnersOfPlan[]> {
  const plans = await loadPlans(words, options)
  return plans.map(({ plan, file }) => ({
    file,
    title: plan.strategy?.title?.text || plan.strategy?.name || plan.root,
    concerned: answeringFor(plan),
  }))
}

async function ofChange(words: readonly string[], options: { readonly today?: string }): Promise<readonly OwnersOfPlan[]> {
  const workingFolder = process.cwd()
  const base = { today: dateOption(options.today), stage: undefined, clock: clock() }
  return withSpinner(t('Comparing plans'), async () => {
    const { readers } = sidesOf(words, workingFolder)
    const found: OwnersOfPlan[] = []
    const unread = new Set<string>()
    for (const side of readers) {
      const compared = await compare(side.before, side.after, base, workingFolder)
      for (const why of compared.unread) unread.add(why)
      for (const { file, name, title, changes, old, plan } of compared.diffs)
        if (changes.length > 0) found.push({ file, title: title || name || file, concerned: concernedBy(changes, old, plan) })
    }
    if (unread.size > 0) throw new UsageError([...unread].join(' '))
    return found
  })
}
