import { t } from '@vscode/l10n'
import type { ElementBase, ElementKind, GivenClause, Ignore, JourneyStage, PlanElement, Score } from '../../plan/elements/elements.js'
import type { Fault } from '../../plan/elements/fault.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { composed } from '../../plan/text/look-alike.js'
import type { Place, Text as PlanText, Word } from '../../plan/text/place.js'
import type { Clause, ElementNode, IgnoreClause, StageClause } from '../generated/ast.js'
import { documentationBefore } from '../parse/documentation.js'
import { isNameless } from '../table/references.js'
import { holds, insideOf, neededClause, vocabulary } from '../table/vocabulary.js'
import { admitted, capitalised } from './clause-admission.js'
import { ClauseSet } from './clause-set.js'
import { readObjective } from './element-others.js'
import { collect, type Parts } from './element-parts.js'
import { type Outer, readElement } from './readers.js'
import type { Reading } from './reading.js'
import { brokenOff, swallowedBy } from './unknown-clauses.js'
import { readDate, readValue } from './values.js'

const scorePoints = neededClause('score', 'amount')

/** Turns the elements of a syntax tree into elements of the plan, with nested ones in order of the text. */
export class ElementReader {
  readonly read: PlanElement[] = []

  constructor(private readonly reading: Reading) {}

  /** Reads an element with all that it holds; returns undefined for a `score`, which is no element of the plan. */
  element(node: ElementNode, outer: Outer | undefined): PlanElement | undefined {
    const kind = node.kind as ElementKind
    const restore = this.reading.setAsideRefs()
    const parts = collect(node, kind)
    const index = this.read.length
    const given: GivenClause[] = [] // known when all has been read
    const valueFaults: Fault[] = []
    const base = this.base(node, kind, outer, parts, given, valueFaults)
    const set = new ClauseSet(
      this.reading,
      kind,
      admitted(this.reading, kind, base, parts.clauses),
      swallowedBy(this.reading, parts.clauses),
      brokenOff(this.reading, parts.clauses),
    )
    const objective = kind === 'objective' ? readObjective(base, set) : undefined
    const children = this.children(parts, { kind, name: base.name, path: base.path, objective })
    if (kind !== 'task') this.misplacedItems(parts, base)
    const element = objective ?? readElement(kind, { base, set, node, items: parts.items, children, outer })
    given.push(...set.given())
    valueFaults.push(...this.reading.takeValueFaults())
    this.read.splice(index, 0, element)
    this.reading.settleRefs(element)
    restore()
    return element
  }

  private children(parts: Parts, inner: Outer) {
    const scores: Score[] = []
    const elements: PlanElement[] = []
    let isBraceMissing = false
    const readChild = (child: ElementNode) => {
      const kind = child.kind as ElementKind
      if (!holds(inner.kind, kind) && !isBraceMissing) {
        this.misplaced(child, inner)
        isBraceMissing = insideOf(kind) === undefined // one missing brace misplaces all that follows
      }
      if (kind === 'score') scores.push(...this.score(child))
      else {
        const element = this.element(child, inner)
        if (element) elements.push(element)
      }
    }
    // Names gathered for the outer element so far are kept apart by `element`.
    for (const child of parts.children) readChild(child)
    for (const stage of parts.stages) elements.push(this.stage(stage, inner))
    return { scores, elements }
  }

  private misplaced(child: ElementNode, inner: Outer): void {
    const place = this.reading.placeIn(child, 'kind')
    const belongs = insideOf(child.kind as ElementKind)
    const details = { child: `${child.kind} ${child.name ?? ''}`.trim(), outer: `${inner.kind} ${inner.name}`.trim() }
    const message = belongs
      ? t('`{child}` stands inside `{outer}`, and belongs into {belongs}. Move it there.', { ...details, belongs: aKind(belongs) })
      : t('`{child}` stands inside `{outer}`. A `}` may be missing before it.', details)
    this.reading.fault('plan/syntax', place, message)
  }

  private score(node: ElementNode): Score[] {
    const text = this.reading.text(node.title)
    const place = this.reading.placeOf(node)
    if (!text) {
      this.reading.fault('plan/syntax', place, t('A score says what earns the points: `score "Pricing page" 15`.'))
      return []
    }
    const amount = [...node.parts, ...(node.body?.parts ?? [])].find((clause) => clause.$type === 'AmountClause')
    const points = readValue(this.reading, amount?.first, { amount: 'points', clause: scorePoints })
    return [{ text, points, place }]
  }

  private stage(node: StageClause, outer: Outer): JourneyStage {
    const restore = this.reading.setAsideRefs()
    const name = node.ref?.target?.$refText ?? ''
    const place = node.ref ? this.reading.placeOf(node.ref) : this.reading.placeOf(node)
    const common = [...node.common, ...(node.body?.parts ?? []).filter((part): part is Clause => part.$type !== 'ElementNode')]
    const base: ElementBase = {
      kind: 'stage',
      name,
      place,
      extent: this.reading.placeOf(node),
      title: this.reading.text(node.title),
      path: [...outer.path, name],
      ...this.common(common),
      documentation: this.documentation(this.reading.placeOf(node).start),
      clauses: [],
      valueFaults: [],
    }
    const set = new ClauseSet(this.reading, 'stage', admitted(this.reading, 'stage', base, common), [])
    const own: GivenClause[] = node.when
      ? [{ keyword: 'when', firstName: undefined, readable: true, place: this.reading.placeOf(node.when) }]
      : []
    const stage: JourneyStage = {
      ...base,
      kind: 'stage',
      journey: outer.name,
      when: this.reading.text(node.when) ?? set.text('when'),
      clauses: [...own, ...set.given()],
    }
    this.read.push(stage)
    this.reading.settleRefs(stage)
    restore()
    return stage
  }

