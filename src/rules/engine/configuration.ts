import type { Fault } from '../../plan/elements/fault.js'
import type { RuleSettings } from './rule.js'

/** The settings of a `mops.config.json`. */
export interface Configuration extends RuleSettings {
  /** The file's path in the workspace. */
  readonly path: string
  /** What is wrong with the file itself; each place lies in it. What could be read holds all the same. */
  readonly problems: readonly Fault[]
}

export const configurationName = 'mops.config.json'
