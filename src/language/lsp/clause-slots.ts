import type { ElementKind, PlanElement } from '../../plan/elements/elements.js'
import type { FreeWordUse } from '../../plan/words/free-words.js'
import { clauseOf } from '../table/vocabulary.js'
import type { Token } from './cursor-context.js'

/** What may stand at a place in a clause. */
export type Slot =
  | { readonly type: 'names'; readonly kinds: readonly PlanElement['kind'][] }
  | { readonly type: 'words'; readonly words: readonly string[] }
  | { readonly type: 'dates' }
  | { readonly type: 'periods' }
  | { readonly type: 'units' }
  /** Values of a number of the plan. */
  | { readonly type: 'values'; readonly number: string }
  /** Amounts of money. */
  | { readonly type: 'money' }
  | { readonly type: 'columns' }
  | { readonly type: 'free words'; readonly use: FreeWordUse | 'currency' | 'report-kind' }
  | { readonly type: 'text' }
  /** The clause may end here, so that another may begin. */
  | { readonly type: 'end' }

const grains: Slot = { type: 'words', words: ['day', 'week', 'month', 'quarter', 'year'] }
const dates: Slot = { type: 'dates' }
const periods: Slot = { type: 'periods' }
const text: Slot = { type: 'text' }
const end: Slot = { type: 'end' }
const money: Slot = { type: 'money' }
const valuesOf = (rest: readonly Token[]): Slot => ({ type: 'values', number: rest[0]?.text ?? '' })
const words = (...list: readonly string[]): Slot => ({ type: 'words', words: list })
const names = (...kinds: readonly PlanElement['kind'][]): Slot => ({ type: 'names', kinds })
const numbers = names('measure', 'metric')
const functionWords = ['min', 'max', 'abs', 'round', 'sum', 'average', 'median', 'last', 'previous', 'change', 'growth', 'cumulative']
/** Usual values of clauses that take one of their own. */
const usual: Readonly<Record<string, readonly string[]>> = {
  threshold: ['50', '65', '100'],
  effort: ['4h', '8h', '16h', '24h', '40h'],
  takes: ['1wd', '2wd', '5wd', '10wd'],
  progress: ['25%', '50%', '75%'],
  within: ['4wh', '1wd', '2wd', '5wd'],
  rate: ['95%', '90%', '99%'],
  works: ['40h per week', '32h per week', '24h per week', '16h per week'],
}
const currencies: Slot = { type: 'free words', use: 'currency' }