  private base(
    node: ElementNode,
    kind: ElementKind,
    outer: Outer | undefined,
    parts: Parts,
    clauses: readonly GivenClause[],
    valueFaults: readonly Fault[],
  ): ElementBase {
    const { reading } = this
    const extent = reading.placeOf(node)
    const title = reading.text(node.title)
    const keyword = reading.placeIn(node, 'kind')
    const name = composed(node.name ?? '')
    if (!name && !isNameless(kind)) this.missingName(node, kind, keyword, title?.place)
    if (kind === 'actuals' && !node.of)
      reading.fault(
        'plan/syntax',
        keyword,
        t('Expected the name of a measure or metric behind `actuals`. Write for example `actuals email_churn { 2027-01 0.776% }`.'),
      )
    if (kind === 'send' && node.date === undefined)
      reading.fault('plan/syntax', keyword, t('Expected a date behind `send`. Write for example `send 2027-03-09 "Spring 1" to loyal`.'))
    const place = node.name ? reading.placeIn(node, 'name') : node.of ? reading.placeOf(node.of) : (title?.place ?? keyword)
    const own =
      name || (node.of?.target?.$refText ? `actuals ${node.of.target.$refText}` : `${kind} ${node.date ?? title?.text ?? ''}`.trim())
    return {
      kind,
      name,
      place,
      extent,
      title,
      path: [...(outer?.path ?? []), own],
      documentation: this.documentation(extent.start),
      ...this.common(parts.clauses),
      clauses,
      valueFaults,
    }
  }

  private missingName(node: ElementNode, kind: ElementKind, keyword: Place, title: Place | undefined): void {
    const [, next] = /^[ \t]+([^\s{}"]+)/.exec(this.reading.source.slice(keyword.end, keyword.end + 60)) ?? []
    const found = title ? t('found a text') : next ? t('found `{next}`', { next }) : t('found none')
    const example = vocabulary[kind].example
    this.reading.fault(
      'plan/syntax',
      title ?? keyword,
      t('Expected a name after `{kind}`, {found}. {Kind} starts with its name: `{example}`.', {
        kind,
        found,
        Kind: capitalised(aKind(kind)),
        example,
      }),
      {
        fixes: node.title
          ? [
              {
                title: t('Insert a name'),
                isSafe: false,
                changes: [{ type: 'append', place: keyword, text: ` ${nameFrom(node.title.value)}` }],
              },
            ]
          : [],
      },
    )
  }

  private common(clauses: readonly Clause[]) {
    const { reading } = this
    const notes: PlanText[] = []
    const links: PlanText[] = []
    const tags: Word[] = []
    const ignores: Ignore[] = []
    for (const clause of clauses) {
      if (clause.$type === 'TextClause') {
        const list = clause.keyword === 'note' ? notes : clause.keyword === 'link' ? links : undefined
        const text = list && reading.text(clause.text)
        if (text) list.push(text)
      } else if (clause.$type === 'IgnoreClause') {
        const code = reading.text(clause.code)
        if (code) ignores.push({ ...this.ignoreDetails(clause), code })
      } else if (clause.$type === 'TagClause' && clause.tag) {
        const tag = { word: clause.tag.slice(1), place: reading.placeOf(clause) }
        reading.words.push({ ...tag, role: 'tag' })
        tags.push(tag)
      }
    }
    return { notes, links, tags, ignores }
  }

  private ignoreDetails(clause: IgnoreClause) {
    const { reading } = this
    return {
      because: reading.text(clause.because),
      until: readDate(reading, clause.until, reading.placeIn(clause, 'until')),
      place: reading.placeOf(clause),
    }
  }

  /** The `/** … *​/` comment directly in front. */
  private documentation(start: number): string | undefined {
    const { source } = this.reading
    const found = documentationBefore(source, start)
    return (
      found &&
      source
        .slice(found.start + 3, found.end - 2)
        .split(/\r?\n/)
        .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
        .join('\n')
        .trim()
    )
  }

  private misplacedItems({ items }: Parts, { name, kind }: ElementBase): void {
    for (const item of items.filter((one) => one.title))
      this.reading.fault(
        'plan/syntax',
        this.reading.placeOf(item),
        t('Only a task has a checklist, and `{name}` is {kind}.', { name, kind: aKind(kind) }),
      )
  }
}

/** A name made from a title: `"Keep the list"` gives `keep_the_list`. */
function nameFrom(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const name = words.slice(0, 4).join('_')
  return /^\p{L}/u.test(name) ? name : `n_${name}`
}
