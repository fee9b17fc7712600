import { t } from '@vscode/l10n'
import { titleWords } from '../table/habit-clauses.js'
import { readElement } from './habit-elements.js'
import { type HabitToken, plainWord } from './habit-tokens.js'
import type { HabitWalk } from './habit-walk.js'
import { clauseOfWord, isKindWord, kindOfWord } from './habit-words.js'

/** `Tasks:` or `goals {` alone on a line, above a list of elements: a comment, since elements need no heading. */
export function heading(walk: HabitWalk): boolean {
  const { token, element } = walk
  if (token?.type !== 'word') return false
  const kind = kindOfWord(plainWord(token.text))
  const sign = walk.on(token.line, 1)
  const isAlone = !sign || ((sign.text === ':' || sign.text === '{' || sign.text === '[') && !walk.on(token.line, 2))
  const isPlural = token.text !== kind
  if (!kind || !isAlone || !isPlural) return false
  if (element?.isOpen && (!walk.isUnindented(token) || clauseOfWord(element.kind, plainWord(token.text)))) return false
  const opening = sign && sign.text !== ':' ? sign : undefined
  const closing = opening && walk.closingOf(opening)
  if (!walk.isFaultyAt(token.line) && !(closing && walk.isFaultyAt(closing.line))) return false
  const why = t('Elements stand one below the other and need no heading.')
  const end = opening ? (walk.at(0)?.end ?? token.end) : (sign ?? token).end
  walk.edits.push({ start: token.start, end: token.start, text: '// ', why, line: token.line })
  if (opening) walk.edits.push({ start: end, end: opening.end, text: '', why, line: token.line })
  if (closing) walk.edits.push({ start: closing.start, end: closing.end, text: '', why, line: token.line })
  if (closing) walk.ignored.add(closing.start)
  underline(walk, token)
  walk.heading = { kind, indent: indentOf(walk, token), line: token.line }
  walk.element = walk.around.at(-1)
  walk.clause = undefined
  const { line } = token
  while (walk.token && walk.token.line <= line) walk.index++
  return true
}

/** A line of `=` or `-` below a heading. */
function underline(walk: HabitWalk, { line }: HabitToken): void {
  const first = walk.tokens.findIndex((token, index) => index > walk.index && token.line > line)
  const below = walk.tokens[first]
  if (below?.line !== line + 1 || !/^[=-]{3,}\s*$/.test(walk.source.slice(below.start).split('\n')[0] ?? '')) return
  walk.edits.push({ start: below.start, end: below.start, text: '// ', why: t('A comment begins with `//`.'), line })
  while (walk.at(1)?.line === line + 1) walk.index++
}

/** An element of the list below a heading, without its word: `- write "Write the page"`, `- name: Write the page`. */
export function underHeading(walk: HabitWalk): boolean {
  const { token, heading: above, element } = walk
  if (!token || !above || element?.isOpen) return false
  const isBullet = /^[-*•–+]$/.test(token.text) && /\s/.test(walk.source[token.end] ?? '')
  const indent = indentOf(walk, token)
  if (indent < above.indent || (indent === above.indent && !isBullet)) {
    walk.heading = undefined
    return false
  }
  if (!walk.isFaultyAt(token.line)) return false
  const first = isBullet ? walk.on(token.line, 1) : token
  if (!first) return false
  if (isBullet && (first.type === 'mark' || first.type === 'box' || isWritten(walk, first))) {
    walk.anchored(above.line, () => {
      walk.replace(token.start, first.start, '', t('A line of a plan has no bullet.'), token.line)
      walk.index++
      if (first.type !== 'word') readElement(walk)
    })
    return first.type !== 'word'
  }
  if (first.type !== 'word' && first.type !== 'text') return false
  const ahead = isBullet ? 1 : 0
  const behind = walk.on(token.line, ahead + 1)
  const plain = plainWord(first.text)
  if (isWritten(walk, first)) return false
  const isKey = behind?.text === ':' && (titleWords.has(plain) || plain === 'id' || plain === 'key')
  const isClause = first.type === 'word' && element !== undefined && clauseOfWord(element.kind, plain) !== undefined
  if (!isKey && !isBullet && (isClause || (behind?.type !== 'text' && behind?.text !== ':'))) return false
  const name = isKey ? walk.on(token.line, ahead + 2) : first
  if (!name || (isKey && plain !== 'id' && plain !== 'key' && element && !isBullet)) return false
  const why = t('An element begins with its word, such as `{kind}`.', { kind: above.kind })
  walk.anchored(above.line, () => {
    walk.replace(token.start, name.start, `${above.kind} `, why, token.line)
    walk.skipTo(name.start)
    readElement(walk, above.kind, 0)
  })
  return true
}

/** True for an element that has its word. */
function isWritten(walk: HabitWalk, first: HabitToken): boolean {
  const next = walk.tokens[walk.tokens.indexOf(first, walk.index) + 1]
  return first.type === 'word' && isKindWord(first.text) && next?.line === first.line && next.type === 'word'
}

function indentOf(walk: HabitWalk, token: HabitToken): number {
  return token.start - (walk.source.lastIndexOf('\n', token.start - 1) + 1)
}
