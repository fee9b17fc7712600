// Writes docs/rules/**/*.md from the rules in src: what the pages show is what the checker does.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = path.join(root, 'docs/rules')

const { commonPages, ruleText, rules } = await bundled(
  'docs',
  `export { commonPages, ruleText } from './src/report/rule-documentation.js'
export { rules } from './src/rules/generated/registry.js'`,
)
await rm(pages, { recursive: true, force: true })
for (const [name, text] of [...commonPages(rules), ...rules.map((rule) => [`${rule.code}.md`, ruleText(rule)])]) {
  const file = path.join(pages, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
