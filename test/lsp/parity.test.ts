import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver'
import { rules } from '../../src/rules/generated/registry.js'
import { folder, launcher, put } from '../cli/mops.js'
import { overlaid } from '../example-plan.js'
import { forbidden, type OddWorkspace, oddWorkspaces } from './odd-workspaces.js'
import { StdioClient } from './stdio-client.js'

const today = '2027-02-12'
const severities = ['error', 'warning', 'information', 'hint']

/** Nobody may read the files that hold the word alone: the tests may run as somebody to whom nothing is forbidden. */
const refusing = path.join(
  folder({
    'preload.cjs': `const fs = require('node:fs')
const { openSync, readFileSync } = fs
fs.openSync = (file, ...more) => {
  if (/\\.(mops|json|csv)$/.test(file) && fs.statSync(file).size === ${forbidden.length} && readFileSync(file, 'utf8') === '${forbidden}')
    throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
  return openSync(file, ...more)
}
`,
  }),
  'preload.cjs',
)
const command = [process.execPath, '--require', refusing, launcher]

interface Reported {
  readonly severity: string
  readonly code: string
  readonly message: string
  readonly file: string
  readonly range: {
    readonly start: { readonly line: number; readonly column: number }
    readonly end: { readonly line: number; readonly column: number }
  }
}

/** One finding a line, so that a difference can be read. */
function lineOf({ file, range: { start, end }, severity, code, message }: Reported): string {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${code} ${message}`
}

/** What the command line says about a workspace. */
function checked(root: string): readonly string[] {
  const [program = '', ...words] = [...command, 'check', '--today', today, '--format', 'json', '.']
  const { stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 })
  if (stdout === '') throw new Error(stderr)
  const { findings }: { readonly findings: readonly Reported[] } = JSON.parse(stdout)
  return findings.map(lineOf).sort()
}

function shown(root: string, uri: string, { range, severity, code, message }: Diagnostic): string {
  const position = ({ line, character }: Diagnostic['range']['start']) => ({ line: line + 1, column: character + 1 })
  return lineOf({
    file: path.relative(root, fileURLToPath(uri)).split(path.sep).join('/'),
    range: { start: position(range.start), end: position(range.end) },
    severity: severities[(severity ?? 0) - 1] ?? '',
    code: String(code),
    message: String(message),
  })
}

/** What the server says about workspaces, by their roots. */
async function served(roots: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const [first = ''] = roots
  const client = new StdioClient([...command, 'lsp', '--stdio'], first)
  await client.start(pathToFileURL(first).href, {
    workspaceFolders: roots.map((root) => ({ uri: pathToFileURL(root).href, name: root })),
    initializationOptions: { diagnostics: 'pull' },
  })
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { mops: { statusDate: today } } })
  const report: WorkspaceDiagnosticReport = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] })
  expect(await client.stop()).toBe(0)
  const found = new Map<string, string[]>(roots.map((root) => [root, []]))
  for (const item of report.items) {
    const root = roots.find((one) => item.uri.startsWith(`${pathToFileURL(one).href}/`)) ?? ''
    for (const diagnostic of item.kind === 'full' ? item.items : []) found.get(root)?.push(shown(root, item.uri, diagnostic))
  }
  return new Map([...found].map(([root, lines]) => [root, lines.sort()]))
}

function made({ files, links = {}, pipes = [] }: Omit<OddWorkspace, 'what'>): string {
  const root = folder(files)
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(root, name))
  for (const name of pipes) spawnSync('mkfifo', [path.join(root, name)])
  return root
}

/** Every example of every rule, each in a folder of its own. */
function ruleExamples(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const rule of rules) {
    for (const [kind, example] of Object.entries({ bad: rule.bad, good: rule.good })) {
      const { text, without, files: others = {}, isWhole } = typeof example === 'string' ? { text: example } : example
      const all = { ...others, 'plan.mops': isWhole ? text : overlaid(text, without) }
      for (const [name, content] of Object.entries(all)) files[`${rule.code}/${kind}/${name}`] = content
    }
  }
  return files
}

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
  rmSync(path.dirname(refusing), { recursive: true })
})

describe('the editor says what the command line says', () => {
  it('about all examples', async () => {
    const root = folder({})
    roots.push(root)
    cpSync(path.resolve(import.meta.dirname, '../../examples'), root, { recursive: true })
    const said = checked(root)
    expect(said.length).toBeGreaterThan(20)
    expect((await served([root])).get(root)).toEqual(said)
  })

  it('about the examples of all rules', async () => {
    const root = folder(ruleExamples())
    roots.push(root)
    const said = checked(root)
    const isAbout = (line: string, code: string) => line.startsWith(`${code}/bad/`)
    // What depends on a stage or an earlier version of the plan does not show in its text alone.
    const byText = rules.filter(({ bad }) => typeof bad === 'string' || (bad.earlier === undefined && bad.stage === undefined))
    expect(byText.filter(({ code }) => !said.some((line) => isAbout(line, code)))).toEqual([])
    expect((await served([root])).get(root)).toEqual(said)
  })
})

describe.runIf(process.platform !== 'win32')('the editor says what the command line says about a workspace with', () => {
  let known: ReadonlyMap<string, readonly string[]>
  const rootOf = new Map<OddWorkspace, string>()

  beforeAll(async () => {
    for (const odd of oddWorkspaces) rootOf.set(odd, made(odd))
    roots.push(...rootOf.values())
    known = await served([...rootOf.values()])
  })

  it.each(oddWorkspaces.map((odd) => [odd.what, odd] as const))('%s', (_, odd) => {
    const root = rootOf.get(odd) ?? ''
    expect(known.get(root)).toEqual(checked(root))
  })

  it('a configuration that is no UTF-8 below a sound one: the file is named, and the outer does not hold', () => {
    const root = made({ files: { 'a/plan.mops': 'strategy a "A" { owner nobody }\n', 'a/mops.config.json': Uint8Array.of(0xff) } })
    put(root, { 'mops.config.json': '{ "rules": { "plan/unknown-name": "hint" } }' })
    roots.push(root)
    const said = checked(root)
    expect(said).toContainEqual(expect.stringMatching(/^a\/mops\.config\.json:1:1-1:1 error plan\/syntax .*not UTF-8/))
    expect(said).toContainEqual(expect.stringMatching(/ error plan\/unknown-name /))
  })
})
