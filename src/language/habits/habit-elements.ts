import { t } from '@vscode/l10n'
import { type ElementKind, isStep } from '../../plan/elements/elements.js'
import { clauseKeywords, clauseOf } from '../table/vocabulary.js'
import { habitDateAt } from './habit-dates.js'
import { behindHead } from './habit-heads.js'
import { markOf } from './habit-marks.js'
import { type HabitToken, plainWord } from './habit-tokens.js'
import { type HabitElement, type HabitWalk, innerText, isClosedText, nameFrom, quotedText, quotesMissing } from './habit-walk.js'
import { clauseOfWord, isKindWord, kindOfWord } from './habit-words.js'

const nameless: ReadonlySet<ElementKind> = new Set<ElementKind>(['send', 'score', 'item', 'actuals'])

/** Reads the mark, word, name and title of an element; `count` tokens are its word, which may have been left out. */
export function readElement(walk: HabitWalk, given?: ElementKind, count = 1): void {
  const first = walk.token
  if (!first) return
  if (!given) {
    marked(walk, first)
    return
  }
  const before = walk.at(-1)
  const mark = before && before.line === first.line && (before.type === 'mark' || before.type === 'box') ? before : undefined
  const last = count === 0 ? { end: first.start } : (walk.at(count - 1) ?? first)
  const written = walk.source.slice(first.start, last.end)
  const { line } = first
  if (count > 0 && written !== given)
    walk.replace(first.start, last.end, given, t('`{written}` is written `{right}`.', { written, right: given }), line)
  walk.index += count
  const sign = count === 0 ? undefined : walk.on(line)
  if (sign?.type === 'sign' && /^(?::|=|->|=>|:=|→)$/.test(sign.text)) {
    walk.removeToken(sign, t('Words stand one behind the other, without `{sign}` between them.', { sign: sign.text }))
    walk.index++
  }
  const element: HabitElement = {
    kind: given,
    start: mark?.start ?? first.start,
    mark,
    wordEnd: last.end,
    headEnd: last.end,
    hasName: false,
    hasTitle: false,
    isOpen: false,
  }
  walk.element = element
  walk.aim = undefined
  walk.clause = undefined
  if (nameless.has(given)) scoped(walk, element)
  else {
    head(walk, element, line)
    behindHead(walk, element)
  }
}

/** What stands behind a check mark: an element, else a step of a checklist or a task without its word. */
function marked(walk: HabitWalk, mark: HabitToken): void {
  const { line } = mark
  if (mark.type === 'box') {
    walk.replaceToken(mark, markOf(mark), t('A check mark is `[ ]`, `[~]`, `[x]`, `[!]` or `[-]`.'))
  }
  walk.index++
  const next = walk.on(line)
  if (!next || next.type === 'text') {
    if (next) walk.index++
    return
  }
  if (next.type !== 'word') return
  if (kindOfWord(plainWord(next.text)) && (isKindWord(next.text) || walk.on(line, 1)?.type === 'word' || walk.on(line, 1)?.type === 'text'))
    return
  const end = wordsEnd(walk, next, 'task')
  const words = walk.source.slice(next.start, end).trim()
  const isItem = isStep(walk.around.at(-1))
  if (isItem) walk.replace(next.start, end, quotedText(words), quotesMissing(), line)
  else {
    walk.replace(
      next.start,
      end,
      `task ${nameFrom(words)} ${quotedText(words)}`,
      t('Behind a check mark stands `task` with a name and a title.'),
      line,
    )
    walk.element = {
      kind: 'task',
      start: mark.start,
      mark,
      wordEnd: next.start,
      headEnd: end,
      hasName: true,
      hasTitle: true,
      isOpen: false,
    }
  }
  walk.skipTo(end)
}

