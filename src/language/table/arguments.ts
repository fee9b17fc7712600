import type { PlanElement } from '../../plan/elements/elements.js'
import type { FreeWordUse } from '../../plan/words/free-words.js'
import { type AmountKind, usualAmounts } from './amounts.js'
import { number as numberNames, type Takes } from './references.js'

/** What may stand behind the word of a clause, in the order of the text. */
export type Argument =
  /** Words of the language that stand as they are, such as `per` or `is better`. */
  | { readonly type: 'words'; readonly words: readonly string[] }
  /** A sign, such as the `.` in front of a column. */
  | { readonly type: 'sign'; readonly sign: string }
  | { readonly type: 'choice'; readonly words: readonly string[] }
  /** One name or a list of them; completion offers the kinds of `offered` alone. */
  | { readonly type: 'names'; readonly takes: Takes; readonly isList: boolean; readonly offered: readonly PlanElement['kind'][] }
  | { readonly type: 'amount'; readonly amount: AmountKind; readonly usual: readonly string[] }
  | { readonly type: 'date' }
  /** A period or `A .. B`; `days` where most are written as dates. */
  | { readonly type: 'span'; readonly isList: boolean; readonly grain: 'periods' | 'days' }
  | { readonly type: 'grain' }
  | { readonly type: 'text'; readonly isList: boolean }
  /** Values of a column, with commas between them. */
  | { readonly type: 'values' }
  | { readonly type: 'free words'; readonly use: FreeUse; readonly isList: boolean }
  | { readonly type: 'column' }
  | { readonly type: 'unit' }
  | { readonly type: 'formula' }
  | { readonly type: 'optional'; readonly parts: readonly Argument[] }
  | { readonly type: 'either'; readonly ways: readonly (readonly Argument[])[] }

/** What words of the plan's own are used as. */
export type FreeUse = FreeWordUse | 'currency' | 'report-kind' | 'connection'

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const

export const text: Argument = { type: 'text', isList: false }
export const texts: Argument = { type: 'text', isList: true }
const columnValues: Argument = { type: 'values' }
export const date: Argument = { type: 'date' }
export const grain: Argument = { type: 'grain' }
export const column: Argument = { type: 'column' }
export const unit: Argument = { type: 'unit' }
export const formula: Argument = { type: 'formula' }
export const period: Argument = { type: 'span', isList: false, grain: 'periods' }
export const days: Argument = { type: 'span', isList: true, grain: 'days' }

export function word(words: string): Argument {
  return { type: 'words', words: words.split(' ') }
}

export function sign(written: string): Argument {
  return { type: 'sign', sign: written }
}

export function oneOf(...words: readonly string[]): Argument {
  return { type: 'choice', words }
}

export function name(takes: Takes, offered: Takes = takes): Argument {
  return { type: 'names', takes, isList: false, offered: offered.kinds }
}

export function names(takes: Takes, offered: Takes = takes): Argument {
  return { type: 'names', takes, isList: true, offered: offered.kinds }
}

export function amount(kind: AmountKind, usual: readonly string[] = usualAmounts[kind]): Argument {
  return { type: 'amount', amount: kind, usual }
}

export function freeWord(use: FreeUse): Argument {
  return { type: 'free words', use, isList: false }
}

export function freeWords(use: FreeUse): Argument {
  return { type: 'free words', use, isList: true }
}

export function optional(...parts: readonly Argument[]): Argument {
  return { type: 'optional', parts }
}

export function either(...ways: readonly (readonly Argument[])[]): Argument {
  return { type: 'either', ways }
}

/** What a column must hold: `channel = "email"`, `region in "EMEA", "APAC"`, `owner not empty`. */
export const condition: readonly Argument[] = [
  column,
  either(
    [oneOf('=', '!=', '<', '<=', '>', '>='), either([text], [amount('any')], [column])],
    [word('in'), columnValues],
    [optional(word('not')), word('empty')],
  ),
]
export const bound: Argument = either([word('at least')], [word('at most')])
export const per: Argument = optional(word('per'), grain)
export const level: Argument = oneOf('low', 'medium', 'high')
export const because: Argument = optional(word('because'), text)
/** `[n] GRAIN [until D]`. */
export const cadence: readonly Argument[] = [either([grain], [amount('periods'), grain]), optional(word('until'), date)]
/** `every [n] GRAIN [until D]`, or a date. */
export const datesOrCadence: readonly Argument[] = [either([word('every'), ...cadence], [date])]
/** `in PERIOD` or `on DATE`. */
export const window: Argument = optional(either([word('in'), period], [word('on'), date]))

/** Every argument, with those inside optional parts and alternatives, in the order of the text. */
export function everyArgument(list: readonly Argument[]): readonly Argument[] {
  return list.flatMap((one): readonly Argument[] => {
    if (one.type === 'optional') return everyArgument(one.parts)
    return one.type === 'either' ? one.ways.flatMap(everyArgument) : [one]
  })
}

/** What the names of a clause may mean, where it takes any; of several, the first. */
export function takesOf(list: readonly Argument[]): Takes | undefined {
  for (const one of everyArgument(list)) {
    if (one.type === 'names') return one.takes
    if (one.type === 'formula') return numberNames
  }
  return undefined
}

/** The words that go on with a clause rather than begin another one. */
export function wordsWithin(list: readonly Argument[]): readonly string[] {
  return everyArgument(list).flatMap((one) => {
    switch (one.type) {
      case 'words':
      case 'choice':
        return one.words
      case 'grain':
        return grains
      case 'formula':
        return ['else', 'none', 'over']
      default:
        return []
    }
  })
}
