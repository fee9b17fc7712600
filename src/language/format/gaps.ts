/** What stands between two parts of a file: comments, ends of lines, braces, or something else. */
export type GapPart =
  | { readonly type: 'comment'; readonly text: string; readonly isTrailing: boolean }
  /** At least one blank line. */
  | { readonly type: 'blank' }
  | { readonly type: 'brace'; readonly text: '{' | '}' }
  | { readonly type: 'other'; readonly text: string }

const part = /(\s+)|(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|([{}])|((?:(?!\/\/|\/\*)[^\s{}])+)/y

/** Reads a gap. `isAtLineStart` says whether nothing stands in front of it on its line. */
export function gapParts(text: string, isAtLineStart: boolean): readonly GapPart[] {
  const parts: GapPart[] = []
  let isFresh = isAtLineStart
  part.lastIndex = 0
  while (part.lastIndex < text.length) {
    const found = part.exec(text)
    if (!found) break
    const [whole, blank, comment, brace] = found
    if (blank !== undefined) {
      const lines = blank.split('\n').length - 1
      if (lines > 1 || (lines === 1 && isFresh && parts.length > 0 && parts.at(-1)?.type === 'blank')) parts.push({ type: 'blank' })
      if (lines > 0) isFresh = true
      continue
    }
    if (comment !== undefined) parts.push({ type: 'comment', text: comment.trimEnd(), isTrailing: !isFresh })
    else if (brace === '{' || brace === '}') parts.push({ type: 'brace', text: brace })
    else parts.push({ type: 'other', text: whole })
    isFresh = false
  }
  return parts
}

const piece = /("""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(\s+)|([^\s"/]+|\/)/g

/** One space between words, one behind a comma; texts and comments as they are. */
export function singleSpaced(source: string): string {
  let result = ''
  for (const [whole, quoted, blank] of source.trim().matchAll(piece)) {
    if (blank !== undefined) result += ' '
    else if (quoted !== undefined) result += whole
    else result += whole.replace(/,(?=[^\s\d])/g, ', ')
  }
  return result.replace(/(?<! ) +,/g, ',')
}

/** True for a stretch with a comment in it. */
export function holdsComment(source: string): boolean {
  return [...source.matchAll(piece)].some(([, quoted]) => quoted?.startsWith('/'))
}

/** The text without blanks outside of its texts and comments: two texts of one skeleton say the same. */
export function skeleton(source: string): string {
  let result = ''
  for (const [whole, quoted, blank] of source.matchAll(piece))
    if (blank === undefined) result += quoted?.startsWith('/') ? quoted.trimEnd() : whole
  return result
}
