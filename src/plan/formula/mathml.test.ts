import { expect, test } from 'vitest'
import { formulaSketch } from '../../../test/sketch/number-sketch.js'
import { formulaText } from './formula-text.js'
import { formulaMathml } from './mathml.js'

test('a quotient is a fraction, and its parentheses are left to the bar', () => {
  expect(formulaMathml(formulaSketch('(a - b) / c'))).toBe(
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mfrac><mrow><mtext>a</mtext><mo>−</mo><mtext>b</mtext></mrow><mrow><mtext>c</mtext></mrow></mfrac></mrow></math>',
  )
})

test('titles stand for names and are escaped', () => {
  expect(formulaMathml(formulaSketch('a * 5%'), () => 'R&D <net>')).toContain(
    '<mtext>R&amp;D &lt;net&gt;</mtext><mo>×</mo><mn>5</mn><mtext>%</mtext>',
  )
})

test('a number stands without the space before its unit and without underscores in it', () => {
  const formula = formulaSketch('2 EUR')
  if (formula.type !== 'number') throw new Error('No number.')
  expect(formulaMathml({ ...formula, value: { ...formula.value, text: '20_000 EUR' } })).toContain('<mn>20 000</mn><mtext>EUR</mtext>')
})

test('a formula prints as it was written, with plain signs', () => {
  expect(formulaText(formulaSketch('sum(a over quarter)/(b+2)'))).toBe('sum(a over quarter) / (b + 2)')
  expect(formulaText(formulaSketch('-round(a,2)'))).toBe('-round(a, 2)')
})
