import { type ElementKind, isStep, type PlanElement } from '../../plan/elements/elements.js'
import type { ReadFile } from '../../plan/elements/source.js'
import type { Place } from '../../plan/text/place.js'
import { type GapPart, gapParts, holdsComment, singleSpaced } from './gaps.js'

/** A clause, or something nested that is printed like one (a checklist item, a score). */
export interface ClausePart {
  readonly type: 'clause'
  readonly keyword: string
  readonly text: string
  readonly line: number
}

/** An element taken apart. */
export interface ElementPart {
  readonly type: 'element'
  readonly kind: ElementKind
  /** Kind with check mark, name and title, as far as they stand there. */
  readonly head: readonly string[]
  /** Clauses in front of the braces, or all of them where there are none. */
  readonly clauses: readonly ClausePart[]
  readonly body: readonly Part[] | undefined
  /** The whole element stands on one line. */
  readonly isOnOneLine: boolean
  readonly firstLine: number
}

/** Something that is kept as it is. */
export interface RawPart {
  readonly type: 'raw'
  readonly text: string
}

export type Part = ClausePart | ElementPart | RawPart | Extract<GapPart, { type: 'comment' | 'blank' }>

const unreadable: ReadonlySet<string> = new Set(['plan/syntax', 'plan/unknown-clause', 'plan/clause-not-allowed'])
const scoped: ReadonlySet<string> = new Set(['score', 'item'])

/** Takes a file apart. What cannot be read to its end is kept as it is. Cost: linear but for a sort. */
export class Anatomy {
  private readonly faults: readonly Place[]
  private readonly lineStarts: readonly number[]
  private readonly elements: readonly PlanElement[]

