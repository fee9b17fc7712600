import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Workspace } from '../src/language/workspace/workspace.js'
import { basePlan } from '../src/rules/examples/base-plan.mops.js'

const folder = new URL('../examples/', import.meta.url)
const examples = [
  basePlan,
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mops'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
]

/** Judges a text as a file by itself and checks what every judgement must keep. */
function judged(text: string): number {
  const workspace = new Workspace()
  workspace.setText('plan.mops', text)
  const { findings } = workspace.judge({ clock: '2027-02-12' })
  for (const { place, message } of findings) {
    expect(message).not.toMatch(/undefined|NaN|\[object/)
    expect(place.start).toBeLessThanOrEqual(place.end)
    expect(place.end).toBeLessThanOrEqual(text.length)
  }
  return findings.length
}

const example = fc.constantFrom(...examples)
const position = fc.double({ min: 0, max: 1, noNaN: true })
const at = (text: string, share: number) => Math.floor(text.length * share)
const signs = fc.constantFrom(
  '{',
  '}',
  '"',
  '(',
  ')',
  ',',
  '.',
  '..',
  '@',
  '=',
  '[',
  ']',
  '-',
  '/',
  '*',
  '%',
  '#',
  '"""',
  '/*',
  '\n',
  'goal',
  'owner',
  '2027-13',
  '9'.repeat(400),
  '\u0000',
  '\ud800',
  '“',
  '−',
)

describe('any text whatever', () => {
  it('gives findings and no exception when an example is cut at any place', () => {
    fc.assert(
      fc.property(example, position, (text, share) => {
        judged(text.slice(0, at(text, share)))
      }),
      { numRuns: 60 },
    )
  })

  it('gives findings and no exception when an example is mutated', () => {
    const mutation = fc.record({ where: position, length: fc.nat(40), insert: fc.oneof(signs, fc.string({ maxLength: 20 })) })
    fc.assert(
      fc.property(example, fc.array(mutation, { minLength: 1, maxLength: 6 }), (text, mutations) => {
        judged(
          mutations.reduce(
            (now, { where, length, insert }) => now.slice(0, at(now, where)) + insert + now.slice(at(now, where) + length),
            text,
          ),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('gives findings and no exception for noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void judged(text)),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(signs, fc.constantFrom('strategy', 'metric', 'task', 'a', 'b', 'of', 'from', '3', 'in', 'to', 'at', 'least')), {
          maxLength: 80,
        }),
        (words) => void judged(words.join(' ')),
      ),
      { numRuns: 200 },
    )
  })

  it.each([
    ['an empty text', () => ''],
    ['blanks', () => ' \n\t\r\n '],
    ['a million brackets', () => '['.repeat(1_000_000)],
    ['a million parentheses', () => `metric m = ${'('.repeat(1_000_000)}`],
    ['a million braces', () => 'phase p {'.repeat(100_000)],
    ['a million minus signs', () => `metric m = ${'-'.repeat(1_000_000)}a`],
    ['a formula of 100,000 parts', () => `metric m = ${'a + '.repeat(100_000)}a`],
    ['one line of ten megabytes', () => `goal g "${'x'.repeat(10_000_000)}"`],
    ['ten megabytes of words', () => 'word '.repeat(2_000_000)],
    ['zero bytes', () => '\0'.repeat(1000)],
    ['an open text', () => 'goal g "open\nowner ben\n'],
    ['an open long text', () => 'goal g """open\nowner ben\n'],
    ['an open comment', () => '/* open\ngoal g'],
  ])('survives %s', (_, text) => {
    judged(text())
  })
})
