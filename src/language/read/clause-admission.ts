import { t } from '@vscode/l10n'
import type { ElementBase, ElementKind } from '../../plan/elements/elements.js'
import type { Fix } from '../../plan/elements/finding.js'
import { aKind } from '../../plan/elements/kind-words.js'
import { suggestions } from '../../plan/text/distance.js'
import type { Place } from '../../plan/text/place.js'
import { choice } from '../../rules/wording/wording.js'
import type { Clause, UnknownClause } from '../generated/ast.js'
import { kindWord } from '../table/references.js'
import { clauseOf, kindsWith, vocabulary, wordsOf } from '../table/vocabulary.js'
import { keywordOf } from './clause-words.js'
import type { Reading } from './reading.js'
import { unreadNames } from './unknown-clauses.js'

/** The words with which the clauses of a kind begin. */
function wordsFor(kind: ElementKind): readonly string[] {
  return vocabulary[kind].clauses.flatMap(wordsOf)
}

/** Every word that begins a clause of some kind. */
const allWords = [...new Set(Object.values(vocabulary).flatMap(({ clauses }) => clauses.flatMap(wordsOf)))].filter((word) =>
  /^\p{L}/u.test(word),
)

/** Reports clauses that the kind does not have or has already; the others remain. */
export function admitted(reading: Reading, kind: ElementKind, base: ElementBase, clauses: readonly Clause[]): Clause[] {
  const seen = new Map<string, Clause>()
  return clauses.filter((clause) => {
    const keyword = keywordOf(clause)
    if (clause.$type === 'UnknownClause') {
      unknownClause(reading, kind, clause)
      return false
    }
    const known = clauseOf(kind, keyword)
    if (!known) {
      if (kind === 'milestone' && isOfWork(clause, keyword)) return true
      notAllowed(reading, kind, base, clause, keyword)
      return false
    }
    const first = seen.get(keyword)
    if (first && !known.isMany) {
      duplicate(reading, base, clause, first, keyword)
      return false
    }
    seen.set(keyword, clause)
    return true
  })
}

function unknownClause(reading: Reading, kind: ElementKind, clause: UnknownClause): void {
  const { word } = clause
  const place = reading.placeIn(clause, 'word')
  const own = [...wordsFor(kind).filter((one) => /^\p{L}/u.test(one)), ...vocabulary[kind].holds]
  if (clause.body) unreadNames(reading, clause)
  const near = [...suggestions(word, own), ...suggestions(word, allWords)]
    .filter((one, index, all) => all.indexOf(one) === index)
    .slice(0, 2)
  const message =
    near.length > 0
      ? t('`{word}` is not a clause. Did you mean {near}?', { word, near: near.map((one) => `\`${one}\``).join(t(' or ')) })
      : t('`{word}` is no clause of {kind}. If the line is a remark, write it as one: `note "…"`.', { word, kind: aKind(kind) })
  reading.fault('plan/unknown-clause', place, message, {
    fixes:
      near.length > 0 || clause.body
        ? near.map((one) => replacing(t('Use `{near}`', { near: one }), place, one))
        : [asRemark(reading, clause)],
  })
}

function replacing(title: string, place: Place, text: string): Fix {
  return { title, isSafe: false, changes: [{ type: 'replace', place, text }] }
}

/** Keeps a line that nobody understands as a remark. */
function asRemark(reading: Reading, clause: UnknownClause): Fix {
  const place = reading.placeOf(clause)
  const words = reading.source
    .slice(place.start, place.end)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\s*\n\s*/g, ' ')
  return replacing(t('Keep it as a remark'), place, `note "${words}"`)
}

