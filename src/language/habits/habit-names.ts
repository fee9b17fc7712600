import { t } from '@vscode/l10n'
import { joiningWords } from '../table/habit-values.js'
import { comparisonAt } from './habit-amounts.js'
import { habitDateAt } from './habit-dates.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, innerText } from './habit-walk.js'
import { clauseOfWord } from './habit-words.js'

const stops = new Set(['because', 'until', 'from', 'to', 'by', 'using', 'after', 'when', 'via', 'on', 'at', 'every', 'per'])

/** More words are no name. */
const mostWords = 3

/** One name or text of a list, up to an offset. */
interface Item {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly isFine: boolean
}

/** Names behind a clause word: separated by commas, whatever they were separated by. */
export function readNames(walk: HabitWalk, keyword: string): void {
  list(walk, ', ', (words, isText) => (isText || /[^\p{L}\p{M}\p{N}_]/u.test(words) ? walk.nameFor(words) : words), keyword)
}

/** Words that are no names of elements: skills, kinds. */
export function readWords(walk: HabitWalk): void {
  list(walk, ', ', (words) => words.trim().replace(/\s+/g, '_'), '')
}

function list(walk: HabitWalk, joint: string, nameOf: (words: string, isText: boolean) => string, keyword: string): void {
  let line = walk.at(-1)?.line ?? 0
  const opening = walk.on(line)
  const isOpening = opening?.type === 'sign' && (/^[[(<]$/.test(opening.text) || isBraced(walk, line))
  if (opening && isOpening) {
    walk.removeToken(opening, t('Names stand without brackets.'))
    walk.index++
  }
  const anchor = line
  let isBulleted = false
  if (!walk.on(line)) isBulleted = joinBullets(walk, line, ' ', anchor, false)
  if (!walk.on(line) && !isBulleted) {
    // Behind the word at the end of a line the language goes on in the next.
    const next = walk.token
    if (next?.type !== 'word' || (walk.element && clauseOfWord(walk.element.kind, plainWord(next.text)))) return
    line = next.line
  }
  let count = 0
  const [edits, named] = [walk.edits.length, walk.named.length]
  for (;;) {
    const at = walk.token
    if (at?.text === '@') {
      walk.removeToken(at, t('`@` stands in front of those who do a task; other names stand alone.'))
      walk.index++
    }
    const item = itemHere(walk, walk.token?.line ?? line, nameOf, count > 0)
    if (!item) break
    if (item.text.split('_').length > mostWords && !item.isFine && walk.token?.type === 'word') {
      // Prose, and no list of names.
      walk.edits.length = edits
      walk.named.length = named
      walk.skipLine()
      return
    }
    if (!item.isFine)
      walk.replace(
        item.start,
        item.end,
        item.text,
        t('A name stands here: letters, digits and `_`, without quotes.'),
        walk.token?.line ?? line,
      )
    line = walk.token?.line ?? line
    walk.skipTo(item.end)
    count++
    if (isBulleted) {
      if (!walk.on(line) && joinBullets(walk, line, joint, anchor, true)) continue
      break
    }
    if (!separator(walk, line, joint, keyword)) break
  }
  const closing = walk.on(line)
  if (closing?.type === 'sign' && /^[\])>}]$/.test(closing.text) && isOpening) {
    walk.removeToken(closing, t('Names stand without brackets.'))
    walk.index++
  }
  if (count > 0) behindNames(walk, line)
}

/** True where names stand between braces on one line. */
function isBraced(walk: HabitWalk, line: number): boolean {
  if (walk.on(line)?.text !== '{') return false
  for (let ahead = 1; ; ahead++) {
    const token = walk.on(line, ahead)
    if (token?.text === '}') return ahead > 1
    if (!token || (token.type !== 'word' && token.type !== 'text' && !/^[,;@]$/.test(token.text))) return false
  }
}

/** `Mara Lindt (CMO)`, and a full stop at the end of the line. */
function behindNames(walk: HabitWalk, line: number): void {
  const sign = walk.on(line)
  if (sign?.text === '(') {
    const ahead = walk.closingAhead(line, /^\)$/)
    const closing = ahead === undefined ? undefined : walk.on(line, ahead)
    if (ahead === undefined || !closing) return
    const isLast = walk.at(ahead + 1)?.line !== line
    const remark = walk.source.slice(sign.end, closing.start)
    const why = t('A remark behind a name is a comment.')
    walk.replace(sign.start, closing.end, isLast ? `// ${remark}` : `/* ${remark} */`, why, line)
    walk.index += ahead + 1
  } else if (sign && /^(?:\.|!)$/.test(sign.text) && !walk.on(line, 1)) {
    walk.removeToken(sign, t('A line of a plan has no full stop.'))
    walk.index++
  }
}

