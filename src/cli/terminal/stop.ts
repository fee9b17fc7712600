import { t } from '@vscode/l10n'
import { plainText } from '../../report/plain-text.js'
import { UsageError } from './usage-error.js'

export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const

/** Ends the run after an error, with one line that says what is wrong. */
export function stop(error: unknown): void {
  if (error instanceof UsageError) {
    process.stderr.write(`mops: ${plainText(error.message)}\n`)
    process.exitCode = exitCodes.usage
    return
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const advice = t('This is a fault of mops, not of your plan. Please report it with this line and the command; MOPS_DEBUG=1 shows more.')
  process.stderr.write(`mops: ${plainText(reason)}. ${advice}\n`)
  if (process.env.MOPS_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exitCode = exitCodes.internal
}

/** A reader that closes the pipe early, as `head` does, is no fault; a full disk behind it ends the run. */
export function watchStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    stop(new UsageError(t('Standard output cannot be written: {reason}.', { reason: error.message })))
    process.exit()
  })
  // There is nobody to tell.
  process.stderr.on('error', () => undefined)
}
