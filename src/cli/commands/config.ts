import path from 'node:path'
import { t } from '@vscode/l10n'
import { diskFiles } from '../../language/node/disk-files.js'
import { kindOfPath } from '../../language/node/files.js'
import { Configurations } from '../../language/workspace/configurations.js'
import { settingsAsJson, settingsAsText } from '../../report/settings-list.js'
import { workspaceRoot } from '../loading/checked-workspace.js'
import { oneOf } from '../terminal/options.js'
import { exitCodes } from '../terminal/stop.js'
import { UsageError } from '../terminal/usage-error.js'

/** `mops config`: what holds for a file or folder and where it comes from. Returns 1 when something of it could not be taken. */
export async function config(written: string | undefined, { format }: { readonly format: string }): Promise<number> {
  const shape = oneOf('--format', format, ['text', 'json'])
  const workingFolder = process.cwd()
  const full = path.resolve(workingFolder, written ?? '.')
  const kind = kindOfPath(full)
  if (kind === 'missing') throw new UsageError(t('There is no file or folder {name}.', { name: written ?? '.' }))
  const folder = kind === 'folder' ? full : path.dirname(full)
  const root = workspaceRoot(folder, workingFolder)
  const source = diskFiles(root)
  const configurations = new Configurations(async (file) => source.read(file))
  const inWorkspace = path.relative(root, path.join(folder, 'plan.mops')).split(path.sep).join('/')
  await configurations.complete([inWorkspace])
  const found = configurations.of(inWorkspace)
  const list = {
    configuration: found,
    problems: configurations.problems([inWorkspace]),
    label: (file: string) => path.relative(workingFolder, path.join(root, file)).split(path.sep).join('/'),
    text: (file: string) => configurations.text(file) ?? '',
  }
  process.stdout.write(shape === 'json' ? settingsAsJson(list) : settingsAsText(list))
  return list.problems.length > 0 ? exitCodes.findings : exitCodes.clean
}
