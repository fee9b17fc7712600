import { isWestern } from './western.js'

/** A word of a text as it is compared: lower case, composed. Names are `snake_case`, so `_` separates words. */
export interface Word {
  readonly text: string
  /** Offsets in the text, in code units. */
  readonly start: number
  readonly end: number
}

/** A place in a text where an entry of a word list stands. */
export interface WordMatch {
  /** As the text writes it. */
  readonly written: string
  /** As the list has it. */
  readonly entry: string
  readonly start: number
  readonly end: number
}

/** Words and phrases, ready to be looked up; `mark` is what the list says about an entry. */
export interface WordList<Mark = true> {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase<Mark>[]>
}

interface Phrase<Mark> {
  readonly entry: string
  readonly words: readonly string[]
  readonly mark: Mark
}

// `\b` and `\w` know only ASCII; a percent sign and an ampersand are read as words.
const westernWord = /[A-Za-z0-9ª²³µ¹º¼-¾À-ÖØ-öø-ÿ]+|[%‰&]/g
const anyWord = /[\p{L}\p{M}\p{N}]+|[%‰&]/gu

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(isWestern(text) ? westernWord : anyWord)].map(({ 0: written, index }) => ({
    text: comparable(written),
    start: index,
    end: index + written.length,
  }))
}

/** Lower case by Unicode's own rules, never by the machine's locale. */
function comparable(written: string): string {
  return written.normalize('NFC').toLowerCase()
}

/** Splits a list that is written as text: entries stand between commas or line ends. */
export function entries(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** A list in which every entry carries the same mark. */
export function wordList(all: Iterable<string>): WordList {
  return markedWordList([...all].map((entry) => [entry, true] as const))
}

// Most entries are one such word; they need no splitting.
const plainWord = /^[a-z]+$/

export function markedWordList<Mark>(all: Iterable<readonly [entry: string, mark: Mark]>): WordList<Mark> {
  const byFirstWord = new Map<string, Phrase<Mark>[]>()
  for (const [entry, mark] of all) {
    const words = plainWord.test(entry) ? [entry] : wordsOf(entry).map((word) => word.text)
    const [first] = words
    if (first === undefined) continue
    const phrases = byFirstWord.get(first)
    if (phrases) phrases.push({ entry, words, mark })
    else byFirstWord.set(first, [{ entry, words, mark }])
  }
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length)
  return { byFirstWord }
}

/** All entries of the list that stand in the text as whole words, in order and without overlap; the longer phrase wins. */
export function matchesIn<Mark>(text: string, list: WordList<Mark>): (WordMatch & { readonly mark: Mark })[] {
  const words = wordsOf(text)
  const matches: (WordMatch & { readonly mark: Mark })[] = []
  for (let position = 0; position < words.length; ) {
    const match = matchAt(text, words, position, list)
    if (match) matches.push(match.match)
    position += match?.length ?? 1
  }
  return matches
}

/** The entry with which the text begins. */
export function matchAtStart<Mark>(text: string, list: WordList<Mark>): (WordMatch & { readonly mark: Mark }) | undefined {
  return matchAt(text, wordsOf(text), 0, list)?.match
}

function matchAt<Mark>(text: string, words: readonly Word[], position: number, list: WordList<Mark>) {
  const first = words[position]
  if (!first) return undefined
  const phrase = list.byFirstWord
    .get(first.text)
    ?.find((candidate) => candidate.words.every((word, offset) => words[position + offset]?.text === word))
  const last = phrase && words[position + phrase.words.length - 1]
  if (!last) return undefined
  const { start } = first
  const { end } = last
  return { length: phrase.words.length, match: { written: text.slice(start, end), entry: phrase.entry, mark: phrase.mark, start, end } }
}
