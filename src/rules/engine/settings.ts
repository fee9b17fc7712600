import type { Stage } from '../../plan/elements/elements.js'
import type { Rule, RuleLevel, RuleSettings } from './rule.js'

export type SetLevel = RuleLevel | 'default'
export type LevelSetting = SetLevel | Partial<Record<Stage, SetLevel>>

/** What one or several configurations set for a rule or a family, each with the path of the file that says so. */
export interface Setting {
  readonly level: { readonly set: LevelSetting; readonly from: string } | undefined
  readonly options: ReadonlyMap<string, { readonly set: number | readonly string[]; readonly from: string }>
}

/** Settings by the code of a rule, by one of its older codes, or by a family. */
export type Settings = ReadonlyMap<string, Setting>

/** Several settings together: what stands later wins, level and each option by itself. */
export function mergedSettings(list: readonly Settings[]): Settings {
  const merged = new Map<string, Setting>()
  for (const settings of list)
    for (const [key, { level, options }] of settings) {
      const known = merged.get(key)
      merged.set(key, { level: level ?? known?.level, options: new Map([...(known?.options ?? []), ...options]) })
    }
  return merged
}

/** The same settings by the present codes of the rules. */
export function byPresentCode(settings: Settings, rules: readonly Rule[]): Settings {
  const present = new Map(rules.flatMap(({ code, aliases = [] }) => aliases.map((alias) => [alias, code] as const)))
  return mergedSettings([
    new Map([...settings].filter(([key]) => present.has(key)).map(([key, setting]) => [present.get(key) ?? key, setting])),
    new Map([...settings].filter(([key]) => !present.has(key))),
  ])
}

/** Levels and options as rules ask for them: a rule wins over its family. */
export function ruleSettings(settings: Settings): RuleSettings {
  return {
    level: (code, family, stage) => {
      const own = levelFor(settings.get(code), stage) ?? levelFor(settings.get(family), stage)
      return own === 'default' ? undefined : own
    },
    option: (code, name) => settings.get(code)?.options.get(name)?.set,
  }
}

function levelFor(setting: Setting | undefined, stage: Stage): SetLevel | undefined {
  const level = setting?.level?.set
  if (typeof level !== 'object') return level
  return level[stage] ?? (stage === 'running' || stage === 'closed' ? level.approved : undefined)
}
