import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Flags for a browser without a screen, a sandbox or a network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is: `CHROMIUM_PATH`, the PATH, the usual places; on Debian it is installed when we may. Throws with what to do when there is none. */
export function chromium(): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get update -q && apt-get install -q -y --no-install-recommends chromium', { shell: true, stdio: 'inherit' })
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error('There is no Chromium. Install it (Debian: `apt-get install chromium`), or set CHROMIUM_PATH.')
}

function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name + ending)))
  return [process.env.CHROMIUM_PATH ?? '', ...onPath, ...places].find((file) => file !== '' && existsSync(file))
}
