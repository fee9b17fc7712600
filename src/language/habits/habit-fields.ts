import { t } from '@vscode/l10n'
import type { ElementKind } from '../../plan/elements/elements.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { suggestions } from '../../plan/text/distance.js'
import { insideOf, vocabulary } from '../table/vocabulary.js'
import { readAim, verbs } from './habit-aims.js'
import { plainWord } from './habit-tokens.js'
import { type HabitWalk, quotedText } from './habit-walk.js'
import { clauseOfWord, isKindWord, kindOfWord } from './habit-words.js'
import { readClause } from './read-clause.js'

/** True where the word of another element is a field of the open one, as in `sprint: 12` and `budget 5k`. */
export function isFieldHere(walk: HabitWalk, kind: ElementKind, count: number): boolean {
  const { token, element } = walk
  if (!token?.isFirst || !element?.isOpen || walk.isUnindented(token) || insideOf(kind) !== undefined) return false
  const next = walk.on(token.line, count)
  const value = next && /^[:=]$/.test(next.text) ? walk.on(token.line, count + 1) : next
  if (value?.type === 'number' && walk.on(token.line, count + 2)?.type !== 'text') return true
  const isKey = /^[\p{L} ]+:(?!\s*")/u.test(walk.source.slice(token.start, token.start + 60))
  return !isKindWord(token.text) && isKey && value?.type !== 'text'
}

/** `todo: call them` inside a task is a step of its checklist. */
export function stepByWord(walk: HabitWalk, kind: ElementKind): boolean {
  const { token, element, source } = walk
  if (kind !== 'task' || !token?.isFirst || isKindWord(token.text) || element?.kind !== 'task' || !element.isOpen) return false
  if (walk.isUnindented(token)) return false
  const next = walk.on(token.line, 1)
  const first = next?.text === ':' ? walk.on(token.line, 2) : next
  if (!first || (next?.text !== ':' && first.type !== 'text')) return false
  const end = walk.endOfWords(first.end)
  const words = first.type === 'text' ? first.text : quotedText(source.slice(first.start, end))
  walk.replace(
    token.start,
    first.type === 'text' ? first.end : end,
    `[ ] ${words}`,
    t('A step of a checklist is a check mark with a text.'),
    token.line,
  )
  walk.skipTo(first.type === 'text' ? first.end : end)
  return true
}

/** `increase leads to 500` on a line of a goal. */
export function changeOfGoal(walk: HabitWalk): boolean {
  const { token, element } = walk
  if (element?.kind !== 'goal' || !token || !verbs[plainWord(token.text)]) return false
  const name = walk.on(token.line, 1)
  if (name?.type !== 'word' || !walk.isFaultyAt(token.line) || !walk.isDeclared(name.text)) return false
  const why = t('A number of a goal is written `measurable NAME from VALUE to VALUE`.')
  walk.replace(token.start, name.end, `measurable ${name.text} ${verbs[plainWord(token.text)]}`, why, token.line)
  walk.index++
  readAim(walk, true)
  return true
}

/** A field that the language does not know, with a value: a remark. One that is spelled like a clause is left for a suggestion. */
export function fieldOfOther(walk: HabitWalk): boolean {
  const { token, element, source } = walk
  if (!token?.isFirst || !element?.isOpen || !walk.isFaultyAt(token.line)) return false
  const end = walk.endOfWords(token.end)
  const line = source.slice(token.start, end)
  const [, word = ''] = /^([\p{L}_][\p{L}\p{N}_ -]{0,30}?)(?:\s*[:=]|\s+(?=[$€£]?\d))\s*\S/u.exec(line) ?? []
  if (word === '' || line.includes('"')) return false
  const isKey = /^\s*[:=]/.test(line.slice(word.length))
  // A word that nobody knows may be meant for a clause: then nothing is known about what it gives.
  if (!isKey && !isKnownAnywhere(plainWord(word))) return false
  const keywords = vocabulary[element.kind].clauses.map(({ keyword }) => keyword)
  const near = suggestions(word.toLowerCase(), keywords)
  const [meant] = near
  if (meant && near.length === 1 && word === token.text && /^[:=]$/.test(walk.on(token.line, 1)?.text ?? '')) {
    walk.replaceToken(token, meant, t('`{word}` is not a clause. Did you mean `{near}`?', { word, near: meant }), { isClauseWord: true })
    return readClause(walk, meant, token.end, 1)
  }
  if (meant) return false
  const why = t('`{word}` is no clause of {kind}; a remark is a `note`.', { word, kind: aKind(element.kind) })
  walk.replace(token.start, end, `note ${quotedText(line.replace(/[,;]\s*$/, ''))}`, why, token.line, { isClauseWord: true })
  walk.skipTo(end)
  return true
}

/** True for a word that begins an element or a clause of any kind, by the language or by habit. */
function isKnownAnywhere(plain: string): boolean {
  return kindOfWord(plain) !== undefined || Object.keys(vocabulary).some((kind) => clauseOfWord(kind as ElementKind, plain) !== undefined) // its keys are kinds
}
