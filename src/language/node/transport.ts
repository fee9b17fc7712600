import { Console } from 'node:console'
import { createConnection } from 'node:net'
import type { Duplex, Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { t } from '@vscode/l10n'
import { ErrorCodes, IPCMessageReader, IPCMessageWriter, StreamMessageWriter } from 'vscode-languageserver/node'
import { LifeCycle, type Transport } from '../lsp/life-cycle.js'
import { FramedReader } from './framed-reader.js'

/** As `mops` ends when what it was given makes no sense. */
const exitAfterNonsense = 2

/**
 * The way to the client that the arguments name: `--node-ipc` for the IPC channel of the parent process, `--socket=N`, `--pipe=NAME`, or else
 * standard input and output. The process ends with the stream: with 0 after `shutdown`, else with 1.
 */
export function transport(words: readonly string[]): Transport {
  const { values } = parseArgs({
    args: [...words],
    options: { 'node-ipc': { type: 'boolean' }, socket: { type: 'string' }, pipe: { type: 'string' } },
    strict: false,
  })
  if (values['node-ipc']) return new LifeCycle({ reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) })
  const { socket, pipe } = values
  if (typeof socket === 'string') return overStream(createConnection(Number(socket), '127.0.0.1'))
  if (typeof pipe === 'string') return overStream(createConnection(pipe))
  // Standard output belongs to the protocol, whatever a package may print.
  globalThis.console = new Console(process.stderr)
  return overStreams(process.stdin, process.stdout)
}

function overStream(socket: Duplex): Transport {
  return overStreams(socket, socket)
}

function overStreams(input: Readable, output: Writable): Transport {
  const writer = new StreamMessageWriter(output)
  const reader = new FramedReader(input, {
    unreadable: () => {
      say(t('A message of the client is no JSON; it was left out.'))
      const answer = { jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: t('This is no JSON.') } }
      writer.write(answer).catch(() => undefined)
    },
    broken: ({ message }) => {
      say(t('{what} Nobody knows where the next one begins, so the server ends; start it again.', { what: message }))
      process.exit(exitAfterNonsense)
    },
    closed: () => process.exit(served.isShutDown ? 0 : 1),
  })
  const served = new LifeCycle({ reader, writer })
  return served
}

function say(sentence: string): void {
  process.stderr.write(`mops: ${sentence}\n`)
}
