import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeActionsAt } from '../../src/language/lsp/code-actions.js'
import { lensesOf } from '../../src/language/lsp/code-lenses.js'
import { completionsAt } from '../../src/language/lsp/completion.js'
import { definitionsAt, typeDefinitionsAt } from '../../src/language/lsp/definition.js'
import { foldsIn, selectionAt } from '../../src/language/lsp/folding.js'
import { withFindings } from '../../src/language/lsp/hover.js'
import { hintsIn } from '../../src/language/lsp/inlay-hints.js'
import { linksOf } from '../../src/language/lsp/links.js'
import { referencesAt } from '../../src/language/lsp/references.js'
import { prepareRenameAt } from '../../src/language/lsp/rename.js'
import { namesIn } from '../../src/language/lsp/semantic-tokens.js'
import { outlineOf } from '../../src/language/lsp/symbols.js'
import { Desk } from './kit.js'

const examples = path.resolve(import.meta.dirname, '../../examples')
const names = readdirSync(examples).filter((name) => name.endsWith('.mops'))
const positions = 60

/** What an editor may ask at one position; returns how many answers there were, so that the test is known to have asked. */
async function ask(text: string, from: number): Promise<number> {
  const desk = new Desk(new Map())
  desk.type('plan.mops', text)
  const view = await desk.view('plan.mops')
  let answers = 0
  for (let index = 0; index < positions; index++) {
    const offset = (from + Math.floor((index * text.length) / positions)) % (text.length + 1)
    const position = view.folder.positionAt(view.path, offset)
    answers += completionsAt(view, offset, { hasSnippets: true, again: undefined }).length
    answers += withFindings(view, offset) ? 1 : 0
    answers += definitionsAt(view, offset).length + typeDefinitionsAt(view, offset).length + referencesAt(view, offset, true).length
    answers += prepareRenameAt(view, offset) ? 1 : 0
    answers += codeActionsAt(view, { start: position, end: position }).length
    for (let range: ReturnType<typeof selectionAt> | undefined = selectionAt(view, offset); range; range = range.parent) answers++
  }
  const whole = [
    foldsIn(view),
    linksOf(view),
    namesIn(view),
    outlineOf(view),
    hintsIn(view, 0, text.length, undefined),
    lensesOf(view, undefined, {}),
  ]
  return whole.reduce((sum, list) => sum + list.length, answers)
}

describe('every provider answers anywhere', () => {
  it.each(names)('in %s, whole and broken off', async (name) => {
    const text = readFileSync(path.join(examples, name), 'utf8')
    expect(await ask(text, 7)).toBeGreaterThan(positions)
    expect(await ask(text.slice(0, Math.floor(text.length * 0.63)), 3)).toBeGreaterThan(positions)
    expect(await ask(text.replaceAll('{', ''), 11)).toBeGreaterThan(positions)
  })
})
