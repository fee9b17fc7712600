import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const version = '4.139.1'

/** The repository. The launcher is bundled into `out/test`, this file lies in `test/vscode`: both are two folders below. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))
const cache = path.join(repository, '.vscode-test', `code-server-${version}`)
const complete = path.join(cache, 'complete')
const folder = path.join(cache, 'node_modules/code-server/lib/vscode')

/**
 * The server and workbench of a whole VS Code, from npm; installed once into a cache folder. Without their install scripts: these compile
 * native modules that no test needs. Throws when it cannot be installed.
 */
export function codeServer(): string {
  if (!existsSync(complete)) {
    rmSync(cache, { recursive: true, force: true })
    mkdirSync(cache, { recursive: true })
    writeFileSync(path.join(cache, 'package.json'), '{ "private": true }\n')
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `code-server@${version}`], cache)
    npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder)
    writeFileSync(complete, '')
  }
  return path.join(folder, 'out/server-main.js')
}

function npm(args: readonly string[], cwd: string): void {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error(`VS Code for the tests could not be installed: \`npm ${args.join(' ')}\` in ${cwd} ended with ${status}.`)
}

/** Installs a packaged extension into a folder of extensions. */
export function installExtension(vsix: string, extensions: string): void {
  const args = [codeServer(), '--install-extension', vsix, '--extensions-dir', extensions, '--accept-server-license-terms']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${path.basename(vsix)} could not be installed:\n${stdout}${stderr}`)
}

export interface Host {
  readonly port: number
  readonly address: string
  readonly stop: () => void
}

/** Starts VS Code for browsers on a free port; resolves when it answers. */
export async function startHost(userData: string, extensions: string): Promise<Host> {
  const port = await freePort()
  const settings = path.join(userData, 'User/settings.json')
  mkdirSync(path.dirname(settings), { recursive: true })
  const quiet = {
    'chat.disableAIFeatures': true,
    'workbench.startupEditor': 'none',
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'extensions.ignoreRecommendations': true,
  }
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(quiet))
  const process_ = spawn(
    process.execPath,
    [
      codeServer(),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--telemetry-level', 'off', '--disable-workspace-trust', '--enable-smoke-test-driver'],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  )
  const log: string[] = []
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (chunk: Buffer) => log.push(chunk.toString()))
  const address = `http://127.0.0.1:${port}`
  const stop = () => stopGroup(process_)
  const deadline = Date.now() + 60_000
  while (!(await answers(address))) {
    if (process_.exitCode !== null || Date.now() > deadline) {
      stop()
      throw new Error(`VS Code did not start:\n${log.join('').slice(-4000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { port, address, stop }
}

/** The server starts processes of its own; they end with their group. */
function stopGroup(server: ChildProcess): void {
  if (server.pid === undefined || server.exitCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? server.pid : -server.pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/version`)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.'))))
    })
  })
}
