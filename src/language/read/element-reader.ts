import { t } from '@vscode/l10n'
import { suggestions } from '../../plan/distance.js'
import type {
  BudgetLine,
  ElementBase,
  ElementKind,
  GivenClause,
  Ignore,
  JourneyStage,
  PlanElement,
  Score,
  Send,
} from '../../plan/elements.js'
import type { Place } from '../../plan/place.js'
import type { Clause, ElementNode, StageClause } from '../generated/ast.js'
import { aKind, clauseKeywords, clauseOf, holds, insideOf, kindsWith, kindWord, vocabulary } from '../vocabulary.js'
import { ClauseSet } from './clause-set.js'
import { keywordOf } from './clause-words.js'
import { readActuals, readBenchmark, readMeasure, readMetric, readSource } from './element-numbers.js'
import * as others from './element-others.js'
import { readGoal, readMilestone, readPhase, readTask } from './element-work.js'
import type { Reading } from './reading.js'
import { namesIn, swallowedBy } from './unknown-clauses.js'
import { readDate, readValue } from './values.js'

const commonKeywords: ReadonlySet<string> = new Set(['note', 'link', '#', 'ignore'])

interface Parts {
  readonly clauses: Clause[]
  readonly children: ElementNode[]
  readonly stages: StageClause[]
  readonly items: ElementNode[]
}

/** Hours and a start are read in a milestone as well: `schedule/milestone-with-effort` says why they do not belong there. */
function isOfWork(clause: Clause, keyword: string): boolean {
  return clause.$type === 'ActorClause' ? clause.actor?.hours !== undefined : keyword === 'effort' || keyword === 'start'
}

/** The element around the one that is being read. */
interface Outer {
  readonly kind: ElementKind
  readonly name: string
  readonly path: readonly string[]
}

/** Turns the elements of a syntax tree into elements of the plan, with nested ones in order of the text. */
export class ElementReader {
  readonly read: PlanElement[] = []

  constructor(private readonly reading: Reading) {}

  /** Reads an element with all that it holds; returns undefined for a `score`, which is no element of the plan. */
  element(node: ElementNode, outer: Outer | undefined): PlanElement | undefined {
    const kind = node.kind as ElementKind
    const restore = this.reading.setAsideRefs()
    const parts = this.collect(node, kind)
    const index = this.read.length
    const base = this.base(node, kind, outer, parts)
    const inner: Outer = { kind, name: base.name, path: base.path }
    const set = new ClauseSet(this.reading, kind, this.allowed(kind, base, parts.clauses), swallowedBy(this.reading, parts.clauses))
    const children = this.children(parts, inner)
    const element = this.build(node, kind, base, set, parts, children, outer)
    const full = { ...element, clauses: set.given() }
    this.read.splice(index, 0, full)
    this.reading.settleRefs(full)
    restore()
    return full
  }

