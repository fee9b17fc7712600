// Measures the preview in a real browser, from the edit of the text on. node scripts/bench-preview.mjs [TASKS [ROUNDS]]   (after `npm run build`)
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/preview-speed.ts'],
  outfile: 'out/bench/preview-speed.mjs',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node22',
})
process.exitCode =
  spawnSync(process.execPath, ['out/bench/preview-speed.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1
