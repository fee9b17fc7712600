import { describe, expect, it } from 'vitest'
import type { FilesOfFolder } from '../../src/language/lsp/folder-files.js'
import { Session } from '../../src/language/lsp/session.js'
import { memoryFolders } from './memory-folder.js'

const plan = 'import "people.mops"\nstrategy spring "Spring" owner ben period 2027-01-04 .. 2027-04-09 stage running\n'
const people = 'person ben "Ben"\n'

function sessionOver(disk: ReadonlyMap<string, string | Uint8Array>): Session {
  const failed = (error: unknown) => {
    throw error
  }
  return new Session(memoryFolders(disk), { quick: () => {}, judged: () => {}, indexing: () => {}, failed }, () => '2027-02-12')
}

async function codes(session: Session): Promise<string[]> {
  const outcomes = await session.outcomes()
  return outcomes.flatMap(({ folder, findings }) =>
    [...findings].flatMap(([path, list]) => list.map(({ code }) => `${folder.uriOf(path)} ${code}`)),
  )
}

describe('a session', () => {
  it('knows a document and what it imports before the rest of the workspace is read', async () => {
    const disk = new Map([
      ['file:///a/plan.mops', plan],
      ['file:///a/people.mops', people],
    ])
    for (let index = 0; index < 200; index++) disk.set(`file:///a/many/${index}.mops`, plan)
    const session = sessionOver(disk)
    session.addFolders(['file:///a'])
    session.openOrChange('file:///a/plan.mops', plan)
    await session.known('file:///a/plan.mops')
    const read = () => session.allFolders.reduce((count, { engine }) => count + engine.paths.length, 0)
    expect(read()).toBeLessThan(100)
    expect(session.view('file:///a/plan.mops')?.plan.byName('ben')).toBeDefined()
    await session.settled()
    expect(read()).toBe(202)
  })

  it('reads a file once that cannot be read, and goes on', async () => {
    let asked = 0
    const files: FilesOfFolder = () => ({
      findPlans: async () => ['plan.mops'],
      read: (path) => {
        if (path === 'plan.mops') return { text: plan }
        asked++
        throw new Error('The disk is gone.')
      },
    })
    const failed = (error: unknown) => {
      throw error
    }
    const session = new Session(files, { quick: () => {}, judged: () => {}, indexing: () => {}, failed }, () => '2027-02-12')
    session.addFolders(['file:///a'])
    expect(await codes(session)).toContain('file:///a/plan.mops plan/unresolved-import')
    expect(asked).toBeLessThan(4)
  })

  it('reads no text that would take the memory of the machine, and reads it once it is shorter', async () => {
    const session = sessionOver(new Map([['file:///a/plan.mops', plan]]))
    session.addFolders(['file:///a'])
    await session.settled()
    const long = `${people}//${' '.repeat(10_000_000)}`
    session.openOrChange('file:///a/people.mops', long)
    const said = await codes(session)
    expect(said.filter((line) => line.startsWith('file:///a/people.mops'))).toEqual(['file:///a/people.mops plan/syntax'])
    expect(said).toContain('file:///a/plan.mops plan/unresolved-import')
    expect(session.view('file:///a/people.mops')).toBeUndefined()
    session.openOrChange('file:///a/people.mops', people)
    const again = await codes(session)
    expect(again).not.toContain('file:///a/people.mops plan/syntax')
    expect(again).not.toContain('file:///a/plan.mops plan/unresolved-import')
  })

  it('keeps workspace folders apart, and gives a file to the innermost', async () => {
    const session = sessionOver(
      new Map([
        ['file:///a/plan.mops', plan],
        ['file:///a/people.mops', people],
        ['file:///a/inner/plan.mops', plan],
      ]),
    )
    session.addFolders(['file:///a', 'file:///a/inner'])
    const said = await codes(session)
    expect(said).toContain('file:///a/inner/plan.mops plan/unresolved-import')
    expect(said).not.toContain('file:///a/plan.mops plan/unresolved-import')
    session.removeFolders(['file:///a/inner'])
    expect((await codes(session)).filter((line) => line.includes('inner'))).toEqual([])
  })

  it('knows a file by any spelling of its URI, and answers with that of the client', async () => {
    const session = sessionOver(
      new Map([
        ['file:///c%3A/my%20plans/plan%20%281%29.mops', plan],
        ['file:///c%3A/my%20plans/people.mops', people],
      ]),
    )
    session.addFolders(['file:///C:/my%20plans/'])
    expect(await codes(session)).toContain('file:///c%3A/my%20plans/plan%20%281%29.mops plan/goal-missing')
    const spelled = 'file:///c:/my%20plans/plan%20(1).mops'
    session.openOrChange(spelled, plan)
    expect(await codes(session)).toContain(`${spelled} plan/goal-missing`)
    expect(session.view(spelled)?.path).toBe('plan (1).mops')
  })

  it('reads what a file outside of all folders imports', async () => {
    const session = sessionOver(new Map([['file:///b/people.mops', people]]))
    session.openOrChange('file:///b/plan.mops', plan)
    await session.settled()
    expect(await codes(session)).not.toContain('file:///b/plan.mops plan/unresolved-import')
    expect(session.view('file:///b/plan.mops')?.plan.byName('ben')?.kind).toBe('person')
  })

  it('holds excluded files for no part of the workspace', async () => {
    const session = sessionOver(
      new Map([
        ['file:///a/plan.mops', plan],
        ['file:///a/people.mops', people],
        ['file:///a/old/plan.mops', plan],
      ]),
    )
    session.addFolders(['file:///a'])
    expect((await codes(session)).some((line) => line.includes('/old/'))).toBe(true)
    session.applySettings({ exclude: ['old'] })
    expect((await codes(session)).some((line) => line.includes('/old/'))).toBe(false)
  })

  it('follows the configuration, and says what is wrong in it', async () => {
    const disk = new Map([
      ['file:///a/plan.mops', `${plan}task x "X" @bne\n`],
      ['file:///a/people.mops', people],
    ])
    const session = sessionOver(disk)
    session.addFolders(['file:///a'])
    expect(await codes(session)).toContain('file:///a/plan.mops plan/goal-missing')
    disk.set('file:///a/mops.config.json', '{ "rules": { "plan/goal-missing": "off", "no/rule": "off" } }')
    session.fileChanged('file:///a/mops.config.json', false)
    const said = await codes(session)
    expect(said).not.toContain('file:///a/plan.mops plan/goal-missing')
    expect(said.some((line) => line.startsWith('file:///a/mops.config.json plan/unknown-rule'))).toBe(true)
  })

  it('says that a file is no text', async () => {
    const session = sessionOver(new Map([['file:///a/plan.mops', Uint8Array.of(0xff)]]))
    session.addFolders(['file:///a'])
    expect(await codes(session)).toEqual(['file:///a/plan.mops plan/syntax'])
  })

  it('takes the status date from the settings', async () => {
    const session = sessionOver(new Map([['file:///a/plan.mops', plan]]))
    session.addFolders(['file:///a'])
    await session.settled()
    expect(session.view('file:///a/plan.mops')?.plan.statusDate).toEqual({ date: '2027-02-12', origin: 'clock' })
    expect(session.today).toBe('2027-02-12')
    session.applySettings({ statusDate: '2027-03-01' })
    expect(session.today).toBe('2027-03-01')
    expect(session.view('file:///a/plan.mops')?.plan.statusDate).toEqual({ date: '2027-03-01', origin: 'option' })
  })

  it('reads a closed document as it lies on the disk', async () => {
    const session = sessionOver(new Map([['file:///a/people.mops', people]]))
    session.addFolders(['file:///a'])
    session.openOrChange('file:///a/people.mops', 'person max "Max"')
    expect(session.view('file:///a/people.mops')?.plan.byName('max')).toBeDefined()
    session.close('file:///a/people.mops')
    await session.settled()
    expect(session.view('file:///a/people.mops')?.plan.byName('ben')).toBeDefined()
  })
})
