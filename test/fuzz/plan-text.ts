import { ok } from 'node:assert/strict'
import { parseQuickly } from '../../src/language/parse/quick-parse.js'
import { readQuickly, readTolerantly } from '../../src/language/read/file-reader.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Change, Finding } from '../../src/plan/elements/finding.js'
import type { Place } from '../../src/plan/text/place.js'
import { inTime } from './in-time.js'
import { same } from './same.js'

const path = 'plan.mops'

/** Reads and judges any text whatever. */
export function planText(text: string): void {
  inTime(text, () => {
    const workspace = new Workspace()
    workspace.setText(path, text)
    for (const finding of workspace.judge({ clock: '2027-02-12' }).findings) sound(finding, text)
    parsersAgree(text)
  })
}

function sound({ code, message, place, related, fixes, fingerprint }: Finding, text: string): void {
  ok(/^[0-9a-f]{16}$/.test(fingerprint), `${code} has the fingerprint ${fingerprint}`)
  for (const words of [message, ...related.map((one) => one.message), ...fixes.map((fix) => fix.title)]) {
    const slip = /undefined|NaN|\[object|Infinity/.exec(words)?.[0]
    ok(slip === undefined || text.includes(slip), `${code} says: ${words}`)
    ok(words.trim() !== '', `${code} says nothing`)
  }
  for (const one of [place, ...related.map((other) => other.place), ...fixes.flatMap(({ changes }) => changes.flatMap(placesOf))])
    ok(
      one.file === path && 0 <= one.start && one.start <= one.end && one.end <= text.length,
      `${code} is at ${one.file} ${one.start}..${one.end} of ${text.length}`,
    )
}

function placesOf(change: Change): readonly Place[] {
  return Object.values(change).filter((value) => typeof value === 'object')
}

/** The parser for sound texts reads what the other one reads. */
function parsersAgree(text: string): void {
  const source = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  if (isQuick(source))
    same(
      JSON.stringify(readQuickly(path, source), null, 1),
      JSON.stringify(readTolerantly(path, source), null, 1),
      'The quick parser reads',
    )
}

function isQuick(source: string): boolean {
  try {
    return parseQuickly(source, () => {})
  } catch (error) {
    if (error instanceof RangeError) return false // nested too deeply, which readPlanText says
    throw error
  }
}
