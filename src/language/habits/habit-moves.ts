import { t } from '@vscode/l10n'
import { isStep } from '../../plan/elements/elements.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { marks, noWords, outcomes, yesWords } from '../table/habit-values.js'
import { amountAt, comparisonAt } from './habit-amounts.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, innerText, nameFrom, quotedText } from './habit-walk.js'

/** The words behind the word of a clause up to the end of the line, without signs and quotes around them. */
function valueBehind(
  walk: HabitWalk,
  count: number,
): { readonly text: string; readonly end: number; readonly isText: boolean } | undefined {
  const { token, source } = walk
  if (!token) return undefined
  let ahead = count
  while (/^(?::|=|->|=>|:=|→)$/.test(walk.on(token.line, ahead)?.text ?? '')) ahead++
  const first = walk.on(token.line, ahead)
  if (!first) return undefined
  if (first.type === 'text') return { text: innerText(first.text), end: first.end, isText: true }
  const end = walk.endOfWords(first.end)
  return { text: source.slice(first.start, end).replace(/[,;]\s*$/, ''), end, isText: false }
}

/** A state in words: `status done` becomes the check mark of the step, or the outcome of a goal. */
export function readStatus(walk: HabitWalk, count: number): boolean {
  const { token, element } = walk
  const value = valueBehind(walk, count)
  if (!token || !element || !value) return false
  const [longest] = [value.text, ...value.text.split(/[,;]/)]
    .map((words) => plainWord(words))
    .filter((words) => marks.has(words) || outcomes.has(words))
  const words = longest ?? plainWord(value.text.split(/\s+/)[0] ?? '')
  const { line, start } = token
  const isOfWork = isStep(element)
  const mark = marks.get(words)
  if (isOfWork && mark) {
    const behind = start + walk.source.slice(start).indexOf(value.text) + words.length
    const end = longest || value.isText ? value.end : behind
    const share = end < value.end ? /^[\s,(–-]*(\d+)\s?%\s*\)?/.exec(walk.source.slice(end, value.end)) : null
    const why = t('The state of a step is the check mark in front of it.')
    const stop = end + (share?.[0].length ?? 0)
    setMark(walk, mark, line)
    if (share && mark === '[~]') walk.replace(start, stop, `progress ${share[1]}%`, why, line)
    else walk.removeStretch(start, stop, why, line)
    walk.skipTo(stop)
    return true
  }
  if (element.kind !== 'goal') return false
  const outcome = outcomes.get(words)
  const why = outcome
    ? t('`{written}` is written `{right}` in {kind}.', { written: token.text, right: 'outcome', kind: aKind('goal') })
    : t('A goal has an outcome once it has ended; until then its numbers tell its state.')
  if (outcome) walk.replace(start, value.end, `outcome ${outcome}`, why, line, { isClauseWord: true })
  else walk.removeStretch(start, value.end, why, line, { isClauseWord: true })
  walk.skipTo(value.end)
  return true
}

/** `done: true` and a bare `done`. */
export function readDone(walk: HabitWalk, start: number, keyword: string): boolean {
  const { token, element } = walk
  const line = walk.at(-1)?.line ?? 0
  if (!element || !isStep(element)) return false
  const here = token && token.line === line && token.type !== 'comment' ? token : undefined
  const plain = here ? plainWord(here.type === 'text' ? innerText(here.text) : here.text) : ''
  const isAlone = !here || here.text === '}' || here.text === '{' || here.text === ';' || here.text === ','
  if (!isAlone && !yesWords.has(plain) && !noWords.has(plain)) return false
  const mark = keyword === 'blocked' ? '[!]' : '[x]'
  const end = isAlone ? (walk.at(-1)?.end ?? start) : (here?.end ?? start)
  if (!noWords.has(plain)) setMark(walk, mark, line)
  walk.removeStretch(start, end, t('The state of a step is the check mark in front of it.'), line)
  walk.skipTo(end)
  return true
}

