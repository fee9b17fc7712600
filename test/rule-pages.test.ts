import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commonPages, ruleText } from '../src/report/rule-documentation.js'
import { rulePage, rulePages } from '../src/rules/engine/rule-page.js'
import { rules } from '../src/rules/generated/registry.js'

const folder = new URL('../docs/rules/', import.meta.url)
const written = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const common = commonPages(rules)

describe('the rule pages', () => {
  it.each(rules)('$code.md is what the rule says today; `npm run docs` writes it', (rule) => {
    expect(written(`${rule.code}.md`)).toBe(ruleText(rule))
  })

  it.each([...common])('%s is what the rules say today; `npm run docs` writes it', (name, text) => {
    expect(written(name)).toBe(text)
  })

  it('hold no page of a rule that is gone', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    expect(files.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(
      [...common.keys(), ...rules.map(({ code }) => `${code}.md`)].sort(),
    )
  })

  it.each(rules)('$code has its page behind the link of its findings', ({ code }) => {
    expect(rulePage(code)).toBe(`${rulePages}${code}.md`)
  })

  it('show the text with a caret under what is meant', () => {
    const page = written('formula/unit-mismatch.md')
    expect(page).toMatch(/^example\.mops:\d+:\d+ error|^ *\d+:\d+ error/m)
    expect(page).toMatch(/^ *\|? *\^+/m)
  })
})
