import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from './code-server.js'

/** The packaged extension, as `npm run package` makes it. Throws when it has not. */
export function packaged(): string {
  const { name, version }: { name: string; version: string } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'))
  const file = path.join(repository, `out/${name}-${version}.vsix`)
  if (!existsSync(file)) throw new Error('The extension is not packed. Run `npm run package`.')
  return file
}
