import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlanText } from '../src/language/read/read-file.js'
import { commonClauses } from '../src/language/table/clause.js'
import { vocabulary } from '../src/language/table/vocabulary.js'
import { elementKinds } from '../src/plan/elements/elements.js'
import { amountGuides } from '../src/report/language-reference/amount-guide.js'
import { clauseForm } from '../src/report/language-reference/clause-form.js'
import { clauseSamples } from '../src/report/language-reference/clause-samples.js'
import { exampleTexts } from '../src/report/language-reference/example-texts.js'
import { languagePages } from '../src/report/language-reference/language-pages.js'
import { rules } from '../src/rules/generated/registry.js'
import { judgeExample } from './example-plan.js'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'docs/language')
const slashed = (name: string) => name.replaceAll('\\', '/')
const plans = globSync('examples/**/*.mops', { cwd: root }).map(slashed).sort()
const examples = plans.map((name) => [name, readFileSync(path.join(root, name), 'utf8')] as const)
const pages = languagePages(rules, clauseSamples([examples, exampleTexts(rules)]))

/** The fenced blocks of `.mops` text behind a heading, up to the next. */
function blocksUnder(page: string, heading: string): string[] {
  const section = page.slice(page.indexOf(`${heading}\n`) + heading.length).split(/^#{2,3} /m)[0] ?? ''
  return [...section.matchAll(/^```mops\n([\s\S]*?)\n```$/gm)].map(([, text = '']) => text)
}

describe('the pages of the language', () => {
  it.each([...pages])('%s is what the table says today; `npm run docs` writes it', (name, text) => {
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text)
  })

  it('hold no page of an element that is gone', () => {
    expect(globSync('**/*.md', { cwd: folder }).map(slashed).sort()).toEqual([...pages.keys()].sort())
  })

  const clauses = elementKinds.flatMap((kind) =>
    vocabulary[kind].clauses.map((clause) => ({ kind, clause, keyword: clause.keyword, isCommon: commonClauses.includes(clause) })),
  )

  it.each(clauses)(
    'say of $keyword of $kind how it is written, with an example that is read without a fault',
    ({ kind, clause, isCommon }) => {
      const page = pages.get(isCommon ? 'every-element.md' : `${kind}.md`) ?? ''
      const heading = `### \`${clause.keyword}\``
      expect(page).toContain(`${heading}\n\n${clause.about}`)
      expect(page).toContain(`\`\`\`text\n${clauseForm(clause)}\n\`\`\``)
      const [block = ''] = blocksUnder(page, heading)
      expect(block).not.toBe('')
      expect(readPlanText('plan.mops', block).faults).toEqual([])
    },
  )
})

describe('the page of amounts', () => {
  const cases = (which: 'accepted' | 'refused') =>
    amountGuides.flatMap((guide) =>
      guide[which].map((amount) => ({ amount, ...guide.where, written: guide.where.clause.replace('⟨⟩', amount) })),
    )
  const mismatches = (kind: string, clause: string) =>
    judgeExample(`${kind} x "X" { ${clause} }`)
      .findings.filter(({ code }) => code.startsWith('formula/') || code === 'plan/syntax')
      .map(({ code }) => code)

  it.each(cases('accepted'))('says rightly that `$written` is understood', ({ kind, written }) => {
    expect(mismatches(kind, written)).toEqual([])
  })

  it.each(cases('refused'))('says rightly that `$written` is an error', ({ kind, written }) => {
    expect(mismatches(kind, written)).toContain('formula/value-unit-mismatch')
  })
})
