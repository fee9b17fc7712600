import { t } from '@vscode/l10n'
import type { Stage } from '../plan/elements/elements.js'
import { type Levels, levelAt } from '../rules/engine/rule.js'

export const stagesInOrder = ['draft', 'review', 'approved', 'running', 'closed'] as const satisfies readonly Stage[]

/** The levels of a rule by stage: `information in draft, warning from review on`. */
export function levelsText(levels: Levels): string {
  const steps: { stage: Stage; level: string; index: number }[] = []
  stagesInOrder.forEach((stage, index) => {
    const level = levelAt(levels, stage)
    if (steps.at(-1)?.level !== level) steps.push({ stage, level, index })
  })
  const [first] = steps
  if (steps.length === 1 && first) return t('{level} at every stage', { level: first.level })
  return steps
    .map(({ stage, level, index }, position) => {
      const next = steps[position + 1]
      const isOne = (next?.index ?? stagesInOrder.length) - index === 1
      if (!next) return isOne ? t('{level} in {stage}', { level, stage }) : t('{level} from {stage} on', { level, stage })
      return isOne
        ? t('{level} in {stage}', { level, stage })
        : t('{level} from {stage} to {last}', { level, stage, last: stagesInOrder[next.index - 1] ?? stage })
    })
    .join(', ')
}
