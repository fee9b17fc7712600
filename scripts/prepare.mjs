// Builds where the tools for it are installed: npm runs this for a package that comes from git, before it packs it, and after `npm ci`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const areToolsThere = ['esbuild', 'langium-cli'].every((tool) => existsSync(path.join(root, 'node_modules', tool)))
if (areToolsThere) {
  // npm passes the settings of an installation on, and this is none.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(global|location|prefix)$/i.test(name)))
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exitCode = status ?? 1
}