/** Names on bullets below the clause word are one list. */
function joinBullets(walk: HabitWalk, line: number, joint: string, anchor: number, isSure: boolean): boolean {
  const first = walk.token
  if (!first || first.line !== line + 1 || !/^[-*•–]$/.test(first.text) || walk.at(1)?.line !== first.line) return false
  const before = walk.at(-1)
  const next = walk.at(1)
  if (walk.on(first.line, 2)?.text === ':') return false
  if (!before || !next || (next.type !== 'word' && next.type !== 'text' && next.text !== '@')) return false
  if (!isSure && !walk.isFaultyAt(line) && !walk.isFaultyAt(first.line)) return false
  walk.edits.push({ start: before.end, end: next.start, text: joint, why: t('A list stands on one line, with commas.'), line: anchor })
  walk.index++
  return true
}

function itemHere(walk: HabitWalk, line: number, nameOf: (words: string, isText: boolean) => string, isLater: boolean): Item | undefined {
  const first = walk.on(line)
  if (!first) return undefined
  const { start } = first
  if (first.type === 'text' || first.type === 'address') {
    const words = first.type === 'text' ? innerText(first.text) : first.text
    if (!walk.isFaultyAt(line)) return { start, end: first.end, text: '', isFine: true }
    const text = words.includes(', ') ? words.split(/,\s*/).map((word) => nameOf(word, true)).join(', ') : nameOf(words, true) // biome-ignore format: one choice
    return { start, end: first.end, text, isFine: false }
  }
  if (first.type !== 'word') return undefined
  if (isLater && stops.has(first.text)) return undefined
  let { end } = first
  for (let ahead = 1; ; ahead++) {
    const token = walk.on(line, ahead)
    if (!token) break
    const isHyphen = token.text === '-' && token.start === end && walk.at(ahead + 1)?.start === token.end
    if (isHyphen) continue
    if (token.type === 'number' && walk.source[token.start - 1] === '-') {
      end = token.end
      continue
    }
    if (token.type !== 'word' || isEnd(walk, token.text, token.start)) break
    end = token.end
  }
  const words = walk.source.slice(start, end)
  const isFine = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(words)
  return { start, end, text: isFine || !walk.isFaultyAt(line) ? words : nameOf(words, false), isFine }
}

/** True for a word that cannot go on a name. */
function isEnd(walk: HabitWalk, word: string, start: number): boolean {
  const plain = word.toLowerCase()
  const compared = comparisonAt(walk.source, start)
  if (compared && /^\s*[\d$€£]/.test(walk.source.slice(compared.end, compared.end + 3))) return true
  if (joiningWords.has(plain) || stops.has(word) || (walk.element && clauseOfWord(walk.element.kind, plainWord(word)))) return true
  return habitDateAt(walk.source, start, false) !== undefined
}

