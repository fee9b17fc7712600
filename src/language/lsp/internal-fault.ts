import { t } from '@vscode/l10n'

/** What to say when mops itself is at fault: one line, with where it happened and what to do. */
export function internalFault(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const [, place] = (error instanceof Error ? error.stack : undefined)?.match(/\n\s+(at .*)/) ?? []
  const line = place === undefined ? reason : `${reason} ${place}`
  return t('{line}. This is a fault of mops, not of your plan. Please report it with this line.', { line: line.replace(/\s+/g, ' ') })
}
