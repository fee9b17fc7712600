import { t } from '@vscode/l10n'
import { dateOf } from '../../plan/dates.js'
import type { Plan } from '../../plan/plan.js'
import { plainText } from '../plain-text.js'
import { livingItems, titleOf, type WorkItem } from './work-item.js'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The schedule as a Mermaid Gantt chart: sections by phase, else by goal. What has no dates is left out. */
export function mermaidGantt(plan: Plan): string {
  const sections = new Map<string, string[]>()
  for (const item of livingItems(plan)) {
    const line = ganttLine(item)
    if (line === undefined) continue
    const owner = item.phase ?? item.goals[0]
    const section = owner ? titleOf(owner) : t('Other work')
    sections.set(section, [...(sections.get(section) ?? []), line])
  }
  return [
    'gantt',
    `  title ${mermaidText(plan.strategy ? titleOf(plan.strategy) : plan.root)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y-%m-%d',
    '  inclusiveEndDates',
    ...daysOff(plan),
    ...[...sections].flatMap(([section, lines]) => [`  section ${mermaidText(section)}`, ...lines]),
    '',
  ].join('\n')
}

function ganttLine({ step, title, dates }: WorkItem): string | undefined {
  const end = dates?.end
  if (end === undefined) return undefined
  const tags = [
    ...(step.kind === 'milestone' ? ['milestone'] : []),
    ...(dates?.isCritical && step.mark !== 'done' ? ['crit'] : []),
    ...(step.mark === 'done' ? ['done'] : step.mark === 'doing' ? ['active'] : []),
  ]
  return `    ${mermaidText(title)} :${[...tags, dates?.start ?? end, end].join(', ')}`
}

function daysOff({ calendar }: Plan): string[] {
  const free = weekdays.filter((_, at) => !calendar.workdays.includes(at + 1))
  const holidays = calendar.holidays.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => dateOf(start + at)))
  const days = [...free, ...holidays]
  return days.length === 0 ? [] : [`  excludes ${days.join(', ')}`]
}

/** Text as Mermaid shows it: what is syntax or markup to it is written as a character number. */
function mermaidText(text: string): string {
  return plainText(text).replace(/[#;:%<>&"'`{}\\[\]()]/g, (character) => `#${character.charCodeAt(0)};`)
}
