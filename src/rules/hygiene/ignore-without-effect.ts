import { t } from '@vscode/l10n'
import type { Ignore } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { levels, rule } from '../engine/rule.js'
import { removeAt } from '../fixes/fixes.js'
import { judgedByEngine } from '../plan/plan.js'

export const ignoreWithoutEffect = rule({
  code: 'hygiene/ignore-without-effect',
  levels: levels('-', 'I', 'I'),
  inLibraries: true,
  cannotBeIgnored: true,
  summary: 'Every `ignore` silences something.',
  why: 'An exception that is not needed any more would hide the next finding of its kind.',
  fix: 'Remove the line.',
  bad: 'channel web "Website" owner ben ignore "schedule/over-capacity" because "Ben has help"',
  good: 'channel web "Website" owner ben',
  check: judgedByEngine,
})

/** The message about an `ignore` that silences nothing. */
export function ignoreWithoutEffectMessage({ code }: Ignore): string {
  return t('Nothing to silence: `{code}` does not fire here any more. Remove the line.', { code: code.text })
}

/** Removes an `ignore`; safe only where it silences nothing. */
export function removeIgnore(ignore: Ignore, isSafe: boolean): Fix {
  return { ...removeAt(ignore.place, t('Remove this `ignore`')), isSafe }
}
