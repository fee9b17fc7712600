import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedSchemas } from '../src/report/published-schemas.js'
import { rules } from '../src/rules/generated/registry.js'

test.each([...publishedSchemas(rules)])('the published %s is what the code uses; `npm run schemas` writes it', (name, text) => {
  expect(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8')).toBe(text)
})
