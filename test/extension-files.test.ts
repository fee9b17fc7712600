import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../src/language/table/vocabulary.js'

const root = path.resolve(import.meta.dirname, '..')
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')
const manifest = JSON.parse(textOf('package.json'))
const texts: Readonly<Record<string, string>> = JSON.parse(textOf('package.nls.json'))

/** All texts within a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the manifest of the extension', () => {
  const { contributes, capabilities, displayName, icon } = manifest
  const written = textsIn({ contributes, capabilities, displayName })

  it('takes every text from package.nls.json, and uses all of them', () => {
    const used = written.filter((text) => /^%.+%$/.test(text)).map((text) => text.slice(1, -1))
    // The packed manifest has a description of its own.
    expect([...new Set([...used, 'description'])].sort()).toEqual(Object.keys(texts).sort())
  })

  it('names only files that exist', () => {
    const files = [icon, ...written.filter((text) => /^(\.\/|walkthrough\/)/.test(text))]
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })

  it('offers in menus, keys and walkthroughs only commands that it contributes', () => {
    const commands = contributes.commands.map(({ command }: { command: string }) => command)
    const { menus, keybindings, walkthroughs, viewsWelcome } = contributes
    const named = [...textsIn({ menus, keybindings, walkthroughs, viewsWelcome }), ...Object.values(texts)].flatMap(
      (text) => text.match(/(?<=^|:)mops\.\w+(?=$|\))/g) ?? [],
    )
    const views = ['mops.plans', 'mops.isActive']
    expect(named.filter((name) => !commands.includes(name) && !views.includes(name))).toEqual([])
  })
})

describe('the TextMate grammar', () => {
  const { repository } = JSON.parse(textOf('syntaxes/mops.tmLanguage.json'))
  const words = (rule: { match: string }) => new Set(rule.match.match(/[a-z]{2,}/g))

  it('knows every kind of element', () => {
    const known = words(repository.element)
    const kinds = Object.keys(vocabulary).filter((kind) => !['item', 'send', 'score'].includes(kind))
    expect(kinds.filter((kind) => !known.has(kind))).toEqual([])
  })

  it('knows every word that a clause begins with', () => {
    const known = new Set([...words(repository.clause), ...words(repository.glue), ...words(repository['value-word'])])
    const keywords = Object.values(vocabulary).flatMap(({ clauses }) => clauses.flatMap(({ keyword }) => keyword.split(' ')))
    const notWritten = ['row', 'aggregation', 'better', 'decision']
    expect(keywords.filter((word) => /^[a-z]+$/.test(word) && !known.has(word) && !notWritten.includes(word))).toEqual([])
  })
})
