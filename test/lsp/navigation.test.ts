import { describe, expect, it } from 'vitest'
import type { Location } from 'vscode-languageserver'
import { incoming, numberAt, outgoing } from '../../src/language/lsp/call-hierarchy.js'
import { definitionsAt, typeDefinitionsAt } from '../../src/language/lsp/definition.js'
import { importEdits } from '../../src/language/lsp/file-rename.js'
import { linksOf } from '../../src/language/lsp/links.js'
import { highlightsAt, referencesAt } from '../../src/language/lsp/references.js'
import { prepareRenameAt, renameAt } from '../../src/language/lsp/rename.js'
import type { FileView } from '../../src/language/lsp/session.js'
import { outlineOf, symbolsOf } from '../../src/language/lsp/symbols.js'
import { applied, at } from './kit.js'

const people = 'role mail "Mail"\nperson ben "Ben" fills mail\n'
const frame = 'import "people.mops"\nstrategy spring "Spring" owner ben\n'

/** A location as `path: line of text`. */
function shown(view: FileView, locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => {
    const path = view.folder.pathOf(uri)
    return `${path}: ${view.folder.text(path)?.split('\n')[range.start.line]}`
  })
}

describe('going to a definition', () => {
  it('leads from a name to its element in another file', async () => {
    const { view, offset } = await at(`${frame}task a "A" @be│n`, { 'people.mops': people })
    expect(shown(view, definitionsAt(view, offset))).toEqual(['people.mops: person ben "Ben" fills mail'])
    expect(shown(view, typeDefinitionsAt(view, offset))).toEqual(['people.mops: role mail "Mail"'])
  })

  it('leads from an import to the file', async () => {
    const { view, offset } = await at('import "peo│ple.mops"', { 'people.mops': people })
    expect(shown(view, definitionsAt(view, offset))).toEqual(['people.mops: role mail "Mail"'])
  })
})

describe('references', () => {
  it('are found in all plans that hold the element', async () => {
    const { view, offset } = await at(`${frame}task a "A" @be│n`, {
      'people.mops': people,
      'other.mops': 'import "people.mops"\nstrategy other "Other" owner ben',
    })
    expect(shown(view, referencesAt(view, offset, true))).toEqual([
      'people.mops: person ben "Ben" fills mail',
      'other.mops: strategy other "Other" owner ben',
      'plan.mops: strategy spring "Spring" owner ben',
      'plan.mops: task a "A" @ben',
    ])
    expect(highlightsAt(view, offset)).toHaveLength(2)
  })
})

describe('renaming', () => {
  const text = `${frame}task a "A" @be│n\ntask b "ben" after a // ben`

  it('changes the declaration and every name that means it, in every file', async () => {
    const { view, offset } = await at(text, { 'people.mops': people })
    expect(prepareRenameAt(view, offset)?.placeholder).toBe('ben')
    expect(applied(view, renameAt(view, offset, 'benno'))).toEqual({
      'people.mops': people.replace('person ben', 'person benno'),
      'plan.mops': text.replace('│', '').replace('owner ben', 'owner benno').replace('@ben', '@benno'),
    })
  })

  it('refuses what is no name and what is taken', async () => {
    const { view, offset } = await at(text, { 'people.mops': people })
    expect(() => renameAt(view, offset, '1st')).toThrow('cannot be a name')
    expect(() => renameAt(view, offset, 'mail')).toThrow('taken')
    expect(prepareRenameAt(view, 3)).toBeNull()
  })

  it('lets imports follow a file and a folder that move', async () => {
    const { view } = await at(frame, { 'people.mops': `import "data/numbers.mops"\n${people}`, 'data/numbers.mops': '' })
    const folder = view.folder.uri
    const moved = importEdits(view.folder, [{ oldUri: `${folder}/people.mops`, newUri: `${folder}/team/people.mops` }])
    expect(applied(view, moved)).toEqual({
      'people.mops': `import "../data/numbers.mops"\n${people}`,
      'plan.mops': frame.replace('people.mops', 'team/people.mops'),
    })
    expect(applied(view, importEdits(view.folder, [{ oldUri: `${folder}/data`, newUri: `${folder}/facts` }]))).toEqual({
      'people.mops': `import "facts/numbers.mops"\n${people}`,
    })
  })
})

describe('symbols', () => {
  it('outline a file as it is nested', async () => {
    const { view } = await at('phase build "Build" {\n  task a "A"\n  [ ] milestone m\n}\nactuals clicks { 2027-01 5 }│')
    expect(outlineOf(view).map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
      ['build', ['a', 'm']],
      ['actuals clicks', []],
    ])
  })

  it('are found in the workspace by letters of name or title', async () => {
    const { view } = await at(`${frame}│`, { 'people.mops': people })
    expect(symbolsOf(view.folder, 'spr').map(({ name }) => name)).toEqual(['spring (Spring)'])
  })
})

describe('the hierarchy of metrics', () => {
  it('goes to what a number rests on and to what rests on it', async () => {
    const { view, offset } = await at('measure a "A" in clicks\nmetric b│ "B" in % = a / a\nmetric c "C" in % = b * 2')
    expect(numberAt(view, offset)?.map(({ name }) => name)).toEqual(['b'])
    const number = view.plan.byName('b')
    if (number?.kind !== 'metric') throw new Error('b is no metric')
    expect(outgoing(view, number).map(({ to, fromRanges }) => [to.name, fromRanges.length])).toEqual([['a', 2]])
    expect(incoming(view, number).map(({ from }) => from.name)).toEqual(['c'])
  })
})

describe('links', () => {
  it('lead from imports, data files, links and forms', async () => {
    const { view } = await at(
      'import "people.mops"\nsource s file "data/s.csv" link "https://example.org/a"\ncommunication c "C" ask "Why" at "https://example.org/form"│',
    )
    expect(linksOf(view).map(({ target }) => target)).toEqual([
      'file:///plans/people.mops',
      'https://example.org/a',
      'file:///plans/data/s.csv',
      'https://example.org/form',
    ])
  })
})
