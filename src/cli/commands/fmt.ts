import path from 'node:path'
import { format } from '../../language/format/format.js'
import { readText } from '../../language/node/files.js'
import { mergeMarker } from '../../language/read/unresolved-merge.js'
import { decodeText, encodeText } from '../../language/workspace/decode-text.js'
import { plainLines, plainText } from '../../report/plain-text.js'
import { findTargets, readStdin, stdinName } from '../loading/targets.js'
import { whyUnmerged, whyUnread } from '../loading/unread.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'
import { replaceText } from '../terminal/write-file.js'

export interface FormatOptions {
  readonly check?: boolean
  readonly diff?: boolean
}

/** `mops fmt`: formats files as the editor does; with --check or --diff it changes nothing and returns 1 when a file is not formatted. */
export async function formatFiles(written: readonly string[], { check, diff }: FormatOptions): Promise<number> {
  const workingFolder = process.cwd()
  const targets = await findTargets(written, workingFolder)
  const changed: string[] = []
  if (targets.hasStdin) {
    const read = decodeText(await readStdin())
    if (typeof read === 'string') throw new UsageError(whyUnread(read, stdinName))
    if (mergeMarker(read.text)) throw new UsageError(whyUnmerged(stdinName))
    const text = format(read.text)
    if (!check && !diff) process.stdout.write(encodeText({ ...read, text }))
    else if (text !== read.text) changed.push(await report(stdinName, read.text, text, diff === true))
  }
  for (const file of targets.files) {
    const name = path.relative(workingFolder, file).split(path.sep).join('/')
    const disk = readText(file)
    if (typeof disk === 'string') throw new UsageError(whyUnread(disk, name))
    if (mergeMarker(disk.text)) throw new UsageError(whyUnmerged(name))
    const text = format(disk.text)
    if (text === disk.text) continue
    changed.push(await report(name, disk.text, text, diff === true))
    if (!check && !diff) replaceText(file, name, disk, text)
  }
  process.stdout.write(changed.join(''))
  return changed.length > 0 && (check || diff) ? exitCodes.findings : exitCodes.clean
}

async function report(name: string, before: string, after: string, asDiff: boolean): Promise<string> {
  if (!asDiff) return `${plainText(name)}\n`
  const { createTwoFilesPatch } = await import('diff')
  return plainLines(createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after).replace(/^=+\n/, ''))
}
