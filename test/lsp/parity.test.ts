import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnosticOf } from '../../src/language/lsp/diagnostics.js'
import { columnsOf } from '../../src/language/workspace/data-columns.js'
import { Workspace } from '../../src/language/workspace/workspace.js'
import type { Finding } from '../../src/plan/elements/finding.js'
import { rules } from '../../src/rules/generated/registry.js'
import { overlaid } from '../example-plan.js'
import { Desk, today } from './kit.js'

const examples = path.resolve(import.meta.dirname, '../../examples')

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? filesBelow(file) : [file]
  })
}

/** What the command line finds in these files. */
function cold(files: ReadonlyMap<string, string>): readonly Finding[] {
  const workspace = new Workspace()
  for (const [file, text] of files) if (file.endsWith('.mops')) workspace.setText(file, text)
  const data = new Map(
    workspace.dataFilesWanted().map((file) => {
      const text = files.get(file)
      return [file, text === undefined ? ('missing' as const) : { columns: columnsOf(file, text) ?? [] }]
    }),
  )
  return workspace.judge({ clock: today, data }).findings
}

async function inEditor(desk: Desk): Promise<readonly Finding[]> {
  const outcomes = await desk.session.outcomes()
  return outcomes.flatMap(({ findings }) => [...findings.values()].flat())
}

describe('the editor says what the command line says', () => {
  it('about all examples', async () => {
    const files = new Map(
      filesBelow(examples).map((file) => [path.relative(examples, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]),
    )
    const desk = new Desk(files)
    const found = await inEditor(desk)
    expect(found).toEqual(cold(files))
    const [folder] = desk.session.allFolders
    for (const finding of folder ? found : []) {
      const shown = folder && diagnosticOf(finding, folder, undefined)
      expect(shown).toMatchObject({ code: finding.code, message: finding.message })
      if (!shown || !folder) continue
      expect(folder.offsetAt(finding.place.file, shown.range.start)).toBe(finding.place.start)
      expect(folder.offsetAt(finding.place.file, shown.range.end)).toBe(finding.place.end)
    }
  })

  it.each(rules.map((rule) => [rule.code, rule] as const))('about the example of %s', async (_code, rule) => {
    for (const example of [rule.bad, rule.good]) {
      const { text, without, files, isWhole } = typeof example === 'string' ? { text: example } : example
      const all = new Map(Object.entries({ ...files, 'plan.mops': isWhole ? text : overlaid(text, without) }))
      const desk = new Desk(new Map(Object.entries(files ?? {})))
      desk.type('plan.mops', all.get('plan.mops') ?? '')
      expect(await inEditor(desk)).toEqual(cold(all))
    }
  })
})
