import { fail } from 'node:assert/strict'

/** Fails with the first line that differs, by which faults of different kinds are told apart. */
export function same(now: string, wanted: string, what: string): void {
  if (now === wanted) return
  const [lines, others] = [now.split('\n'), wanted.split('\n')]
  const at = lines.findIndex((line, index) => line !== others[index])
  fail(`${what}: ${lines[at]?.trim() ?? 'nothing'} instead of ${others.at(at)?.trim() ?? 'nothing'}`)
}
