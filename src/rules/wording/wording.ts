import { t } from '@vscode/l10n'

/** `a`, `b` and `c`; of more than `most` the rest is counted: `a`, `b` and 4 more. */
export function inTicks(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const ticked = names.map((name) => `\`${name}\``)
  if (ticked.length <= most) return series(ticked)
  return t('{names} and {count} more', { names: ticked.slice(0, most).join(', '), count: ticked.length - most })
}

/** `one, two and three`. */
export function series(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : t('{parts} and {last}', { parts: parts.slice(0, -1).join(', '), last })
}

/** `one, two or three`. */
export function choice(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : t('{parts} or {last}', { parts: parts.slice(0, -1).join(', '), last })
}

/** The sentence "Did you mean …?", or nothing when there is no suggestion. With a space in front, to stand behind a sentence. */
export function didYouMean(suggested: readonly string[]): string {
  if (suggested.length === 0) return ''
  return ` ${t('Did you mean {names}?', { names: choice(suggested.map((name) => `\`${name}\``)) })}`
}
