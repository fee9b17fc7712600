import { expect, test } from 'vitest'
import { message, plain, table } from './markup.js'

test('nothing in a text of the plan is markup', () => {
  expect(plain('<b>*bold*</b> | [x](y) `code` a_b #1 & co')).toBe(
    '&lt;b&gt;\\*bold\\*&lt;/b&gt; \\| \\[x\\](y) \\`code\\` a\\_b \\#1 &amp; co',
  )
})

test('a text stays on its line and starts no list', () => {
  expect(plain('one\ntwo\u0007\u2028three')).toBe('one two three')
  expect(plain('- item')).toBe('\\- item')
  expect(plain('1. item')).toBe('1\\. item'.replace('1\\.', '\\1.'))
})

test('nobody is called by name', () => {
  expect(plain('ask @ben')).toBe('ask @<!-- -->ben')
})

test('code in a message turns nothing', () => {
  expect(message('Write `a\u202Eb\u0007c`.')).toBe('Write `ab c`.')
})

test('names in a message stay code', () => {
  expect(message('`a_b` has no owner | nobody')).toBe('`a_b` has no owner \\| nobody')
})

test('a table aligns its columns', () => {
  expect(table(['Line', 'Spent'], [['Design', '3500 USD']], ['left', 'right'])).toBe(
    '| Line | Spent |\n| --- | ---: |\n| Design | 3500 USD |',
  )
})
