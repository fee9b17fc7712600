// Lists every rule of src/rules/<family>/ in one module, so that adding a rule touches one file. A family's own file holds what its rules share.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const rules = fileURLToPath(new URL('../src/rules', import.meta.url))
const families = [
  'plan',
  'smart',
  'coverage',
  'communication',
  'sla',
  'formula',
  'schedule',
  'budget',
  'report',
  'risk',
  'automation',
  'hygiene',
]

const imports = []
for (const family of families) {
  const files = await readdir(path.join(rules, family)).catch(() => [])
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== `${family}.ts`).sort()) {
    const stem = file.slice(0, -3)
    const name = stem.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
    imports.push({ name, alias: `${family}${name[0].toUpperCase()}${name.slice(1)}`, path: `../${family}/${stem}.js` })
  }
}
const text = `// Generated from the files of src/rules; do not edit.
import type { Rule } from '../engine/rule.js'
${imports.map(({ name, alias, path: from }) => `import { ${name} as ${alias} } from '${from}'`).join('\n')}

/** Every rule, by family and name. */
export const rules: readonly Rule[] = [
${imports.map(({ alias }) => `  ${alias},`).join('\n')}
]
`
await mkdir(path.join(rules, 'generated'), { recursive: true })
await writeFile(path.join(rules, 'generated/registry.ts'), text)
