import { t } from '@vscode/l10n'
import type { Fault } from '../../plan/elements/fault.js'
import { type Configuration, configurationName } from '../../rules/engine/configuration.js'
import { rules } from '../../rules/generated/registry.js'
import type { FileProblem, FileRead } from './file-source.js'
import { mostMillions } from './text-size.js'

interface Loaded {
  readonly text: string | undefined
  readonly configuration: Configuration
}

/** The configurations of a workspace: for a file holds the nearest one from its folder upwards, even where nothing of it can be read. */
export class Configurations {
  private readonly found = new Map<string, Loaded | 'missing'>()

  constructor(private readonly read: (path: string) => Promise<FileRead>) {}

  /** The configuration that holds for a file. */
  of(file: string): Configuration | undefined {
    for (const path of candidates(folderOf(file))) {
      const known = this.found.get(path)
      if (known !== undefined && known !== 'missing') return known.configuration
    }
    return undefined
  }

  /** What has to be read to know what holds for some files. */
  wanted(files: readonly string[]): readonly string[] {
    const wanted = new Set<string>()
    for (const folder of new Set(files.map(folderOf))) {
      for (const path of candidates(folder)) {
        const known = this.found.get(path)
        if (known === 'missing') continue
        if (known === undefined) wanted.add(path)
        break
      }
    }
    return [...wanted]
  }

  /** Reads what holds for some files. */
  async complete(files: readonly string[]): Promise<void> {
    for (;;) {
      const wanted = this.wanted(files)
      if (wanted.length === 0) return
      for (const path of wanted) this.found.set(path, await this.load(path))
    }
  }

  private async load(path: string): Promise<Loaded | 'missing'> {
    const found = await this.read(path)
    if (found === 'missing') return 'missing'
    if (typeof found === 'string') return { text: undefined, configuration: unread(path, found) }
    // Loaded where there is one: most workspaces have none, and its schema takes a while.
    const { readConfiguration } = await import('../../rules/engine/read-configuration.js')
    return { text: found.text, configuration: readConfiguration(path, found.text, rules) }
  }

  /** What is wrong with the configurations that hold for some files. */
  problems(files: readonly string[]): readonly Fault[] {
    const holding = new Set([...new Set(files.map(folderOf))].flatMap((folder) => this.of(`${folder}/`) ?? []))
    return [...holding].flatMap((configuration) => configuration.problems)
  }

  text(path: string): string | undefined {
    const known = this.found.get(path)
    return known === 'missing' ? undefined : known?.text
  }

  /** False where nothing was known of what is meant. */
  forget(isMeant: (path: string) => boolean): boolean {
    const meant = [...this.found.keys()].filter(isMeant)
    for (const path of meant) this.found.delete(path)
    return meant.length > 0
  }
}

/** The folder of a file; '' is the workspace. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The configurations that may hold for what lies in a folder, the nearest first. */
function* candidates(folder: string): Generator<string> {
  for (let current = folder; current !== ''; current = folderOf(current)) yield `${current}/${configurationName}`
  yield configurationName
}

/** A configuration of which nothing holds. */
function unread(path: string, why: Exclude<FileProblem, 'missing'>): Configuration {
  const problem = { code: 'plan/syntax', place: { file: path, start: 0, end: 0 }, message: whyNothingHolds(why), related: [], fixes: [] }
  return { path, problems: [problem], level: () => undefined, option: () => undefined }
}

function whyNothingHolds(why: Exclude<FileProblem, 'missing'>): string {
  switch (why) {
    case 'undecodable':
      return t('This configuration is not UTF-8 text, so nothing of it holds. Save it as UTF-8.')
    case 'too-large':
      return t('This configuration has more than {most} million characters, so nothing of it holds.', { most: mostMillions })
    case 'outside':
      return t('This configuration is a link that leads outside the workspace, so nothing of it holds. Put the file itself here.')
    default:
      return t('This configuration cannot be read, so nothing of it holds. It must be a file, and you need the permission to read it.')
  }
}
