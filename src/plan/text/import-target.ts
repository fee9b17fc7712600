/** The workspace path that an import written in a file leads to; undefined for one that can only lie outside. */
export function importTarget(from: string, written: string): string | undefined {
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(written) || written.startsWith('/') || written.startsWith('\\')) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** True for a path that stands for any files whose names fit: `data/*.parquet`. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path)
}
