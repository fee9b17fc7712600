import { marks } from '../table/habit-values.js'

/** What a token of a text in any spelling is. A `box` is a check mark as other tools write it. */
export type HabitTokenType = 'word' | 'number' | 'date' | 'text' | 'mark' | 'box' | 'comment' | 'address' | 'sign'

/** A token of a text that may be written in the habits of other tools: nothing in it is an error. */
export interface HabitToken {
  readonly type: HabitTokenType
  readonly start: number
  readonly end: number
  readonly text: string
  /** Counted from 0; that of its first character. */
  readonly line: number
  /** True for the first token of its line. */
  readonly isFirst: boolean
}

/** `[done]`, and the other words for the state of a step. */
const statesInBrackets = new RegExp(`\\[\\s*(?:${[...marks.keys()].sort((a, b) => b.length - a.length).join('|')})\\s*\\]`, 'iuy')

const patterns: readonly (readonly [HabitTokenType, RegExp])[] = [
  ['comment', /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['text', /"""[\s\S]*?"""|"(?:\\[^\n]|[^"\\\n])*(?:"|(?=\n|$))/y],
  ['text', /[“„”][^“”„"\n]*[”“"]|«[^»\n]*»|»[^«\n]*«|‹[^›\n]*›|`[^`\n]+`/y],
  ['text', /(?<![\p{L}\p{N}])[‘‚'][^‘’'\n]*[’‘'](?![\p{L}\p{N}])/uy],
  ['mark', /\[[ xX~!-]\]/y],
  ['box', statesInBrackets],
  ['box', /\[(?:[vV✓✔✗*]|\s*|\s[xX]\s)\]|\((?:[xXvV✓✔]|\s?)\)(?=\s)|[☐☑☒✅✔✓⬜]\ufe0f?/uy],
  ['address', /https?:\/\/[^\s"<>{}]*[^\s"<>{}.,;:)\]]|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy],
  ['date', /(?:19|20|21)\d\d-(?:Q[1-4]|W\d\d|\d\d(?:-\d\d)?)(?![\p{L}\p{N}_-])/uy],
  ['number', /\d[\d_]*(?:[.,'’]\d+)*(?:[kKM](?![\p{L}\p{N}_]))?/uy],
  ['word', /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:['’]\p{L}+)?/uy],
  ['sign', /<!--|-->|->|=>|:=|>=|<=|!=|==|&&|\.\.\.?|\*\*|---+|--|[^\s]/uy],
]
const blanks = /[\s\ufeff]+/y

/** The tokens of a text in any spelling. Cost: linear. */
export function habitTokens(source: string): readonly HabitToken[] {
  const tokens: HabitToken[] = []
  let position = 0
  let line = 0
  let lineOfLast = -1
  while (position < source.length) {
    blanks.lastIndex = position
    const gap = blanks.exec(source)?.[0]
    if (gap) {
      line += breaksIn(gap)
      position += gap.length
      continue
    }
    const { type, text } = tokenAt(source, position)
    tokens.push({ type, start: position, end: position + text.length, text, line, isFirst: line !== lineOfLast })
    position += text.length
    line += breaksIn(text)
    lineOfLast = line
  }
  return tokens
}

function tokenAt(source: string, position: number): { type: HabitTokenType; text: string } {
  for (const [type, pattern] of patterns) {
    pattern.lastIndex = position
    const text = pattern.exec(source)?.[0]
    if (text) return { type, text }
  }
  return { type: 'sign', text: source.charAt(position) }
}

function breaksIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** A word as the tables of habits have it: lower case, with blanks between the parts of `dueDate`, `due_date`. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase()
}
