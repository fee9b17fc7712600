import { format } from '../../language/format/format.js'
import { readPlanText } from '../../language/read/read-file.js'
import { insideOf, vocabulary } from '../../language/table/vocabulary.js'
import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'

/** A clause as a plan that checks clean has it, in the least of its element that can be read. */
export interface ClauseSample {
  readonly text: string
  /** The path of the file that it is taken from. */
  readonly file: string
}

/** The best sample of each clause of each kind, by `kind clause`; files in front win over those behind. */
export type ClauseSamples = ReadonlyMap<string, ClauseSample>

export function sampleKey(kind: ElementKind, keyword: string): string {
  return `${kind} ${keyword}`
}

/** Collects samples from texts, each a list of files that are worth the same. The longest that fits a line is the most telling. */
export function clauseSamples(ranks: readonly (readonly (readonly [file: string, text: string])[])[]): ClauseSamples {
  const found = new Map<string, ClauseSample>()
  for (const files of ranks) {
    const best = new Map<string, ClauseSample & { readonly worth: number }>()
    for (const [file, text] of files)
      for (const one of samplesIn(file, text)) {
        const key = sampleKey(one.kind, one.keyword)
        if (!found.has(key) && one.worth > (best.get(key)?.worth ?? Number.NEGATIVE_INFINITY)) best.set(key, one)
      }
    for (const [key, { text, file }] of best) found.set(key, { text, file })
  }
  return found
}

function samplesIn(
  file: string,
  text: string,
): (ClauseSample & { readonly kind: ElementKind; readonly keyword: string; readonly worth: number })[] {
  const { elements } = readPlanText(file, text)
  return elements.flatMap((element) =>
    element.clauses.flatMap(({ keyword, place, readable }) => {
      const clause = text.slice(place.start, place.end)
      if (!readable || !vocabulary[element.kind].clauses.some((one) => one.keyword === keyword)) return []
      const sample = shown(element, clause, elements, text)
      return sample === undefined ? [] : [{ kind: element.kind, keyword, text: sample, file, worth: worthOf(clause) }]
    }),
  )
}

/** The element's beginning with one clause alone, inside the element that it belongs into; undefined where that says nothing by itself. */
function shown(element: PlanElement, clause: string, elements: readonly PlanElement[], text: string): string | undefined {
  const begin = headOf(element, text)
  const own = `${begin} { ${clause} }`
  const outer = insideOf(element.kind)
  const around =
    outer && elements.find(({ kind, extent }) => kind === outer && extent.start < element.extent.start && element.extent.end <= extent.end)
  if (outer && !around) return undefined
  const whole = format(around ? `${headOf(around, text)} {\n${own}\n}` : own).trim()
  return readPlanText('sample.mops', whole).faults.length === 0 ? whole : undefined
}

/** From the mark or keyword to the end of the title, or of the name where there is none. */
function headOf({ extent, place, title, clauses }: PlanElement, text: string): string {
  const end = Math.max(place.end, title?.place.end ?? 0)
  return text.slice(extent.start, Math.max(end, ...clauses.filter((one) => one.place.end <= end).map((one) => one.place.end)))
}

const longest = 90

function worthOf(clause: string): number {
  return clause.length <= longest && !clause.includes('\n') ? clause.length : -clause.length
}

const heads: Partial<Record<ElementKind, string>> = { actuals: 'actuals ad_clicks', send: 'send 2027-03-09 "Mail"', score: 'score "Page"' }

/** A clause in the least element of its kind, for one of which no plan has a sample. */
export function inElement(kind: ElementKind, clause: string): string {
  const own = kind === 'item' ? `[ ] "Item" ${clause}` : `${heads[kind] ?? `${kind} name "Title"`} { ${clause} }`
  const outer = insideOf(kind)
  return format(outer ? `${outer} around "Around it" {\n${own}\n}` : own).trim()
}
