import { t } from '@vscode/l10n'
import { mostParts } from '../table/habit-clauses.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, quotedText } from './habit-walk.js'
import { clauseOfWord, kindOfWord } from './habit-words.js'

const bullets = new Set(['-', '*', '•', '–', '—', '+', '·', '▪', '◦', '‣'])

/** What other tools write at the start of a line: comments, headings and bullets. True when the line has been dealt with. */
export function lineStart(walk: HabitWalk): boolean {
  const { token, source } = walk
  if (!token) return false
  const behind = source.slice(token.end, token.end + 1)
  if (token.text === '<!--') return htmlComment(walk)
  if (
    /^(?:---+|--|%|;|>|===*|'|\|)$/.test(token.text) ||
    (token.text === '#' && (/^[\s#]$/.test(behind) || !walk.element)) ||
    isRule(walk)
  ) {
    comment(walk, isRule(walk) ? /^$/ : /^[#%;>|']+|^--/)
    return true
  }
  if (token.text === '#' && /\p{L}/u.test(behind) && walk.element && !walk.element.isOpen && / /.test(lineOf(walk).trim())) {
    comment(walk, /^#/)
    return true
  }
  if (/^(?:```|"""$)/.test(lineOf(walk).trim())) {
    const opening = walk.fence
    walk.fence = opening === undefined ? token.line : undefined
    walk.anchored(opening ?? token.line, () => comment(walk, /^$/))
    return true
  }
  if (token.text === '**' && !walk.element?.isOpen && /^\s*\*\*[^*]+\*\*:?\s*$/.test(lineOf(walk))) {
    comment(walk, /^$/)
    return true
  }
  return bullet(walk)
}

function isRule(walk: HabitWalk): boolean {
  return /^\s*(?:[*_=#~-]\s?){3,}\s*$/.test(lineOf(walk))
}

function lineOf({ token, source }: HabitWalk): string {
  if (!token) return ''
  const end = source.indexOf('\n', token.start)
  return source.slice(token.start, end < 0 ? undefined : end)
}

/** Makes the rest of the line a comment. */
function comment(walk: HabitWalk, signs: RegExp): void {
  const { token } = walk
  if (!token) return
  const line = lineOf(walk)
  const sign = signs.exec(line)?.[0] ?? ''
  const blank = /^\s/.test(line.slice(sign.length)) || line.length === sign.length ? '' : ' '
  const why = t('A comment begins with `//`.')
  const kind = kindOfWord(plainWord(line.replace(/[#*:\s]+/g, ' ')))
  if (kind) walk.heading = { kind, indent: 0, line: token.line }
  walk.replace(token.start, token.start + sign.length, `//${blank}`, why, token.line)
  walk.skipLine()
}

/** `# …`, `-- …` or `<!-- … -->` behind something else on a line. */
export function strayComment(walk: HabitWalk): void {
  const { token, source } = walk
  if (!token) return
  if (token.text === '<!--') {
    htmlComment(walk)
    return
  }
  const behind = source.slice(token.end, token.end + 1)
  if (token.text === '#' && behind !== ' ' && behind !== '#') {
    walk.index += 2
    return
  }
  if (behind === ' ' || token.text === '#') comment(walk, token.text === '#' ? /^#+/ : /^--/)
}

function htmlComment(walk: HabitWalk): boolean {
  const { token, source } = walk
  if (!token) return false
  const close = source.indexOf('-->', token.end)
  if (close < 0) {
    return false
  }
  const why = t('A comment begins with `//`, or stands between `/*` and `*/`.')
  const closing = walk.tokens.find(({ start }) => start === close)
  const isFaulty = walk.isFaultyAt(token.line) || walk.isFaultyAt(closing?.line ?? token.line)
  if (isFaulty) {
    walk.edits.push({ start: token.start, end: token.end, text: '/*', why, line: token.line })
    walk.edits.push({ start: close, end: close + 3, text: '*/', why, line: token.line })
  }
  walk.skipTo(close + 3)
  return true
}

/** A bullet or number in front of an element, a clause or a step. */
function bullet(walk: HabitWalk): boolean {
  const { token, source } = walk
  if (!token) return false
  const isNumber = token.type === 'number' && /^[.)]\s/.test(source.slice(token.end, token.end + 2))
  const isBullet = bullets.has(token.text) && /\s/.test(source.slice(token.end, token.end + 1))
  if (!isBullet && !isNumber) return false
  const next = walk.on(token.line, isNumber ? 2 : 1)
  if (!next) return false
  const why = t('A line of a plan has no bullet.')
  const { element } = walk
  const isStep = next.type === 'mark' || next.type === 'box'
  const known = isStep || next.type === 'sign' || next.type === 'date' || next.type === 'number' || isKnownWord(walk, isNumber ? 2 : 1)
  if (known || (next.type === 'text' && walk.on(token.line, isNumber ? 3 : 2)?.text === ':')) {
    walk.replace(token.start, next.start, '', why, token.line)
    walk.index += isNumber ? 2 : 1
    return false
  }
  const end = walk.endOfWords(next.end)
  const words = next.type === 'text' ? source.slice(next.start, end) : quotedText(source.slice(next.start, end).replace(/[,;]$/, ''))
  if (element?.isOpen && element.kind === 'task')
    walk.replace(token.start, end, `[ ] ${words}`, t('A step of a checklist is a check mark with a text.'), token.line)
  else if (element?.isOpen) walk.replace(token.start, end, `note ${words}`, t('A remark is a `note` with a text.'), token.line)
  else walk.replace(token.start, next.start, '// ', t('A comment begins with `//`.'), token.line)
  walk.skipTo(end)
  return true
}

function isKnownWord(walk: HabitWalk, ahead: number): boolean {
  const first = walk.at(ahead)
  if (first?.type !== 'word') return false
  const kind = walk.element?.kind
  for (let count = mostParts; count >= 1; count--) {
    const last = walk.on(first.line, ahead + count - 1)
    if (last?.type !== 'word') continue
    const plain = plainWord(walk.source.slice(first.start, last.end))
    const behind = walk.on(first.line, ahead + count)
    if (kind && clauseOfWord(kind, plain)) return true
    if (kindOfWord(plain) && (behind?.type === 'text' || behind?.text === ':' || walk.on(first.line, ahead + count + 1)?.type === 'text'))
      return true
  }
  return false
}