/** What may stand behind these tokens of a clause. */
export function slotsIn(kind: ElementKind, keyword: string, rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  const count = rest.length
  const said = (word: string) => rest.some((token) => token.text === word)
  switch (keyword) {
    case 'measurable':
      return measurable(rest)
    case 'guard':
      if (count === 0) return [numbers]
      if (last?.text === 'at') return [words('least', 'most')]
      if (last?.text === 'per') return [grains]
      if (last?.text === 'least' || last?.text === 'most') return [valuesOf(rest)]
      if (count === 1) return [words('at least', 'at most')]
      return last?.type === 'number' || said('most') || said('least') ? [words('per'), end] : []
    case 'relevant':
      if (count === 0) return [words('to', 'because')]
      if (last?.text === 'to' || last?.text === ',') return [names('stakeholder')]
      if (last?.text === 'because') return [text]
      return said('because') ? [end] : [words('because'), end]
    case 'timebound':
      if (count === 0) return [words('by', 'within'), periods]
      return last?.text === 'by' || last?.text === '..' ? [dates] : last?.type === 'date' && !said('by') ? [words('..'), end] : [end]
    case 'checkpoint':
      return count === 0 ? [dates] : count === 1 ? [words('at'), end] : last?.text === 'at' ? [] : [end]
    case 'outcome':
      return count === 0 ? [words('met', 'missed', 'dropped')] : last?.text === 'on' ? [dates] : count === 1 ? [words('on'), end] : [end]
    case 'changed':
      return count === 0 ? [dates] : last?.text === 'because' ? [text] : said('because') ? [end] : [words('because')]
    case 'expects':
      if (count === 0) return [numbers]
      if (count === 1) return [words('up', 'down')]
      return last?.text === 'by' ? [valuesOf(rest)] : said('by') ? [end] : [words('by'), end]
    case 'costs':
      if (last?.text === 'per') return [grains]
      if (last?.text === 'from') return [names('line')]
      if (count === 0) return [money]
      return [...(said('per') || kind !== 'tool' ? [] : [words('per')]), ...(said('from') ? [] : [words('from')]), end]
    case 'in':
      if (count > 0) return [end]
      return kind === 'benchmark' ? [periods] : [{ type: 'units' }]
    case 'per':
      return count === 0 ? [grains] : [end]
    case 'from':
      if (count === 0) return kind === 'measure' ? [names('source', 'tool')] : takenNames(kind, keyword)
      return last?.text === '.' ? [{ type: 'columns' }] : [end]
    case 'where':
      return count === 0 ? [{ type: 'columns' }] : count === 1 ? [words('=', '!=', '<', '<=', '>', '>=')] : count === 2 ? [text] : [end]
    case 'dated':
      return count === 0 ? [{ type: 'columns' }] : [end]
    case 'at least':
      return count === 0
        ? [words('least')]
        : last?.text === 'per'
          ? [grains]
          : count > 1 && kind === 'sla'
            ? [words('per'), end]
            : count > 1
              ? [end]
              : []
    case 'better':
      return count === 0 ? [words('is better')] : count === 1 && last?.text === 'is' ? [words('better')] : [end]
    case 'bounds':
      return count === 0 ? [] : said('..') ? [end] : [words('..')]
    case 'every':
      return cadence(rest)
    case 'observe':
      return count === 0 ? [words('every')] : cadence(rest.slice(1))
    case '=':
      return formula(rest)
    case 'ask':
      if (count === 0 || last?.text === 'at') return [text]
      if (last?.text === 'until') return [dates]
      if (last?.text === 'for' || last?.text === ',') return [names('task', 'milestone', 'phase')]
      return [words(...['at', 'until', 'for'].filter((word) => !said(word))), end]
    case 'attitude':
      return last === undefined || last.text === 'to'
        ? [words('unaware', 'resistant', 'neutral', 'supportive', 'leading')]
        : said('to')
          ? [end]
          : [words('to'), end]
    case 'power':
    case 'interest':
    case 'likelihood':
    case 'impact':
      return count === 0 ? [words('low', 'medium', 'high')] : [end]
    case 'kind':
      return count === 0
        ? [{ type: 'free words', use: kind === 'tool' ? 'tool-kind' : kind === 'report' ? 'report-kind' : 'stakeholder-kind' }]
        : [end]
    case 'stage':
      if (kind === 'strategy') return count === 0 ? [words('draft', 'review', 'approved', 'running', 'closed')] : [end]
      return count === 0 ? [names('stage')] : [end]
    case 'currency':
      return count === 0 ? [currencies] : [end]
    case 'workweek':
      return count === 0 ? [words('mon..fri 8h', 'mon..thu 8h', 'mon..sat 8h')] : [end]
    case 'period':
      return count === 0 ? [periods] : last?.text === '..' ? [dates] : said('..') ? [end] : [words('..'), end]
    case 'holidays':
    case 'away':
    case 'evaluates':
      return count === 0 || last?.text === ','
        ? [keyword === 'evaluates' ? periods : dates]
        : last?.text === '..'
          ? [dates]
          : [words('..'), end]
    case 'asof':
    case 'start':
    case 'due':
    case 'done':
    case 'on':
      return count === 0 ? [dates] : [end]
    case 'skills':
    case 'requires':
      return count === 0 || last?.text === ',' ? [{ type: 'free words', use: 'skill' }] : [end]
    case 'category':
      return count === 0 ? [{ type: 'free words', use: 'category' }] : [end]
    case 'rate':
    case 'works':
      return count === 0
        ? [words(...(usual[keyword] ?? []))]
        : last?.text === 'per'
          ? [keyword === 'works' ? words('week') : grains]
          : said('per')
            ? [end]
            : [words(keyword === 'works' ? 'per week' : 'per'), end]
    case 'part of':
    case 'belongs to':
    case 'measured by': {
      const [first = '', second = ''] = keyword.split(' ')
      if (count === 0) return [words(second)]
      return last?.text === second || last?.text === ',' ? takenNames(kind, `${first} ${second}`) : [end]
    }
    case 'escalate to':
      return count === 0 ? [words('to')] : last?.text === 'to' ? [names('person')] : said('after') ? [end] : [words('after'), end]
    case 'routes to':
      return count === 0
        ? [words('to')]
        : last?.text === 'to'
          ? takenNames(kind, keyword)
          : last?.text === 'using'
            ? [names('tool')]
            : [words('using'), end]
    case 'solution':
    case 'response':
      if (count === 0) return [text]
      return last?.text === 'by' || last?.text === ',' ? takenNames(kind, keyword) : said('by') ? [end] : [words('by'), end]
    case 'check':
      return count === 0 ? [words('every'), dates] : last?.text === 'every' ? [grains] : [end]
    case 'ignore':
      return last?.text === 'because' ? [text] : last?.text === 'until' ? [dates] : count === 0 ? [text] : [words('because', 'until'), end]
    case 'monitor':
    case 'blocked':
      return count === 0 ? [words('because')] : last?.text === 'because' ? [text] : [end]
    case 'needs':
      return kind === 'task' ? (count === 1 ? [words('people')] : [end]) : [count === 0 ? text : end]
    case '@':
      return count === 0 ? takenNames(kind, '@') : [end]
    case 'owner':
      return count === 0 || last?.text === ',' ? [names('person')] : [end]
    case 'spent':
    case 'total':
      return count === 0 ? [money] : [end]
    case 'threshold':
    case 'effort':
    case 'takes':
    case 'progress':
    case 'within':
      return count === 0 ? [words(...(usual[keyword] ?? []))] : [end]
    case 'is':
      return count === 0 ? [] : [end]
    default:
      return listOf(kind, keyword, rest)
  }
}

