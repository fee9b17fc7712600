import path from 'node:path'
import { t } from '@vscode/l10n'
import { kindOfPath, readWithin, upwards } from '../../language/node/files.js'
import { mostMillions } from '../../language/workspace/text-size.js'
import type { Fault } from '../../plan/elements/fault.js'
import { type Configuration, configurationName } from '../../rules/engine/configuration.js'
import { rules } from '../../rules/generated/registry.js'

/** The configurations that hold in a workspace: for a file the nearest one from its folder upwards. */
export interface Configurations {
  readonly of: (file: string) => Configuration | undefined
  readonly problems: readonly Fault[]
  /** The text of a configuration by its workspace path. */
  readonly text: (file: string) => string | undefined
}

/** Loads what holds for the given workspace paths. */
export async function loadConfigurations(root: string, files: readonly string[]): Promise<Configurations> {
  const byFolder = new Map<string, Configuration | undefined>()
  const loaded = new Map<string, Configuration>()
  const texts = new Map<string, string>()
  for (const file of files) {
    const folder = path.posix.dirname(file)
    if (byFolder.has(folder)) continue
    const found = nearest(root, folder)
    if (found !== undefined && !loaded.has(found)) loaded.set(found, await load(root, found, texts))
    byFolder.set(folder, found === undefined ? undefined : loaded.get(found))
  }
  return {
    of: (file) => byFolder.get(path.posix.dirname(file)),
    problems: [...loaded.values()].flatMap((configuration) => configuration.problems),
    text: (file) => texts.get(file),
  }
}

function nearest(root: string, folder: string): string | undefined {
  for (const one of upwards(path.join(root, folder), root)) {
    const file = path.join(one, configurationName)
    if (kindOfPath(file) !== 'missing') return path.relative(root, file).split(path.sep).join('/')
  }
  return undefined
}

async function load(root: string, file: string, texts: Map<string, string>): Promise<Configuration> {
  const read = readWithin(root, path.join(root, file))
  if (typeof read === 'string') {
    const message =
      read === 'undecodable'
        ? t('This configuration is not UTF-8 text, so nothing of it holds. Save it as UTF-8.')
        : read === 'too-large'
          ? t('This configuration has more than {most} million characters, so nothing of it holds.', { most: mostMillions })
          : read === 'outside'
            ? t('This configuration is a link that leads outside the workspace, so nothing of it holds. Put the file itself here.')
            : t('This configuration cannot be read, so nothing of it holds. It must be a file, and you need the permission to read it.')
    const problem = { code: 'plan/syntax', place: { file, start: 0, end: 0 }, message, related: [], fixes: [] }
    return { path: file, problems: [problem], level: () => undefined, option: () => undefined }
  }
  texts.set(file, read.text)
  const { readConfiguration } = await import('../../rules/engine/read-configuration.js')
  return readConfiguration(file, read.text, rules)
}
