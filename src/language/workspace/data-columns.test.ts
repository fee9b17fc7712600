import { expect, test } from 'vitest'
import { columnsOf } from './data-columns.js'

test.each([
  ['month,sent,"opened, unique"\n2027-01,1,2\n', ['month', 'sent', 'opened, unique']],
  ['\uFEFFMonat;"Größe ""netto""";\r\n', ['Monat', 'Größe "netto"', '']],
  ['month\tsent', ['month', 'sent']],
  ['sep=;\nmonth;sent, all\n', ['month', 'sent, all']],
  ['', ['']],
])('the first line of %j names the columns', (text, expected) => {
  expect(columnsOf('data.csv', text)).toEqual(expected)
})

test('a file of another kind has no columns that can be known', () => {
  expect(columnsOf('data.xlsx', 'month,sent')).toBeUndefined()
})
