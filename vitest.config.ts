import path from 'node:path'
import { build } from 'esbuild'
import { defineConfig } from 'vitest/config'

/** Style sheets as text, as the build has them. */
const cssText = {
  name: 'css-text',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    source.endsWith('.css') && importer ? `\0${path.resolve(path.dirname(importer), source)}.text` : undefined,
  load: async (id: string) => {
    if (!id.endsWith('.css.text')) return undefined
    const { outputFiles } = await build({ entryPoints: [id.slice(1, -'.text'.length)], bundle: true, write: false })
    return `export default ${JSON.stringify(outputFiles[0]?.text)}`
  },
}

export default defineConfig({
  plugins: [cssText],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // A worker thread ignores TZ, a process obeys it.
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['test/fixed-seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Results never depend on the machine: the tests run far from UTC so that a local date would show.
    env: { TZ: 'Pacific/Kiritimati' },
  },
})