/** Sets the check mark in front of the step. */
export function setMark(walk: HabitWalk, mark: string, line: number): void {
  const { element } = walk
  if (!element) return
  const why = t('The state of a step is the check mark in front of it.')
  if (element.mark) walk.replace(element.mark.start, element.mark.end, mark, why, line)
  else walk.replace(element.start, element.start, `${mark} `, why, line)
}

/** `title "…"` and `name …` inside an element. */
export function readTitle(walk: HabitWalk, plain: string, count: number): boolean {
  const { token, element } = walk
  const value = valueBehind(walk, count)
  if (!token || !element || !value) return false
  const isName = !element.hasName && (/^(?:name|nome|bezeichnung)$/.test(plain) || !element.hasTitle)
  if (!isName && element.hasTitle) {
    if (!element.isOpen || !token.isFirst) return false
    const whole = quotedText(walk.source.slice(token.start, value.end))
    walk.replace(
      token.start,
      value.end,
      `note ${value.isText ? quotedText(value.text) : whole}`,
      t('The element has a title already.'),
      token.line,
    )
    walk.skipTo(value.end)
    return true
  }
  const { line, start } = token
  const why = t('Name and title stand behind the word of the element.')
  const isPlainName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value.text.trim())
  const added = isName
    ? isPlainName && !value.isText
      ? value.text
      : `${nameFrom(value.text)} ${quotedText(value.text)}`
    : quotedText(value.text)
  walk.replace(element.headEnd, element.headEnd, ` ${added.trim()}`, why, line)
  walk.removeStretch(start, value.end, why, line)
  if (isName) element.hasName = true
  element.hasTitle = element.hasTitle || !isName || added.includes('"')
  walk.skipTo(value.end)
  return true
}

/** `tags: a, b` becomes `#a #b`. */
export function readTags(walk: HabitWalk, count: number): boolean {
  const { token } = walk
  const value = valueBehind(walk, count)
  if (!token || !value) return false
  const tags = value.text.match(/[\p{L}\p{N}_-]+/gu) ?? []
  const text = tags.map((tag) => `#${tag}`).join(' ')
  walk.replace(token.start, value.end, text, t('A tag is a word behind `#`.'), token.line, { isClauseWord: true })
  walk.skipTo(value.end)
  return true
}

/** The target or baseline of a goal on a line of its own, which belongs to its `measurable`. */
export function readTarget(walk: HabitWalk, means: 'to' | 'from', count: number): boolean {
  const { token, aim } = walk
  const value = valueBehind(walk, count)
  if (!token || !value || (!token.isFirst && token.text === means)) return false
  const { line, start } = token
  const spelled = spelledAmount(value.text)
  const why = t('`{written}` belongs to the number of the goal: `measurable NAME from VALUE to VALUE`.', { written: token.text })
  const [, unit] = /^[^\p{L}]*(\p{L}+)$/u.exec(spelled) ?? []
  if (aim && !(means === 'to' ? aim.hasTo : aim.hasFrom)) {
    // A baseline stands in front of a target that is already there.
    if (means === 'from' && aim.hasTo) return false
    walk.replace(aim.end, aim.end, ` ${means} ${spelled}`, why, line)
    walk.removeStretch(start, value.end, why, line)
    if (means === 'to') aim.hasTo = true
    else aim.hasFrom = true
  } else if (!aim && means === 'to' && unit && walk.isDeclared(unit))
    walk.replace(start, value.end, `measurable ${unit} to ${spelled}`, why, line)
  else walk.replace(start, value.end, `note ${quotedText(walk.source.slice(start, value.end))}`, why, line)
  walk.skipTo(value.end)
  return true
}

function spelledAmount(text: string): string {
  const compared = comparisonAt(text, 0)
  const rest = text.slice(compared?.end ?? 0).trim()
  const amount = amountAt(rest, 0)
  const plain = amount ? amount.text + rest.slice(amount.end) : rest
  return compared ? `${compared.text} ${plain}` : plain
}
