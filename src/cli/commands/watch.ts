import path from 'node:path'
import { t } from '@vscode/l10n'
import { watch as watchFiles } from 'chokidar'
import { isSkippedFolder, planExtension } from '../../language/node/files.js'
import { isTable } from '../../language/workspace/data-columns.js'
import { plainText } from '../../report/plain-text.js'
import { configurationName } from '../../rules/engine/configuration.js'
import { UsageError } from '../terminal/usage-error.js'
import { type CheckOptions, check } from './check.js'

/** A save often touches several files. */
const pause = 100

/** `mops watch`: checks now and after every change, until it is ended. */
export async function watch(written: readonly string[], options: CheckOptions): Promise<void> {
  const targets = written.length === 0 ? ['.'] : written
  const run = async () => {
    if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[H')
    try {
      await check(written, options)
    } catch (error) {
      // A file may be gone for the moment in which an editor replaces it.
      if (!(error instanceof UsageError)) throw error
      process.stdout.write(`${plainText(error.message)}\n`)
    }
    process.stdout.write(`\n${t('Waiting for changes. End with Ctrl+C.')}\n`)
  }
  await run()
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  const watcher = watchFiles([...new Set(targets.map(folderOf))], {
    ignoreInitial: true,
    ignored: (file, stats) => (stats?.isFile() ? !isOfInterest(file) : isSkippedFolder(path.basename(file))),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      last = last.then(run)
    }, pause)
  })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  clearTimeout(timer)
  await watcher.close()
}

function isOfInterest(file: string): boolean {
  const name = path.basename(file)
  return name.endsWith(planExtension) || isTable(name) || name === configurationName
}

/** What is watched for a target: the folder of a file, since what it imports lies around it; the fixed part of a glob. */
function folderOf(target: string): string {
  const fixed = target.split(/[*?{[]/, 1)[0] ?? ''
  const isGlob = fixed !== target
  if (isGlob) return fixed.endsWith('/') ? fixed : path.dirname(fixed === '' ? '.' : fixed)
  return target.endsWith(planExtension) ? path.dirname(target) : target
}
