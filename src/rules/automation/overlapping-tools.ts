import { t } from '@vscode/l10n'
import type { Tool } from '../../plan/elements/elements.js'
import { inNameOrder } from '../../plan/model/name-order.js'
import { levels, rule } from '../engine/rule.js'
import { inTicks } from '../wording/wording.js'

export const overlappingTools = rule({
  code: 'automation/overlapping-tools',
  levels: levels('-', 'I', 'I'),
  summary: 'For each kind of work one tool leads.',
  why: 'Two tools for one purpose cost twice, and their data drift apart.',
  fix: 'Decide which tool leads and mark the other `retire`. If both are needed, say in a `note` of one how they differ.',
  bad: 'tool sendfox "SendFox" kind automation costs 0 USD per year owner ben keep',
  good: 'tool sendfox "SendFox" kind email_sending costs 0 USD per year owner ben keep',
  check(plan, report) {
    const byKind = new Map<string, Tool[]>()
    for (const tool of inNameOrder(plan, 'tool')) {
      const decision = tool.decision?.decision
      if (!tool.is || tool.notes.length > 0 || (decision !== 'keep' && decision !== 'adopt')) continue
      const others = byKind.get(tool.is.word)
      if (others) others.push(tool)
      else byKind.set(tool.is.word, [tool])
    }
    for (const [kind, tools] of byKind) {
      const [first, second] = tools
      if (!first || !second) continue
      const parts = {
        tools: inTicks(
          tools.map((tool) => tool.name),
          4,
        ),
        count: tools.length,
        kind,
      }
      report(
        second,
        tools.length === 2
          ? t('{tools} are both {kind} tools to keep. Decide which one leads, or say in a note how they differ.', parts)
          : t('{tools} are {count} {kind} tools to keep. Decide which one leads, or say in a note how they differ.', parts),
        {
          other: first.name,
          related: tools
            .filter((tool) => tool !== second)
            .map((tool) => ({ place: tool.place, message: t('`{name}` is of the same kind', { name: tool.name }) })),
        },
      )
    }
  },
})
