import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aspects } from '../../src/diff/facts-of.js'
import { changeTypes } from '../../src/diff/taxonomy.js'
import { markdownTable } from '../../src/report/markdown-text.js'

const page = new URL('../../docs/diff.md', import.meta.url)

function about(code: string, noun: string | undefined): string {
  if (noun !== undefined) return noun.replace(/^the /, '')
  return code === 'element/renamed' ? 'name of an element' : code === 'element/retitled' ? 'title of an element' : 'element itself'
}

test('docs/diff.md publishes the taxonomy that the code has', () => {
  const rows = changeTypes(aspects).map(({ code, mirror, class: own, group, aspect }) => [
    `\`${code}\``,
    about(code, aspect?.noun()),
    group,
    own,
    `\`${mirror}\``,
  ])
  const table = markdownTable(['code', 'what changes', 'group', 'class', 'mirror'], rows)
  const published = /<!-- taxonomy -->\n([\s\S]*)<!-- end of taxonomy -->/.exec(readFileSync(page, 'utf8'))?.[1]

  expect(published?.trim()).toBe(table)
})
