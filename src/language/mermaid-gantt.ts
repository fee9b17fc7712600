import { dateOf } from '../plan/quantity/days.js'
import type { PlainDate } from '../plan/quantity/quantity.js'

export interface GanttBar {
  readonly title: string
  readonly isMilestone: boolean
  /** The last day is part of the bar. */
  readonly start: PlainDate
  readonly end: PlainDate
  readonly isCritical: boolean
  readonly state: 'done' | 'active' | undefined
}

export interface GanttChart {
  readonly title: string
  /** Days on which nobody works: names of weekdays and dates. */
  readonly daysOff: readonly string[]
  readonly sections: readonly { readonly title: string; readonly bars: readonly GanttBar[] }[]
}

/** A Gantt chart in the language of Mermaid (https://mermaid.js.org/syntax/gantt.html); texts are on one line each. */
export function ganttText({ title, daysOff, sections }: GanttChart): string {
  return [
    'gantt',
    `  title ${escaped(title)}`,
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %Y-%m-%d',
    '  inclusiveEndDates',
    ...(daysOff.length > 0 ? [`  excludes ${daysOff.join(', ')}`] : []),
    ...sections.flatMap((section) => [`  section ${escaped(section.title)}`, ...section.bars.map(barLine)]),
    '',
  ].join('\n')
}

function barLine({ title, isMilestone, start, end, isCritical, state }: GanttBar): string {
  const tags = [...(isMilestone ? ['milestone'] : []), ...(isCritical ? ['crit'] : []), ...(state ? [state] : [])]
  return `    ${atLineStart(escaped(title))} :${[...tags, start, end].join(', ')}`
}

/** Text as Mermaid shows it: what is syntax or markup to it is written as a character number. It takes no blank text. */
function escaped(text: string): string {
  return text.trim() === '' ? '…' : text.trim().replace(/[#;:%<>&"'`{}\\[\]()]/g, characterNumber)
}

/** What Mermaid's lexer for Gantt charts knows at the start of a line, in any case: the words of its statements, and dates. */
const statement =
  /^(?:acc(?:title|descr)|href|call|click|gantt|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|includes|excludes|todaymarker|weekday|weekend|title|section|\d{4}-)/i

/** A text that Mermaid takes for text also at the start of a line, where it looks for its statements. */
function atLineStart(text: string): string {
  return statement.test(text) ? text.replace(/^./, characterNumber) : text
}

function characterNumber(character: string): string {
  return `#${character.charCodeAt(0)};`
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

interface FreeTime {
  /** 1 is Monday. */
  readonly workdays: readonly number[]
  /** Day numbers, both ends included. */
  readonly holidays: readonly { readonly start: number; readonly end: number }[]
}

/** As `GanttChart` wants them. */
export function ganttDaysOff({ workdays, holidays }: FreeTime): readonly string[] {
  const free = weekdays.filter((_, at) => !workdays.includes(at + 1))
  return [...free, ...holidays.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => dateOf(start + at)))]
}
