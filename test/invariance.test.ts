import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/plan/elements/finding.js'
import type { Rule } from '../src/rules/engine/rule.js'
import { rules } from '../src/rules/generated/registry.js'
import { midPlan, smallPlan, textOf, texts } from './example-files.js'
import { judgeExample, overlaid } from './example-plan.js'
import { type Files, type Given, givenBy, identities, judgeFiles, said } from './judged-files.js'
import { fileOf, inOrderOf, partsOf } from './rearranged.js'

/** These rules name the place of a name or a loop by its position: the second element of a name, the first member of a loop. Of a file with merge conflicts nothing is read, so that it has no elements. */
const positional = new Set([
  'plan/duplicate-name',
  'plan/look-alike-name',
  'formula/circular-definition',
  'schedule/dependency-cycle',
  'plan/unresolved-merge',
])

/** A file that is split has one import more, of which nothing may be used. */
const ofSplitting = new Set(['hygiene/unused-import'])

function without(findings: readonly Finding[], codes: ReadonlySet<string>): readonly Finding[] {
  return findings.filter(({ code }) => !codes.has(code))
}

function expectEqual(before: Given, after: Given, leftOut: ReadonlySet<string> = new Set()): void {
  const [a, b] = [before, after].map((given) => without(judgeFiles(given).findings, leftOut))
  expect(said(b ?? [])).toEqual(said(a ?? []))
  expect(identities(b ?? [])).toEqual(identities(a ?? []))
}

function withWindowsEnds(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]))
}

function reordered(files: Files, keys: readonly number[]): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      if (!path.endsWith('.mops')) return [path, text]
      const { imports, elements } = partsOf(path, text)
      return [path, fileOf(inOrderOf(imports, keys), inOrderOf(elements, keys))]
    }),
  )
}

/** Moves elements of the root file into a file beside it. */
function split({ root, files }: Given, isMoved: (index: number) => boolean): Files {
  const { imports, elements } = partsOf(root, files[root] ?? '')
  const other = root.replace(/[^/]*$/, 'another.mops')
  const moves = elements.map(({ isStrategy }, index) => !isStrategy && isMoved(index))
  return {
    ...files,
    [root]: fileOf(
      [...imports, 'import "another.mops"'],
      elements.filter((_, index) => !moves[index]),
    ),
    [other]: fileOf(
      [],
      elements.filter((_, index) => moves[index]),
    ),
  }
}

function givenByRule(rule: Rule): Given {
  const example = rule.bad
  const earlier = typeof example === 'string' ? undefined : example.earlier
  const isWhole = typeof example !== 'string' && example.isWhole === true
  const before = earlier === undefined || isWhole ? earlier : overlaid(earlier, typeof example === 'string' ? [] : example.without)
  return givenBy(example, judgeExample(example).text, before)
}

describe('the findings of every rule example', () => {
  const examples = rules.map((rule) => [rule.code, givenByRule(rule)] as const)

  it.each(examples)('%s stay with other line ends and a byte order mark', (_, given) => {
    expectEqual(given, { ...given, files: withWindowsEnds(given.files) })
  })

  it.each(examples.filter(([code]) => !positional.has(code)))('%s stay when the elements stand the other way round', (_, given) => {
    expectEqual(given, { ...given, files: reordered(given.files, [9, 8, 7, 6, 5, 4, 3, 2, 1]) })
  })

  it.each(examples.filter(([code]) => !positional.has(code)))('%s stay when half of the elements stand in an imported file', (_, given) => {
    expectEqual(given, { ...given, files: split(given, (index) => index % 2 === 0) }, ofSplitting)
  })
})

const plans = [smallPlan, midPlan].map((root): Given => {
  const folder = root.includes('/') ? root.slice(0, root.indexOf('/') + 1) : root
  return {
    root,
    files: Object.fromEntries([...texts.keys()].filter((name) => name.startsWith(folder)).map((name) => [name, textOf(name)])),
  }
})

/** An example plan of which clauses are lost, at some stage, on some day: a plan with many findings of many kinds. */
const damaged = fc
  .record({
    plan: fc.constantFrom(...plans),
    lost: fc.array(fc.nat(7), { minLength: 5, maxLength: 40 }),
    stage: fc.constantFrom('draft', 'review', 'approved', 'running', 'closed'),
    today: fc.constantFrom('2027-01-04', '2027-02-12', '2027-03-19', '2027-06-01'),
  })
  .map(({ plan, lost, stage, today }): Given => {
    let line = 0
    const isKept = (text: string) => !/^ {2,}[a-z@]/.test(text) || text.endsWith('{') || lost[line++ % lost.length] !== 0
    const files = Object.fromEntries(Object.entries(plan.files).map(([path, text]) => [path, text.split('\n').filter(isKept).join('\n')]))
    return { ...plan, files, stage, today }
  })

const keys = fc.array(fc.nat(100), { minLength: 3, maxLength: 30 })

describe('the findings of a damaged plan', () => {
  it('stay when its elements stand in another order', () => {
    fc.assert(
      fc.property(damaged, keys, (given, order) => expectEqual(given, { ...given, files: reordered(given.files, order) })),
      { numRuns: 25 },
    )
  })

  it('stay when elements move into an imported file', () => {
    fc.assert(
      fc.property(damaged, keys, (given, order) => {
        expectEqual(given, { ...given, files: split(given, (index) => (order[index % order.length] ?? 0) > 50) }, ofSplitting)
      }),
      { numRuns: 15 },
    )
  })

  it('stay with other line ends and a byte order mark', () => {
    fc.assert(
      fc.property(damaged, (given) => expectEqual(given, { ...given, files: withWindowsEnds(given.files) })),
      { numRuns: 10 },
    )
  })

  it('are the same in another folder', () => {
    fc.assert(
      fc.property(damaged, (given) => {
        const into = (path: string) => `some/folder/${path}`
        const moved = Object.fromEntries(Object.entries(given.files).map(([path, text]) => [into(path), text]))
        const before = judgeFiles(given).findings
        const after = judgeFiles({ ...given, root: into(given.root), files: moved }).findings
        expect(after).toEqual(JSON.parse(JSON.stringify(before), (key, value) => (key === 'file' ? into(value) : value)))
      }),
      { numRuns: 10 },
    )
  })

  it('do not depend on the clock when the status date is given', () => {
    fc.assert(
      fc.property(damaged, (given) => {
        expect(judgeFiles({ ...given, clock: '2031-10-05' }).findings).toEqual(judgeFiles(given).findings)
      }),
      { numRuns: 5 },
    )
  })
})