/** `send DATE "Title"`, `score "Title" N`, `actuals NAME`. */
function scoped(walk: HabitWalk, element: HabitElement): void {
  const { token, source } = walk
  if (!token) return
  if (element.kind === 'send') {
    const at = /^(?:on|am|il|at)$/.test(token.text) ? walk.on(token.line, 1) : undefined
    if (at) {
      walk.replace(
        token.start,
        at.start,
        '',
        t('The date stands directly behind the clause word, without `{word}`.', { word: token.text }),
        token.line,
      )
      walk.index++
    }
    const date = habitDateAt(source, (at ?? token).start, false)
    const [reading, other] = date?.readings ?? []
    if (date && reading) {
      walk.replace(
        (at ?? token).start,
        date.end,
        reading[1],
        t('Dates are written year first.'),
        token.line,
        other ? { other: other[1] } : {},
      )
      walk.skipTo(date.end)
    } else if ((at ?? token).type === 'date') walk.index++
  } else if (element.kind === 'actuals' && token.type === 'word') walk.index++
  const title = walk.token
  if (title?.type === 'text') {
    element.headEnd = title.end
    walk.index++
  } else if (title?.type === 'word' && title.line === token.line && element.kind !== 'actuals' && !clauseOf(element.kind, title.text)) {
    const end = wordsEnd(walk, title, element.kind)
    walk.replace(title.start, end, quotedText(source.slice(title.start, end)), quotesMissing(), title.line)
    walk.skipTo(end)
  }
}

/** Reads name and title. */
function head(walk: HabitWalk, element: HabitElement, line: number): void {
  if (walk.isSign('(') && walk.on(line, 1)?.type === 'word' && walk.on(line, 2)?.text === ')') {
    for (const bracket of [walk.at(0), walk.at(2)])
      if (bracket) walk.replaceToken(bracket, bracket.text === '(' ? ' ' : '', t('Names stand without brackets.'))
    element.hasName = true
    element.headEnd = walk.at(2)?.end ?? element.headEnd
    walk.index += 3
    return
  }
  const first = walk.token
  if (!first || first.line !== line) return
  if (first.type === 'text') {
    element.hasTitle = true
    element.hasName = true
    const second = walk.on(line, 1)
    const inner = innerText(first.text)
    if (second?.type === 'text' && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(inner)) {
      walk.replaceToken(first, inner, t('A name stands without quotes.'))
      walk.index++
    } else if (isClosedText(first.text)) {
      const why = t('An element has a name in front of its title.')
      walk.replace(first.start, first.end, `${nameFrom(inner)} ${first.text}`, why, line)
    }
    element.headEnd = first.end
    if (walk.token === first) walk.index++
    else title(walk, element)
    return
  }
  if (first.type === 'number') {
    const behind = walk.on(line, 1)
    if (behind?.type === 'word' && behind.start === first.end) {
      walk.replace(first.start, behind.end, `${element.kind}_${first.text}${behind.text}`, t('A name begins with a letter.'), line)
      walk.index += 2
      element.hasName = true
      element.headEnd = behind.end
      behindName(walk, element)
      return
    }
    const isNumbered =
      behind?.type === 'text' || behind?.text === ':' || behind?.text === '.' || behind?.text === ')' || behind?.text === '-'
    if (!isNumbered) return
    walk.replace(first.start, first.end, `${element.kind}_${first.text.replace(/\D/g, '_')}`, t('A name begins with a letter.'), line)
    walk.index++
    behindName(walk, element)
    return
  }
  if (first.type !== 'word') return
  const end = wordsEnd(walk, first, element.kind)
  const words = walk.source.slice(first.start, end)
  element.hasName = true
  const isName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(words)
  if (isName) {
    element.headEnd = first.end
    walk.index++
    behindName(walk, element)
  } else if (/^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(words) || (/^[\p{L}_][\p{L}\p{M}\p{N}_./-]*$/u.test(words) && textBehind(walk, end))) {
    const [sign = '-'] = /[-./]/.exec(words) ?? []
    walk.replace(
      first.start,
      end,
      words.replace(/[-./]/g, '_'),
      t('A name holds letters, digits and `_`, and no `{sign}`.', { sign }),
      line,
    )
    element.headEnd = end
    walk.skipTo(end)
    behindName(walk, element)
  } else if (clauseKeywords.includes(first.text)) {
    // A plan in prose begins no element.
    walk.index++
  } else {
    element.hasTitle = true
    element.headEnd = end
    const behind = walk.source.slice(first.end, end).trimStart()
    const isSlug = /_|\d/.test(first.text) && /^[a-z]/.test(first.text)
    const text = isSlug ? `${first.text} ${quotedText(behind)}` : `${nameFrom(words)} ${quotedText(words)}`
    walk.replace(
      first.start,
      end,
      text,
      isSlug ? quotesMissing() : t('Quotes are missing: an element has a name and a title in quotes.'),
      line,
    )
    walk.skipTo(end)
    if (walk.on(line)?.type === 'text') title(walk, element)
  }
}

