import { t } from '@vscode/l10n'
import type { Rule } from '../rules/engine/rule.js'
import { rulePage } from '../rules/engine/rule-page.js'
import { exampleFiles, exampleOutput, exampleText } from './example-output.js'
import { levelsText } from './levels-text.js'

/** All about one rule, for a terminal. */
export function explainRule(rule: Rule): string {
  const parts = [
    `${rule.code}\n${rule.summary}`,
    rule.why,
    [t('Level: {levels}.', { levels: levelsText(rule.levels) }), ...remarks(rule)].join('\n'),
    section(t('This is reported:'), exampleText(rule.bad)),
    ...exampleFiles(rule.bad).map(([path, text]) => section(t('with {path}:', { path }), text)),
    section(t('by this:'), exampleOutput(rule)),
    section(t('This is fine:'), exampleText(rule.good)),
    `${t('How to mend it:')} ${rule.fix}`,
    howToTurnOff(rule),
    t('Page: {page}', { page: rulePage(rule.code) }),
  ]
  return `${parts.join('\n\n')}\n`
}

function section(heading: string, body: string): string {
  return `${heading}\n\n${body.replace(/^(?=.)/gm, '  ')}`
}

/** What else decides whether the rule speaks. */
export function remarks(rule: Rule): string[] {
  const options = Object.entries(rule.options ?? {}).map(([name, value]) =>
    typeof value === 'number'
      ? t('Setting `{name}`: {value}.', { name, value })
      : t('Setting `{name}`: words in addition to the built-in ones.', { name }),
  )
  return [
    ...(rule.isDated ? [t('It depends on the status date.')] : []),
    ...(rule.isDated && !rule.speaksWhenClosed ? [t('It is silent in a closed plan.')] : []),
    ...(rule.inLibraries ? [t('It also judges libraries by themselves.')] : []),
    ...options,
  ]
}

function howToTurnOff(rule: Rule): string {
  const inConfiguration = t('for all plans, in mops.config.json: {text}', { text: `{ "rules": { "${rule.code}": "off" } }` })
  if (rule.cannotBeIgnored) return `${t('How to turn it off:')}\n\n  ${inConfiguration}`
  const inElement = t('for one element, in it: {text}', { text: `ignore "${rule.code}" because "…"` })
  return `${t('How to turn it off:')}\n\n  ${inElement}\n  ${inConfiguration}`
}
