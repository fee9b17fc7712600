import { t } from '@vscode/l10n'
import { createColors } from 'picocolors'
import { effectText } from '../diff/effect-sentence.js'
import { type Style, sentenceOf } from '../diff/sentence.js'
import { type ChangeClass, groups } from '../diff/taxonomy.js'
import { classWord, countsText, groupTitle } from '../diff/words.js'
import { classCounts, type DiffResult, locateIn, type ReportedPlanDiff } from './diff-result.js'
import { plainText } from './plain-text.js'

const style: Style = {
  name: (name) => `\`${plainText(name)}\``,
  title: (title) => `“${plainText(title)}”`,
  value: plainText,
}

/** Changes as sentences for a terminal, by group, the most important first in each. */
export function diffText(result: DiffResult, hasColors: boolean): string {
  const { before, after } = result
  const compared = { before: plainText(before), after: plainText(after) }
  if (result.plans.length === 0) return `${t('No change of meaning from {before} to {after}.', compared)}\n`
  const blocks = result.plans.map((plan) => planBlock(plan, hasColors))
  const closing = t('{counts}; from {before} to {after}.', { counts: countsText(classCounts(result)), ...compared })
  return `${[...blocks, closing].join('\n\n')}\n`
}

/** The sentences about one plan, without a word about what was compared. */
export function planBlock(plan: ReportedPlanDiff, hasColors: boolean): string {
  const { file, title, changes, together } = plan
  const locate = locateIn(plan)
  const colors = createColors(hasColors)
  const paint: Record<ChangeClass, (text: string) => string> = {
    weakened: (text) => colors.bold(colors.red(text)),
    risk: colors.yellow,
    strengthened: colors.green,
    neutral: colors.dim,
  }
  const lines = [colors.underline(plainText(file)) + (title === undefined ? '' : ` ${style.title(title)}`)]
  for (const group of groups) {
    const own = changes.filter((change) => change.group === group)
    if (own.length > 0) lines.push('', colors.bold(groupTitle(group)))
    for (const change of own) {
      lines.push(`  ${paint[change.class](classWord(change.class))}: ${sentenceOf(change, style)}`)
      for (const effect of change.effects)
        lines.push(`    ${colors.dim('→')} ${effectText(effect, style, { own: change.after?.name, locate })}`)
    }
  }
  if (together.length > 0) lines.push('', colors.bold(t('Together')))
  for (const effect of together) lines.push(`  ${colors.dim('→')} ${effectText(effect, style, { locate })}`)
  return lines.join('\n')
}