  constructor(
    private readonly source: string,
    private readonly file: ReadFile,
  ) {
    this.faults = file.faults.filter(({ code }) => unreadable.has(code)).map(({ place }) => place)
    this.lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)]
    this.elements = [...file.elements].sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end)
  }

  /** The parts of the file in order. */
  parts(): readonly Part[] {
    const top = this.outermost(0, this.source.length, undefined)
    const imports = this.file.imports.map((line) => ({
      place: line.place,
      make: (): Part => ({ type: 'raw', text: singleSpaced(this.slice(line.place)) }),
    }))
    const elements = top.map((element) => ({ place: element.extent, make: (): Part => this.element(element) }))
    return this.sequence([...imports, ...elements], 0, this.source.length) ?? [{ type: 'raw', text: this.source }]
  }

  private slice({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.source.slice(start, end)
  }

  private lineOf(offset: number): number {
    let low = 0
    let high = this.lineStarts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }

  /** The elements inside a stretch that stand in no other one there. */
  private outermost(start: number, end: number, outer: PlanElement | undefined): PlanElement[] {
    const found: PlanElement[] = []
    let free = start
    for (let index = this.firstFrom(start); index < this.elements.length; index++) {
      const element = this.elements[index]
      if (!element || element.extent.start >= end) break
      if (element === outer || element.extent.start < free || element.extent.end > end) continue
      found.push(element)
      free = element.extent.end
    }
    return found
  }

  private firstFrom(offset: number): number {
    let low = 0
    let high = this.elements.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.elements[middle]?.extent.start ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  private element(element: PlanElement): Part {
    const { extent } = element
    const raw: RawPart = { type: 'raw', text: this.slice(extent) }
    if (this.faults.some((fault) => fault.start < extent.end && extent.start < fault.end)) return raw
    const inner = this.innerParts(element)
    const brace = this.braceOf(element, inner)
    const headEnd = Math.min(brace ?? extent.end, inner[0]?.place.start ?? extent.end)
    const before = inner.filter(({ place }) => place.start < (brace ?? extent.end))
    const head = this.headOf(element, headEnd)
    const body =
      brace === undefined
        ? undefined
        : this.sequence(
            inner.filter(({ place }) => place.start > brace),
            brace + 1,
            extent.end - 1,
          )
    if (!head || (brace !== undefined && (!body || this.source[extent.end - 1] !== '}'))) return raw
    if (holdsComment(this.slice({ start: extent.start, end: brace ?? extent.end }))) return raw
    const clauses = before.map(({ make }) => make())
    if (clauses.some(({ type }) => type !== 'clause') || this.hasMore(before, headEnd, brace ?? extent.end)) return raw
    return {
      type: 'element',
      kind: element.kind,
      head,
      clauses: clauses as ClausePart[], // just checked
      body,
      isOnOneLine: !raw.text.includes('\n'),
      firstLine: this.lineOf(extent.start),
    }
  }

  /** Something stands between the clauses that is neither blank nor comment. */
  private hasMore(parts: readonly { readonly place: Place }[], start: number, end: number): boolean {
    let from = start
    for (const { place } of parts) {
      if (this.source.slice(from, place.start).trim() !== '') return true
      from = place.end
    }
    return this.source.slice(from, end).trim() !== ''
  }

  /** The clauses, nested elements, checklist items and scores of an element, in order. */
  private innerParts(element: PlanElement): { readonly place: Place; readonly make: () => Part }[] {
    const nested = this.outermost(element.extent.start, element.extent.end, element)
    const items = element.kind === 'task' ? element.items : element.kind === 'scoring' ? element.scores : []
    const clauses = element.clauses.map((clause) => ({ place: clause.place, make: () => this.clause(clause.keyword, clause.place) }))
    const entries = items.map(({ place }) => ({ place, make: () => this.clause('item', place) }))
    const all = [...clauses, ...entries, ...nested.map((one) => ({ place: one.extent, make: () => this.element(one) }))]
    const sorted = all.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end)
    let free = 0
    return sorted.filter(({ place }) => {
      if (place.start < free) return false
      free = place.end
      return true
    })
  }

  private clause(keyword: string, place: Place): ClausePart {
    const source = this.slice(place)
    const text = singleSpaced(source)
    const isKept = holdsComment(source) || (source.includes('\n') && text.length > 110)
    return { type: 'clause', keyword, text: isKept ? source : text, line: this.lineOf(place.start) }
  }

  /** The brace that opens the element's own body. */
  private braceOf(element: PlanElement, inner: readonly { readonly place: Place }[]): number | undefined {
    const { start, end } = element.extent
    if (this.source[end - 1] !== '}') return undefined
    let from = start
    for (const { place } of [...inner, { place: { start: end, end } }]) {
      const at = withoutTexts(this.source.slice(from, place.start)).indexOf('{')
      if (at >= 0) return from + at
      from = place.end
    }
    return undefined
  }

  /** `[ ] task`, name, title. */
  private headOf(element: PlanElement, end: number): readonly string[] | undefined {
    const { title, extent } = element
    const whole = singleSpaced(this.source.slice(extent.start, title && title.place.start < end ? title.place.start : end))
    const mark = /^\[[ xX~!-]\] ?/.exec(whole)?.[0].trim()
    const [kind = '', ...name] = (mark ? whole.slice(mark.length).trim() : whole).split(' ')
    const marked = mark ?? (isStep(element) && element.kind !== 'decision' ? '[ ]' : undefined)
    if (name.length > 1) return undefined
    const titleText = title && title.place.start < end ? this.slice(title.place) : undefined
    if (title && titleText && this.source.slice(title.place.end, end).trim() !== '' && !scoped.has(element.kind)) return undefined
    return [marked ? `${marked} ${kind}` : kind, name[0] ?? '', titleText ?? '']
  }

  /** Parts with what stands between them; undefined where something does that is neither blank nor comment, except at the top. */
  private sequence(
    inner: readonly { readonly place: Place; readonly make: () => Part }[],
    start: number,
    end: number,
  ): readonly Part[] | undefined {
    const isTop = start === 0 && end === this.source.length
    const parts: Part[] = []
    let from = start
    const sorted = [...inner].sort((a, b) => a.place.start - b.place.start)
    for (const one of [...sorted, undefined]) {
      const gap = this.source.slice(from, one?.place.start ?? end)
      const found = gapParts(gap, from === 0)
      if (found.some(({ type }) => type === 'other' || type === 'brace')) {
        if (!isTop) return undefined
        parts.push({ type: 'raw', text: gap.replace(/^\n+/, '').trimEnd() })
      } else {
        for (const part of found) if (part.type === 'comment' || part.type === 'blank') parts.push(part)
      }
      if (one) {
        parts.push(one.make())
        from = one.place.end
      }
    }
    return parts
  }
}

/** The same length, with blanks for texts and comments. */
function withoutTexts(text: string): string {
  return text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) => ' '.repeat(found.length))
}
