import type { Fault } from '../../plan/elements/fault.js'
import type { Place } from '../../plan/text/place.js'
import type { RuleSettings } from './rule.js'
import type { Settings } from './settings.js'

/** The settings of a `mops.config.json`. */
export interface Configuration extends RuleSettings {
  /** The file's path in the workspace. */
  readonly path: string
  /** What is wrong with the file itself; each place lies in it. What could be read holds all the same. */
  readonly problems: readonly Fault[]
  /** The files that it takes settings from, as written, in order: a later one wins over an earlier one, and the file itself over all. */
  readonly extends: readonly { readonly written: string; readonly place: Place }[]
  /** What holds, with what is taken from other files, and where each setting comes from. */
  readonly settings: Settings
}

export const configurationName = 'mops.config.json'
