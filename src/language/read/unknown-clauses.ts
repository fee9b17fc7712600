import { t } from '@vscode/l10n'
import type { ElementKind, GivenClause } from '../../plan/elements/elements.js'
import { suggestions } from '../../plan/text/distance.js'
import type { Place } from '../../plan/text/place.js'
import type { Clause, UnknownClause } from '../generated/ast.js'
import { clauseKeywords, insideOf, vocabulary } from '../table/vocabulary.js'
import type { Reading } from './reading.js'

const words = /[\p{L}_][\p{L}\p{M}\p{N}_]*/gu
const known: ReadonlySet<string> = new Set(clauseKeywords)

/** The words behind an unknown word, texts left out. */
function wordsBehind(clause: UnknownClause): string[] {
  const junk = (clause.junk ?? '').replace(/"(?:\\.|[^"\\])*"?/g, ' ').match(words) ?? []
  return [...clause.rest.flatMap((rest) => rest.word ?? []), ...junk]
}

/** Remembers the names that a misspelled element would declare: its own, and those of the elements in its braces. */
export function unreadNames(reading: Reading, clause: UnknownClause): void {
  const own = wordsBehind(clause).slice(0, 1)
  const inner = (clause.body?.parts ?? []).flatMap((part) => (part.$type === 'ElementNode' && part.name ? [part.name] : []))
  for (const word of [...own, ...inner]) reading.unread.push({ word, place: reading.placeIn(clause, 'word') })
}

/** Clause words on the rest of a line that began with an unknown word: they are given, though nobody can read them. */
export function swallowedBy(reading: Reading, clauses: readonly Clause[]): GivenClause[] {
  if (!clauses.some(isUnknown)) return []
  return clauses.flatMap((clause) => {
    if (!isUnknown(clause)) return []
    const place = reading.placeOf(clause)
    return wordsBehind(clause).flatMap((word) => (known.has(word) ? [{ keyword: word, firstName: undefined, readable: false, place }] : []))
  })
}

/** Clauses behind which a word on the same line could not be read: nobody knows whether it belonged to them. */
export function brokenOff(reading: Reading, clauses: readonly Clause[]): ReadonlySet<Clause> {
  if (!clauses.some(isUnknown)) return none
  const broken = clauses.filter((clause, index) => {
    const next = clauses[index + 1]
    if (!next || !isUnknown(next)) return false
    return !reading.source.slice(reading.placeOf(clause).end, reading.placeOf(next).start).includes('\n')
  })
  return new Set(broken)
}

const none: ReadonlySet<Clause> = new Set()

function isUnknown(clause: Clause): clause is UnknownClause {
  return clause.$type === 'UnknownClause'
}

const topLevelKinds = Object.keys(vocabulary).filter((kind) => insideOf(kind as ElementKind) === undefined)

/** Reports a word that begins neither an element nor a clause. */
export function unknownWord(reading: Reading, word: string, place: Place): void {
  const before = reading.source.slice(reading.source.lastIndexOf('\n', place.start - 1) + 1, place.start)
  if (/^\s*import\s+$/.test(before)) {
    const [path = word] = /^[^\s"]+/.exec(reading.source.slice(place.start)) ?? []
    reading.fault('plan/syntax', place, t('The path of an import stands in quotes. Write `import "{path}"`.', { path }), {
      fixes: [
        {
          title: t('Write `"{path}"`', { path }),
          isSafe: false,
          changes: [{ type: 'replace', place: reading.place(place.start, place.start + path.length), text: `"${path}"` }],
        },
      ],
    })
    return
  }
  if (/\[.\]\s*$/.test(before)) {
    const message = t('Behind a check mark stands `task`, `milestone` or the text of a checklist item: `[ ] "Test in three clients"`.')
    reading.fault('plan/syntax', place, message)
    return
  }
  const near = suggestions(word, topLevelKinds)
  const message =
    near.length > 0
      ? t('`{word}` starts no element. Did you mean {near}?', { word, near: near.map((one) => `\`${one}\``).join(t(' or ')) })
      : t('`{word}` starts no element and no clause. Elements begin with a word such as `goal`, `task` or `metric`.', { word })
  reading.fault('plan/syntax', place, message, {
    fixes: near.map((kind) => ({ title: t('Use `{kind}`', { kind }), isSafe: false, changes: [{ type: 'replace', place, text: kind }] })),
  })
}
