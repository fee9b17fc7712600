// Measures how fast mops is; `npm run bench -- --help` lists the parts, docs/performance.md says how they measure. After `npm run build`.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const common = { absWorkingDir: root, bundle: true, format: 'esm', platform: 'node', target: 'node22' }

// The passes are measured as they are shipped, everything in one file.
await build({
  ...common,
  entryPoints: ['test/bench/passes.ts'],
  outfile: 'out/bench/passes.mjs',
  mainFields: ['module', 'main'],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
await build({ ...common, entryPoints: ['test/bench/main.ts'], outfile: 'out/bench/main.mjs', packages: 'external' })
process.exitCode =
  spawnSync(process.execPath, ['out/bench/main.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1
