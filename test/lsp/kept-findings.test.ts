import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules/generated/registry.js'
import type { Example } from '../../src/rules/rule.js'
import { judgeExample, overlaid } from '../example-plan.js'
import { EditedFiles, type Given, givenBy, judgeFiles } from '../judged-files.js'

function given(example: Example): Given {
  const { text } = judgeExample(example)
  const { earlier, isWhole, without }: Exclude<Example, string> = typeof example === 'string' ? { text: example } : example
  return givenBy(example, text, earlier === undefined || isWhole ? earlier : overlaid(earlier, without))
}

/** Everything that is found, with places and fixes; in a text that was edited and in one that was read afresh. */
function expectSame(files: EditedFiles, start: Given, text: string): void {
  const afresh = judgeFiles({ ...start, files: { ...start.files, [start.root]: text } })
  const [now, then] = [files.judged(), afresh]
  expect(now.findings.map((one) => JSON.stringify(one))).toEqual(then.findings.map((one) => JSON.stringify(one)))
  expect(now.ignored.map((one) => JSON.stringify(one))).toEqual(then.ignored.map((one) => JSON.stringify(one)))
}

/** Texts one behind the other, each an edit of the one before. */
function editsOf(text: string, good: string): string[] {
  const lines = text.split('\n')
  const at = Math.floor(lines.length * 0.6)
  const without = (index: number) => lines.toSpliced(index, 1).join('\n')
  const moved = `// One line more.\n${text}`
  return [
    moved,
    text,
    without(lines.length - 2),
    text,
    without(at),
    without(at + 1),
    text,
    text.replace('ben ', 'benno '),
    text,
    good,
    moved,
  ]
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  it('finds after edits what it finds in the same text read afresh', () => {
    const start = given(rule.bad)
    const files = new EditedFiles(start)
    files.judged()
    for (const text of editsOf(start.files[start.root] ?? '', judgeExample(rule.good).text)) {
      files.type(text)
      expectSame(files, start, text)
    }
  })
})
