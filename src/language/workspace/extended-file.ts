import { configurationName } from '../../rules/engine/configuration.js'

/** Where the file may lie that a configuration takes settings from. Workspace paths, the nearest first; none where it lies outside. */
export interface ExtendedFile {
  readonly kind: 'path' | 'package'
  readonly candidates: readonly string[]
}

/**
 * What `extends` means: `./strict.json` and `../team/mops.config.json` are paths from the configuration; `@acme/plans`, `plans` and
 * `@acme/plans/strict.json` are files of a package in the `node_modules` of its folder or of one above it, within the workspace.
 */
export function extendedFile(written: string, configuration: string): ExtendedFile {
  const folder = configuration.split('/').slice(0, -1)
  if (/^\.{1,2}\//.test(written)) {
    const path = resolved([...folder, ...written.split('/')])
    return { kind: 'path', candidates: path === undefined ? [] : [path] }
  }
  const name = /^(@[\w.-]+\/[\w.-]+|[\w-][\w.-]*)(?:\/(.+))?$/.exec(written)
  const file = name && resolved((name[2] ?? configurationName).split('/'))
  if (!name || file === undefined) return { kind: 'package', candidates: [] }
  const folders = [...folder.map((_, at) => folder.slice(0, folder.length - at)), []]
  return { kind: 'package', candidates: folders.map((one) => [...one, 'node_modules', name[1] ?? '', file].join('/')) }
}

/** A path without `.` and `..`; undefined for one that leads out of the workspace. */
function resolved(parts: readonly string[]): string | undefined {
  const path: string[] = []
  for (const part of parts) {
    if (part === '' || part === '.') continue
    if (part === '..' && path.length === 0) return undefined
    if (part === '..') path.pop()
    else path.push(part)
  }
  return path.length === 0 ? undefined : path.join('/')
}
