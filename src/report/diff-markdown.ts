import { t } from '@vscode/l10n'
import type { Change } from '../diff/changes.js'
import { effectText, type Surroundings } from '../diff/effect-sentence.js'
import type { Effect } from '../diff/effects.js'
import { capital, type Style, sentenceOf } from '../diff/sentence.js'
import { changeClasses, type Group, groups } from '../diff/taxonomy.js'
import { classWord, countsText, groupTitle } from '../diff/words.js'
import { classCounts, type DiffResult, locateIn, type ReportedPlanDiff } from './diff-result.js'
import { markdownText } from './markdown-text.js'

/** A comment on GitHub holds 65,536 characters. */
const mostCharacters = 60_000
/** Longer texts are cut: a reviewer opens the file for them. */
const longestValue = 200
/** So many effects of a change, and so many rows of a group, stand open; the others in a fold. */
const mostOpenEffects = 5
const mostOpenRows = 10

const style: Style = {
  name: (name) => markdownText(`\`${name}\``),
  title: (title) => `“${markdownText(shortened(title))}”`,
  value: (value) => markdownText(shortened(value)),
}

function shortened(text: string): string {
  const characters = [...text]
  return characters.length <= longestValue ? text : `${characters.slice(0, longestValue - 1).join('')}…`
}

/** Changes as a comment for a pull request: the most important first, below 60,000 characters; what is left out is said. */
export function diffMarkdown(result: DiffResult): string {
  const compared = t('Compared: {before} → {after}.', { before: markdownText(result.before), after: markdownText(result.after) })
  const untold = result.unread.map((why) => `> ${markdownText(why)}`)
  if (result.plans.length === 0 && untold.length > 0)
    return `### ${t('Plan changes: not everything is told')}\n\n${untold.join('\n>\n')}\n\n${compared}\n`
  if (result.plans.length === 0)
    return `### ${t('Plan changes: none')}\n\n${t('Nothing in the plans has another meaning.')}\n\n${compared}\n`
  const head = `### ${t('Plan changes: {counts}', { counts: countsText(classCounts(result)) })}`
  const room = new Room(mostCharacters - [head, compared, ...untold].join('').length - 500)
  const written = new Map(result.plans.map((plan) => [plan, new Map<Change, string>()]))
  // The most important rows of all plans come first in the claim to the room that there is.
  for (const wanted of changeClasses)
    for (const plan of result.plans)
      for (const change of plan.changes) {
        const text = change.class === wanted ? room.take(row(change, plan)) : undefined
        if (text !== undefined) written.get(plan)?.set(change, text)
      }
  const blocks = result.plans.map((plan) => planBlock(plan, written.get(plan) ?? new Map(), room))
  const leftOut = result.plans.flatMap((plan) => plan.changes.filter((change) => !written.get(plan)?.has(change)))
  const counts = changeClasses.map((one) => [one, leftOut.filter((change) => change.class === one).length] as const)
  const rest =
    leftOut.length === 0 ? [] : [t('Left out for lack of room: {counts}. `mops diff` shows all.', { counts: countsText(counts) })]
  return `${[head, ...(untold.length > 0 ? [untold.join('\n>\n')] : []), ...blocks.filter((block) => block !== ''), ...rest, compared].join('\n\n')}\n`
}

/** Room for texts, as long as there is some. */
class Room {
  constructor(private left: number) {}

  /** The text when it fits, and then its room is gone. */
  take(text: string): string | undefined {
    const wanted = text.length + 1
    if (wanted > this.left) return undefined
    this.left -= wanted
    return text
  }
}

function row(change: Change, plan: ReportedPlanDiff): string {
  const head = `- **${capital(classWord(change.class))}.** ${sentenceOf(change, style)}`
  return [head, ...effectLines(change.effects, '  ', { own: change.after?.name, locate: locateIn(plan) })].join('\n')
}

function effectLines(effects: readonly Effect[], indent: string, around: Surroundings): readonly string[] {
  const lines = effects.map((effect) => `${indent}- ${effectText(effect, style, around)}`)
  if (lines.length <= mostOpenEffects) return lines
  const rest = lines.length - mostOpenEffects
  const shown = lines.slice(0, mostOpenEffects)
  return [
    ...shown,
    `${indent}- <details><summary>${t('{rest} more', { rest })}</summary>`,
    '',
    ...lines.slice(mostOpenEffects).map((line) => `  ${line}`),
    '',
    `${indent}  </details>`,
  ]
}

function planBlock(plan: ReportedPlanDiff, written: ReadonlyMap<Change, string>, room: Room): string {
  const { file, title, changes, together } = plan
  const head = `**${markdownText(file)}**${title === undefined ? '' : ` ${style.title(title)}`}`
  const shown = changes.filter((change) => written.has(change))
  const parts = groupsByImportance(shown).map((group) => groupBlock(group, shown, written))
  const effects = room.take(effectLines(together, '', { locate: locateIn(plan) }).join('\n'))
  if (together.length > 0 && effects) parts.push(`#### ${t('Together')}\n\n${effects}`)
  if (parts.length === 0) return ''
  return room.take(head) === undefined ? '' : [head, ...parts].join('\n\n')
}

/** Changes come sorted, so that the first of each group is its most important one. */
function groupsByImportance(changes: readonly Change[]): readonly Group[] {
  const rank = (group: Group) => changeClasses.indexOf(changes.find((change) => change.group === group)?.class ?? 'neutral')
  return groups
    .filter((group) => changes.some((change) => change.group === group))
    .sort((a, b) => rank(a) - rank(b) || groups.indexOf(a) - groups.indexOf(b))
}

function groupBlock(group: Group, changes: readonly Change[], written: ReadonlyMap<Change, string>): string {
  const rows = changes.filter((change) => change.group === group).map((change) => written.get(change) ?? '')
  const open = rows.slice(0, mostOpenRows)
  const folded = rows.slice(mostOpenRows)
  const fold =
    folded.length === 0
      ? []
      : [`<details><summary>${t('{count} more', { count: folded.length })}</summary>`, folded.join('\n'), '</details>']
  return [`#### ${groupTitle(group)}`, open.join('\n'), ...fold].join('\n\n')
}
