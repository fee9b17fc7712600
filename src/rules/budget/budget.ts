import { formatExact, isWhole, round } from '../../plan/quantity/exact.js'
import type { Exact } from '../../plan/quantity/quantity.js'
import { minorDigits } from '../../plan/words/currencies.js'

/** An amount of money for people: `5 800 USD`, `99.50 EUR`. */
export function formatMoney(amount: Exact, currency: string | undefined): string {
  return inCurrency(amount, currency, ' ')
}

/** An amount of money as the language writes it: `5_800 USD`. */
export function writtenMoney(amount: Exact, currency: string | undefined): string {
  return inCurrency(amount, currency, '_')
}

function inCurrency(amount: Exact, currency: string | undefined, separator: string): string {
  const digits = minorDigits(currency ?? '')
  const rounded = round(amount, digits)
  const plain = formatExact(rounded, isWhole(rounded) ? 0 : digits).replaceAll(' ', '')
  const [whole = '', part] = plain.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator)
  return [part === undefined ? grouped : `${grouped}.${part}`, ...(currency === undefined ? [] : [currency])].join(' ')
}
