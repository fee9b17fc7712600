import type { PlanView, StepView } from '../model.js'
import { dateOf, dayNumber } from '../parts/days.js'
import { grouped } from '../views/grouping.js'
import { lookOf } from '../views/timeline-layout.js'

/** The timeline as a Mermaid chart in a fence; empty when no step has dates. */
export function mermaidGantt(plan: PlanView): string {
  const groups = grouped(plan, plan.steps, plan.phases.length > 0 ? 'phase' : 'goal')
  const seen = new Set<string>()
  const sections = groups.flatMap((group) => {
    const own = group.steps.filter((step) => step.mark !== 'cancelled' && !seen.has(step.name))
    for (const step of own) seen.add(step.name)
    const lines = own.flatMap((step) => taskLine(step) ?? [])
    return lines.length > 0 ? [`    section ${words(group.title)}`, ...lines] : []
  })
  if (sections.length === 0) return ''
  return ['```mermaid', 'gantt', '    dateFormat YYYY-MM-DD', '    axisFormat %d %b', ...sections, '```'].join('\n')
}

function taskLine(step: StepView): string | undefined {
  const [start, end] = [step.start ?? step.end, step.end ?? step.start]
  if (start === undefined || end === undefined || end < start) return undefined
  const look = lookOf(step)
  const tags = [
    look === 'done' ? 'done' : look === 'conflict' || look === 'critical' ? 'crit' : undefined,
    step.mark === 'doing' ? 'active' : undefined,
    step.kind === 'milestone' ? 'milestone' : undefined,
  ].filter((tag) => tag !== undefined)
  const until = step.kind === 'milestone' ? '0d' : dateOf(dayNumber(end) + 1) // the end is exclusive there
  return `    ${words(step.title)} :${[...tags, identifier(step.name), start, until].join(', ')}`
}

/** Mermaid has no escapes: what would end a name or start an entity becomes a space. */
function words(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N}\p{P}\s]|[:;#,"'`<>{}%]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || '…'
  )
}

function identifier(name: string): string {
  return `t_${name.replace(/\W/g, '_')}`
}
