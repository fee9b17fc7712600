import { chmodSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { chromium } from './chromium.js'
import { codeServer, repository } from './code-server.js'

/** Before all tests: a browser, a VS Code, and what runs inside it. The extension itself was packed by `npm run package`. */
export async function setup(): Promise<void> {
  chromium()
  codeServer()
  const common = { absWorkingDir: repository, bundle: true, platform: 'node', logLevel: 'warning' } as const
  const launcher = 'out/test/launcher.mjs'
  await build({
    ...common,
    entryPoints: ['test/vscode/launcher.ts'],
    outfile: launcher,
    format: 'esm',
    packages: 'external',
    banner: { js: '#!/usr/bin/env node' },
  })
  chmodSync(path.join(repository, launcher), 0o755)
  await build({
    ...common,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile: 'out/test/vscode/suite.cjs',
    format: 'cjs',
    external: ['vscode'],
  })
}
