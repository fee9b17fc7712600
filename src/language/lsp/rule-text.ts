import { t } from '@vscode/l10n'
import type { Example, Rule } from '../../rules/engine/rule.js'
import { rules } from '../../rules/generated/registry.js'

const byCode: ReadonlyMap<string, Rule> = new Map(rules.flatMap((rule) => [rule.code, ...(rule.aliases ?? [])].map((code) => [code, rule])))

/** The rule of a code or of one that it had before. */
export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code)
}

/** What a rule asks for, why, how to mend it, and an example, as Markdown. */
export function ruleMarkdown(code: string): string | undefined {
  const rule = ruleOf(code)
  if (!rule) return undefined
  return [
    `### ${rule.code}`,
    rule.summary,
    `**${t('Why')}** ${rule.why}`,
    `**${t('How to fix')}** ${rule.fix}`,
    fenced(rule.bad),
    `**${t('Better')}**`,
    fenced(rule.good),
  ].join('\n\n')
}

function fenced(example: Example): string {
  return `\`\`\`mops\n${(typeof example === 'string' ? example : example.text).trim()}\n\`\`\``
}
