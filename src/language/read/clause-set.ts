import { t } from '@vscode/l10n'
import type { AstNode } from 'langium'
import type { Cadence, ElementKind, GivenClause, Level, RelativeDate, SitedDate } from '../../plan/elements/elements.js'
import type { Ref as PlanRef } from '../../plan/elements/ref.js'
import type { FreeWord } from '../../plan/elements/source.js'
import type { Grain, Measurement, Span } from '../../plan/quantity/quantity.js'
import type { Place, Text as PlanText, Sited, Word } from '../../plan/text/place.js'
import type { Clause, Value } from '../generated/ast.js'
import { amountOf, clauseOf, neededClause } from '../table/vocabulary.js'
import type { Expected } from './amounts.js'
import { firstNameOf, keywordOf } from './clause-words.js'
import type { Maybe, Reading } from './reading.js'
import { readCadence, readChoice, readDate, readGrain, readSpan, readValue } from './values.js'

type ClauseType = Clause['$type']
type ClauseNode<T extends ClauseType> = Extract<Clause, { $type: T }>

const textTypes = ['TextClause', 'OneOrTextClause', 'SpecificClause', 'FileClause', 'TableClause'] as const

function isOfText(node: Clause): node is ClauseNode<(typeof textTypes)[number]> {
  return (textTypes as readonly string[]).includes(node.$type)
}

/** The clauses of one element that it may have, by their words, with typed access. */
export class ClauseSet {
  private readonly byKeyword = new Map<string, Clause[]>()
  private readonly unreadable = new Set<Clause>()

  constructor(
    readonly reading: Reading,
    readonly kind: ElementKind,
    readonly nodes: readonly Clause[],
    private readonly swallowed: readonly GivenClause[],
    private readonly broken: ReadonlySet<Clause> = new Set(),
  ) {
    for (const node of nodes) {
      const keyword = keywordOf(node)
      const known = this.byKeyword.get(keyword)
      if (known) known.push(node)
      else this.byKeyword.set(keyword, [node])
    }
  }

  /** All clauses in the order of the text; call after everything has been read. */
  given(): readonly GivenClause[] {
    const read = this.nodes.map((node) => ({
      keyword: keywordOf(node),
      firstName: firstNameOf(node),
      readable: !this.unreadable.has(node) && !this.broken.has(node),
      place: this.reading.placeOf(node),
    }))
    return this.swallowed.length === 0 ? read : [...read, ...this.swallowed]
  }

  takes(keyword: string) {
    return clauseOf(this.kind, keyword)?.takes
  }

  /** The first clause of a word, if it is of the wished type. */
  one<T extends ClauseType>(keyword: string, type: T): ClauseNode<T> | undefined {
    const node = this.byKeyword.get(keyword)?.[0]
    return node?.$type === type ? (node as ClauseNode<T>) : undefined // narrowed by the tag
  }

  all<T extends ClauseType>(keyword: string, type: T): ClauseNode<T>[] {
    return this.byKeyword.get(keyword)?.filter((node): node is ClauseNode<T> => node.$type === type) ?? []
  }

  has(keyword: string): boolean {
    return this.byKeyword.has(keyword)
  }

  /** Marks the clause as unreadable when what was read from it is undefined. */
  keep<T>(node: Clause, value: T | undefined): T | undefined {
    if (value === undefined) this.unreadable.add(node)
    return value
  }

  place(node: AstNode): Place {
    return this.reading.placeOf(node)
  }

  flag(keyword: string): Sited | undefined {
    const node = this.one(keyword, 'FlagClause')
    return node && { place: this.place(node) }
  }

  text(keyword: string): PlanText | undefined {
    return this.texts(keyword)[0]
  }

  texts(keyword: string): PlanText[] {
    const nodes = (this.byKeyword.get(keyword) ?? []).filter(isOfText)
    return nodes.flatMap((node) => {
      if (node.$type !== 'OneOrTextClause' && node.$type !== 'SpecificClause' && !node.text) this.withoutText(node, keyword)
      return this.keep(node, this.reading.text(node.text)) ?? []
    })
  }