function textBehind(walk: HabitWalk, offset: number): boolean {
  return walk.tokens.find(({ start }) => start >= offset)?.type === 'text'
}

/** A title, maybe behind a sign. */
function behindName(walk: HabitWalk, element: HabitElement): void {
  const line = walk.at(-1)?.line ?? 0
  const sign = walk.on(line)
  const isSign = sign?.type === 'sign' && /^(?::|=|-|–|—|->|=>|→|,|\.|\))$/.test(sign.text)
  if (isSign && sign) {
    const next = walk.on(line, 1)
    if (sign.text === ',' && next?.type !== 'text') return
    walk.removeToken(sign, t('Words stand one behind the other, without `{sign}` between them.', { sign: sign.text }))
    walk.index++
    if (next?.type === 'word' && !clauseOfWord(element.kind, plainWord(next.text))) {
      const end = wordsEnd(walk, next, element.kind)
      walk.replace(next.start, end, quotedText(walk.source.slice(next.start, end)), quotesMissing(), line)
      element.hasTitle = true
      element.headEnd = end
      walk.skipTo(end)
      return
    }
  }
  title(walk, element)
}

function title(walk: HabitWalk, element: HabitElement): void {
  const { token } = walk
  if (token?.type !== 'text') return
  element.hasTitle = true
  element.headEnd = token.end
  if (!token.text.startsWith('"')) walk.replaceToken(token, quotedText(innerText(token.text)), t('A text stands in plain quotes.'))
  else if (!isClosedText(token.text))
    walk.replaceToken(token, quotedText(innerText(token.text)), t('The text has no end: a `"` is missing on this line.'))
  walk.index++
}

/** Where the words of a name or title end: before a clause of the kind, a sign that opens one, or the end of the line. */
function wordsEnd(walk: HabitWalk, first: HabitToken, kind: ElementKind): number {
  let end = first.end
  const from = walk.tokens.indexOf(first, walk.index)
  for (let at = from + 1; at < walk.tokens.length; at++) {
    const token = walk.tokens[at]
    if (!token || token.line !== first.line || token.type === 'comment' || token.type === 'text' || token.type === 'date') break
    if (token.type === 'sign' && !/^(?:-|–|&|'|’|\/|\.|!|\?|\+|%)$/.test(token.text)) break
    if (token.type === 'sign' && /^[-–—]$/.test(token.text) && walk.source[token.start - 1] === ' ') {
      if (at === from + 1) break
    }
    if (token.type === 'word' && isClauseStart(walk, at, kind)) break
    if (token.type === 'number' && (kind === 'score' || habitDateAt(walk.source, token.start, false))) break
    end = token.end
  }
  return end
}

/** True where a word of a title looks like the first of a clause: the language's own, or one by habit with a value behind it. */
function isClauseStart(walk: HabitWalk, at: number, kind: ElementKind): boolean {
  const token = walk.tokens[at]
  if (!token) return false
  const next = walk.tokens[at + 1]
  const isNext = next?.line === token.line
  if (clauseOf(kind, token.text)) return true
  const plain = plainWord(token.text)
  if (!clauseOfWord(kind, plain)) return false
  if (!isNext || !next) return false
  return next.type === 'date' || next.text === ':' || next.text === '=' || habitDateAt(walk.source, next.start, true) !== undefined
}
