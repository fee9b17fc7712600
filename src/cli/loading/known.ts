import path from 'node:path'
import { t } from '@vscode/l10n'
import { kindOfPath, readText } from '../../language/node/files.js'
import type { Finding } from '../../plan/elements/finding.js'
import { compareText } from '../../plan/text/compare-text.js'
import type { KnownFinding } from '../../report/result.js'
import { UsageError } from '../terminal/usage-error.js'
import { writeReport } from '../terminal/write-file.js'
import type { Judged } from './judged.js'
import { candidates, ListedFindings } from './listed-findings.js'
import { whySpecial } from './unread.js'

export interface Known {
  /** The findings that are listed. */
  readonly hidden: ReadonlySet<Finding>
  /** What is listed about the files of this run and no longer occurs, or about files that are gone. */
  readonly gone: readonly KnownFinding[]
}

/** Reads the list of known findings; writes or prunes it when asked to. */
export async function applyKnown(
  file: string,
  { writeKnown, pruneKnown }: { readonly writeKnown?: boolean; readonly pruneKnown?: boolean },
  judged: readonly Judged[],
): Promise<Known> {
  const all = judged.flatMap(candidates)
  const listed = writeKnown && kindOfPath(file) === 'missing' ? [] : await read(file)
  const isJudged = judgedFiles(judged)
  const open = new ListedFindings(listed, (entry) => isMissing(entry, judged))
  const hidden = new Set(open.take(all).keys())
  const gone = open.left.filter((entry) => isJudged(entry.file))
  if (writeKnown) {
    const findings = all.map(({ finding }) => finding)
    write(file, [...open.left.filter((entry) => !isJudged(entry.file)), ...findings.map(entryOf)])
    return { hidden: new Set(findings), gone: [] }
  }
  if (pruneKnown && gone.length > 0) {
    const dropped = new Set(gone)
    write(
      file,
      listed.filter((entry) => !dropped.has(entry)),
    )
  }
  return { hidden, gone }
}

function entryOf({ fingerprint, code, place, message }: Finding): KnownFinding {
  return { fingerprint, code, file: place.file, message }
}

/** True for the files that this run has judged, and for files that no longer exist. */
function judgedFiles(judged: readonly Judged[]): (file: string) => boolean {
  const files = new Set(
    judged.flatMap(({ checked, result, findings }) => [
      ...checked.named,
      ...result.plans.flatMap(({ plan }) => plan.files.map((one) => one.path)),
      ...findings.map(({ place }) => place.file),
    ]),
  )
  return (file) => files.has(file) || isMissing(file, judged)
}

function isMissing(file: string, judged: readonly Judged[]): boolean {
  return judged.every(({ checked }) => kindOfPath(path.join(checked.root, file)) === 'missing')
}

async function read(file: string): Promise<readonly KnownFinding[]> {
  if (kindOfPath(file) === 'special') throw new UsageError(whySpecial(file))
  const found = readText(file)
  if (found === 'missing') throw new UsageError(t('There is no list of known findings `{file}`. Make one with --write-known.', { file }))
  if (typeof found === 'string') throw new UsageError(t('The list of known findings `{file}` cannot be read.', { file }))
  const { knownFindingsSchema } = await import('../../report/findings-schema.js')
  const checked = knownFindingsSchema.safeParse(parsed(found.text))
  if (!checked.success) throw new UsageError(t('`{file}` is no list of known findings. Make one with --write-known.', { file }))
  return checked.data.findings
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One finding per line, sorted, so that the file merges well. */
function write(file: string, entries: readonly KnownFinding[]): void {
  const lines = [...entries]
    .sort((a, b) => compareText(a.file, b.file) || compareText(a.code, b.code) || compareText(a.fingerprint, b.fingerprint))
    .map(({ fingerprint, code, file: where, message }) => `    ${JSON.stringify({ fingerprint, code, file: where, message })}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  writeReport(file, `{\n  "version": 1,\n  "findings": ${list}\n}\n`)
}
