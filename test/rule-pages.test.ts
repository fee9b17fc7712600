import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleDocumentation } from '../src/report/rule-documentation.js'
import { rules } from '../src/rules/generated/registry.js'
import { rulePage, rulePages } from '../src/rules/rule-page.js'

const folder = new URL('../docs/rules/', import.meta.url)
const pages = ruleDocumentation(rules)

describe('the rule pages', () => {
  it.each([...pages])('%s is what the rules say today; `npm run docs` writes it', (name, text) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text)
  })

  it('hold no page of a rule that is gone', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([...pages.keys()].sort())
  })

  it.each(rules)('$code has a page behind the link of its findings', ({ code }) => {
    expect(pages.has(rulePage(code).slice(rulePages.length))).toBe(true)
  })

  it('show the text with a caret under what is meant', () => {
    const page = pages.get('formula/unit-mismatch.md')
    expect(page).toMatch(/^example\.mops:\d+:\d+ error|^ *\d+:\d+ error/m)
    expect(page).toMatch(/^ *\|? *\^+/m)
  })
})
