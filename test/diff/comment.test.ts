import { describe, expect, test } from 'vitest'
import type { PlanDiff } from '../../src/diff/diff-plans.js'
import { diffJson } from '../../src/report/diff-json.js'
import { diffMarkdown } from '../../src/report/diff-markdown.js'
import type { DiffResult } from '../../src/report/diff-result.js'
import { diffText } from '../../src/report/diff-text.js'
import { diffOfMid, diffTexts, pullRequest } from './compare.js'

function result(diff: PlanDiff, file = 'plan.mops'): DiffResult {
  const locate = (place: { readonly file: string }) => ({ file: place.file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } })
  return {
    before: 'main',
    unread: [],
    after: 'feature',
    plans: [{ ...diff, file, name: 'one_automation_tool', title: 'One automation tool', locateBefore: locate, locateAfter: locate }],
  }
}

test('a pull request with four changes yields a comment with these four and their effects, and nothing else', async () => {
  const comment = diffMarkdown(result(diffOfMid(pullRequest), 'one-automation-tool/plan.mops'))

  await expect(comment).toMatchFileSnapshot('../golden/diff/pull-request.md')
})

describe('a large comparison', () => {
  const people = (count: number, hours: number) =>
    `strategy a "A"\n${Array.from({ length: count }, (_, at) => `person p${at} "Person ${at} ${'with a long name '.repeat(8)}" works ${hours}h per week`).join('\n')}\ncommunication news "News" to p1 every ${hours === 30 ? 'week' : 'month'} owner p1\n`

  test('stays below 60,000 characters, the most important first, and says what it leaves out', () => {
    const text = diffMarkdown(result(diffTexts(people(1500, 30), people(1500, 20))))

    expect(text.length).toBeLessThan(60_000)
    expect(text).toContain('Plan changes: 1 weakened, 1500 risk')
    expect(text).toMatch(/^Left out for lack of room: \d+ risk\. `mops diff` shows all\.$/m)
    expect(text.indexOf('**Weakened.**')).toBeLessThan(text.indexOf('**Risk.**'))
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  })

  test('tells every change as text and as data', () => {
    const diff = result(diffTexts(people(60, 30), people(60, 20)))
    expect(diffText(diff, false).match(/risk:/g)).toHaveLength(60)
    expect(JSON.parse(diffJson(diff)).plans[0].changes).toHaveLength(61)
  })
})

describe('text of a plan', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '</details><script>alert(1)</script>',
    '[link](https://evil.example) ![image](https://evil.example/x.png)',
    '@octocat and #12 and https://evil.example and www.evil.example',
    '# heading',
    '- item | cell | **bold** _soft_ `code` ``` fence',
    '\\u001b[31mred\\u0007 ::error::boo',
    '\u001b[31mred\u0007',
    '\u202Eright to left',
    '{whom} {old}',
  ]

  test.each(hostile.map((text) => [text]))('%j stays text in every format', (text) => {
    const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
    const plan = (title: string, note: string) =>
      `strategy a "A"\nperson ben "${title}" note "${note}"\nchannel c "${title}" owner ben note "x"\ngoal g "${title}" specific "${note}" owner ben\n`
    const diff = result(diffTexts(plan('Ben', 'old'), plan(escaped, escaped)))

    const markdown = diffMarkdown(diff)
    expect(markdown).not.toMatch(/<(?!\/?(?:details|summary)>)/)
    expect(markdown).not.toMatch(/(?<!\\)\]\(/)
    expect(markdown).not.toMatch(/@octocat|#12|https:\/\/|www\.evil/)
    expect(
      markdown
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .every((line) => /^#{3,4} (Plan changes|Goals|People|Communication)/.test(line)),
    ).toBe(true)
    expect(markdown).not.toMatch(/<\/details><script|\*\*bold\*\*/)
    for (const out of [markdown, diffText(diff, false), diffJson(diff)]) expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202E/u)
    expect(JSON.parse(diffJson(diff)).plans[0].changes.length).toBeGreaterThan(0)
  })
})
