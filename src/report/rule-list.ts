import { t } from '@vscode/l10n'
import { families, levelAt, type Rule } from '../rules/engine/rule.js'
import { rulePage } from '../rules/engine/rule-page.js'
import { stagesInOrder } from './levels-text.js'

const letters = { error: 'E', warning: 'W', information: 'I', hint: 'H', off: '–' } as const

/** All rules by family: the levels by stage as letters, the code, the summary. */
export function rulesAsText(rules: readonly Rule[]): string {
  const width = Math.max(0, ...rules.map((rule) => rule.code.length))
  const blocks = families.flatMap((family) => {
    const own = rules.filter((rule) => rule.code.startsWith(`${family}/`))
    if (own.length === 0) return []
    const rows = own.map((rule) => `  ${lettersOf(rule)}  ${rule.code.padEnd(width)}  ${rule.summary}`)
    return [[t('{family}: {count} rules', { family, count: own.length }), ...rows].join('\n')]
  })
  const legend = [
    t('Levels in draft, review, approved, running, closed: E error, W warning, I information, H hint, – not shown.'),
    t('{count} rules. `mops explain CODE` tells more about one.', { count: rules.length }),
  ]
  return `${[...blocks, legend.join('\n')].join('\n\n')}\n`
}

function lettersOf({ levels }: Rule): string {
  return stagesInOrder.map((stage) => letters[levelAt(levels, stage)]).join(' ')
}

/** All rules as data. */
export function rulesAsJson(rules: readonly Rule[]): string {
  const list = families.flatMap((family) =>
    rules
      .filter((rule) => rule.code.startsWith(`${family}/`))
      .map((rule) => ({
        code: rule.code,
        family,
        levels: Object.fromEntries(stagesInOrder.map((stage) => [stage, levelAt(rule.levels, stage)])),
        summary: rule.summary,
        why: rule.why,
        fix: rule.fix,
        dated: rule.isDated === true,
        inLibraries: rule.inLibraries === true,
        canBeIgnored: rule.cannotBeIgnored !== true,
        aliases: rule.aliases ?? [],
        options: rule.options ?? {},
        help: rulePage(rule.code),
      })),
  )
  return `${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`
}