  private withoutText(node: Clause, keyword: string): void {
    const usage = clauseOf(this.kind, keyword)?.usage ?? `${keyword} "…"`
    this.reading.fault(
      'plan/syntax',
      this.place(node),
      t('`{keyword}` is not finished: a text is missing. Write for example `{usage}`.', { keyword, usage }),
    )
  }

  /** The names of a list clause. */
  refs(keyword: string): PlanRef[] {
    const node = this.byKeyword.get(keyword)?.find((one) => one.$type === 'RefsClause' || one.$type === 'OneOrTextClause')
    if (!node) return []
    const refs = this.reading.allRefs(node.refs, keyword, this.takes(keyword))
    if (refs.length === 0) {
      this.unreadable.add(node)
      if (node.$type === 'OneOrTextClause' && node.text) this.misfit(node, keyword)
    }
    return refs
  }

  /** A clause that takes one name only. */
  ref(keyword: string): PlanRef | undefined {
    const refs = this.refs(keyword)
    const second = refs[1]
    if (second) {
      this.reading.fault(
        'plan/syntax',
        second.place,
        t('`{clause}` takes one name, and `{second}` is a second one. Keep one of them.', { clause: keyword, second: second.name }),
      )
    }
    return refs[0]
  }

  /** Reports a clause in the form that it has in another kind of element. */
  wrongForm(node: Clause, keyword: string): undefined {
    this.misfit(node, keyword)
    this.unreadable.add(node)
  }

  /** The one name of a clause that takes an amount in other elements. */
  nameOf(node: ClauseNode<'WithinClause'>, keyword: string): PlanRef | undefined {
    if (node.value) this.misfit(node, keyword)
    return this.keep(node, this.reading.ref(node.ref, keyword, this.takes(keyword)))
  }

  private misfit(node: Clause, keyword: string): void {
    const usage = clauseOf(this.kind, keyword)?.usage ?? keyword
    this.reading.fault(
      'plan/syntax',
      this.place(node),
      t('`{clause}` takes something else here, for example `{usage}`.', { clause: keyword, usage }),
    )
  }

  words(keyword: string, role?: FreeWord['role']): Word[] {
    const node = this.one(keyword, 'WordsClause')
    return node ? node.words.flatMap((word) => this.reading.word(word, role) ?? []) : []
  }

  word(keyword: string, role?: FreeWord['role']): Word | undefined {
    return this.words(keyword, role)[0]
  }

  level(keyword: string): (Sited & { level: Level }) | undefined {
    const word = this.word(keyword)
    const node = this.one(keyword, 'WordsClause')
    if (!word || !node) return undefined
    const level = this.keep(node, readChoice(this.reading, word.word, word.place, keyword, ['low', 'medium', 'high']))
    return level && { level, place: this.place(node) }
  }

  date(keyword: string): SitedDate | undefined {
    const node = this.one(keyword, 'DateClause')
    if (node?.relative) {
      if (!this.takes(keyword)) this.withoutDate(node, keyword)
      return undefined
    }
    return node && this.keep(node, readDate(this.reading, node.date, this.reading.placeIn(node, 'date')))
  }

  /** `8w before launch` in place of a date. */
  relativeDate(keyword: string): RelativeDate | undefined {
    const node = this.one(keyword, 'DateClause')
    const relative = node?.relative
    if (!node || !relative || !this.takes(keyword)) return undefined
    const distance = this.value(relative.distance, keyword)
    const name = relative.anchor?.target?.$refText
    const anchor = name === 'start' || name === 'end' ? name : this.reading.ref(relative.anchor, keyword, this.takes(keyword))
    if (!distance || !anchor || !relative.side) return this.keep(node, undefined)
    return { distance, side: relative.side, anchor, place: this.place(relative) }
  }

  private withoutDate(node: Clause, keyword: string): void {
    this.unreadable.add(node)
    const usage = clauseOf(this.kind, keyword)?.usage ?? `${keyword} 2027-03-31`
    this.reading.fault('plan/syntax', this.place(node), t('`{keyword}` takes a date, for example `{usage}`.', { keyword, usage }))
  }