function notAllowed(reading: Reading, kind: ElementKind, base: ElementBase, clause: Clause, keyword: string): void {
  const place = reading.placeOf(clause)
  if (signBetween(reading, clause)) return
  const homes = kindsWith(keyword)
  if (clause.$type === 'AmountClause' || clause.$type === 'RowClause') {
    const value = reading.source.slice(place.start, place.end)
    const message = t('`{value}` belongs to no clause. A clause is a word with what belongs to it, for example `{usage}`.', {
      value,
      usage: vocabulary[kind].clauses[0]?.usage ?? 'note "…"',
    })
    reading.fault('plan/clause-not-allowed', place, message, {
      fixes: [{ title: t('Remove `{keyword}`', { keyword: value }), isSafe: false, changes: [{ type: 'remove', place }] }],
    })
    return
  }
  const message =
    homes.length === 1 && homes[0] && base.name
      ? t('`{keyword}` belongs to {home}, and `{name}` is {kind}. Move the line to the {homeWord} that it is meant for.', {
          keyword,
          home: aKind(homes[0]),
          name: base.name,
          kind: aKind(kind),
          homeWord: kindWord(homes[0]),
        })
      : homes.length > 0 && homes.length <= 3
        ? t('{Kind} has no `{keyword}`: it belongs to {homes}. Remove it, or move it there.', {
            Kind: capitalised(aKind(kind)),
            keyword,
            homes: choice(homes.map(aKind)),
          })
        : t('{Kind} has no `{keyword}`. Remove it, or move it to the element that it is meant for.', {
            Kind: capitalised(aKind(kind)),
            keyword,
          })
  reading.fault('plan/clause-not-allowed', place, message, {
    fixes: [{ title: t('Remove `{keyword}`', { keyword }), isSafe: false, changes: [{ type: 'remove', place }] }],
  })
}

/** A `-` in a name, or `-` or `to` between the two dates of a period: both have another sign in the language. */
function signBetween(reading: Reading, clause: Clause): boolean {
  const { start } = reading.placeOf(clause)
  const { source } = reading
  const [sign = ''] = /^(?:[-–—]|to\b)/.exec(source.slice(start, start + 3)) ?? []
  const place = reading.place(start, start + sign.length)
  if (sign === '') return false
  const behind = source.slice(start + sign.length, start + sign.length + 40)
  const before = source.slice(Math.max(0, start - 40), start)
  const replacing = (title: string, text: string) => ({
    fixes: [{ title, isSafe: false, changes: [{ type: 'replace' as const, place, text }] }],
  })
  if (/\d{4}(?:-\w+)*[ \t]*$/.test(before) && /^[ \t]*\d{4}/.test(behind)) {
    const message = t('A period has two dots between its first and its last day: `2027-01-04 .. 2027-04-09`. Write `..` for `{sign}`.', {
      sign,
    })
    reading.fault('plan/syntax', place, message, replacing(t('Write `..`'), '..'))
    return true
  }
  if (sign === 'to' || !/[\p{L}\p{N}_]$/u.test(before) || !/^[\p{L}\p{N}_]/u.test(behind)) return false
  const message = t('A name holds letters, digits and `_`, and no `{sign}`. Write `_` for it, or leave it out.', { sign })
  reading.fault('plan/syntax', place, message, replacing(t('Write `_`'), '_'))
  return true
}

function duplicate(reading: Reading, base: ElementBase, clause: Clause, first: Clause, keyword: string): void {
  const place = reading.placeOf(clause)
  const [a, b] = [shown(reading, first, keyword), shown(reading, clause, keyword)]
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
function shown(reading: Reading, clause: Clause, keyword: string): string {
  const place = reading.placeOf(clause)
  const text = reading.source.slice(place.start, place.end)
  const behind = text.startsWith(keyword) ? text.slice(keyword.length).trim() : text
  return behind.length <= 40 && !behind.includes('\n') ? behind : ''
}

/** Hours and a start are read in a milestone as well: `schedule/milestone-with-effort` says why they do not belong there. */
function isOfWork(clause: Clause, keyword: string): boolean {
  return clause.$type === 'ActorClause' ? clause.actor?.hours !== undefined : keyword === 'effort' || keyword === 'start'
}

/** The text with a capital in front. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