function takenNames(kind: ElementKind, keyword: string): readonly Slot[] {
  const takes = clauseOf(kind, keyword)?.takes
  return takes ? [names(...takes.kinds)] : []
}

/** Clauses that take a list of names, a text, or nothing at all. */
function listOf(kind: ElementKind, keyword: string, rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  const taken = takenNames(kind, keyword)
  if (taken.length > 0) return last === undefined || last.text === ',' ? taken : [end]
  const usage = clauseOf(kind, keyword)?.usage ?? ''
  return usage.includes('"') && rest.length === 0 ? [text] : [end]
}

function cadence(rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  if (!last || last.type === 'number') return [grains]
  return last.text === 'until' ? [dates] : rest.some((token) => token.text === 'until') ? [end] : [words('until'), end]
}

function measurable(rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  const said = (word: string) => rest.some((token) => token.text === word)
  if (!last) return [numbers]
  const later = ['from', 'by', 'to'].filter((_word, index, all) => !all.slice(index).some(said))
  if (rest.length === 1) return [words('increase', 'decrease', 'hold', ...later), end]
  switch (last.text) {
    case 'increase':
    case 'decrease':
    case 'hold':
      return [words(...later), end]
    case 'at':
      return [words('least', 'most')]
    case 'to':
      return [words('at least', 'at most'), valuesOf(rest)]
    case 'in':
      return [periods]
    case 'on':
      return [dates]
    case 'from':
    case 'by':
    case 'least':
    case 'most':
      return [valuesOf(rest)]
    default:
      return [words('in', 'on', ...later), end]
  }
}

function formula(rest: readonly Token[]): readonly Slot[] {
  const last = rest.at(-1)
  if (last?.text === 'else') return [words('none')]
  if (last?.text === 'over') return [grains]
  const isOperand = last && (last.type === 'word' || last.type === 'number' || last.text === ')')
  if (!isOperand) return [numbers, words(...functionWords)]
  if (rest.some((token) => token.text === 'else')) return [end]
  const depth = rest.filter((token) => token.text === '(').length - rest.filter((token) => token.text === ')').length
  return depth > 0 ? [words('over')] : [words('else none'), end]
}
