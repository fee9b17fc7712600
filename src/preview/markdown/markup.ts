import type { Label } from '../model.js'
import { codeParts } from '../parts/words.js'

/** Marks that turn the direction of what follows. */
export const turning = /[\u202A-\u202E\u2066-\u2069]/g

/** A text of the plan as text in Markdown: nothing in it is markup, a mention or a line break. */
export function plain(text: string): string {
  return harmless(text)
    .replace(/[\\`*_{}[\]<>|~$#!&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`))
    .replace(/@(?=\w)/g, '@<!-- -->')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2')
    .trim()
}

/** Without what steers a terminal, breaks a line or turns the direction of what follows. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(turning, '')
}

/** A message whose names in backticks stay code. */
export function message(text: string): string {
  return codeParts(text)
    .map((part) => (part.isCode ? `\`${harmless(part.text)}\`` : plainKeepingSpace(part.text)))
    .join('')
}

function plainKeepingSpace(text: string): string {
  const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(text) ?? []
  const inner = plain(text)
  return inner === '' ? before : `${before && ' '}${inner}${after && ' '}`
}

export function titles(labels: readonly Label[]): string {
  return labels.map((label) => plain(label.title)).join(', ')
}

type Align = 'left' | 'right' | 'center'

/** A table as GitHub reads it; cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], aligns: readonly Align[] = []): string {
  const rule = { left: '---', right: '---:', center: ':---:' }
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('\n', '<br>') || ' ').join(' | ')} |`
  return [line(heads), line(heads.map((_head, index) => rule[aligns[index] ?? 'left'])), ...rows.map(line)].join('\n')
}

/** Something to fold out. */
export function details(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** The parts that hold something, with an empty line between them. */
export function blocks(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
