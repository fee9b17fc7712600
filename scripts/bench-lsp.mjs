// Measures the language server as a process over stdio: keystroke to findings, completion, hover, start, and a workspace of 1000 plans.
// node scripts/bench-lsp.mjs   (after `npm run build`; on Linux, whose /proc says how much memory a process took)
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = `${root}/out/bench/lsp.mjs`

await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/lsp.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
console.log(`Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
process.exitCode = spawnSync(process.execPath, [bundle], { cwd: root, stdio: 'inherit' }).status ?? 1
