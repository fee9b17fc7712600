// Writes schemas/*.schema.json from the zod schemas in src, so that what is published is what is used.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const { publishedSchemas, rules } = await bundled(
  'schemas',
  `export { publishedSchemas } from './src/report/published-schemas.js'
export { rules } from './src/rules/generated/registry.js'`,
)
await mkdir(path.join(root, 'schemas'), { recursive: true })
for (const [name, text] of publishedSchemas(rules)) await writeFile(path.join(root, 'schemas', name), text)
