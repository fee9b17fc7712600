import { describe, expect, it } from 'vitest'
import { lensesOf } from '../../src/language/lsp/code-lenses.js'
import { foldsIn, selectionAt } from '../../src/language/lsp/folding.js'
import { hintsIn } from '../../src/language/lsp/inlay-hints.js'
import { namesIn } from '../../src/language/lsp/semantic-tokens.js'
import { at } from './kit.js'

const text = `strategy spring "Spring" {
  period 2027-01-04 .. 2027-04-09
  asof   2027-02-12
  owner  ben
}
person ben "Ben" works 24h per week
stakeholder customers "Customers"
measure clicks "Clicks" in clicks per month sum
measure sent "Sent" in clicks per month sum
metric rate "Rate" per month = clicks / sent
goal more "More clicks" {
  measurable clicks increase from 400 in 2026-12 by +25% in 2027-03
  relevant   to customers
}
[x] task audit "Audit" for more @ben 8h start 2027-02-15 due 2027-02-16
[ ] task write "Write" for more @ben takes 2wd after audit
[-] milestone old "Old"
budget money "Money" total 4_000 EUR {
  line design "Design" 1_000 EUR
  line rest "Rest" 3_000 EUR
}
`

/** What each token, hint or lens says, with the line that it stands on. */
async function view() {
  return (await at(`${text}│`)).view
}

describe('semantic tokens', () => {
  it('say what each name means, and what is over', async () => {
    const one = await view()
    const said = namesIn(one).map(({ place, type, isDeclaration, isOver }) =>
      [one.text.slice(place.start, place.end), type, isDeclaration ? 'declaration' : '', isOver ? 'over' : ''].filter(Boolean).join(' '),
    )
    expect(said).toContain('ben class')
    expect(said).toContain('ben class declaration')
    expect(said).toContain('clicks variable')
    expect(said).toContain('rate function declaration')
    expect(said).toContain('old event declaration over')
  })
})

describe('inlay hints', () => {
  it('show targets, dates, units, shares and load', async () => {
    const one = await view()
    const said = hintsIn(one, 0, one.text.length, {}).map(
      ({ position, label }) => `${one.text.split('\n')[position.line]?.trim().split(' ', 4).join(' ')} → ${label}`,
    )
    expect(said).toEqual([
      'person ben "Ben" works → up to 8 h of 24 h in 2027-W07',
      'metric rate "Rate" per → in x',
      'measurable clicks increase from → = 500 clicks',
      'goal more "More clicks" → by 2027-04-09, from `spring`',
      '[ ] task write → 2027-02-17 .. 2027-02-18',
      'line design "Design" 1_000 → 25%',
      'line rest "Rest" 3_000 → 75%',
    ])
  })

  it('show what a target needs of the number before it', async () => {
    const funnel = `strategy spring "Spring" { period 2027-Q1 }
measure visitors "Visitors" in visitors per month sum
measure leads "Leads" in leads per month sum
metric rate "Rate" in % per month = leads / visitors
goal more "More leads" {
  measurable visitors to 2_000 visitors in 2027-Q1
  measurable rate to 5% in 2027-Q1
  measurable leads to 400 leads in 2027-Q1
}
`
    const one = (await at(`${funnel}│`)).view
    expect(hintsIn(one, 0, funnel.length, { units: false, dates: false })).toEqual([
      expect.objectContaining({ position: { line: 7, character: 42 }, label: 'needs 8000 visitors; planned 2000 visitors' }),
    ])
  })

  it('can be switched off one by one', async () => {
    const one = await view()
    const off = { targets: false, dates: false, units: false, shares: false, load: false }
    expect(hintsIn(one, 0, one.text.length, off)).toEqual([])
  })
})

describe('code lenses', () => {
  it('show letters and progress, toggles, coverage, preview and findings', async () => {
    const one = await view()
    const offered = { clientCommands: ['mops.openPreview', 'mops.showFindings', 'mops.showReferences'] as const }
    const said = lensesOf(one, undefined, offered).map(({ range, command }) => `${range.start.line}: ${command?.title}`)
    expect(said[0]).toBe('0: Preview')
    expect(said[1]).toMatch(/^0: \d+ findings$/)
    expect(said.find((line) => line.startsWith('10:'))).toMatch(
      /^10: S . {2}M . {2}A . {2}R . {2}T . {2}· {2}cannot be judged yet {2}· {2}1 of 2 tasks done$/,
    )
    expect(said.find((line) => line.startsWith('6:'))).toContain('goals 1 ·')
    expect(said.find((line) => line.startsWith('15:'))).toContain('mark as done')
  })

  it('name no commands that the client lacks, and can be switched off', async () => {
    const one = await view()
    expect(lensesOf(one, undefined, {}).some(({ command }) => command?.command.startsWith('mops.open'))).toBe(false)
    expect(lensesOf(one, { goals: false, tasks: false, stakeholders: false, files: false }, {})).toEqual([])
  })
})

describe('folding and selection', () => {
  it('folds elements, imports and long comments', async () => {
    const { view: one } = await at(
      'import "a.mops"\nimport "b.mops"\n/*\n long\n*/\n// one\n// two\nphase p {\n  task a {\n    owner b\n  }\n}│',
    )
    expect(foldsIn(one).map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind ?? ''}`.trim())).toEqual([
      '7-10',
      '8-9',
      '2-4 comment',
      '5-6 comment',
      '0-1 imports',
    ])
  })

  it('grows from the words of a text to the file', async () => {
    const { view: one, offset } = await at('goal a "Mo│re" {\n  owner ben\n}\n')
    const said: string[] = []
    for (let range: ReturnType<typeof selectionAt> | undefined = selectionAt(one, offset); range; range = range.parent)
      said.push(one.text.slice(one.folder.offsetAt(one.path, range.range.start), one.folder.offsetAt(one.path, range.range.end)))
    expect(said).toEqual(['More', '"More"', 'goal a "More" {\n  owner ben\n}', 'goal a "More" {\n  owner ben\n}\n'])
  })
})
