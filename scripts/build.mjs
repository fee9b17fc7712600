import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { cssText } from './css-text.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = path.join(root, 'out/cli')

await rm(out, { recursive: true, force: true })

// Split, so that a command loads only what it needs.
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outdir: 'out/cli',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // The ES module of a package where it has one: the other form of jsonc-parser cannot be bundled.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  plugins: [cssText],
  // Bundled CommonJS packages call `require` for Node's own modules.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
})

await writeFile(path.join(out, 'THIRD-PARTY-LICENSES.txt'), await licenses(Object.keys(metafile.inputs)))

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
