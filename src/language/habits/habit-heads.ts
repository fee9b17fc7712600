import { t } from '@vscode/l10n'
import { type ElementKind, isStep, isStepKind } from '../../plan/elements/elements.js'
import { marks } from '../table/habit-values.js'
import { clauseOf } from '../table/vocabulary.js'
import { markOf } from './habit-marks.js'
import { setMark } from './habit-moves.js'
import { readActors } from './habit-names.js'
import { type HabitToken, plainWord } from './habit-tokens.js'
import { type HabitElement, type HabitWalk, quotedText } from './habit-walk.js'

/** What stands behind the title of an element without the word of its clause: `(ann)`, `[done]`, `<ann@example.org>`, `by ann`. */
export function behindHead(walk: HabitWalk, element: HabitElement): void {
  const line = walk.at(-1)?.line ?? 0
  const first = walk.on(line)
  if (!first || !walk.isFaultyAt(line)) return
  if (first.type === 'mark' || first.type === 'box') stateBehind(walk, element, first)
  else if (first.type === 'address' || (first.text === '<' && walk.on(line, 1)?.type === 'address')) contactBehind(walk, element, first)
  else if (first.text === 'by' && element.kind === 'task') doerBehind(walk, first)
  else if (/^[([{]$/.test(first.text)) inBrackets(walk, element, first)
}

function stateBehind(walk: HabitWalk, element: HabitElement, box: HabitToken): void {
  if (!isStep(element)) return
  setMark(walk, markOf(box), box.line)
  walk.removeStretch(box.start, box.end, t('The state of a step is the check mark in front of it.'), box.line)
  walk.index++
}

function contactBehind(walk: HabitWalk, { kind }: HabitElement, first: HabitToken): void {
  if (!clauseOf(kind, 'contact')) return
  const address = first.type === 'address' ? first : walk.on(first.line, 1)
  const closing = first === address ? undefined : walk.on(first.line, 2)
  if (!address) return
  const last = closing?.text === '>' ? closing : address
  walk.replace(first.start, last.end, `contact ${quotedText(address.text)}`, missing(first, walk), first.line)
  walk.skipTo(last.end)
}

function doerBehind(walk: HabitWalk, by: HabitToken): void {
  const name = walk.on(by.line, 1)
  if (name?.type !== 'word' || !walk.isDeclared(name.text)) return
  walk.replace(by.start, name.start, '@', t('Each of those who do a task has an `@` in front.'), by.line)
  walk.index++
  readActors(walk, false)
}

/** The clause of an element that names in brackets behind its title mean. */
const clauseOfNames: Partial<Record<ElementKind, string>> = {
  team: 'members',
  task: '@',
  campaign: 'via',
  report: 'to',
  communication: 'to',
}

/** Names, a unit or a remark in brackets; braces count where nothing but names stands in them. */
function inBrackets(walk: HabitWalk, element: HabitElement, opening: HabitToken): void {
  const { line } = opening
  const ahead = walk.closingAhead(line, /^[)\]}]$/) ?? 1
  const closing = walk.on(line, ahead)
  if (!closing || ahead === 1) return
  const inner = walk.source.slice(opening.end, closing.start).trim()
  const isNames = /^@?\p{L}[\p{L}\p{N}_]*(?:\s*[,;]\s*@?\p{L}[\p{L}\p{N}_]*)*$/u.test(inner)
  if (opening.text === '{' && !(isNames && (element.kind === 'team' || inner.startsWith('@')) && inner.includes(','))) return
  const { kind } = element
  const why = missing(opening, walk)
  const names = inner.split(/\s*[,;]\s*/).map((name) => name.replace(/^@/, ''))
  const state = marks.get(plainWord(inner))
  let text = `/* ${inner} */`
  if (state && isStepKind(kind)) {
    setMark(walk, state, line)
    text = ''
  } else if ((kind === 'measure' || kind === 'metric') && isNames) text = `in ${inner}`
  else if (isNames && names.every((name) => walk.isDeclared(name))) {
    const clause = clauseOfNames[kind] ?? (clauseOf(kind, 'owner') ? 'owner' : undefined)
    if (clause) text = clause === '@' ? names.map((name) => `@${name}`).join(' ') : `${clause} ${names.join(', ')}`
  }
  if (text === '') walk.removeStretch(opening.start, closing.end, why, line)
  else walk.replace(opening.start, closing.end, text, why, line)
  walk.index += ahead + 1
}

function missing(token: HabitToken, walk: HabitWalk): string {
  const end = walk.endOfWords(token.end)
  return t('The word of the clause is missing in front of `{value}`.', { value: walk.source.slice(token.start, end).slice(0, 40) })
}
