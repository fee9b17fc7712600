import { plainText } from './plain-text.js'

/**
 * Text as Markdown that shows exactly it: no structure, no HTML, no mention of a person or an issue. What stands between backticks becomes
 * code when it is made of characters that mean nothing else in Markdown, as names and clauses are.
 */
export function markdownText(text: string): string {
  return plainText(text)
    .split(/(`[\p{L}\p{N}_/.,%-]+(?: [\p{L}\p{N}_/.,%-]+)*`)/u)
    .map((part, at) => (at % 2 === 1 ? part : escaped(part)))
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(\s*)([#+\-=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@(?=\w)|#(?=\d)/g, '$&\u2060')
}

/** Markdown's table: a head and rows of cells that are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
