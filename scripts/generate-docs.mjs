// Writes docs/rules and docs/language from the rules and the language table in src, the taxonomy of changes, and the answers of mops into
// the tutorial: what the pages show is what the program does.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundled } from './bundled.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const { clauseSamples, commonPages, exampleTexts, languagePages, ruleText, rules, taxonomyTable, withAnswers } = await bundled(
  'docs',
  `export { commonPages, ruleText } from './src/report/rule-documentation.js'
export { clauseSamples } from './src/report/language-reference/clause-samples.js'
export { exampleTexts } from './src/report/language-reference/example-texts.js'
export { languagePages } from './src/report/language-reference/language-pages.js'
export { taxonomyTable } from './src/report/taxonomy-table.js'
export { withAnswers } from './src/report/worked-page.js'
export { rules } from './src/rules/generated/registry.js'`,
)

async function writePages(folder, pages) {
  await rm(path.join(root, folder), { recursive: true, force: true })
  for (const [name, text] of pages) {
    const file = path.join(root, folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

const plans = globSync('examples/**/*.mops', { cwd: root })
  .map((name) => name.replaceAll('\\', '/'))
  .sort()
const examples = await Promise.all(plans.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')]))
await writePages('docs/rules', [...commonPages(rules), ...rules.map((rule) => [`${rule.code}.md`, ruleText(rule)])])
await writePages('docs/language', languagePages(rules, clauseSamples([examples, exampleTexts(rules)])))

const diff = path.join(root, 'docs/diff.md')
const withTaxonomy = (page) =>
  page.replace(/(<!-- taxonomy -->\n)[\s\S]*(<!-- end of taxonomy -->)/, (_, begin, end) => `${begin}\n${taxonomyTable()}\n\n${end}`)
await writeFile(diff, withTaxonomy(await readFile(diff, 'utf8')))

const folder = mkdtempSync(path.join(tmpdir(), 'mops-docs-'))
function answer(words, plan) {
  writeFileSync(path.join(folder, 'tours.mops'), plan)
  return spawnSync(process.execPath, [path.join(root, 'bin/mops.cjs'), ...words], { cwd: folder, encoding: 'utf8' }).stdout
}
const tutorial = path.join(root, 'docs/tutorial.md')
await writeFile(tutorial, withAnswers(await readFile(tutorial, 'utf8'), answer))
rmSync(folder, { recursive: true })