  private children(parts: Parts, inner: Outer) {
    const scores: Score[] = []
    const elements: PlanElement[] = []
    let isBraceMissing = false
    const readChild = (child: ElementNode) => {
      const kind = child.kind as ElementKind
      if (!holds(inner.kind, kind) && !isBraceMissing) {
        this.misplaced(child, inner)
        isBraceMissing = insideOf[kind] === undefined // one missing brace misplaces all that follows
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
    const belongs = insideOf[child.kind as ElementKind]
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
    const amount = node.clauses.find((clause) => clause.$type === 'AmountClause')
    return [{ text, points: readValue(this.reading, amount?.first), place }]
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
      documentation: this.documentation(node.$cstNode?.offset ?? 0),
      clauses: [],
    }
    const set = new ClauseSet(this.reading, 'stage', this.allowed('stage', base, common), [])
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

  private base(node: ElementNode, kind: ElementKind, outer: Outer | undefined, parts: Parts): ElementBase {
    const { reading } = this
    const extent = reading.placeOf(node)
    const title = reading.text(node.title)
    const keyword = reading.placeIn(node, 'kind')
    const name = node.name ?? ''
    const isNameless = kind === 'actuals' || kind === 'send' || kind === 'score'
    if (!name && !isNameless) this.missingName(node, kind, keyword, title?.place)
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
      clauses: [],
    }
  }

  private looseText(item: ElementNode): void {
    const place = this.reading.placeOf(item)
    this.reading.fault(
      'plan/syntax',
      place,
      t(
        'This text belongs to no clause. Write the clause in front of it, for example `note "…"`, or a check mark such as `[ ]` for a checklist.',
      ),
    )
  }

  private missingName(node: ElementNode, kind: ElementKind, keyword: Place, title: Place | undefined): void {
    const found = title ? t('found a text') : t('found none')
    const example = vocabulary[kind as keyof typeof vocabulary].example
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
    const notes = clauses.filter((clause) => clause.$type === 'TextClause')
    const ignores = clauses.flatMap((clause): Ignore[] => {
      if (clause.$type !== 'IgnoreClause') return []
      const code = reading.text(clause.code)
      if (!code) return []
      return [
        {
          code,
          because: reading.text(clause.because),
          until: readDate(reading, clause.until, reading.placeIn(clause, 'until')),
          place: reading.placeOf(clause),
        },
      ]
    })
    return {
      notes: notes.filter((clause) => clause.keyword === 'note').flatMap((clause) => reading.text(clause.text) ?? []),
      links: notes.filter((clause) => clause.keyword === 'link').flatMap((clause) => reading.text(clause.text) ?? []),
      tags: clauses.flatMap((clause) => {
        if (clause.$type !== 'TagClause' || !clause.tag) return []
        const tag = { word: clause.tag.slice(1), place: reading.placeOf(clause) }
        reading.words.push({ ...tag, role: 'tag' })
        return [tag]
      }),
      ignores,
    }
  }

  /** The `/** … *​/` comment directly in front. */
  private documentation(start: number): string | undefined {
    const { source } = this.reading
    let end = start
    while (end > 0 && /\s/.test(source[end - 1] ?? '')) end--
    if (source.slice(end - 2, end) !== '*/') return undefined
    const open = source.lastIndexOf('/*', end - 3)
    if (open < 0 || source[open + 2] !== '*') return undefined
    const lines = source.slice(open + 3, end - 2).split(/\r?\n/)
    return lines
      .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
      .join('\n')
      .trim()
  }

  /** The clauses and nested elements of an element, each with the one that it belongs to. */
  private collect(node: ElementNode, kind: ElementKind): Parts {
    const parts: Parts = { clauses: [], children: [], stages: [], items: [] }
    const addClause = (clause: Clause) => {
      if (clause.$type === 'StageClause' && (kind === 'journey' || clauseOf(kind, 'stage') === undefined)) {
        if (kind === 'journey') {
          parts.stages.push(clause)
          return
        }
      }
      parts.clauses.push(clause)
      if (clause.$type === 'StageClause') parts.clauses.push(...clause.common)
    }
    for (const clause of node.clauses) addClause(clause)
    for (const entry of bodyOf(node)?.parts ?? []) {
      if (entry.$type === 'ElementNode' && isItem(entry)) parts.items.push(entry)
      else if (entry.$type === 'ElementNode') {
        parts.children.push(entry)
        for (const clause of liftedFrom(entry, kind)) addClause(clause)
      } else addClause(entry)
    }
    return parts
  }

  /** Reports clauses that the kind does not have or has already; the others remain. */
  private allowed(kind: ElementKind, base: ElementBase, clauses: readonly Clause[]): Clause[] {
    const seen = new Map<string, Clause>()
    return clauses.filter((clause) => {
      const keyword = keywordOf(clause)
      if (clause.$type === 'UnknownClause') {
        this.unknownClause(kind, base, clause)
        return false
      }
      const known = clauseOf(kind, keyword)
      if (!known) {
        if (kind === 'milestone' && isOfWork(clause, keyword)) return true
        this.notAllowed(kind, base, clause, keyword)
        return false
      }
      const first = seen.get(keyword)
      if (first && !known.isMany) {
        this.duplicate(base, clause, first, keyword)
        return false
      }
      seen.set(keyword, clause)
      return true
    })
  }

  private unknownClause(kind: ElementKind, base: ElementBase, clause: Extract<Clause, { $type: 'UnknownClause' }>): void {
    const { word } = clause
    const place = this.reading.placeIn(clause, 'word')
    const own = [
      ...vocabulary[kind as keyof typeof vocabulary].clauses.map((one) => one.keyword),
      ...vocabulary[kind as keyof typeof vocabulary].holds,
    ]
    if (clause.body) this.reading.unread.push(...namesIn(clause))
    const near = [...suggestions(word, own), ...suggestions(word, clauseKeywords)]
      .filter((one, index, all) => all.indexOf(one) === index)
      .slice(0, 2)
    const message =
      near.length > 0
        ? t('`{word}` is not a clause. Did you mean {near}?', { word, near: near.map((one) => `\`${one}\``).join(t(' or ')) })
        : t('`{word}` is not a clause. {Kind} can have: {clauses}.', { word, Kind: capitalised(aKind(kind)), clauses: listedClauses(kind) })
    this.reading.fault('plan/unknown-clause', place, message, {
      fixes: near.map((one) => ({
        title: t('Use `{near}`', { near: one }),
        isSafe: false,
        changes: [{ type: 'replace' as const, place, text: one }],
      })),
    })
  }

  private notAllowed(kind: ElementKind, base: ElementBase, clause: Clause, keyword: string): void {
    const { reading } = this
    const homes = kindsWith(keyword)
    const place = reading.placeOf(clause)
    const message =
      homes.length === 1 && homes[0] && base.name
        ? t('`{keyword}` belongs to {home}, and `{name}` is {kind}. Move the line to the {homeWord} that it is meant for.', {
            keyword,
            home: aKind(homes[0]),
            name: base.name,
            kind: aKind(kind),
            homeWord: kindWord(homes[0]),
          })
        : t('{Kind} has no `{keyword}`. It can have: {clauses}.', { Kind: capitalised(aKind(kind)), keyword, clauses: listedClauses(kind) })
    reading.fault('plan/clause-not-allowed', place, message, {
      fixes: [{ title: t('Remove `{keyword}`', { keyword }), isSafe: false, changes: [{ type: 'remove', place }] }],
    })
  }

  private duplicate(base: ElementBase, clause: Clause, first: Clause, keyword: string): void {
    const { reading } = this
    const place = reading.placeOf(clause)
    const [a, b] = [this.shown(first, keyword), this.shown(clause, keyword)]
    const details = { keyword, name: base.name || base.path.at(-1) || '', a, b }
    const message =
      a && b && a !== b
        ? t('`{keyword}` is given twice for `{name}`: `{a}` and `{b}`. An element has it once. Keep one.', details)
        : t('`{keyword}` is given twice for `{name}`. An element has it once. Keep one.', details)
    reading.fault('plan/duplicate-clause', place, message, {
      related: [{ place: reading.placeOf(first), message: t('The first `{keyword}`.', { keyword }) }],
      fixes: [{ title: t('Remove this one'), isSafe: a === b, changes: [{ type: 'remove', place }] }],
    })
  }

  /** What stands behind the keyword, when it is short enough to be quoted. */
  private shown(clause: Clause, keyword: string): string {
    const place = this.reading.placeOf(clause)
    const text = this.reading.source.slice(place.start, place.end)
    const behind = text.startsWith(keyword) ? text.slice(keyword.length).trim() : text
    return behind.length <= 40 && !behind.includes('\n') ? behind : ''
  }

  private build(
    node: ElementNode,
    kind: ElementKind,
    base: ElementBase,
    set: ClauseSet,
    parts: Parts,
    children: { scores: readonly Score[]; elements: readonly PlanElement[] },
    outer: Outer | undefined,
  ): PlanElement {
    const phase = outer?.kind === 'phase' ? outer.name : undefined
    const ofKind = <K extends PlanElement['kind']>(wanted: K) =>
      children.elements.filter((child): child is Extract<PlanElement, { kind: K }> => child.kind === wanted)
    if (kind !== 'task')
      for (const item of parts.items.filter((one) => one.title))
        this.reading.fault(
          'plan/syntax',
          this.reading.placeOf(item),
          t('Only a task has a checklist, and `{name}` is {kind}.', { name: base.name, kind: aKind(kind) }),
        )
    switch (kind) {
      case 'strategy':
        return others.readStrategy(base, set)
      case 'objective':
        return others.readObjective(base, set)
      case 'person':
        return others.readPerson(base, set)
      case 'role':
        return others.readRole(base, set)
      case 'team':
        return others.readTeam(base, set)
      case 'stakeholder':
        return others.readStakeholder(base, set)
      case 'source':
        return readSource(base, set)
      case 'measure':
        return readMeasure(base, set)
      case 'metric':
        return readMetric(base, set)
      case 'benchmark':
        return readBenchmark(base, set)
      case 'actuals':
        return readActuals(base, set, node)
      case 'goal':
        return readGoal(base, set)
      case 'phase':
        return readPhase(
          base,
          children.elements.map((child) => child.name).filter((name) => name !== ''),
        )
      case 'task':
        return readTask(base, set, node, phase, parts.items)
      case 'milestone':
        return readMilestone(base, set, node, phase)
      case 'communication':
        return others.readCommunication(base, set)
      case 'sla':
        return others.readSla(base, set)
      case 'report':
        return others.readReport(base, set)
      case 'channel':
        return others.readChannel(base, set)
      case 'campaign':
        return others.readCampaign(base, set, ofKind('send') satisfies readonly Send[])
      case 'send':
        return others.readSend(base, set, node)
      case 'segment':
        return others.readSegment(base, set)
      case 'tool':
        return others.readTool(base, set)
      case 'budget':
        return others.readBudget(base, set, ofKind('line') satisfies readonly BudgetLine[])
      case 'line':
        return others.readLine(base, set, outer?.kind === 'budget' ? outer.name : '')
      case 'problem':
        return others.readProblem(base, set)
      case 'risk':
        return others.readRisk(base, set)
      case 'assumption':
        return others.readAssumption(base, set)
      case 'review':
        return others.readReview(base, set)
      case 'journey':
        return others.readJourney(base, ofKind('stage'))
      case 'workflow':
        return others.readWorkflow(base, set)
      case 'scoring':
        return others.readScoring(base, set, children.scores)
      default:
        throw new Error(`No reader for ${kind}.`)
    }
  }
}

/** The element's braces, also when a misspelled clause stands in front of them. */
function bodyOf(node: ElementNode): ElementNode['body'] {
  return node.body ?? node.clauses.flatMap((clause) => (clause.$type === 'UnknownClause' ? (clause.body ?? []) : [])).at(-1)
}

/** A line of a checklist has a text and no kind; one whose mark is missing reads as an item too, and is reported. */
export function isItem(node: ElementNode): boolean {
  return (node.kind as string | undefined) === undefined
}

/**
 * The clauses behind a nested element without braces that belong to the element around it: those that only the outer one has, and those
 * that both have when they begin a new line.
 */
function liftedFrom(child: ElementNode, outer: ElementKind): Clause[] {
  const kind = child.kind as ElementKind
  if (child.body || insideOf[kind] === undefined) return []
  let line = (child.title ?? child).$cstNode?.range.start.line ?? 0
  const lifted = child.clauses.filter((clause) => {
    const keyword = keywordOf(clause)
    const start = clause.$cstNode?.range.start.line ?? line
    const isNewLine = start > line
    line = clause.$cstNode?.range.end.line ?? line
    if (clauseOf(outer, keyword) === undefined) return false
    return clauseOf(kind, keyword) === undefined || isNewLine
  })
  if (lifted.length > 0) child.clauses = child.clauses.filter((clause) => !lifted.includes(clause))
  return lifted
}

function listedClauses(kind: ElementKind): string {
  const own = vocabulary[kind as keyof typeof vocabulary].clauses
    .map((one) => one.keyword)
    .filter((keyword) => !commonKeywords.has(keyword))
  return (own.length > 0 ? own : [...commonKeywords]).join(', ')
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A name made from a title: `"Keep the list"` gives `keep_the_list`. */
export function nameFrom(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const name = words.slice(0, 4).join('_')
  return /^\p{L}/u.test(name) ? name : `n_${name}`
}