  /** Every span of every clause of the word. */
  spans(keyword: string, mustGrow = false): Span[] {
    return this.all(keyword, 'SpansClause').flatMap((node) =>
      (node.spans ?? []).flatMap((span) => this.keep(node, readSpan(this.reading, span, mustGrow)) ?? []),
    )
  }

  span(keyword: string, mustGrow = false): Span | undefined {
    return this.spans(keyword, mustGrow)[0]
  }

  /** `in PERIOD` or `on DATE`. */
  window(): Span | undefined {
    const inside = this.one('in', 'InClause')
    if (inside) {
      if (inside.span) return this.keep(inside, readSpan(this.reading, inside.span))
      this.keep(inside, undefined)
      this.misfit(inside, 'in')
      return undefined
    }
    const day = this.date('on')
    return day && { start: day.date, end: day.date, grain: 'day', text: day.date, place: day.place }
  }

  measurement(keyword: string): Measurement | undefined {
    const node = (this.byKeyword.get(keyword) ?? []).find(
      (one) => one.$type === 'ValueClause' || one.$type === 'WithinClause' || one.$type === 'IsClause',
    )
    if (node?.$type === 'WithinClause' && node.ref) this.misfit(node, keyword)
    return node && this.keep(node, this.value(node.value, keyword))
  }

  /** A value of the clause of a word; `behind` names the word in front of it where the clause takes several kinds of amounts. */
  value(node: Maybe<Value>, keyword: string, behind?: string): Measurement | undefined {
    return node && readValue(this.reading, node, this.expected(keyword, behind))
  }

  private expected(keyword: string, behind?: string): Expected {
    const clause = clauseOf(this.kind, keyword) ?? neededClause('task', keyword) // a milestone's hours are read to say that it has none
    const amount = amountOf(clause, behind)
    if (amount === undefined) throw new Error(`The language table names no amount of \`${keyword}\` of ${this.kind}.`)
    return { amount, clause }
  }

  /** `works 24h per week`: the amount, and per what. */
  work(keyword: string): { readonly value: Measurement | undefined; readonly per: Grain | undefined } | undefined {
    const node = this.one(keyword, 'ValueClause')
    if (!node) return undefined
    const grain = readGrain(this.reading, node.grain, this.reading.placeIn(node, 'grain'))
    const per = grain && { grain, whole: this.place(node) }
    const value = this.keep(node, readValue(this.reading, node.value, { ...this.expected(keyword), per }))
    return { value, per: grain }
  }

  /** `VALUE [per GRAIN]`. */
  rated(keyword: string): (Sited & { value: Measurement; per: Grain | undefined }) | undefined {
    const node = (this.byKeyword.get(keyword) ?? []).find(
      (one) => one.$type === 'RateClause' || one.$type === 'AtClause' || one.$type === 'CostsClause',
    )
    if (!node) return undefined
    const value = this.keep(node, this.value(node.value, keyword))
    return value && { value, per: readGrain(this.reading, node.grain, this.reading.placeIn(node, 'grain')), place: this.place(node) }
  }

  per(): (Sited & { grain: Grain }) | undefined {
    const node = this.one('per', 'PerClause')
    const grain = node && this.keep(node, readGrain(this.reading, node.grain, this.reading.placeIn(node, 'grain')))
    return node && grain && { grain, place: this.place(node) }
  }

  cadence(keyword: string): Cadence | undefined {
    const node = this.one(keyword, 'CadenceClause')
    return node && this.keep(node, readCadence(this.reading, node.cadence))
  }

  because(keyword: string): (Sited & { because: PlanText | undefined }) | undefined {
    const node = this.one(keyword, 'BecauseClause')
    return node && { because: this.reading.text(node.because), place: this.place(node) }
  }

  /** What a clause that ends in nothing is called in a fault. */
  missing(node: Clause, value: Maybe<unknown>): void {
    if (value === undefined) this.unreadable.add(node)
  }
}
