import { type GanttBar, ganttDaysOff, ganttText } from '../../language/mermaid-gantt.js'
import { isMoment } from '../../plan/elements/elements.js'
import { dayNumber } from '../../plan/quantity/days.js'
import type { PlanView, StepView } from '../model.js'
import { grouped } from '../views/grouping.js'
import { lookOf } from '../views/timeline-layout.js'

/** The timeline as a Mermaid chart in a fence; empty when no step has dates. */
export function ganttFence(plan: PlanView): string {
  const seen = new Set<string>()
  const sections = grouped(plan, plan.steps, plan.phases.length > 0 ? 'phase' : 'goal').flatMap((group) => {
    const own = group.steps.filter((step) => step.mark !== 'cancelled' && !seen.has(step.name))
    for (const step of own) seen.add(step.name)
    const bars = own.flatMap((step) => barOf(step) ?? [])
    return bars.length > 0 ? [{ title: oneLine(group.title, mostOfSection), bars }] : []
  })
  if (sections.length === 0) return ''
  const { workdays, holidays } = plan.calendar
  const days = holidays.map(({ start, end }) => ({ start: dayNumber(start), end: dayNumber(end) }))
  const chart = ganttText({ title: oneLine(plan.title), daysOff: ganttDaysOff({ workdays, holidays: days }), sections })
  return `\`\`\`mermaid\n${chart}\`\`\``
}

function barOf(step: StepView): GanttBar | undefined {
  const [start, end] = [step.start ?? step.end, step.end ?? step.start]
  if (start === undefined || end === undefined || end < start) return undefined
  const look = lookOf(step)
  return {
    title: oneLine(step.title),
    isMilestone: isMoment(step),
    start,
    end,
    isCritical: look === 'conflict' || look === 'critical',
    state: step.mark === 'done' ? 'done' : step.mark === 'doing' ? 'active' : undefined,
  }
}

/** Mermaid keeps so much room for the name of a section; a longer one would run across the bars. */
const mostOfSection = 16

/** At most so many characters, without those that steer a line or turn its direction; what joins letters or keeps them apart stays. */
function oneLine(text: string, most = 80): string {
  const signs = [...text.replace(/(?:(?![\u061C\u200C-\u200F])[\p{C}\u2028\u2029])+/gu, ' ').trim()]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('') || '…'
}
