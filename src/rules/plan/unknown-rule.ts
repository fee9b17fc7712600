import { t } from '@vscode/l10n'
import { levels, rule } from '../engine/rule.js'
import { didYouMean } from '../wording/wording.js'
import { judgedByEngine } from './plan.js'

export const unknownRule = rule({
  code: 'plan/unknown-rule',
  levels: levels('W', 'W', 'W'),
  inLibraries: true,
  summary: 'Every rule that is silenced or set has a code that exists.',
  why: 'A wrong code silences nothing and sets nothing, although its author believes that it does.',
  fix: 'Take the suggested code, or look it up in the list of rules.',
  bad: 'channel web "Website" owner ben ignore "schedule/overcapacity" because "Ben is on leave"',
  good: 'channel web "Website" owner ben',
  check: judgedByEngine,
})

/** The message about a code that no rule bears, with the codes that are near to it. */
export function unknownRuleMessage(code: string, near: readonly string[]): string {
  const advice = didYouMean(near) || ` ${t('Look it up in the list of rules.')}`
  return `${t('There is no rule `{code}`.', { code })}${advice}`
}
