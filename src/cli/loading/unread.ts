import { t } from '@vscode/l10n'
import type { FileProblem } from '../../language/workspace/file-source.js'
import { mostMillions } from '../../language/workspace/text-size.js'

/** Why a device, a pipe or a socket that somebody has named is not read. */
export function whySpecial(name: string): string {
  return t('`{name}` is no file but a device, a pipe or a socket, which may have no end. Name a file, or write - to read standard input.', {
    name,
  })
}

/** Why a file with an unresolved merge is left alone. */
export function whyUnmerged(name: string): string {
  return t('`{file}` holds an unresolved merge. Keep one of the two sides at each conflict, then run the command again.', { file: name })
}

/** Why a file is not read, as one line; it may have gone since it was found. `name` is what the user calls it. */
export function whyUnread(why: FileProblem, name: string): string {
  switch (why) {
    case 'missing':
      return t('There is no file or folder `{name}`.', { name })
    case 'undecodable':
      return t('`{file}` is not UTF-8 text.', { file: name })
    case 'too-large':
      return t('`{file}` has more than {most} million characters. Split it into several files, and import them.', {
        file: name,
        most: mostMillions,
      })
    default:
      return t('`{name}` cannot be read; check its permissions.', { name })
  }
}
