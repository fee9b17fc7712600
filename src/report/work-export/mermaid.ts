import { t } from '@vscode/l10n'
import { type GanttBar, ganttDaysOff, ganttText } from '../../language/mermaid-gantt.js'
import { isMoment } from '../../plan/elements/elements.js'
import type { Plan } from '../../plan/model/plan.js'
import { plainText } from '../plain-text.js'
import { livingItems, titleOf, type WorkItem } from './work-item.js'

/** The schedule as a Mermaid Gantt chart: sections by phase, else by goal. What has no dates is left out. */
export function mermaidGantt(plan: Plan): string {
  const sections = new Map<string, GanttBar[]>()
  for (const item of livingItems(plan)) {
    const bar = ganttBar(item)
    if (!bar) continue
    const owner = item.phase ?? item.goals[0]
    const section = owner ? titleOf(owner) : t('Other work')
    const known = sections.get(section)
    if (known) known.push(bar)
    else sections.set(section, [bar])
  }
  return ganttText({
    title: plainText(plan.strategy ? titleOf(plan.strategy) : plan.root),
    daysOff: ganttDaysOff(plan.calendar),
    sections: [...sections].map(([title, bars]) => ({ title: plainText(title), bars })),
  })
}

function ganttBar({ step, title, dates }: WorkItem): GanttBar | undefined {
  const end = dates?.end
  if (end === undefined) return undefined
  return {
    title: plainText(title),
    isMilestone: isMoment(step),
    start: dates?.start ?? end,
    end,
    isCritical: dates?.isCritical === true && step.mark !== 'done',
    state: step.mark === 'done' ? 'done' : step.mark === 'doing' ? 'active' : undefined,
  }
}
