import { t } from '@vscode/l10n'
import { suggestions } from '../../plan/distance.js'
import type { ElementBase, ElementKind } from '../../plan/elements.js'
import type { Clause, UnknownClause } from '../generated/ast.js'
import { aKind, clauseKeywords, clauseOf, kindsWith, kindWord, vocabulary } from '../vocabulary.js'
import { keywordOf } from './clause-words.js'
import type { Reading } from './reading.js'
import { namesIn } from './unknown-clauses.js'

const commonKeywords: ReadonlySet<string> = new Set(['note', 'link', '#', 'ignore'])

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
  const own = [
    ...vocabulary[kind as keyof typeof vocabulary].clauses.map((one) => one.keyword),
    ...vocabulary[kind as keyof typeof vocabulary].holds,
  ]
  if (clause.body) reading.unread.push(...namesIn(clause))
  const near = [...suggestions(word, own), ...suggestions(word, clauseKeywords)]
    .filter((one, index, all) => all.indexOf(one) === index)
    .slice(0, 2)
  const message =
    near.length > 0
      ? t('`{word}` is not a clause. Did you mean {near}?', { word, near: near.map((one) => `\`${one}\``).join(t(' or ')) })
      : t('`{word}` is not a clause. {Kind} can have: {clauses}.', { word, Kind: capitalised(aKind(kind)), clauses: listedClauses(kind) })
  reading.fault('plan/unknown-clause', place, message, {
    fixes: near.map((one) => ({
      title: t('Use `{near}`', { near: one }),
      isSafe: false,
      changes: [{ type: 'replace' as const, place, text: one }],
    })),
  })
}

function notAllowed(reading: Reading, kind: ElementKind, base: ElementBase, clause: Clause, keyword: string): void {
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

function listedClauses(kind: ElementKind): string {
  const own = vocabulary[kind as keyof typeof vocabulary].clauses
    .map((one) => one.keyword)
    .filter((keyword) => !commonKeywords.has(keyword))
  return (own.length > 0 ? own : [...commonKeywords]).join(', ')
}

/** The text with a capital in front. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
