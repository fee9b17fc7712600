// Writes docs/rules/**/*.md from the rules in src: what the pages show is what the checker does.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundle = path.join(root, 'out/generate/docs.mjs')
const pages = path.join(root, 'docs/rules')

await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { ruleDocumentation } from './src/report/rule-documentation.js'
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

const { ruleDocumentation, rules } = await import(pathToFileURL(bundle).href)
await rm(pages, { recursive: true, force: true })
for (const [name, text] of ruleDocumentation(rules)) {
  const file = path.join(pages, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
