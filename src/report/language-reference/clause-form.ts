import { t } from '@vscode/l10n'
import type { AmountKind } from '../../language/table/amounts.js'
import { type Argument, grains } from '../../language/table/arguments.js'
import type { ClauseEntry } from '../../language/table/clause.js'
import { wordsOf } from '../../language/table/vocabulary.js'

/** How a clause is written: words as they stand, `⟨what to put⟩`, `[what may be left out]`, `one | other`. */
export function clauseForm(clause: ClauseEntry): string {
  const words = wordsOf(clause).join(' | ')
  const isSpaced = !/^[@#]$/.test(words)
  const rest = formOf(clause.arguments)
  return [words, rest].filter((part) => part !== '').join(isSpaced ? ' ' : '')
}

function formOf(list: readonly Argument[]): string {
  return list.reduce((text, one) => {
    const form = formOfOne(one)
    const isOneOfSeveral = list.length > 1 && ['either', 'choice', 'grain'].includes(one.type)
    const part = isOneOfSeveral ? `(${form})` : form
    const isJoined = text === '' || (one.type === 'sign' && one.sign === '.') || text.endsWith('.')
    return isJoined ? `${text}${part}` : `${text} ${part}`
  }, '')
}

function formOfOne(argument: Argument): string {
  switch (argument.type) {
    case 'words':
      return argument.words.join(' ')
    case 'sign':
      return argument.sign
    case 'choice':
      return argument.words.join(' | ')
    case 'names':
      return listed(argument.takes.kinds.length > 3 ? t('name') : argument.takes.words, argument.isList)
    case 'amount':
      return `⟨${amountWords[argument.amount]()}⟩`
    case 'date':
      return `⟨${t('date')}⟩`
    case 'span':
      return listed(t('period'), argument.isList)
    case 'grain':
      return grains.join(' | ')
    case 'text':
      return '"…"'
    case 'values':
      return listed(t('value'), true)
    case 'free words':
      return listed(t('word'), argument.isList)
    case 'column':
      return `⟨${t('column')}⟩`
    case 'unit':
      return `⟨${t('unit')}⟩`
    case 'formula':
      return `⟨${t('formula')}⟩`
    case 'optional':
      return `[${formOf(argument.parts)}]`
    case 'either':
      return argument.ways.map(formOf).join(' | ')
  }
}

function listed(what: string, isList: boolean): string {
  return isList ? `⟨${what}⟩, …` : `⟨${what}⟩`
}

const amountWords: Readonly<Record<AmountKind, () => string>> = {
  effort: () => t('effort'),
  'weekly work': () => t('weekly work'),
  length: () => t('length'),
  money: () => t('money'),
  'money or share': () => t('money or share'),
  share: () => t('share'),
  number: () => t('value'),
  points: () => t('points'),
  people: () => t('count'),
  periods: () => t('count'),
  quantity: () => t('amount'),
  any: () => t('value'),
}
