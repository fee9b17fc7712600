import { t } from '@vscode/l10n'
import type { Fault } from '../../plan/elements/fault.js'
import { type Configuration, configurationName } from '../../rules/engine/configuration.js'
import { rules } from '../../rules/generated/registry.js'
import { type ExtendedFile, extendedFile } from './extended-file.js'
import type { FileProblem, FileRead } from './file-source.js'
import { mostMillions } from './text-size.js'

interface Loaded {
  readonly text: string | undefined
  readonly configuration: Configuration
  /** The files that it takes settings from, directly or not, and those that were looked for in front of them. */
  readonly restsOn: readonly string[]
}

type WhyNotTaken = FileProblem | 'circle' | 'deep'
type Base = ({ readonly loaded: Loaded } | { readonly why: WhyNotTaken }) & { readonly restsOn: readonly string[] }

/** Files that take from one another in a row; more are a slip. */
const deepest = 20

/** The configurations of a workspace: for a file holds the nearest one from its folder upwards, even where nothing of it can be read. */
export class Configurations {
  private readonly found = new Map<string, Loaded | 'missing'>()
  /** The files that others take settings from. */
  private readonly bases = new Map<string, Loaded>()

  constructor(private readonly read: (path: string) => Promise<FileRead>) {}

  /** The configuration that holds for a file. */
  of(file: string): Configuration | undefined {
    return this.loadedFor(file)?.configuration
  }

  private loadedFor(file: string): Loaded | undefined {
    for (const path of candidates(folderOf(file))) {
      const known = this.found.get(path)
      if (known !== undefined && known !== 'missing') return known
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
    if (typeof found === 'string') return { text: undefined, configuration: unread(path, found), restsOn: [] }
    return this.withExtended(await ownSettings(path, found.text), found.text, [path])
  }

  /** Adds what a configuration takes from others. `chain` are the files that lead to it, itself last. */
  private async withExtended(own: Configuration, text: string, chain: readonly string[]): Promise<Loaded> {
    if (own.extends.length === 0) return { text, configuration: own, restsOn: [] }
    const problems: Fault[] = []
    const taken: Configuration[] = []
    const restsOn: string[] = []
    for (const { written, place } of own.extends) {
      const { candidates, kind } = extendedFile(written, own.path)
      const base = await this.base(candidates, chain)
      restsOn.push(...base.restsOn)
      if ('loaded' in base) taken.push(base.loaded.configuration)
      else problems.push({ code: 'plan/syntax', place, message: whyNotTaken(base.why, written, kind, chain), related: [], fixes: [] })
    }
    const { withTaken } = await import('../../rules/engine/read-configuration.js')
    return { text, configuration: withTaken(own, taken, problems), restsOn }
  }

  private async base(candidates: readonly string[], chain: readonly string[]): Promise<Base> {
    if (candidates.length === 0) return { why: 'outside', restsOn: [] }
    for (const [at, path] of candidates.entries()) {
      const restsOn = candidates.slice(0, at + 1)
      if (chain.includes(path)) return { why: 'circle', restsOn }
      if (chain.length > deepest) return { why: 'deep', restsOn }
      const found = await this.read(path)
      if (found === 'missing') continue
      if (typeof found === 'string') return { why: found, restsOn }
      const loaded = await this.withExtended(await ownSettings(path, found.text), found.text, [...chain, path])
      this.bases.set(path, loaded)
      return { loaded, restsOn: [...restsOn, ...loaded.restsOn] }
    }
    return { why: 'missing', restsOn: candidates }
  }

  /** What is wrong with the configurations that hold for some files. */
  problems(files: readonly string[]): readonly Fault[] {
    const holding = new Set([...new Set(files.map(folderOf))].flatMap((folder) => this.loadedFor(`${folder}/`) ?? []))
    const bases = new Set([...holding].flatMap(({ restsOn }) => restsOn.flatMap((path) => this.bases.get(path) ?? [])))
    return [...new Set([...holding, ...bases])].flatMap(({ configuration }) => configuration.problems)
  }

  text(path: string): string | undefined {
    const known = this.found.get(path)
    return known === 'missing' || known === undefined ? this.bases.get(path)?.text : known.text
  }

  /** False where nothing was known of what is meant. */
  forget(isMeant: (path: string) => boolean): boolean {
    const restsOnMeant = (loaded: Loaded | 'missing') => loaded !== 'missing' && loaded.restsOn.some(isMeant)
    const meant = [...this.found].filter(([path, loaded]) => isMeant(path) || restsOnMeant(loaded)).map(([path]) => path)
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

// Loaded where there is one: most workspaces have none, and its schema takes a while.
async function ownSettings(path: string, text: string): Promise<Configuration> {
  const { readConfiguration } = await import('../../rules/engine/read-configuration.js')
  return readConfiguration(path, text, rules)
}

function whyNotTaken(why: WhyNotTaken, written: string, kind: ExtendedFile['kind'], chain: readonly string[]): string {
  switch (why) {
    case 'missing':
      return kind === 'path'
        ? t('There is no file `{file}` here, so nothing is taken from it. Correct the path; it begins at this file.', { file: written })
        : t('There is no package with `{file}` in a `node_modules` folder here. Install it, or write a path that begins with `./`.', {
            file: written,
          })
    case 'outside':
      return t('`{file}` lies outside the workspace, and nothing is read there. Copy it here, or install it as a package.', {
        file: written,
      })
    case 'circle':
      return t('`{file}` takes its settings from this file, by {chain}. Take one of the two out.', {
        file: written,
        chain: chain.map((one) => `\`${one}\``).join(' → '),
      })
    case 'deep':
      return t('More than {most} files take settings from one another here. Take them from one file.', { most: deepest })
    case 'folder':
      return t('`{file}` is a folder. Name a file in it.', { file: written })
    default:
      return t('`{file}` cannot be read as UTF-8 text, so nothing is taken from it.', { file: written })
  }
}

/** A configuration of which nothing holds. */
function unread(path: string, why: Exclude<FileProblem, 'missing'>): Configuration {
  const problem = { code: 'plan/syntax', place: { file: path, start: 0, end: 0 }, message: whyNothingHolds(why), related: [], fixes: [] }
  return { path, problems: [problem], extends: [], settings: new Map(), level: () => undefined, option: () => undefined }
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
