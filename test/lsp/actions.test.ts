import { describe, expect, it } from 'vitest'
import { codeActionsAt } from '../../src/language/lsp/code-actions.js'
import { closedElementEdits, formattingEdits } from '../../src/language/lsp/formatting.js'
import { applied, at, withEdits } from './kit.js'

const people = 'person ben "Ben" works 24h per week\n'
const frame = 'import "people.mops"\nstrategy spring "Spring" period 2027-01-04 .. 2027-04-09 stage running owner ben\n'

async function actions(text: string, only?: readonly string[]) {
  const { view, offset } = await at(text, { 'people.mops': people })
  const position = view.folder.positionAt(view.path, offset)
  return { view, all: codeActionsAt(view, { start: position, end: position }, only) }
}

async function taken(text: string, title: string | RegExp, only?: readonly string[]): Promise<Record<string, string>> {
  const { view, all } = await actions(text, only)
  const action = all.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)))
  if (!action) throw new Error(`Not offered; there is: ${all.map((one) => one.title).join(' | ')}`)
  return applied(view, action.edit)
}

describe('quick fixes', () => {
  it('repair the finding at the cursor, the preferred one first', async () => {
    const { all } = await actions(`${frame}task a "A" @be│m 3h`)
    expect(all[0]).toMatchObject({ kind: 'quickfix', isPreferred: true })
    expect(await taken(`${frame}[ ] task a "A" @be│m 3h`, /`ben`/)).toEqual({ 'plan.mops': `${frame}[ ] task a "A" @ben 3h` })
  })

  it('declare a name that is missing', async () => {
    const text = await taken(`${frame}channel web "Web" owner da│na`, /^Declare/)
    expect(text['plan.mops']).toContain('\nperson dana "Dana"')
  })

  it('ignore a finding here, with a reason', async () => {
    const text = await taken(`${frame}[ ] task aud│it "Audit" due 2027-02-19`, /^Ignore `schedule\/orphan-task`/)
    expect(text['plan.mops']).toBe(`${frame}[ ] task audit "Audit" due 2027-02-19 ignore "schedule/orphan-task" because "Say why"`)
  })

  it('never offer to ignore what cannot be ignored', async () => {
    const { all } = await actions(`${frame}task a "A" @be│m 3h`)
    expect(all.some(({ title }) => title.includes('plan/unknown-name'))).toBe(false)
  })

  it('are applied all at once where they need no judgement', async () => {
    const text = `│${frame}measure a "A" in clicks per month sum\nmetric m "M" in clicks per month = a × 2 − a\n`
    expect((await taken(text, /^Apply all/, ['source.fixAll']))['plan.mops']).toContain('= a * 2 - a')
  })
})

describe('refactorings', () => {
  it('add the SMART clauses that a goal lacks', async () => {
    const text = (await taken(`${frame}goal mo│re "More" {\n  owner ben\n}\n`, 'Add the missing SMART clauses'))['plan.mops']
    expect(text).toContain(
      '  owner ben\n  specific "What is in, what is out"\n  achievable "Why it can be reached"\n  timebound 2027-01-04 .. 2027-04-09\n}',
    )
  })

  it('put clauses into braces and back on one line', async () => {
    const inline = 'channel we│b "Web" owner ben note "x"'
    const braces = 'channel web "Web" {\n  owner ben\n  note  "x"\n}'
    expect(await taken(inline, 'Put the clauses into braces')).toEqual({ 'plan.mops': braces })
    expect(await taken(braces.replace('web', 'we│b'), 'Put the clauses on one line')).toEqual({ 'plan.mops': inline.replace('│', '') })
  })

  it('move an element with its documentation to another file, or to a new one', async () => {
    const text = `${frame}/** Why. */\nchannel we│b "Web" owner ben\nchannel mail "Mail" owner ben\n`
    const rest = `${frame}channel mail "Mail" owner ben\n`
    expect(await taken(text, 'Move to `people.mops`')).toEqual({
      'plan.mops': rest,
      'people.mops': `${people}/** Why. */\nchannel web "Web" owner ben\n`,
    })
    expect(await taken(text, 'Move to the new file `web.mops`')).toEqual({
      'plan.mops': `import "web.mops"\n${rest}`,
      'web.mops': '/** Why. */\nchannel web "Web" owner ben\n',
    })
  })
})

describe('formatting', () => {
  const text = 'channel   a\n\nchannel   b\n\ngoal g { owner   ben }│\n\nchannel   c'

  it('formats a document, or only the lines of a range', async () => {
    const { view } = await at(text)
    expect(withEdits(view, view.path, formattingEdits(view))).toBe('channel a\n\nchannel b\n\ngoal g {\n  owner ben\n}\n\nchannel c\n')
    expect(withEdits(view, view.path, formattingEdits(view, 2, 2))).toBe(view.text.replace('channel   b', 'channel b'))
  })

  it('formats the element whose brace was typed', async () => {
    const { view, offset } = await at(text)
    expect(withEdits(view, view.path, closedElementEdits(view, offset))).toBe(view.text.replace('{ owner   ben }', '{\n  owner ben\n}'))
  })
})
