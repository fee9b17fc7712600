import { readFile, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { cssText } from './css-text.mjs'
import { lazyParser } from './lazy-parser.mjs'
import { lightProtocol } from './light-protocol.mjs'
import { separateFiles } from './separate-files.mjs'
import { sourcesHash, stampFile } from './sources.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

// What is built carries the hash of its sources, taken before and written last: tests refuse to run anything older than these.
const stamp = path.join(root, stampFile)
const builtFrom = sourcesHash(root)
await rm(stamp, { force: true })

const common = {
  absWorkingDir: root,
  bundle: true,
  // The ES module of a package where it has one: the other form of jsonc-parser cannot be bundled.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  // The form of this package that is an ES module: of the other, each file that imports it would make a copy when it is loaded.
  alias: { '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js' },
  plugins: [cssText, lazyParser, lightProtocol],
}

// CommonJS, and few files: Node's loader of ES modules takes longer to find and link fifty chunks than a small plan takes to be checked.
const apart = [
  'src/cli/commands/lsp.ts',
  'src/language/parse/tolerant-parser.ts',
  'src/preview/render-html.tsx',
  'src/preview/render-markdown.ts',
  'src/preview/render-svg.tsx',
  'src/report/findings-schema.ts',
  'src/rules/engine/read-configuration.ts',
]
await bundle('out/cli', {
  entryPoints: ['src/cli/main.ts', ...apart],
  outExtension: { '.js': '.cjs' },
  entryNames: '[name]',
  plugins: [...common.plugins, separateFiles(apart)],
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  // It reads data, and is installed by those who want that.
  external: ['@duckdb/node-api'],
  // The launcher runs the bundle as a script, in which `import()` is no use.
  supported: { 'dynamic-import': false },
  // A bundled package asks where it lies.
  define: { 'import.meta.url': '__ownAddress' },
  banner: { js: "const __ownAddress = require('node:url').pathToFileURL(__filename).href;" },
})

// The launcher reads the bundle byte by byte. What esbuild leaves as it is stands in regular expressions, where an escape means the same.
const program = path.join(root, 'out/cli/main.cjs')
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
await writeFile(program, (await readFile(program, 'utf8')).replace(/[^\0-\x7f]/g, escaped))

// VS Code loads its extensions as CommonJS; in a package of ES modules that takes the ending `.cjs`. Both files run in Node and in a web
// worker: what only one of the places has is imported there alone, so nothing is packed twice.
await bundle('out/extension', {
  entryPoints: ['src/extension/main.ts', 'src/extension/server.ts'],
  outExtension: { '.js': '.cjs' },
  external: ['vscode', 'node:*', ...builtinModules],
  format: 'cjs',
  platform: 'neutral',
  conditions: ['node', 'browser'],
  target: 'es2023',
  minifyIdentifiers: true,
})

await bundle('out/preview', {
  entryPoints: { webview: 'src/preview/webview.tsx', preview: 'src/preview/preview.css' },
  plugins: [],
  mainFields: ['browser', 'module', 'main'],
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minifyIdentifiers: true,
})

await writeFile(stamp, `${builtFrom}\n`)

/** Builds into a folder of its own, which afterwards holds this build and nothing older, and the licences of what went into it. */
async function bundle(outdir, options) {
  await rm(path.join(root, outdir), { recursive: true, force: true })
  const { metafile } = await build({ ...common, outdir, ...options })
  await writeFile(
    path.join(root, outdir, 'THIRD-PARTY-LICENSES.txt'),
    await licenses(Object.keys(metafile.inputs).filter((input) => !input.startsWith('light-protocol:'))),
  )
}

/** The licence texts of all packages that went into the bundle: they ask to be passed on with the code. */
async function licenses(inputs) {
  const folders = new Set(inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]).filter(Boolean))
  const texts = await Promise.all(
    [...folders].map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'))
      const text = await licenseFile(path.join(root, folder))
      return `${name} ${version} (${license})\n\n${text.trim()}\n`
    }),
  )
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenseFile(folder) {
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'License.txt', 'LICENSE-MIT', 'LICENSE_APACHE2.TXT'])
    try {
      return await readFile(path.join(folder, name), 'utf8')
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  return 'See the licence named above.'
}
