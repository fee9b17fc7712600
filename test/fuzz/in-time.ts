import { ok } from 'node:assert/strict'

/** Milliseconds of processor time for everything that is done with one text. */
const longest = 2000

/** Fails when something takes far longer than a text of this size may. */
export function inTime(text: string, work: () => void): void {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  const took = Math.round((user + system) / 1000)
  ok(took < longest, `${text.length} characters took ${took} ms`)
}
