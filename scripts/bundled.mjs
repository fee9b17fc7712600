import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a module of `src` gives, for scripts: `contents` are its exports, paths relative to the repository; the bundle goes to `out/generate`. */
export async function bundled(name, contents) {
  const outfile = path.join(root, 'out/generate', `${name}.mjs`)
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  return import(pathToFileURL(outfile).href)
}
