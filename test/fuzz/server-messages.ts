import { fail, ok } from 'node:assert/strict'
import { startServer } from '../../src/language/lsp/server.js'
import { type Answer, InMemoryClient } from '../lsp/in-memory-client.js'
import { memoryFolders } from '../lsp/memory-folder.js'

const folder = 'file:///plans'
const disk: ReadonlyMap<string, string> = new Map([
  [
    `${folder}/plan.mops`,
    'import "people.mops"\nstrategy spring "Spring" owner ben period 2027-01-04 .. 2027-04-09 stage running\nmetric rate "Rate" in % from 20% now 21%\ngoal more "More" owner ben measurable rate to 25%\n[ ] task write "Write" @ben 8h for more {\n  [ ] "Half"\n}\n',
  ],
  [`${folder}/people.mops`, 'person ben "Ben Cole" works 24h per week\n'],
])

interface Message {
  readonly method: string
  readonly params: unknown
  /** True for parameters whose shape the protocol allows, whatever their values. */
  readonly isSound: boolean
}

/**
 * Sends a script of messages to a server: a message a line, its method and then either parameters as JSON, or words that sound parameters
 * are made of. The server answers every request, says no internal error about sound ones, and lives on.
 */
export async function serverMessages(script: string): Promise<void> {
  const client = new InMemoryClient((connection) => startServer(connection, () => memoryFolders(disk)), {
    'workspace/applyEdit': () => ({ applied: true }),
  })
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'plans' }],
    capabilities: {},
  })
  client.notify('initialized', {})
  const messages = script.split('\n').slice(0, 20).flatMap(messageOf)
  const areSound = messages.every((message) => message.isSound)
  const answers = await Promise.all(
    messages.map(async (message) => ({ message, answer: await client.send(message.method, message.params) })),
  )
  const last = await client.request('textDocument/documentSymbol', { textDocument: { uri: `${folder}/people.mops` } })
  ok('result' in last, `The server is no longer there: ${JSON.stringify(last)}`)
  if (!areSound) return
  for (const { message, answer } of answers) sound(message, answer)
  ok(client.errors.length === 0, `The server logs: ${client.errors.join('\n')}`)
}

function sound({ method }: Message, answer: Answer): void {
  const internalError = -32603
  if (answer.error?.code === internalError) fail(`${method} ends with ${answer.error.message}`)
}

/** Ends the server, or begins it a second time, which is a client's own fault. */
const ending: ReadonlySet<string> = new Set(['initialize', 'initialized', 'shutdown', 'exit'])

function messageOf(line: string): Message[] {
  const [, method = '', rest = ''] = /^\s*([\w$]+(?:\/[\w$]+)*)\s*(.*)$/.exec(line) ?? []
  // Messages that begin with `$` are answered by the library beneath, which ends the server at a cancellation of nothing.
  if (method === '' || method.startsWith('$') || ending.has(method)) return []
  try {
    return [{ method, params: JSON.parse(rest), isSound: false }]
  } catch {
    return [{ method, params: paramsOf(rest), isSound: true }]
  }
}

/** Parameters that fit every request: the path of a document, four numbers for a range, a word, and the rest for a text. */
function paramsOf(rest: string): object {
  const [path = '', ...words] = rest.split(/\s+/).map(withCharacters)
  const number = (index: number) => Math.min(2 ** 31 - 1, Math.max(0, Math.trunc(Number(words[index])) || 0))
  const [start, end] = [
    { line: number(0), character: number(1) },
    { line: number(2), character: number(3) },
  ]
  const range = { start, end }
  const word = words[4] ?? ''
  const text = words.slice(4).join(' ').replaceAll('\\n', '\n')
  const uri = path.includes(':') ? path : `${folder}/${path}`
  const intent = { uri, name: word, item: number(0), mark: 'done', percent: number(0), because: text, clause: text }
  return {
    ...intent,
    textDocument: { uri, languageId: 'mops', version: number(0), text },
    contentChanges: [number(3) === 0 ? { text } : { range, text }],
    position: start,
    positions: [start, end],
    range,
    options: { tabSize: 2, insertSpaces: true },
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    ch: word.slice(0, 1),
    newName: word,
    query: word,
    code: word,
    template: word,
    root: word,
    place: { file: word, start: number(0), end: number(1) },
    command: `mops.server.${['setMark', 'setProgress', 'setBlocked', 'addClause'][number(2) % 4]}`,
    arguments: [intent],
    previousResultIds: [],
    changes: [{ uri, type: 1 + (number(0) % 3) }],
    files: [{ uri, oldUri: uri, newUri: `${folder}/${word}` }],
    event: { added: [], removed: [{ uri, name: word }] },
    settings: { mops: { statusDate: word, exclude: [word] } },
    item: { name: word, kind: 12, uri, range, selectionRange: range },
    label: word,
  }
}

/** Half characters cannot be kept in a file otherwise. */
function withCharacters(word: string): string {
  return word.replace(/\\u([\da-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
}
