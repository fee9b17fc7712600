import { t } from '@vscode/l10n'
import type { Fault } from '../plan/elements/fault.js'
import type { Configuration } from '../rules/engine/configuration.js'
import type { LevelSetting } from '../rules/engine/settings.js'
import { jsonText } from './json-text.js'
import { Lines } from './lines.js'
import { plainText } from './plain-text.js'

/** The settings that hold for a place, with what is wrong with the files that they come from. */
export interface SettingsList {
  readonly configuration: Configuration | undefined
  readonly problems: readonly Fault[]
  /** A workspace path as the reader knows it. */
  readonly label: (file: string) => string
  readonly text: (file: string) => string
}

/** One line a setting: what is set, to what, and by which file. */
export function settingsAsText({ configuration, problems, label, text }: SettingsList): string {
  if (!configuration) return `${t('No `mops.config.json` holds here: every rule has its own level (`mops rules`).')}\n`
  const rows = [...configuration.settings].flatMap(([key, { level, options }]) => [
    ...(level ? [[key, levelText(level.set), label(level.from)]] : []),
    ...[...options].map(([name, { set, from }]) => [`${key} ${name}`, typeof set === 'number' ? String(set) : set.join(', '), label(from)]),
  ])
  const widths = [0, 1].map((at) => Math.max(0, ...rows.map((row) => (row[at] ?? '').length)))
  const lines = rows.map(
    ([key = '', value = '', from = '']) => `${key.padEnd(widths[0] ?? 0)}  ${plainText(value).padEnd(widths[1] ?? 0)}  ${from}`,
  )
  const said = problems.map(({ place, message }) => {
    const { line, column } = new Lines(text(place.file)).at(place.start)
    return `${label(place.file)}:${line}:${column} ${message}`
  })
  const none = lines.length === 0 ? [t('Nothing is set: every rule has its own level (`mops rules`).')] : []
  return `${[label(configuration.path), ...configuration.extends.map(({ written }) => t('  extends {file}', { file: plainText(written) })), '', ...lines, ...none, ...(said.length > 0 ? ['', ...said] : [])].join('\n')}\n`
}

/** The same as data. */
export function settingsAsJson({ configuration, problems, label, text }: SettingsList): string {
  return jsonText({
    version: 1,
    file: configuration ? label(configuration.path) : null,
    extends: (configuration?.extends ?? []).map(({ written }) => written),
    settings: [...(configuration?.settings ?? [])].map(([key, { level, options }]) => ({
      for: key,
      level: level ? { set: level.set, from: label(level.from) } : null,
      options: Object.fromEntries([...options].map(([name, { set, from }]) => [name, { set, from: label(from) }])),
    })),
    problems: problems.map(({ place, message }) => ({
      file: label(place.file),
      ...new Lines(text(place.file)).at(place.start),
      message,
    })),
  })
}

function levelText(level: LevelSetting): string {
  if (typeof level === 'string') return level
  return Object.entries(level)
    .map(([stage, set]) => `${stage} ${set}`)
    .join(', ')
}
