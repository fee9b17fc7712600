import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { taxonomyTable } from '../../src/report/taxonomy-table.js'

test('docs/diff.md publishes the taxonomy that the code has; `npm run docs` writes it', () => {
  const page = readFileSync(new URL('../../docs/diff.md', import.meta.url), 'utf8')
  expect(/<!-- taxonomy -->\n([\s\S]*)<!-- end of taxonomy -->/.exec(page)?.[1]?.trim()).toBe(taxonomyTable())
})
