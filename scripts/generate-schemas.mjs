// Writes schemas/*.schema.json from the zod schemas in src, so that what is published is what is used.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = path.join(root, 'out/generate/schemas.mjs')

await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { publishedSchemas } from './src/report/published-schemas.js'
export { rules } from './src/rules/generated/registry.js'`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})

const { publishedSchemas, rules } = await import(pathToFileURL(bundle).href)
await mkdir(path.join(root, 'schemas'), { recursive: true })
for (const [name, text] of publishedSchemas(rules)) await writeFile(path.join(root, 'schemas', name), text)
