import { t } from '@vscode/l10n'
import type { AstNode } from 'langium'
import type { PlanElement } from '../../plan/elements/elements.js'
import type { Fault } from '../../plan/elements/fault.js'
import type { Fix, Related } from '../../plan/elements/finding.js'
import type { Ref as PlanRef } from '../../plan/elements/ref.js'
import type { FreeWord, RefUse } from '../../plan/elements/source.js'
import { composed } from '../../plan/text/look-alike.js'
import type { Place, Text as PlanText, Word } from '../../plan/text/place.js'
import type { FreeWord as FreeWordNode, Ref, Text } from '../generated/ast.js'
import type { Sited } from '../parse/sites.js'
import type { Takes } from '../table/references.js'

/** A node of a text that could not be read to its end: any property may be missing. */
export type Maybe<T> = T | undefined

/** Of one stretch of text so many faults are told; whoever has mended them is told the next. */
const mostFaults = 20_000
/** Of a stretch that the recovering parser reads, whose faults cost more. */
export const mostWhereBroken = 1_000

/** What is gathered while one file is read. */
export class Reading {
  readonly faults: Fault[] = []
  readonly refs: RefUse[] = []
  readonly texts: PlanText[] = []
  readonly words: FreeWord[] = []
  readonly unread: Word[] = []
  /** Every place that was made. */
  readonly places: Place[] = []
  private pending: Omit<RefUse, 'element'>[] = []
  private valueFaults: Fault[] = []

  constructor(
    readonly path: string,
    readonly source: string,
    private readonly most = mostFaults,
  ) {}

  place(start: number, end: number): Place {
    const place: Place = { file: this.path, start, end }
    this.places.push(place)
    return place
  }

  placeOf(node: AstNode): Place {
    const { $first: first, $last: last } = node as AstNode & Sited
    return first && last ? this.place(first.startOffset, (last.endOffset ?? last.startOffset) + 1) : this.place(0, 0)
  }

  /** The place of one property of a node, else of the whole node. */
  placeIn(node: AstNode, property: string): Place {
    const token = (node as AstNode & Sited)[`@${property}`]
    return token ? this.place(token.startOffset, (token.endOffset ?? token.startOffset) + 1) : this.placeOf(node)
  }

  fault(code: string, place: Place, message: string, more: { related?: readonly Related[]; fixes?: readonly Fix[] } = {}): void {
    if (this.isFull) return
    if (this.faults.length < this.most) {
      this.faults.push({ code, place, message, related: more.related ?? [], fixes: more.fixes ?? [] })
      return
    }
    const text = t('There are more than {most} faults here, and no others are told. Mend these first.', { most: this.most })
    this.faults.push({ code: 'plan/syntax', place, message: text, related: [], fixes: [] })
  }

  /** True when no further faults are told. */
  get isFull(): boolean {
    return this.faults.length > this.most
  }

  /** A fault of a value, for the element that is being read: the rule of the code reports it with that element. */
  valueFault(code: string, place: Place, message: string, fixes: readonly Fix[]): void {
    this.valueFaults.push({ code, place, message, related: [], fixes })
  }

  /** A name, registered for the element that is being read, with the kinds that fit. */
  ref(node: Maybe<Ref>, clause: string, takes: Takes | undefined): PlanRef | undefined {
    const name = node?.target?.$refText
    if (!node || !name) return undefined
    return this.named(name, this.placeOf(node), clause, takes)
  }

  named(written: string, place: Place, clause: string, takes: Takes | undefined): PlanRef {
    const ref: PlanRef = { name: composed(written), place }
    if (takes) this.pending.push({ ref, clause, expects: takes.kinds, expected: takes.words })
    return ref
  }

  allRefs(nodes: Maybe<readonly Ref[]>, clause: string, takes: Takes | undefined): PlanRef[] {
    return (nodes ?? []).flatMap((node) => this.ref(node, clause, takes) ?? [])
  }

  /** Gives the names gathered since the last call to the element that they stand in. */
  settleRefs(element: PlanElement): void {
    for (const use of this.pending) this.refs.push({ ...use, element })
    this.pending = []
  }

  /** The faults of values since the last call. */
  takeValueFaults(): readonly Fault[] {
    const taken = this.valueFaults
    this.valueFaults = []
    return taken
  }

  /** The names gathered so far, set aside while a nested element is read. */
  setAsideRefs(): () => void {
    const { pending, valueFaults } = this
    this.pending = []
    this.valueFaults = []
    return () => {
      this.pending = pending
      this.valueFaults = valueFaults
    }
  }

  text(node: Maybe<Text>): PlanText | undefined {
    const raw = node?.value
    if (!node || raw === undefined) return undefined
    const place = this.placeOf(node)
    const text: PlanText = { text: this.plainText(raw, place), place }
    this.texts.push(text)
    return text
  }

  private plainText(raw: string, place: Place): string {
    if (raw.startsWith('"""')) return withoutIndentation(raw.slice(3, -3))
    if (!raw.startsWith('"')) {
      const inner = raw.slice(1, -1)
      this.fault(
        'plan/typographic-character',
        place,
        t('The text stands in typographic quotes. Plans use plain ones, so that they can be typed and searched. Write `"…"`.'),
        {
          fixes: [
            {
              title: t('Use plain quotes'),
              isSafe: true,
              changes: [{ type: 'replace', place, text: `"${inner.replaceAll('"', '\\"')}"` }],
            },
          ],
        },
      )
      return inner
    }
    if (isClosed(raw)) return unescaped(raw.slice(1, -1))
    const end = raw.trimEnd()
    this.fault(
      'plan/syntax',
      this.place(place.start, place.start + end.length),
      t('The text has no end: a `"` is missing on this line. Close it, or use `"""` for a text of several lines.'),
      {
        fixes: [{ title: t('Insert `"`'), isSafe: false, changes: [{ type: 'replace', place, text: `${end.replace(/\\$/, '')}"` }] }],
      },
    )
    return unescaped(end.slice(1))
  }

  word(node: Maybe<FreeWordNode>, role?: FreeWord['role']): Word | undefined {
    const value = node?.value
    if (!node || !value) return undefined
    const word: Word = { word: value, place: this.placeOf(node) }
    if (role) this.words.push({ ...word, role })
    return word
  }
}

/** True when the last character is a quote that no backslash escapes. */
function isClosed(raw: string): boolean {
  if (raw.length < 2 || !raw.endsWith('"')) return false
  let backslashes = 0
  while (raw[raw.length - 2 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 0
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}

/** Removes the indentation that all lines share, and the blank first and last line. */
function withoutIndentation(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  if (lines[0]?.trim() === '') lines.shift()
  if (lines.at(-1)?.trim() === '') lines.pop()
  const indentations = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const shared = indentations.length === 0 ? 0 : indentations.reduce((least, one) => Math.min(least, one))
  return lines.map((line) => line.slice(shared)).join('\n')
}
