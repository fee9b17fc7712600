import type { ElementKind } from '../../plan/elements/elements.js'
import { clauseByHabit } from '../table/habit-clauses.js'
import { elementByHabit } from '../table/habit-elements.js'
import { clauseOf, vocabulary } from '../table/vocabulary.js'

/** What stands behind the word of a clause. */
export type HabitShape =
  | 'names' | 'actors' | 'words' | 'text' | 'texts' | 'contact' | 'date' | 'spans' | 'value' | 'flag' | 'cadence' | 'stage' | 'outcome' | 'degree' | 'aim' | 'guard' | 'effect' | 'relevant' | 'formula' | 'currency' | 'workweek' | 'where' | 'tags' | 'other' // biome-ignore format: one line is easier to read

const kinds = new Map<string, ElementKind>()
for (const kind of Object.keys(vocabulary) as ElementKind[]) {
  if (kind === 'item') continue
  kinds.set(kind, kind)
  kinds.set(`${kind}s`, kind)
}

/** The kind of element that a word stands for, by the language or by habit; the word in its plain form. */
export function kindOfWord(plain: string): ElementKind | undefined {
  return kinds.get(plain) ?? elementByHabit.get(plain)
}

/** True for the language's own word of a kind. */
export function isKindWord(word: string): boolean {
  return word !== 'item' && Object.hasOwn(vocabulary, word)
}

/** How a clause of a kind begins that a plain word stands for; undefined where it stands for none. */
export function clauseOfWord(kind: ElementKind, plain: string): string | undefined {
  if (kind === 'measure' && isFlag(plain)) return plain
  if (kind === 'tool' && decisions.has(plain)) return plain
  return clauseOf(kind, plain) ? plain : clauseByHabit(kind, plain)
}

const flags = new Set(['sum', 'count', 'distinct', 'last', 'average', 'median', 'max', 'min'])
const decisions = new Set(['keep', 'adopt', 'retire'])
const isFlag = (word: string) => flags.has(word)

const ownShapes: Readonly<Record<string, HabitShape>> = {
  '@': 'actors', measurable: 'aim', guard: 'guard', expects: 'effect', relevant: 'relevant', 'relevant to': 'names', 'relevant because': 'text', timebound: 'spans', 'timebound by': 'date',
  contact: 'contact', every: 'cadence', observe: 'cadence', 'observe every': 'cadence', attitude: 'other', workweek: 'workweek', '=': 'formula', to: 'value', from: 'value', in: 'other', where: 'where', utm: 'tags',
  checkpoint: 'date', check: 'date', power: 'degree', interest: 'degree', likelihood: 'degree', impact: 'degree',
  skills: 'words', requires: 'words', category: 'words', kind: 'words', currency: 'currency', holidays: 'spans', away: 'spans', period: 'spans', evaluates: 'spans', per: 'cadence',
  ask: 'text', solution: 'text', response: 'text', returns: 'text', bounds: 'other', better: 'other', 'escalate to': 'names', 'routes to': 'names', outcome: 'outcome', blocked: 'flag', changed: 'date',
} // biome-ignore format: a table

/** What stands behind the word of a clause, from the language's table: how its example goes on. */
export function shapeOf(kind: ElementKind, keyword: string): HabitShape {
  const clause = clauseOf(kind, keyword)
  if (keyword === 'stage') return clause?.takes ? 'names' : 'stage'
  if (
    clause?.takes &&
    keyword !== 'measurable' &&
    keyword !== 'expects' &&
    keyword !== 'guard' &&
    keyword !== '@' &&
    keyword !== 'relevant' &&
    keyword !== '=' &&
    /^[\p{L} ]+ [a-z_]+/u.test(clause.usage) &&
    !/^\S+ ["\d]/.test(clause.usage)
  )
    return 'names'
  const own = ownShapes[keyword]
  if (own) return own
  const usage = clause?.usage.slice(keyword.length).trim() ?? ''
  if (usage === '') return 'flag'
  if (usage.startsWith('"')) return clause?.arguments.some((one) => one.type === 'text' && one.isList) ? 'texts' : 'text'
  if (/^\d{4}-/.test(usage)) return usage.includes('..') ? 'spans' : 'date'
  return /^[\d.+]/.test(usage) ? 'value' : 'other'
}