/** Moves behind what separates two names; false where no further name follows. */
function separator(walk: HabitWalk, line: number, joint: string, keyword: string): boolean {
  const token = walk.on(line)
  if (!token) return false
  const isWord = token.type === 'word' && joiningWords.has(token.text.toLowerCase())
  const isSign = token.type === 'sign' && /^(?:,|;|&|&&|\+|\/|\||→|->|=>|>)$/.test(token.text)
  if (!isWord && !isSign) {
    const isAt = token.text === '@' && walk.source[token.start - 1] === ' ' && keyword !== '' && keyword !== '@'
    if (isAt) walk.replace(walk.at(-1)?.end ?? token.start, token.start, joint, t('Names are separated by commas.'), line)
    return isAt
  }
  let ahead = 1
  let last = token
  for (;;) {
    const next = walk.on(line, ahead)
    if (
      !next ||
      !(next.text === ',' || next.text === ';' || (next.type === 'word' && /^(?:and|und|e|ed|&)$/i.test(next.text)) || next.text === '&')
    )
      break
    last = next
    ahead++
  }
  const next = walk.at(ahead)
  const behind = walk.on(line, ahead + 1)
  const isKey = next?.line === line && behind !== undefined && /^(?::|=|->|=>)$/.test(behind.text)
  if (isKey || (next?.line === line && token.text !== ',' && next.type === 'word' && isEnd(walk, next.text, next.start))) return false
  const isName = next && (next.type === 'text' || next.type === 'address' || next.text === '@' || next.type === 'word')
  const isHere = next?.line === line
  if (!isName || (!isHere && (token.text !== ',' || (next?.type === 'word' && (isEnd(walk, next.text, next.start) || next.isFirst))))) {
    if (isHere || !isName || token.text !== ',' || isEnd(walk, next?.text ?? '', next?.start ?? 0)) return false
  }
  const before = walk.at(-1)?.end ?? token.start
  const isFine = ahead === 1 && token.text === ','
  if (!isFine) walk.replace(before, isHere ? (next?.start ?? last.end) : last.end, joint, t('Names are separated by commas.'), line)
  walk.index += ahead
  return true
}

/** Those who do a task: `@ann 8h @ben`. */
export function readActors(walk: HabitWalk, isBehindSign: boolean): void {
  let line = walk.token?.line ?? 0
  const anchor = isBehindSign ? (walk.clause?.line ?? line) : line
  const why = t('Each of those who do a task has an `@` in front.')
  let isFirst = true
  if (!isBehindSign && walk.isSign('@')) {
    walk.index++
    const bracket = walk.on(line)
    if (bracket && /^[[(]$/.test(bracket.text)) {
      walk.removeToken(bracket, t('Names stand without brackets.'))
      walk.index++
    }
  }
  for (;;) {
    const item = itemHere(walk, walk.token?.line ?? line, (words) => walk.nameFor(words), false)
    if (!item) return
    if (!item.isFine) walk.replace(item.start, item.end, item.text, t('A name stands here: letters, digits and `_`, without quotes.'), line)
    walk.skipTo(item.end)
    hours(walk, line)
    const joint = walk.on(line)
    if (!joint && joinBullets(walk, line, ' @', anchor, true)) {
      line = walk.token?.line ?? line
      if (walk.isSign('@')) walk.index++
      continue
    }
    if (!joint) return
    if (/^[\])]$/.test(joint.text)) {
      walk.removeToken(joint, t('Names stand without brackets.'))
      walk.index++
      return
    }
    const isJoint = (joint.type === 'word' && joiningWords.has(joint.text.toLowerCase())) || /^(?:,|;|&|\+|\/|\|)$/.test(joint.text)
    if (!isJoint) {
      if (joint.text !== '@' || !isFirst) return
      return
    }
    const second = walk.on(line, 1)
    const isBoth = second?.type === 'word' && /^(?:and|und|e)$/i.test(second.text)
    const next = isBoth ? walk.on(line, 2) : second
    if (next?.text === '@') {
      walk.replace(walk.at(-1)?.end ?? joint.start, next.start, ' ', why, line)
      walk.index += isBoth ? 3 : 2
    } else if (next && (next.type === 'text' || next.type === 'address' || (next.type === 'word' && !isEnd(walk, next.text, next.start)))) {
      walk.replace(walk.at(-1)?.end ?? joint.start, next.start, ' @', why, line)
      walk.index += isBoth ? 2 : 1
    } else return
    isFirst = false
  }
}

/** Hours behind a name: `8h`, also `(8h)` and `: 8h`. */
function hours(walk: HabitWalk, line: number): void {
  const sign = walk.on(line)
  const number = walk.on(line, 1)
  if (sign?.type === 'sign' && /^[(:=-]$/.test(sign.text) && number?.type === 'number') {
    walk.replace(walk.at(-1)?.end ?? sign.start, number.start, ' ', t('Hours stand directly behind the name.'), line)
    walk.index++
    hours(walk, line)
    const closing = walk.on(line)
    if (sign.text === '(' && closing?.text === ')') {
      walk.removeToken(closing, t('Hours stand directly behind the name.'))
      walk.index++
    }
    return
  }
  if (sign?.type !== 'number') return
  walk.index++
  const unit = walk.on(line)
  if (unit?.type === 'word' && unit.start - sign.end <= 1) walk.index++
}
