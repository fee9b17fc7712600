// Packs the VS Code extension: `out/mops-plan-VERSION.vsix`. The manifest is that of the repository without what only npm needs.
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const root = fileURLToPath(new URL('..', import.meta.url))
const stage = path.join(root, 'out/vsix')
const limit = 1_000_000

const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '')
for (const key of ['bin', 'files', 'scripts', 'dependencies', 'devDependencies', 'overrides', 'allowScripts']) delete manifest[key]
manifest.description = '%description%'
// The host of VS Code for the Web loads only CommonJS, and only files with the ending `.js`.
delete manifest.type
manifest.main = manifest.browser = './out/extension/main.js'
manifest.engines = { vscode: manifest.engines.vscode }

await rm(stage, { recursive: true, force: true })
await mkdir(stage, { recursive: true })
await writeFile(path.join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
for (const name of [
  'out/extension',
  'out/preview',
  'syntaxes',
  'snippets',
  'walkthrough',
  'icons',
  'package.nls.json',
  'CHANGELOG.md',
  'LICENSE',
])
  await cp(path.join(root, name), path.join(stage, name), { recursive: true, filter: (file) => !file.endsWith('.map') })
await rename(path.join(stage, 'out/extension/main.cjs'), path.join(stage, 'out/extension/main.js'))
await cp(path.join(root, 'docs/vscode.md'), path.join(stage, 'README.md'))
await writeFile(path.join(stage, '.vscodeignore'), '**/*.map\nicons/mops.svg\n')

const packagePath = path.join(root, `out/${manifest.name}-${manifest.version}.vsix`)
await createVSIX({
  cwd: stage,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  baseContentUrl: `${repository}/blob/main/docs/`,
  baseImagesUrl: `${repository}/raw/main/docs/`,
})
const { size } = await stat(packagePath)
console.log(`${path.relative(root, packagePath)}: ${Math.round(size / 1000)} kB`)
if (size > limit) {
  console.error(`The package is larger than ${limit / 1000} kB.`)
  process.exitCode = 1
}
